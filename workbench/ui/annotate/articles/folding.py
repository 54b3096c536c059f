"""Near-duplicates in the article list: kept together, and folded under the first of them.

The first is the first that is shown: where the filter hides it, the others are still found. What is
folded is left out by *next article* as well, since it is the same piece of news.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Twin:
    """How an article stands in a group that is shown: `others` are shown or folded beside it."""

    first: bool
    others: int
    folded: bool


class Folding:
    """The groups of near-duplicates, by article, and which of them are unfolded."""

    def __init__(self) -> None:
        self._groups: Mapping[str, int] = {}
        self._unfolded: set[int] = set()
        self._shown: Counter[int] = Counter()  # that pass the filter, by group
        self._first: dict[int, str] = {}  # of these

    def set_groups(self, groups: Mapping[str, int]) -> bool:
        """Take these groups, and keep unfolded what was; False where they are what they were."""
        changed = groups != self._groups
        self._groups = groups
        self._unfolded &= set(groups.values())
        return changed

    def has_groups(self) -> bool:
        """Whether any article has a near-duplicate."""
        return bool(self._groups)

    def together(self, sequence: Sequence[int], ids: Sequence[str]) -> list[int]:
        """A sequence of numbers of articles, each group where the first of it stands."""
        groups = [self._groups.get(id) for id in ids]
        members: dict[int, list[int]] = {}
        for number, group in zip(sequence, groups, strict=True):
            if group is not None:
                members.setdefault(group, []).append(number)
        together: list[int] = []
        for number, group in zip(sequence, groups, strict=True):
            together += (number,) if group is None else members.pop(group, ())
        return together

    def forget_shown(self) -> None:
        """Begin anew to say which articles are shown."""
        self._shown.clear()
        self._first.clear()

    def shows(self, id: str) -> bool:
        """Whether an article is shown that passes the filter; it counts as one of its group."""
        group = self._groups.get(id)
        if group is None:
            return True
        self._shown[group] += 1
        return self._first.setdefault(group, id) == id or group in self._unfolded

    def twin(self, id: str) -> Twin | None:
        """How an article stands in its group; None where no other of it is listed."""
        group = self._groups.get(id)
        if group is None or self._shown[group] < 2:
            return None
        first = self._first.get(group) == id
        return Twin(first, self._shown[group] - 1, group not in self._unfolded)

    def first_of(self, id: str) -> str:
        """The article that the group of another is folded under; itself where it has none."""
        return self._first.get(self._groups.get(id, 0), id)

    def turn(self, id: str) -> bool:
        """Unfold the group of an article or fold it; False where it has none."""
        group = self._groups.get(id)
        if group is not None:
            self._unfolded ^= {group}
        return group is not None

    def unfold(self, id: str) -> None:
        """Unfold the group of an article."""
        self._unfolded |= {self._groups[id]} if id in self._groups else set()

    def turn_all(self) -> None:
        """Unfold all groups, or fold them where all are unfolded."""
        every = set(self._groups.values())
        self._unfolded = set() if self._unfolded == every else every
