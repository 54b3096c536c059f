"""A chart as it is seen: the picture as wide as there is room, with what a mark says as a tip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from workbench.operations.charts.chart import Chart, draw
from workbench.operations.charts.drawing import Box, Dot, Drawing
from workbench.ui.pictures import look_of, paint
from workbench.ui.plain import plain_tip
from workbench.ui.theme import LIGHT, Tokens

_NARROWEST = 320  # pixels
_NEAR = 4.0  # pixels around a dot


class ChartView(QScrollArea):
    """Shows a chart; keys scroll it where it is higher than the room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas(self)
        self.setWidget(self._canvas)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chart(self, chart: Chart, tokens: Tokens) -> None:
        """Show a chart in these colours."""
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(
            " ".join((chart.about, self.tr("The table beside it has its figures.")))
        )
        self._canvas.show_chart(chart, tokens)

    def drawing(self) -> Drawing | None:
        """The picture as it is shown now."""
        return self._canvas.drawing


class _Canvas(QWidget):
    """The picture, laid out anew for each width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawing: Drawing | None = None
        self._chart: Chart | None = None
        self._tokens = LIGHT
        self.setMinimumWidth(_NARROWEST)

    def show_chart(self, chart: Chart, tokens: Tokens) -> None:
        """Show a chart in these colours."""
        self._chart, self._tokens = chart, tokens
        self._lay_out()

    def _lay_out(self) -> None:
        if self._chart is not None:
            self.drawing = draw(self._chart, self.width())
            self.setMinimumHeight(round(self.drawing.height))
            self.update()

    def sizeHint(self) -> QSize:
        """As high as the picture."""
        return QSize(_NARROWEST, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the picture out in the new width."""
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture on its ground."""
        if self.drawing is not None:
            look = look_of(self._tokens)
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), QColor(look.ground))
                paint(painter, self.drawing, look)

    def event(self, event: QEvent) -> bool:
        """Say what the mark under the pointer stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = self._said_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(said), self)
            return True
        return super().event(event)

    def _said_at(self, x: float, y: float) -> str:
        """What the uppermost mark at a place says; empty where there is none."""
        shapes = self.drawing.shapes if self.drawing is not None else ()
        marks = (shape for shape in reversed(shapes) if isinstance(shape, Box | Dot))
        return next((mark.said for mark in marks if mark.said and _covers(mark, x, y)), "")


def _covers(mark: Box | Dot, x: float, y: float) -> bool:
    if isinstance(mark, Box):
        return mark.x <= x < mark.x + mark.width and mark.y <= y < mark.y + mark.height
    near = mark.radius + _NEAR
    return (mark.x - x) ** 2 + (mark.y - y) ** 2 <= near**2
