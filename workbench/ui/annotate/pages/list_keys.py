"""Letters that mean something in a list, while it has the focus."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

Act = Callable[[], object]
RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListKeys(QObject):
    """Listens to a list; `otherwise` says what a text means that none of the keys is."""

    def __init__(
        self, listened: QWidget, acts: Mapping[int, Act], otherwise: Callable[[str], Act | None]
    ) -> None:
        super().__init__(listened)
        self._acts = acts
        self._otherwise = otherwise
        listened.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out what a key means; leave all other events alone."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            act = self._act_of(event)
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _act_of(self, event: QKeyEvent) -> Act | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        return self._acts.get(event.key()) or self._otherwise(event.text().upper())
