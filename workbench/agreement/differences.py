"""What annotators marked at one place, side by side, and in what way they differ there.

Marks of several people belong together where they have the same borders and label, else where they
overlap: the more they do the sooner, a common label before a common place. No two marks of one
person come together. Under different labels they must share most of their characters, or every
framing span would be held against each name in it.

The cost of a difference is what it takes from agreement, summed over pairs of people: a whole for a
span that one of them has not, or has under another label; for another border the share that is not
common; for attributes and relations half of the share of them that differs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from workbench.domain.span import Fragments, Span, hull

Kind = Literal["missed", "boundary", "label", "attribute", "relation"]
KINDS: tuple[Kind, ...] = ("missed", "label", "boundary", "attribute", "relation")
SAME_PLACE = 0.5  # the share of two marks that must be common where their labels are not


@dataclass(frozen=True, slots=True)
class Mark:
    """What one person marked: `relations` are (type, what it leads to), comparable between people.

    `annotator` and `id` may be anything that tells people and marks apart; `quote` are the words.
    """

    annotator: str
    id: str
    label: str
    fragments: Fragments
    attributes: Mapping[str, str] = field(default_factory=dict)
    relations: frozenset[tuple[str, str]] = frozenset()
    quote: str = ""

    @property
    def span(self) -> Span:
        """The hull of the fragments."""
        return hull(self.fragments)


Group = tuple[Mark, ...]


def overlap(a: Fragments, b: Fragments) -> float:
    """How much of two places is common: 2·|a ∩ b| / (|a| + |b|), from 0 to 1."""
    common = sum(
        max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b if x.overlaps(y)
    )
    return 2 * common / (sum(map(len, a)) + sum(map(len, b)))


def grouped(marks: Iterable[Mark]) -> list[Group]:
    """Marks that belong together, in the order of the text; within a group by annotator."""
    alike: dict[tuple[Fragments, str], list[Mark]] = defaultdict(list)
    for mark in sorted(
        marks, key=lambda mark: (mark.fragments, mark.label, mark.annotator, mark.id)
    ):
        alike[mark.fragments, mark.label].append(mark)
    found = _joined([group for same in alike.values() for group in _one_each(same)])
    return sorted(
        (tuple(sorted(group, key=lambda mark: mark.annotator)) for group in found),
        key=lambda group: (place_of(group), group[0].label, group[0].annotator),
    )


def place_of(group: Group) -> Span:
    """The smallest span that holds all marks of a group."""
    return Span(min(m.span.start for m in group), max(m.span.end for m in group))


def _one_each(same: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Equal marks as groups; a person's second one, which should not be, stands by itself."""
    first: dict[str, Mark] = {}
    for mark in same:
        if first.setdefault(mark.annotator, mark) is not mark:
            yield [mark]
    yield list(first.values())


def _joined(groups: list[list[Mark]]) -> list[list[Mark]]:
    """Groups that overlap and share nobody made one, the nearest first."""
    home = list(range(len(groups)))
    for _, a, b in sorted(_near(groups), key=lambda near: (-near[0], near[1], near[2])):
        ours, theirs = groups[home[a]], groups[home[b]]
        if ours is not theirs and not {m.annotator for m in ours} & {m.annotator for m in theirs}:
            ours += theirs
            theirs.clear()
            home = [home[a] if place == home[b] else place for place in home]
    return [group for group in groups if group]


def _near(groups: Sequence[Sequence[Mark]]) -> Iterator[tuple[float, int, int]]:
    """How near overlapping groups of equal marks are, by their places in the list."""
    order = sorted(range(len(groups)), key=lambda place: groups[place][0].span)
    for number, a in enumerate(order):
        ours = groups[a][0]
        for b in order[number + 1 :]:
            theirs = groups[b][0]
            if theirs.span.start >= ours.span.end:
                break
            common = overlap(ours.fragments, theirs.fragments)
            if ours.label == theirs.label and common:
                yield 1 + common, a, b
            elif common >= SAME_PLACE:
                yield common, a, b


# --- how they differ


def kinds_of(group: Group, *, annotators: int) -> tuple[Kind, ...]:
    """In which ways so many annotators differ in a group, the gravest first; none if they agree."""
    differs: dict[Kind, bool] = {
        "missed": len(group) < annotators,
        "label": len({mark.label for mark in group}) > 1,
        "boundary": len({mark.fragments for mark in group}) > 1,
        "attribute": any(_unlike(a.attributes, b.attributes) for a, b in combinations(group, 2)),
        "relation": len({mark.relations for mark in group}) > 1,
    }
    return tuple(kind for kind in KINDS if differs[kind])


def cost_of(group: Group, *, annotators: int) -> float:
    """What a group takes from agreement, summed over pairs of so many annotators."""
    missing = len(group) * (annotators - len(group))
    return missing + sum(_apart(a, b) for a, b in combinations(group, 2))


def _apart(a: Mark, b: Mark) -> float:
    """How far two marks of a group are apart, from 0 to 1."""
    if a.label != b.label:
        return 1.0
    place = 1 - overlap(a.fragments, b.fragments)
    said = _unlike(a.attributes, b.attributes) / 2
    led = len(a.relations ^ b.relations) / max(1, len(a.relations | b.relations)) / 2
    return min(1.0, place + said + led)


def _unlike(a: Mapping[str, str], b: Mapping[str, str]) -> float:
    """The share of attributes that two marks do not have alike."""
    names = a.keys() | b.keys()
    return sum(a.get(name) != b.get(name) for name in names) / len(names) if names else 0.0
