"""A text as it flows down the pane: pieces laid out where they are seen, estimated elsewhere.

An estimate is corrected when its piece is laid out, at O(log n). What is seen stays where it is:
when a piece that begins above the window turns out taller or shorter, the window moves with it.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from workbench.domain.article import ArticleText
from workbench.domain.direction import paragraph_start, runs_left
from workbench.domain.span import Span
from workbench.ui.pane.heights import Heights
from workbench.ui.pane.intervals import Intervals
from workbench.ui.pane.piece_layout import PieceLayout, Stretch
from workbench.ui.pane.pieces import Pieces
from workbench.ui.pane.typography import Typography

MARGIN = 28  # pixels over the first piece and under the last one
KEPT_CHARACTERS = 60_000  # laid out pieces kept; several windows full


class Flow:
    """The pieces of one article at one width; places are pixels from the text's upper left."""

    def __init__(
        self,
        article: ArticleText,
        typography: Typography,
        *,
        width: int,
        lanes_in: Callable[[Span], int],
        bars_in: Callable[[Span], bool] = lambda _span: False,
        pieces: Pieces | None = None,
    ) -> None:
        self.article = article
        self.pieces = pieces or Pieces(article.text, article.structure)
        self._lanes_in = lanes_in
        self._bars_in = bars_in
        self.set_width(typography, width)

    def set_width(self, typography: Typography, width: int) -> None:
        """Set the text anew at a width in pixels; every height is an estimate again."""
        self.typography = typography
        self.width = width
        self._laid_out: OrderedDict[int, PieceLayout] = OrderedDict()
        self._kept = 0
        self.heights = Heights(self._estimates())

    def _estimates(self) -> Iterator[int]:
        """The likely height of each piece."""
        pieces, estimate = self.pieces, self.typography.estimate
        for kind, start, end, last in zip(
            pieces.kinds, pieces.starts, pieces.ends, pieces.last, strict=True
        ):
            yield estimate(kind, end - start, self.width, last=last)

    @property
    def height(self) -> int:
        """The height of the whole text, as far as it is known."""
        return self.heights.total

    def lowest(self, height: int) -> int:
        """The top of a window of some height that shows the end of the text."""
        return max(-MARGIN, self.height + MARGIN - height)

    def layout(self, index: int) -> PieceLayout:
        """A piece laid out; a height that was an estimate becomes true."""
        found = self._laid_out.get(index)
        if found is not None:
            self._laid_out.move_to_end(index)
            return found
        span = self.pieces.span(index)
        style = self.typography.styles[self.pieces.kinds[index]]
        made = PieceLayout(
            span.of(self.article.text),
            style,
            width=self.width,
            lanes=self._lanes_in(span),
            runs_left=self.runs_left(span.start),
            has_bars=lambda start, end: self._bars_in(Span(span.start + start, span.start + end)),
        )
        self._keep(index, made)
        self.heights.change(index, made.height + (style.gap if self.pieces.last[index] else 0))
        return made

    def runs_left(self, position: int) -> bool:
        """Whether the paragraph around a position runs from right to left."""
        text = self.article.text
        return runs_left(text, paragraph_start(text, position))

    def _keep(self, index: int, made: PieceLayout) -> None:
        """Keep a laid out piece, and let go of those that were not asked for longest."""
        self._laid_out[index] = made
        self._kept += len(made.text) + 1
        while self._kept > KEPT_CHARACTERS and len(self._laid_out) > 1:
            _, old = self._laid_out.popitem(last=False)
            self._kept -= len(old.text) + 1

    def marks_changed(self, pieces: Iterable[int]) -> None:
        """Lay pieces out anew where marks now need more or fewer lanes than there is room for."""
        for index in pieces:
            found = self._laid_out.get(index)
            if found is not None and not self._has_room(index, found):
                del self._laid_out[index]
                self._kept -= len(found.text) + 1
                self.layout(index)

    def _has_room(self, index: int, found: PieceLayout) -> bool:
        """Whether a piece is laid out for as many lanes as its marks take now."""
        free = found.style.free_lanes
        lanes = max(self._lanes_in(self.pieces.span(index)), free)
        return lanes == max(found.lanes, free) and not found.bars_moved()

    def laid_out(self, spans: Sequence[Span]) -> set[int]:
        """The laid out pieces that some spans touch, asked for from the side that has fewer."""
        if len(spans) <= len(self._laid_out):
            return {i for span in spans for i in self.pieces.over(span) if i in self._laid_out}
        places = Intervals((span.start, span.end, "") for span in spans)
        touched = ((i, self.pieces.span(i)) for i in self._laid_out)
        return {i for i, span in touched if any(places.overlapping(span.start, span.end))}

    def settle(self, top: int, height: int) -> int:
        """Lay out what a window shows; returns its top, moved so that what is seen stays."""
        at_end = top > -MARGIN and top >= self.lowest(height)
        settled = False
        while not settled:
            before = top
            top, settled = self._settle_once(top, height)
            lowest = self.lowest(height)
            top = lowest if at_end else min(max(-MARGIN, top), lowest)
            settled = settled and top == before
        return top

    def _settle_once(self, top: int, height: int) -> tuple[int, bool]:
        """One pass over the window; whether it found every height true."""
        settled = True
        index = self.heights.find(top)
        place = self.heights.top(index)
        while index < len(self.pieces) and place < top + height:
            before = self.heights[index]
            self.layout(index)
            growth = self.heights[index] - before
            if growth and place < top:
                top += growth
                settled = False
            place += self.heights[index]
            index += 1
        return top, settled

    def lay_next(self, bottom: int) -> None:
        """Lay out the piece below the one at the bottom of a window, which moves nothing in it."""
        index = self.heights.find(bottom) + 1
        if index < len(self.pieces):
            self.layout(index)

    def visible(self, top: int, height: int) -> Iterator[tuple[int, int, PieceLayout]]:
        """Index, top and layout of the pieces in a window."""
        index = self.heights.find(top)
        place = self.heights.top(index)
        while index < len(self.pieces) and place < top + height:
            yield index, place, self.layout(index)
            place += self.heights[index]
            index += 1

    def shows(self, position: int, top: int, height: int) -> bool:
        """Whether a window shows anything of the piece that a position is in."""
        index = self.pieces.at(position)
        place = self.heights.top(index)
        return place < top + height and place + self.heights[index] > top

    def position_at(self, point: QPointF) -> int:
        """The caret position nearest to a place."""
        index = self.heights.find(int(point.y()))
        layout = self.layout(index)
        y = point.y() - self.heights.top(index)
        return self.pieces.starts[index] + layout.position_at(point.x(), y)

    def character_at(self, point: QPointF) -> int | None:
        """The position of the character that covers a place, None beside the text."""
        index = self.heights.find(int(point.y()))
        y = point.y() - self.heights.top(index)
        found = self.layout(index).character_at(point.x(), y)
        return None if found is None else self.pieces.starts[index] + found

    def lane_at(self, point: QPointF) -> int | None:
        """The lane under the text that a place lies in, None over the text itself."""
        index = self.heights.find(int(point.y()))
        return self.layout(index).lane_at(point.y() - self.heights.top(index))

    def caret(self, position: int) -> QRectF:
        """The box of a caret at a position, without width."""
        index = self.pieces.at(position)
        layout = self.layout(index)
        box = layout.caret(min(position, self.pieces.ends[index]) - self.pieces.starts[index])
        return box.translated(0, self.heights.top(index))

    def stretches(self, span: Span, *, index: int) -> Iterator[Stretch]:
        """The boxes of a span in one piece, from the piece's own upper left corner."""
        offset = self.pieces.starts[index]
        start, end = max(span.start, offset), min(span.end, self.pieces.ends[index])
        if start < end:
            yield from self.layout(index).stretches(start - offset, end - offset)

    def seen(self, span: Span, top: int, height: int) -> list[Stretch]:
        """The boxes of a span as far as a window shows it, from the text's upper left."""
        found = []
        for index, place, _ in self.visible(top, height):
            if self.pieces.starts[index] < span.end and self.pieces.ends[index] > span.start:
                found += [s.moved(place) for s in self.stretches(span, index=index)]
        return found

    def gap_at(self, y: float) -> float:
        """The middle of the gap between two lines of text that is nearest to a height."""
        index = self.heights.find(int(y))
        return self.heights.top(index) + self.layout(index).gap_at(y - self.heights.top(index))

    def reveal(self, position: int, top: int, height: int, *, room: int) -> int:
        """The top of a window moved just so far that it shows a position with room around it.

        What the window showed keeps its place until then, even if finding the position corrects
        estimates above it.
        """
        first = self.heights.find(top)
        offset = top - self.heights.top(first)
        caret = self.caret(position)
        top = self.heights.top(first) + offset
        room = min(room, height // 3)
        above, below = int(caret.top()) - room, int(caret.bottom()) + room
        if top > above or below > top + height:
            far = above - top > height or top - below > height
            top = above - height // 4 if far else min(max(top, below - height), above)
        return self.settle(top, height)

    def line_move(self, position: int, x: float, lines: int) -> int:
        """The position at x in the line so many lines below (or above) that of a position."""
        index = self.pieces.at(position)
        layout = self.layout(index)
        line = layout.line_of(position - self.pieces.starts[index]) + lines
        if self.pieces.kinds[index] == "blank" and lines > 0:
            line -= 1
        while line < 0 and index > 0:
            index -= 1
            line += self._lines_in(index)
        while line >= self._lines_in(index) and index + 1 < len(self.pieces):
            line -= self._lines_in(index)
            index += 1
        layout = self.layout(index)
        if line < 0:
            return 0
        if line >= layout.line_count:
            return len(self.article.text)
        return self.pieces.starts[index] + layout.position_at(x, layout.line_top(line))

    def line_edge(self, position: int, direction: int) -> int:
        """Where the line around a position begins (-1) or ends (1)."""
        index = self.pieces.at(position)
        start, layout = self.pieces.starts[index], self.layout(index)
        first, last = layout.line_range(layout.line_of(position - start))
        return start + (last if direction > 0 else first)

    def _lines_in(self, index: int) -> int:
        """How many lines a piece has for the caret: blank ones are stepped over."""
        return 0 if self.pieces.kinds[index] == "blank" else self.layout(index).line_count
