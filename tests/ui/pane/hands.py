"""Real hands and eyes for tests of the pane: mouse events where text is seen, colours of pixels."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.ui.pane.marks import Mark, MarkKind
from workbench.ui.pane.reading_pane import ReadingPane

TEXT = (
    "Talks fail again 😀\n\n“We must talk,” the minister said (in Moscow). Nobody came to the U.S. "
    "embassy, and the Nagorno-Karabakh question stayed open for another week of waiting.\n\n"
    "אמר השר במוסקבה על the treaty שלום עולם ועוד.\n\nThe last paragraph ends here.\n"
)
GREEN, VIOLET = "#1f883d", "#8250df"
NONE, SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT = Qt.MouseButton.LeftButton
SMOOTHED = 8  # of 255


def shown(
    qtbot: QtBot, text: str = TEXT, *marks: Mark, width: int = 900, height: int = 700
) -> ReadingPane:
    """A pane on the screen with the keys' focus."""
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.resize(width, height)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    pane.setFocus()
    pane.set_article(ArticleText("a", text, structure_of(text)), marks)
    return pane


def span(part: str, text: str = TEXT) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def mark(
    id: str, part: str, *, layer: str = "entity", kind: MarkKind = "annotation", color: str = GREEN
) -> Mark:
    return Mark(id, layer, layer, (span(part),), kind, color)


def place(pane: ReadingPane, position: int) -> QPoint:
    """Where a position lies in the viewport, in the middle of its line."""
    return pane.viewport().mapFromGlobal(pane.caret_rect(position).center())


def on_border(pane: ReadingPane, position: int, *, inward: int) -> QPoint:
    return place(pane, position) + QPoint(inward, 0)


def drag(pane: ReadingPane, start: int, end: int, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Drag from one position of the text to another."""
    pull(pane, place(pane, start), place(pane, end), modifier)


def pull(
    pane: ReadingPane, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE
) -> None:
    """Drag from one place in the viewport to another."""
    grab(pane, start, end, modifier)
    QTest.mouseRelease(pane.viewport(), LEFT, modifier, end)


def grab(
    pane: ReadingPane, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE
) -> None:
    """Drag from one place to another, and hold the button down there."""
    QTest.mousePress(pane.viewport(), LEFT, modifier, start)
    for part in (0.3, 0.7, 1.0):
        move(pane, start + (end - start) * part, modifier)


def move(pane: ReadingPane, there: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Move the mouse with its button down."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(there),
        QPointF(pane.viewport().mapToGlobal(there)),
        Qt.MouseButton.NoButton,
        LEFT,
        modifier,
    )
    QApplication.sendEvent(pane.viewport(), event)


def click_times(pane: ReadingPane, position: int, times: int) -> None:
    """Click so quickly that the clicks count as one gesture."""
    view, there = pane.viewport(), QPointF(place(pane, position))
    for number in range(times):
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            down = kind == QEvent.Type.MouseButtonPress
            real = QEvent.Type.MouseButtonDblClick if down and number % 2 else kind
            event = QMouseEvent(
                real, there, view.mapToGlobal(there), LEFT, LEFT if down else LEFT & ~LEFT, NONE
            )
            event.setTimestamp(10_000_000 + 40 * number)
            QApplication.sendEvent(view, event)


def painted(pane: ReadingPane) -> QImage:
    """The viewport as it looks when all of it is painted."""
    return pane.viewport().grab().toImage()


def on_screen(pane: ReadingPane) -> QImage:
    """The viewport as it stands on the screen, once what changed has been painted."""
    QApplication.processEvents()
    shown = pane.screen().grabWindow(pane.winId()).copy(pane.viewport().geometry())
    return shown.toImage()


def alike(one: QImage, other: QImage) -> bool:
    """Whether two images are the same but for what smoothing makes of a letter cut by a border."""
    if one.size() != other.size():
        return False
    pixels = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return int(np.abs(np.subtract(*pixels)).max(initial=0)) <= SMOOTHED


def colors_at(pane: ReadingPane, part: str) -> set[str]:
    """The colours of the pixels around the box of a part of the text, in one line."""
    image = painted(pane)
    where = span(part)
    first, last = (place(pane, position) for position in (where.start, where.end))
    left, right = sorted((first.x(), last.x()))
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(left - 4, right + 4)
        for y in range(first.y() - 18, first.y() + 24)
    }


def near(color: str, found: set[str]) -> bool:
    """Whether a colour was painted, but for smoothed edges."""
    wanted = QColor(color)
    return any(
        abs(c.red() - wanted.red())
        + abs(c.green() - wanted.green())
        + abs(c.blue() - wanted.blue())
        < 24
        for c in map(QColor, found)
    )
