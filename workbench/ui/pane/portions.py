"""What follows once the first of it is painted: portion by portion, one in each of Qt's turns.

Between two of them Qt takes keys and paints, so that nobody waits for what is not in sight. Who
needs all of it takes the rest at once.
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
        self._timer = QTimer(owner)
        self._timer.timeout.connect(self._take)

    def begin(self, rest: Iterable[Portion]) -> None:
        """Take these from now on, and no more of those before."""
        self._rest.clear()
        self.go_on(rest)

    def go_on(self, rest: Iterable[Portion]) -> None:
        """Take these behind all that are still to be taken."""
        self._rest.append(iter(rest))
        self._timer.start()

    def finish(self) -> None:
        """Take all that is left."""
        while self._timer.isActive():
            self._take()

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
