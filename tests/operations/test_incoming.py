"""What a worker reads comes in batches, in its order, each thing named by its place."""

import itertools
import json
from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.domain.label_names import LabelNames
from workbench.operations import incoming
from workbench.operations.incoming import Batch, read
from workbench.operations.packing import Terms
from workbench.store.parcels import Parcel

TEXT = "Ferry talks end\n\nIlse Varn said the deal was dead.\n"
TERMS = Terms(LabelNames(news_scheme()), "ann", "done", "2026-01-01T00:00:00+00:00")


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches that are closed by their size alone."""
    monkeypatch.setattr(incoming, "PATIENCE", 3600.0)


def lines(folder: Path, *texts: str, spans: int = 0) -> Path:
    """A file of articles with these texts and so many spans each."""
    path = folder / "in.jsonl"
    marks = [
        {"layer": "entity", "label": "person", "start": start, "end": start + 1}
        for start in range(spans)
    ]
    rows = [json.dumps({"text": text, "annotations": marks}) for text in texts]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def batches(path: Path, format: str = "") -> list[Batch]:
    return list(read([str(path)], format, TERMS))


def places(batch: Batch) -> list[str]:
    return [item.where if isinstance(item, Parcel) else item.path for item in batch]


@pytest.mark.usefixtures("unhurried")
def test_a_batch_holds_so_many_articles_and_no_more(tmp_path: Path) -> None:
    number = incoming.MOST_ARTICLES + 2
    found = batches(lines(tmp_path, *(f"{TEXT}{index}" for index in range(number))))
    assert [len(batch) for batch in found] == [incoming.MOST_ARTICLES, 2]
    joined = itertools.chain.from_iterable(map(places, found))
    assert list(joined) == [f"in.jsonl, line {index + 1}" for index in range(number)]


@pytest.mark.usefixtures("unhurried")
def test_articles_with_many_rows_close_a_batch_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "MOST_ROWS", 60)
    found = batches(lines(tmp_path, *(f"{TEXT}{index}" for index in range(6)), spans=25))
    assert [len(batch) for batch in found] == [3, 3]


@pytest.mark.usefixtures("unhurried")
def test_no_text_stands_twice_in_one_batch(tmp_path: Path) -> None:
    found = batches(lines(tmp_path, TEXT, f"{TEXT}1", TEXT, TEXT))
    assert [len(batch) for batch in found] == [2, 1, 1]


def test_a_batch_waits_no_longer_than_its_patience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "PATIENCE", -1.0)
    found = batches(lines(tmp_path, *(f"{TEXT}{index}" for index in range(6))))
    assert [len(batch) for batch in found] == [1] * 6


def test_a_plain_file_is_an_article_of_which_nobody_has_said_anything(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    ((parcel,),) = batches(path)
    assert isinstance(parcel, Parcel)
    assert set(parcel.rows) == {"article", "article_text", "appearance"}
    assert (parcel.where, parcel.people, parcel.covers) == ("a.txt", frozenset(), frozenset())
    (text,) = parcel.rows["article_text"]
    assert text["text"] == TEXT.rstrip()
    assert json.loads(text["zones"])[0][0] == "headline"


def test_what_cannot_be_read_or_held_stands_in_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\0\1\2\3" * 100)
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    found = list(itertools.chain.from_iterable(batches(folder)))
    assert [type(item) for item in found] == [Refusal, Parcel]
    ((refused,),) = batches(tmp_path / "b.txt")
    assert isinstance(refused, Refusal)


def test_a_format_that_is_named_reads_every_file_as_that(tmp_path: Path) -> None:
    path = lines(tmp_path, TEXT).rename(tmp_path / "odd.name")
    ((parcel,),) = batches(path, "jsonl")
    assert places([parcel]) == ["odd.name, line 1"]
    with pytest.raises(UserError, check=lambda error: error.key == "formats.unknown_format"):
        batches(path, "spacy")
