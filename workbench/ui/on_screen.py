"""How large a window begins: as it wants to be, and no larger than what its screen leaves.

At twice the scale a screen has half the room, and the buttons of a dialog stand at its lower end.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(8, 40)  # what a desktop draws around a window, about


def begin_with(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, in points of its screen."""
    room = window.screen().availableSize() - FRAME
    window.resize(QSize(width, height).boundedTo(room))
