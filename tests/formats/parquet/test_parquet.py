"""Both tables as pyarrow alone reads them: everything is in one, and tags that fit in the other."""

import json
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.formats.corpora import write
from tests.formats.round_trip import awkward, told
from workbench.domain.corpus import OnLoss
from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.formats.registry import writer


def written(folder: Path, on_loss: OnLoss = "longest", copies: int = 1) -> dict[str, Any]:
    """The rows of both tables by their names, and what the receipt counts."""
    losses = write(writer("parquet"), [awkward()] * copies, folder / "x", on_loss=on_loss)
    rows = {path.stem: pq.read_table(path).to_pylist() for path in folder.glob("*.parquet")}
    return {**rows, "losses": told(losses)}


def test_the_table_of_spans_holds_everything(tmp_path: Path) -> None:
    article = awkward()
    ann, bo = written(tmp_path)["spans"]
    assert (ann["annotator"], bo["annotator"], ann["text"]) == ("ann", "bo", article.text)
    said = {span["id"]: span for row in (ann, bo) for span in row["spans"]}
    for mark in article.annotations:
        span = said.pop(mark.id)
        places = tuple(Span(f["start"], f["end"]) for f in span["fragments"])
        assert (places, span["quote"]) == (mark.fragments, mark.quote)
        assert (span["start"], span["end"]) == (mark.span.start, mark.span.end)
        assert (span["layer"], span["label"]) == (mark.layer, mark.label)
        assert json.loads(span["attributes"]) == mark.attributes
        assert (span["note"], span["unsure"], span["answer"]) == (
            mark.note, mark.unsure, mark.answer,
        )  # fmt: skip
        origin = mark.origin
        assert (span["created"], span["modified"]) == (mark.created, mark.modified)
        assert (span["by"], span["suggester"], span["score"]) == (
            origin.by, origin.suggester, origin.score,
        )  # fmt: skip
    assert not said
    arrows = [(r["id"], r["type"], r["head"], r["tail"], r["note"]) for r in ann["relations"]]
    assert arrows == [(r.id, r.type, r.source, r.target, r.note) for r in article.relations]
    assert json.loads(ann["relations"][0]["attributes"]) == {"role": "agent"}
    assert ann["labels"] == [{"name": "genre", "values": ["report"]}]
    assert ann["finished"] == ["claim", "entity", "event", "framing"]
    assert ann["zones"] == [{"kind": "headline", "start": 0, "end": 17}]
    assert ann["appearances"][0]["url"] == "https://gull.example/1"


def test_only_what_tags_cannot_say_is_lost(tmp_path: Path) -> None:
    assert written(tmp_path / "a")["losses"].keys() == {"tags_differ", "text_repeated"}
    assert written(tmp_path / "b", "split")["losses"].total() < (
        written(tmp_path / "c")["losses"].total()
    )


def test_tags_stand_at_their_tokens_level_by_level(tmp_path: Path) -> None:
    article = awkward()
    rows = written(tmp_path, "split")["tokens"]
    assert [row["level"] for row in rows if (row["annotator"], row["layer"]) == ("ann", "entity")]
    for row in rows:
        places = zip(row["starts"], row["ends"], strict=True)
        assert [article.text[start:end] for start, end in places] == row["tokens"]
        assert len(row["ner_tags"]) == len(row["tokens"])
        assert row["sentences"][0] == 0
    begun = [tag for row in rows for tag in row["ner_tags"] if tag.startswith("B-")]
    assert sorted(begun) == sorted(f"B-{mark.label}" for mark in article.annotations)
    (framing,) = [row for row in rows if row["layer"] == "framing"]
    assert set(framing["ner_tags"]) == {"O"}


def test_more_rows_than_are_written_at_once_are_all_there(tmp_path: Path) -> None:
    rows = written(tmp_path, copies=260)
    assert [len(rows["spans"]), len(rows["tokens"])] == [2 * 260, 5 * 260]


def test_no_library_describes_itself_inside(tmp_path: Path) -> None:
    written(tmp_path)
    found = [pq.read_schema(path).metadata for path in sorted(tmp_path.glob("*.parquet"))]
    assert found == [None, None]


def test_a_missing_library_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.startswith("workbench.formats.parquet")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UserError, check=lambda e: e.key == "formats.no_extra") as caught:
        writer("parquet")
    assert caught.value.values == {"format": "parquet", "extra": "parquet"}
