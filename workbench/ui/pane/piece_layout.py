"""One piece of text laid out: its lines, and the ways between positions and places.

Outside, positions are code points of the piece; Qt's UTF-16 units live and die in this module.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextLine, QTextOption

from workbench.domain.graphemes import grapheme_start
from workbench.domain.offsets import Utf16Map
from workbench.ui.pane.typography import Style

LANES_BEGIN = 5  # pixels from the text's box to the first lane, below frames around the text
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A visually unbroken part of a span: its box, and which of its sides are the span's ends."""

    box: QRectF
    left_end: bool
    right_end: bool
    backward: bool = False

    @property
    def start(self) -> float | None:
        """The place of the span's start, if it lies here: on the right where text runs left."""
        if self.backward:
            return self.box.right() if self.right_end else None
        return self.box.left() if self.left_end else None

    @property
    def end(self) -> float | None:
        """The place of the span's end, if it lies here."""
        if self.backward:
            return self.box.left() if self.left_end else None
        return self.box.right() if self.right_end else None

    def moved(self, down: float) -> "Stretch":
        """The stretch so many pixels further down."""
        box = self.box.translated(0, down)
        return Stretch(box, self.left_end, self.right_end, self.backward)


@dataclass(frozen=True, slots=True)
class _Run:
    """A visual run of one direction: its sides, and its first and last UTF-16 unit."""

    left: float
    right: float
    first: int
    last: int
    backward: bool

    def touches(self, later: "_Run") -> bool:
        """Whether the run of a later unit goes on where this one ends."""
        gap = self.left - later.right if self.backward else later.left - self.right
        return self.backward == later.backward and abs(gap) < 1

    def joined(self, later: "_Run") -> "_Run":
        """This run with the next one, as one."""
        left, right = min(self.left, later.left), max(self.right, later.right)
        return _Run(left, right, self.first, later.last, self.backward)


