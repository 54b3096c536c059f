"""A row is a span, as any reader of CSV has it, and no cell is a formula."""

import csv
import json
from dataclasses import replace
from pathlib import Path

from tests.formats.corpora import write
from tests.formats.round_trip import awkward, told
from workbench.formats import spreadsheet
from workbench.formats.holding import ATTRIBUTES, FRAGMENTS, ID, NOTES, UNSURE


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_span_is_a_row_with_all_that_is_held(tmp_path: Path) -> None:
    article = awkward()
    write(spreadsheet.writer, [article], tmp_path / "out.csv")
    found = {row["id"]: row for row in rows(tmp_path / "out.csv")}
    for mark in article.annotations:
        row = found.pop(mark.id)
        places = [tuple(map(int, each.split("–"))) for each in row["fragments"].split(" ")]
        assert " ".join(article.text[start:end] for start, end in places) == row["quote"]
        assert (row["annotator"], row["layer"], row["label"]) == (
            mark.annotator, mark.layer, mark.label,
        )  # fmt: skip
        assert (int(row["start"]), int(row["end"])) == (mark.span.start, mark.span.end)
        assert json.loads(row["attributes"] or "{}") == mark.attributes
        assert (row["note"], row["unsure"], row["answer"]) == (mark.note, mark.unsure, mark.answer)
    assert not found


def test_the_receipt_names_what_has_no_column(tmp_path: Path) -> None:
    losses = told(write(spreadsheet.writer, [awkward()], tmp_path / "out.csv"))
    assert losses["text"] == 1
    assert losses["relation"] == 2
    assert losses.keys().isdisjoint({ID, FRAGMENTS, ATTRIBUTES, NOTES, UNSURE})


def test_a_formula_in_any_cell_is_words_and_told_of(tmp_path: Path) -> None:
    article = awkward()
    first, *others = article.annotations
    sly = replace(article, annotations=(replace(first, note="=HYPERLINK(1)"), *others))
    losses = write(spreadsheet.writer, [sly], tmp_path / "out.csv")
    assert [loss.detail for loss in losses if loss.kind == "formula"] == ["note"]
    assert rows(tmp_path / "out.csv")[0]["note"] == "'=HYPERLINK(1)"
