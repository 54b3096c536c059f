"""What follows once the first of it is painted: portion by portion, one in each of Qt's turns.

Between two of them Qt takes keys and paints, so that nobody waits for what is not in sight. Who
needs more at once takes as much of the rest.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from workbench.ui.pane.marks import Mark, MarkKind


@dataclass(frozen=True, slots=True)
class Portion:
    """Marks that came or changed, and the ids of those that went or are not there."""

    marks: Sequence[Mark]
    gone: Collection[str] = ()


class Portions:
    """Takes portions of marks from whoever reads them."""

    def __init__(self, owner: QObject, *, taken: Callable[[Portion], None]) -> None:
        self._taken = taken
        self._in_order: Iterator[Portion] = iter(())
        self._changes: deque[Iterator[Portion]] = deque()
        self._reached: dict[MarkKind, int] = {}  # where the last that came in order begins
        self._timer = QTimer(owner)
        self._timer.timeout.connect(self._take)

    def begin(self, rest: Iterable[Portion]) -> None:
        """Take these from now on, in the order of a text, and no more of those before."""
        self._changes.clear()
        self._reached.clear()
        self._in_order = iter(rest)
        self._timer.start()

    def change(self, changes: Iterable[Portion]) -> None:
        """Take what changed, behind what changed before and ahead of all that is in order."""
        self._changes.append(iter(changes))
        self._timer.start()

    def take_until(self, there: Callable[[], bool]) -> None:
        """Take all that changed, and of what is in order as much as is needed for something."""
        while self._timer.isActive() and (self._changes or not there()):
            self._take()

    def has_read(self, mark: Mark) -> bool:
        """Whether all that lies before a mark, and is of its kind, has been taken."""
        return mark.fragments[0].start <= self._reached.get(mark.kind, -1)

    def _take(self) -> None:
        portion = self._next()
        if portion is None:
            self._timer.stop()
        else:
            self._taken(portion)

    def _next(self) -> Portion | None:
        while self._changes:
            portion = next(self._changes[0], None)
            if portion is not None:
                return portion
            self._changes.popleft()
        portion = next(self._in_order, None)
        for mark in portion.marks if portion else ():
            reached = self._reached.get(mark.kind, 0)
            self._reached[mark.kind] = max(reached, mark.fragments[0].start)
        return portion