class PieceLayout:
    """The lines of one piece at one width; places are pixels from its upper left corner."""

    def __init__(
        self,
        text: str,
        style: Style,
        *,
        width: int,
        lanes: int,
        runs_left: bool = False,
        has_bars: Callable[[int, int], bool] = lambda _start, _end: False,
    ) -> None:
        self.text = text
        self.style = style
        self.lanes = lanes
        self._map = Utf16Map(text)
        self._layout = QTextLayout(text, style.font)
        self._mixed = _RIGHT_TO_LEFT.search(text) is not None
        side = Qt.AlignmentFlag.AlignRight if runs_left else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side)
        # Left alone, Qt takes the window's direction, and a part of a paragraph knows not its own.
        direction = Qt.LayoutDirection
        option.setTextDirection(direction.RightToLeft if runs_left else direction.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.pitch = style.pitch + max(0, lanes - style.free_lanes) * style.lane
        self._lines: list[QTextLine] = []
        self._starts: list[int] = []
        self._tops: list[int] = []
        self._has_bars = has_bars
        self._barred: list[bool] = []
        self.height = self._set(width)
        self._ends = [*self._starts[1:], self._map.to_units(len(text))]

    def _set(self, width: int) -> int:
        """Break the lines and put them on a common rhythm of baselines; returns the height."""
        self._layout.beginLayout()
        y = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            # Fallback fonts may be taller than the text's own: they share its baseline.
            baseline = y + self.style.above + self.style.ascent
            line.setPosition(QPointF(0, round(baseline - line.ascent())))
            self._lines.append(line)
            self._starts.append(line.textStart())
            self._tops.append(y)
            self._barred.append(self._bars_under(line))
            y += self.pitch + (self.style.rows * self.style.row if self._barred[-1] else 0)
        self._layout.endLayout()
        return y

    def _bars_under(self, line: QTextLine) -> bool:
        """Whether a line has bars under it."""
        if not self.style.rows:
            return False
        start, end = line.textStart(), line.textStart() + line.textLength()
        return self._has_bars(self._map.to_points(start), self._map.to_points(end))

    def bars_moved(self) -> bool:
        """Whether other lines have bars now than when the piece was laid out."""
        return self._barred != [self._bars_under(line) for line in self._lines]

    def draw(self, painter: QPainter, at: QPointF, clip: QRectF) -> None:
        """Draw the text in the painter's pen colour, lines outside the clip left out."""
        self._layout.draw(painter, at, [], clip)

    @property
    def line_count(self) -> int:
        """How many lines the piece has."""
        return len(self._lines)

    def line_top(self, line: int) -> int:
        """Where a line begins."""
        return self._tops[line]

    def line_at(self, y: float) -> int:
        """The line at a height; above and below the piece the first and the last."""
        return max(0, bisect_right(self._tops, y) - 1)

    def line_of(self, position: int) -> int:
        """The line that shows a position; one between two lines is the later's."""
        return max(0, bisect_right(self._starts, self._map.to_units(position)) - 1)

    def line_range(self, line: int) -> tuple[int, int]:
        """First and last caret position of a line; blanks where it wraps are left out."""
        start = self._map.to_points(self._starts[line])
        end = self._map.to_points(self._ends[line])
        if line + 1 < len(self._lines):
            trimmed = start + len(self.text[start:end].rstrip())
            end = trimmed if trimmed < end else grapheme_start(self.text, end - 1)
        return start, max(start, end)

    def caret(self, position: int) -> QRectF:
        """The box of a caret at a position, without width."""
        line = self.line_of(position)
        box = self._box(line, 0, 0)
        return QRectF(
            _x_of(self._lines[line], self._map.to_units(position)), box.y(), 0, box.height()
        )

    def position_at(self, x: float, y: float) -> int:
        """The caret position nearest to a place, at a grapheme border."""
        line = self.line_at(y)
        unit = self._unit_at(line, x)
        start, end = self.line_range(line)
        position = min(max(self._map.to_points(unit), start), end)
        return grapheme_start(self.text, position)

    def _unit_at(self, line: int, x: float) -> int:
        """The cursor position of a line that is nearest to x.

        In some letters with marks Qt answers with the end of the line, so that its answer counts
        only if it is a border of the character at x.
        """
        row = self._lines[line]
        nearest = row.xToCursor(x)
        under = row.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        borders = (under, self._layout.nextCursorPosition(under))
        if nearest in borders:
            return nearest
        return min(borders, key=lambda unit: abs(_x_of(row, unit) - x))

    def character_at(self, x: float, y: float) -> int | None:
        """The position of the character that covers a place, None beside the text."""
        line = self.line_at(y)
        if not 0 <= y < self.height or not self._inked(line, x):
            return None
        unit = self._lines[line].xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(self._map.to_points(unit), len(self.text) - 1)

    def lane_at(self, y: float) -> int | None:
        """The lane under a line that a height lies in, None over the line's text."""
        line = self.line_at(y)
        below = y - self._box(line, 0, 0).bottom()
        return None if below < 1 else max(0, round((below - LANES_BEGIN) / self.style.lane))

    def gap_at(self, y: float) -> float:
        """The middle of the gap, over or under a line, that is nearest to a height."""
        line = self._box(self.line_at(y), 0, 0)
        half = (self.pitch - line.height()) / 2
        return line.top() - half if y < line.center().y() else line.bottom() + half

    def _inked(self, line: int, x: float) -> bool:
        """Whether a line has text at x."""
        ink = self._lines[line].naturalTextRect()
        return bool(self.text) and ink.left() <= x < ink.right()

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """The boxes of a range, line by line, from left to right within a line."""
        first, last = self._map.to_units(start), self._map.to_units(end)
        for line in range(self.line_of(start), len(self._lines)):
            if self._starts[line] >= last:
                break
            low = max(first, self._starts[line])
            high = min(last, self._map.to_units(self.line_range(line)[1]))
            if low < high:
                yield from self._line_stretches(line, low, high, (first, last))

    def _line_stretches(
        self, line: int, low: int, high: int, whole: tuple[int, int]
    ) -> Iterator[Stretch]:
        """The boxes of a part of one line, which in mixed directions may be several."""
        for run in self._runs(line, low, high):
            ends = (run.first == whole[0], run.last == whole[1])
            left_end, right_end = reversed(ends) if run.backward else ends
            box = self._box(line, run.left, run.right)
            yield Stretch(box, left_end, right_end, run.backward)

    def _runs(self, line: int, low: int, high: int) -> list["_Run"]:
        """The visual runs of a part of a line, from left to right."""
        row = self._lines[line]
        first, last = _x_of(row, low), _x_of(row, high)
        if not self._mixed:
            return [_Run(first, last, low, high, backward=False)]
        if low == self._starts[line] and high == self._map.to_units(self.line_range(line)[1]):
            ink = row.naturalTextRect()
            return [_Run(ink.left(), ink.right(), low, high, backward=first > last)]
        runs: list[_Run] = []
        for found in filter(None, (_run_of(row, unit) for unit in range(low, high))):
            goes_on = runs and runs[-1].touches(found)
            runs.append(runs.pop().joined(found) if goes_on else found)
        return sorted(_stretched(runs, low, high), key=lambda run: run.left)

    def _box(self, line: int, left: float, right: float) -> QRectF:
        """The box of the text itself, from ascent to descent, between two places of a line."""
        top = self._tops[line] + self.style.above
        return QRectF(left, top, right - left, self.style.height)


def _run_of(line: QTextLine, unit: int) -> _Run | None:
    """The run of one unit, None for one that adds nothing to the glyphs before it.

    The glyphs know their places; a caret's place at the border of two directions is ambiguous.
    """
    glyphs = line.glyphRuns(unit, 1)
    if not glyphs:
        return None
    box = glyphs[0].boundingRect()
    return _Run(box.left(), box.right(), unit, unit + 1, glyphs[0].isRightToLeft())


def _stretched(runs: list[_Run], low: int, high: int) -> list[_Run]:
    """Runs in the order of the text, each up to the next, so that no unit is left out."""
    borders = [low, *(run.first for run in runs[1:]), high]
    return [
        _Run(run.left, run.right, first, last, run.backward)
        for run, (first, last) in zip(runs, pairwise(borders), strict=bool(runs))
    ]


def _x_of(line: QTextLine, unit: int, *, trailing: bool = False) -> float:
    """The place of a unit's leading or trailing edge."""
    edge = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
    # The stub says `object`; it is the place and the unit that Qt moved to.
    return cast("tuple[float, int]", line.cursorToX(unit, edge))[0]
