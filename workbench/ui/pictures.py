"""Pictures painted by Qt, in the window and into a file.

What is painted was laid out by `operations.charts`; a file has the colours that the window has. PNG
has twice the pixels, so that it stays sharp in a paper; any other ending than .svg means PNG.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
    QPen,
)

from workbench.formats.beside import written_beside
from workbench.operations.charts import svg
from workbench.operations.charts.drawing import SIZE, Box, Dot, Drawing, Line, Look, Words
from workbench.operations.progress import LongVerb, Progress
from workbench.ui.theme import Tokens

_SHARPER = 2  # pixels of a file for each of the window


def look_of(tokens: Tokens) -> Look:
    """The look of pictures in the colours of the window."""
    return Look(tokens.surface, tokens.text, tokens.muted, tokens.border, tokens.accent)


def paint(painter: QPainter, drawing: Drawing, look: Look) -> None:
    """Paint a picture from the painter's origin on; its ground is there already."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        match shape:
            case Box():
                _fill(painter, look.color(shape.color, shape.share))
                place = QRectF(shape.x, shape.y, shape.width, shape.height)
                painter.drawRoundedRect(place, 2, 2)
            case Line():
                _line(painter, shape, look)
            case Dot():
                _fill(painter, look.color(shape.color))
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            case Words():
                _words(painter, shape, look)


def _fill(painter: QPainter, color: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))


def _line(painter: QPainter, line: Line, look: Look) -> None:
    pen = QPen(QColor(look.color(line.color)), line.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dash:
        pen.setDashPattern([length / line.width for length in line.dash])  # Qt counts in widths
    painter.setPen(pen)
    painter.drawPolyline([QPointF(x, y) for x, y in line.points])


def _words(painter: QPainter, words: Words, look: Look) -> None:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(SIZE))
    font.setWeight(QFont.Weight.DemiBold if words.bold else QFont.Weight.Normal)
    wide = QFontMetricsF(font).horizontalAdvance(words.text)
    before = {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    painter.setFont(font)
    painter.setPen(QColor(look.color(words.color)))
    painter.drawText(QPointF(words.x - before, words.y), words.text)


def write_picture(drawing: Drawing, look: Look, out: Path) -> LongVerb[str]:
    """Write a picture as SVG or PNG, by the ending of its name; reports where it is."""
    named = out if out.suffix.lower() in {".svg", ".png"} else out.with_name(f"{out.name}.png")
    yield Progress(0, 0, str(named))
    if named.suffix.lower() == ".svg":
        svg.write_svg(drawing, look, named)
    else:
        with written_beside(named) as file:
            file.write(_png(drawing, look))
    return str(named)


def _png(drawing: Drawing, look: Look) -> bytes:
    """A picture as PNG on the ground of its look."""
    width, height = (round(_SHARPER * side) for side in (drawing.width, drawing.height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(look.ground))
    with QPainter(image) as painter:
        painter.scale(_SHARPER, _SHARPER)
        paint(painter, drawing, look)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
