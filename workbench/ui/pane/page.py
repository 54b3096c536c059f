"""One article as the pane shows it: its text as it flows, its marks in their lanes, the selection.

It knows no viewport: places are pixels from the text's upper left corner.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.ui.pane.flow import Flow
from workbench.ui.pane.lanes import Lanes, family_of
from workbench.ui.pane.marks import Mark, MarkIndex
from workbench.ui.pane.pieces import Pieces
from workbench.ui.pane.selection import Selection
from workbench.ui.pane.steps import steps_of
from workbench.ui.pane.typography import Typography


class Page:
    """An article laid out at some width with its marks; its text may be cut into pieces already."""

    def __init__(
        self,
        article: ArticleText,
        marks: Iterable[Mark],
        typography: Typography,
        *,
        width: int,
        pieces: Pieces | None = None,
    ) -> None:
        self.article = article
        self.marks = MarkIndex(marks)
        self.lanes = Lanes(self.marks)
        self.flow = Flow(
            article,
            typography,
            width=width,
            lanes_in=self.lanes.under,
            bars_in=self.has_bars,
            pieces=pieces,
        )
        self.selection = Selection(article.text, steps_of(article, self._lines()))

    def has_bars(self, span: Span) -> bool:
        """Whether a mark in a row begins, ends or goes on in a stretch of text."""
        return any(mark.row is not None for mark in self.marks.within(span.start, span.end))

    def _lines(self) -> Iterator[Span]:
        """The lines that have text."""
        pieces = self.flow.pieces
        return (pieces.span(i) for i, kind in enumerate(pieces.kinds) if kind != "blank")

    def change_marks(self, changed: Iterable[Mark], gone: Iterable[str]) -> set[int]:
        """Put marks in and take marks out, by id; returns the laid out pieces that they touch."""
        touched = self.marks.change(changed, gone)
        for id in dict.fromkeys(mark.id for mark in touched):
            self.lanes.renew(id)
        pieces = self.flow.laid_out([span for mark in touched for span in mark.fragments])
        self.flow.marks_changed(pieces)
        return pieces

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks that a place means, likeliest first: from the inside, or by nearness of lane.

        Over the text all marks around the place are meant, under it only those with lines there.
        """
        position = self.flow.character_at(point)
        if position is None:
            return []
        found = self.marks.within(position, position + 1)
        lane = self.flow.lane_at(point)
        if lane is not None and found:
            under = [mark for mark in found if family_of(mark) == "under"]
            found = sorted(under, key=lambda mark: abs(self.lanes.of(mark) - lane)) or found
        return found

    def mark_at(self, point: QPointF) -> Mark | None:
        """The likeliest mark that a place means."""
        return next(iter(self.marks_at(point)), None)

    def annotation_at(self, point: QPointF) -> Mark | None:
        """The mark that a place means, if it is no ghost."""
        mark = self.mark_at(point)
        return mark if mark is not None and mark.kind == "annotation" else None
