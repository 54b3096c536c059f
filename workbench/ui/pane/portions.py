"""What follows once the first of it is painted: portion by portion, one in each of Qt's turns.

Between two of them Qt takes keys and paints, so that nobody waits for what is not in sight. Who
needs more at once takes as much of the rest.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from workbench.ui.pane.marks import Mark


@dataclass(frozen=True, slots=True)
class Portion:
    """Marks that came or changed, and the ids of those that went or are not there."""

    marks: Sequence[Mark]
    gone: Collection[str] = ()


class Portions:
    """Takes portions of marks from whoever reads them."""

    def __init__(self, owner: QObject, *, taken: Callable[[Portion], None]) -> None:
        self._taken = taken
        self._rest: deque[Iterator[Portion]] = deque()
        self._in_order: Iterator[Portion] | None = None
        self._timer = QTimer(owner)
        self._timer.timeout.connect(self._take)

    def begin(self, rest: Iterable[Portion]) -> None:
        """Take these from now on, in the order of a text, and no more of those before."""
        self._rest.clear()
        self._in_order = iter(rest)
        self.go_on(self._in_order)

    def go_on(self, rest: Iterable[Portion]) -> None:
        """Take these behind all that are still to be taken."""
        self._rest.append(iter(rest))
        self._timer.start()

    def take_until(self, there: Callable[[], bool]) -> None:
        """Take of what is left until something is there; all of it where not all is in order."""
        while self._timer.isActive() and not (self._is_in_order() and there()):
            self._take()

    def _is_in_order(self) -> bool:
        """Whether nothing of what is left changes what lies before."""
        return all(rest is self._in_order for rest in self._rest)

    def _take(self) -> None:
        portion = self._next()
        if portion is None:
            self._timer.stop()
        else:
            self._taken(portion)

    def _next(self) -> Portion | None:
        while self._rest:
            portion = next(self._rest[0], None)
            if portion is not None:
                return portion
            self._rest.popleft()
        return None
