"""Where no format is named, files and folders are read as what they are, and it is said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.corpora import SCHEME, write
from tests.formats.round_trip import awkward
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.domain.label_names import LabelNames
from workbench.formats.registry import FORMATS, find_writable, writer
from workbench.formats.staging import RECEIPT
from workbench.operations import incoming
from workbench.operations.packing import Terms
from workbench.operations.recognising import Source, sources
from workbench.store.parcels import Parcel

TERMS = Terms(LabelNames(SCHEME), "ann", "done", "2026-01-01")
BOTH_WAYS = [each.name for each in FORMATS if each.reads and each.writes]


def exported(name: str, folder: Path) -> Path:
    """The awkward article as a format writes it, with a receipt and a data card beside."""
    write(writer(name), [awkward()], folder / f"corpus{find_writable(name).suffix}")
    (folder / RECEIPT).write_text(json.dumps({"format": name}))
    (folder / "README.md").write_text("# A corpus\n")
    return folder


def read(*paths: Path, format: str = "") -> list[Parcel | Refusal | incoming.Begun]:
    found = incoming.read([str(path) for path in paths], format, TERMS)
    return [item for batch in found for item in batch]


def refusals(found: list[Parcel | Refusal | incoming.Begun]) -> list[str]:
    return [item.key for item in found if isinstance(item, Refusal)]


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_folder_that_we_wrote_is_read_whole_and_nothing_else_in_it(
    name: str, tmp_path: Path
) -> None:
    found = read(exported(name, tmp_path))
    assert not refusals(found)
    assert {item.format for item in found if isinstance(item, Parcel)} == {name}
    assert {who for item in found if isinstance(item, Parcel) for who in item.people} == {
        *("ann", "bo")
    }


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_it_is_read_whole_under_its_name_as_well(name: str, tmp_path: Path) -> None:
    folder = exported(name, tmp_path)
    assert len(read(folder, format=name)) == len(read(folder))
    assert not refusals(read(folder, format=name))


def test_what_stands_beside_is_refused_as_a_whole_where_it_is_named(tmp_path: Path) -> None:
    folder = exported("jsonl", tmp_path)
    for format in ("", "jsonl"):
        assert refusals(read(*sorted(folder.iterdir()), format=format)) == (
            ["formats.stands_beside"] * 3
        )


def test_articles_of_all_kinds_come_from_one_folder(tmp_path: Path) -> None:
    exported("brat", tmp_path / "brat")
    exported("conll", tmp_path / "conll")
    (tmp_path / "plain.txt").write_text("Holm burns.")
    (tmp_path / "tasks.jsonl").write_text('{"text": "Holm", "entities": []}')
    found = [item for item in sources(tmp_path) if isinstance(item, Source)]
    assert [(item.path.name, item.format) for item in found] == [
        *(("plain.txt", ""), ("tasks.jsonl", "doccano")),
        *(("brat", "brat"), ("conll", "conll")),
    ]


@pytest.mark.parametrize(
    ("name", "content", "key", "said"),
    [
        ("a.jsonl", '{"text": "x", "spans": [], "entities": []}', "formats.ambiguous", "prodigy"),
        ("a.json", "{}", "formats.unrecognised", "label-studio"),
        ("a.spacy", "", "formats.only_written", "jsonl"),
        ("a.json", "{}", "formats.unrecognised", "--format: jsonl"),
        ("a.json", "{}", "formats.unrecognised", ", txt, "),
        ("a", "Holm burns.", "intake.unknown_format", "workbench import … --format"),
    ],
)
def test_what_cannot_be_told_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: str, key: str, said: str
) -> None:
    (tmp_path / name).write_text(content)
    (found,) = read(tmp_path / name)
    assert isinstance(found, Refusal)
    assert found.key == key
    assert said in str(UserError(found.key, **dict(found.values)))


def test_a_file_is_named_once_where_an_article_stands(tmp_path: Path) -> None:
    exported("brat", tmp_path / "b")
    exported("jsonl", tmp_path / "j")
    (mark,) = (tmp_path / "b" / "ann").glob("*.ann")
    found = read(mark, tmp_path / "b", tmp_path / "j" / "corpus.jsonl")
    assert [item.where for item in found if isinstance(item, Parcel)] == [
        mark.name,
        *(f"b, {who}/{mark.name}" for who in ("ann", "bo")),
        "corpus.jsonl, line 1",
    ]


@pytest.mark.parametrize("name", [name for name in BOTH_WAYS if name != "jsonl"])
def test_whoever_has_a_name_that_no_folder_may_have_keeps_it(name: str, tmp_path: Path) -> None:
    who = 'Zoë Quint, "Z"'
    article = awkward()
    theirs = replace(
        article,
        annotations=tuple(replace(each, annotator=who) for each in article.annotations),
        relations=tuple(replace(each, annotator=who) for each in article.relations),
        assignments=tuple(replace(each, annotator=who) for each in article.assignments or ()),
        labels=(),
    )
    write(writer(name), [theirs], tmp_path / f"corpus{find_writable(name).suffix}")
    (tmp_path / RECEIPT).write_text("{}")
    found = read(tmp_path)
    assert {who for item in found if isinstance(item, Parcel) for who in item.people} == {who}
