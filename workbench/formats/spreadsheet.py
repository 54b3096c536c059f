"""A table of spans as CSV, one row each, for spreadsheets and statistics.

What looks like a formula there gets an apostrophe in front: words of strangers must not calculate.
Offsets count code points.
"""

import csv
import json
from collections.abc import Mapping

from workbench.domain.annotation import Annotation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.formats.cells import safe
from workbench.formats.holding import (
    ATTRIBUTES,
    FRAGMENTS,
    ID,
    NOTES,
    UNSURE,
    tell_unheld,
    tell_unheld_of_article,
)
from workbench.formats.out_folder import OutFolder
from workbench.formats.views import pieces_of, views

HOLDS = frozenset({ID, FRAGMENTS, ATTRIBUTES, NOTES, UNSURE})
COLUMNS = (
    *("id", "article", "title", "annotator", "layer", "label", "start", "end", "fragments"),
    *("quote", "attributes", "note", "unsure", "answer"),
)


class SpreadsheetWriter:
    """Writes a row for each span that people finished."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._order, self._lose = order, lose
        self._rows = csv.writer(folder.text(order.file), lineterminator="\n")
        self._rows.writerow(COLUMNS)
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write the spans of an article; how many there are."""
        self._lose(Loss("text", article.article.id, "", article.article.title))
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            for annotation in view.annotations:
                self._write(annotation, article.article.title)
            written += len(view.annotations)
        return written

    def finish(self) -> None:
        """Nothing is left to write."""

    def _write(self, annotation: Annotation, title: str) -> None:
        """Write a row; what was changed in its cells is told of."""
        row = dict(zip(COLUMNS, _cells(annotation, title), strict=True))
        cells = {column: safe(cell) for column, cell in row.items()}
        changed = [column for column in COLUMNS if cells[column] != row[column]]
        if changed:
            self._lose(Loss.of("formula", annotation, ", ".join(changed)))
        self._rows.writerow(cells.values())


writer = SpreadsheetWriter


def _cells(annotation: Annotation, title: str) -> tuple[str, ...]:
    """What a row says, in the order of the columns."""
    span = annotation.span
    return (
        *(annotation.id, annotation.article, title, annotation.annotator),
        *(annotation.layer, annotation.label, str(span.start), str(span.end)),
        *(pieces_of(annotation), annotation.quote, _json(annotation.attributes)),
        *(annotation.note, annotation.unsure, annotation.answer),
    )


def _json(attributes: Mapping[str, str]) -> str:
    """Attributes in one cell, which is empty where there are none."""
    return json.dumps(dict(attributes), ensure_ascii=False) if attributes else ""
