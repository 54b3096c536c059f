"""What follows once the first of it is painted: portion by portion, one in each of Qt's turns.

Between two of them Qt takes keys and paints, so that nobody waits for what is not in sight. Who
needs all of it takes the rest at once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from workbench.ui.pane.marks import Mark


class Portions:
    """Takes portions of marks from whoever reads them."""

    def __init__(self, owner: QObject, *, taken: Callable[[Sequence[Mark]], None]) -> None:
        self._taken = taken
        self._rest: Iterator[Sequence[Mark]] = iter(())
        self._timer = QTimer(owner)
        self._timer.timeout.connect(self._take)

    def begin(self, rest: Iterable[Sequence[Mark]]) -> None:
        """Take these from now on, and no more of those before."""
        self._rest = iter(rest)
        self._timer.start()

    def finish(self) -> None:
        """Take all that is left."""
        while self._timer.isActive():
            self._take()

    def _take(self) -> None:
        portion = next(self._rest, None)
        if portion is None:
            self._timer.stop()
        else:
            self._taken(portion)
