"""Which of several changes knew of one another, when they come from copies of one project.

Every change has its place in one order: time, copy, counter. Time never runs backwards within a
file, and a copy that took others in goes on after the last of them, so the order never puts a
change before one that its maker knew. It does not say which ones they knew: that do the notes that
a copy makes where it begins, and where it takes others in, of how far it has heard each of them.
Two changes of which neither knew the other are *apart*, and one of them has to give way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Heard = Mapping[str, int]
"""How far each copy has been heard: its last counter."""


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """The place of a change among all: later is greater."""

    time: str
    copy: str
    counter: int


def together(several: Iterable[Heard]) -> dict[str, int]:
    """How far the copies have been heard by any of several."""
    furthest: dict[str, int] = {}
    for heard in several:
        for copy, counter in heard.items():
            furthest[copy] = max(counter, furthest.get(copy, 0))
    return furthest


class Knowledge:
    """What each change knew, out of the notes of all copies.

    `notes` are (copy, counter, heard): from that change on, the copy had heard so far. The first
    copy of a project begins without a note, and had heard nobody. Any other without one was made
    before there were notes: it counts as knowing all that was before it.
    """

    def __init__(self, notes: Iterable[tuple[str, int, Heard]], *, first: str) -> None:
        self._first = first
        self._notes: dict[str, list[tuple[int, Heard]]] = {}
        for copy, counter, heard in sorted(notes, key=lambda note: note[:2]):
            of_copy = self._notes.setdefault(copy, [])
            before = [of_copy[-1][1]] if of_copy else []
            of_copy.append((counter, together([*before, heard])))

    def knew(self, later: Version, earlier: Version) -> bool:
        """Whether whoever made a change had another one before them, or made both."""
        if later.copy == earlier.copy:
            return earlier.counter <= later.counter
        notes = self._notes.get(later.copy, ())
        heard = [heard for counter, heard in notes if counter <= later.counter]
        if not heard:
            return later.copy != self._first and earlier < later
        return earlier.counter <= heard[-1].get(earlier.copy, 0)

    def apart(self, one: Version, other: Version) -> bool:
        """Whether neither of two changes knew the other."""
        return not (self.knew(one, other) or self.knew(other, one))

    def last_known(self, version: Version, among: Sequence[Version]) -> Version | None:
        """The last of several changes that another one knew, itself included."""
        return max((other for other in among if self.knew(version, other)), default=None)


def latest(versions: Iterable[Version], knowledge: Knowledge) -> list[Version]:
    """Those changes of one thing that no other one knew, in their order: one, if all is told."""
    last: list[Version] = []
    for version in sorted(versions):
        last = [other for other in last if not knowledge.knew(version, other)]
        last.append(version)
    return last
