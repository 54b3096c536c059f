"""What a file is, is told by what is in it, for all that we write and for what others do."""

import json
from pathlib import Path

import pytest

from tests.formats.corpora import write
from tests.formats.round_trip import awkward
from workbench.formats.detecting import is_beside, likely, only_written
from workbench.formats.registry import FORMATS, find_writable, writer
from workbench.formats.staging import RECEIPT


def of(folder: Path, name: str, content: str) -> tuple[str, ...]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return likely(path)


@pytest.mark.parametrize("name", [each.name for each in FORMATS if each.reads and each.writes])
def test_what_we_write_is_known_again(name: str, tmp_path: Path) -> None:
    suffix = find_writable(name).suffix
    write(writer(name), [awkward()], tmp_path / f"x{suffix}")
    found = {likely(path) for path in tmp_path.rglob(f"*{suffix}")}
    assert found == {(name,)}
    others = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != suffix]
    assert all(is_beside(path) or likely(path) == ("brat",) for path in others)


@pytest.mark.parametrize("name", ["corpus", "corpus.v1", "corpus.label-studio"])
@pytest.mark.parametrize("format", ["jsonl", "label-studio", "prodigy"])
def test_a_file_of_ours_is_known_again_whatever_it_was_called(
    format: str, name: str, tmp_path: Path
) -> None:
    write(writer(format), [awkward()], tmp_path / name)
    assert likely(tmp_path / name) == (format,)


@pytest.mark.parametrize(
    ("name", "content", "formats"),
    [
        ("a.jsonl", '{"text": "x", "gold": []}', ["jsonl"]),
        ("a.ndjson", '\ufeff{"text": "x"}\n{"text": "x", "zones": []}', ["jsonl"]),
        ("a.jsonl", '{"text": "x", "relations": []}', ["jsonl"]),
        ("a.jsonl", '{"data": "x", "label": [[0, 1, "A"]]}', ["doccano"]),
        ("a.jsonl", '{"text": "x", "entities": [], "relations": []}', ["doccano"]),
        ("a.jsonl", '{"text": "x", "spans": [{"start": 0}], "relations": []}', ["prodigy"]),
        ("a.jsonl", '{"text": "x", "_input_hash": 3}', ["prodigy"]),
        ("a.jsonl", '{"text": "x", "spans": [], "entities": []}', ["doccano", "prodigy"]),
        ("a.json", '[{"data": {"text": "x"}, "annotations": []}]', ["label-studio"]),
        ("a.json", '{"%FEATURE_STRUCTURES": []}', ["cas-json"]),
        ("a.xml", '<?xml version="1.0"?><xmi:XMI xmlns:xmi="x"/>', ["cas-xmi"]),
        ("a.tsv", "#FORMAT=WebAnno TSV 3.3\n", ["webanno-tsv"]),
        ("a", '\n<xmi:XMI xmlns:xmi="x"/>', ["cas-xmi"]),
        ("a.dump", '{"%FEATURE_STRUCTURES": []}', ["cas-json"]),
        ("a.conll", "", ["conll"]),
        ("a.txt", "Port\tB-LOC\nEnnis\tI-LOC\n", ["conll"]),
        ("a.text", "-DOCSTART- -X- O O\n\nHolm NNP I-NP I-LOC\n", ["conll"]),
        # and what is plain
        ("a.jsonl", '{"text": "about \\"annotations\\"", "label": "report"}', []),
        ("a.jsonl", '{"text": "x", "label": ["good"], "spans": "two"}', []),
        ("a.jsonl", '{"annotations": \n', []),
        ("a.jsonl", "[" * 100_000, []),
        ("a.txt", '{"text": "x", "annotations": []}', []),
        ("a.txt", "Vitamin B-12\nis no tag\n", []),
        ("a.txt", "One O\nTwo O\n", []),
        ("a.tsv", "text\ttitle\nHolm\tO\n", []),
        ("a.json", '{"text": "x"}', []),
        ("a.json", '[{"data": 1, "annotations"', []),
        ("a.xml", "<rss/>", []),
        ("a.docx", "PK\x03\x04", []),
        ("a.jsonl", "", []),
        ("a", "", []),
        ("a", "Holm burns.", []),
        ("a", "{", []),
        ("a.html", '<xmi:XMI xmlns:xmi="x"/>', []),
    ],
)
def test_a_file_is_what_is_in_it(
    tmp_path: Path, name: str, content: str, formats: list[str]
) -> None:
    assert of(tmp_path, name, content) == tuple(formats)


def test_only_the_first_lines_are_looked_at(tmp_path: Path) -> None:
    plain = [json.dumps({"text": "x"})] * 50
    assert of(tmp_path, "a.jsonl", "\n".join([*plain, '{"text": "x", "gold": []}'])) == ()


def test_a_text_with_marks_beside_it_is_of_brat(tmp_path: Path) -> None:
    assert of(tmp_path, "a.txt", "Holm") == ()
    assert of(tmp_path, "a.ann", "") == ("brat",)
    assert likely(tmp_path / "a.txt") == ("brat",)


def test_what_is_not_there_is_of_no_format(tmp_path: Path) -> None:
    assert likely(tmp_path / "none.jsonl") == ()
    assert likely(tmp_path) == ()


def test_what_stands_beside_a_corpus_is_known(tmp_path: Path) -> None:
    names = [RECEIPT, "SHA256SUMS", "x.scheme.yaml", "x.config.xml", "annotation.conf"]
    assert all(is_beside(tmp_path / name) for name in names)
    assert not is_beside(tmp_path / "README.md")  # may be an article
    (tmp_path / RECEIPT).write_text("{}")
    assert is_beside(tmp_path / "README.md")
    assert not is_beside(tmp_path / "x.jsonl")


def test_what_is_only_written_is_known_by_its_name() -> None:
    assert only_written(Path("a.spacy")) == "spacy"
    assert only_written(Path("a.JSONLD")) == "w3c"
    assert not only_written(Path("a.jsonl"))


@pytest.mark.parametrize(
    ("format", "name"), [("csv", "o.csv"), ("html", "o.html"), ("csv", "o"), ("html", "p")]
)
def test_our_own_tables_and_pages_are_told_from_those_of_others(
    tmp_path: Path, format: str, name: str
) -> None:
    write(writer(format), [awkward()], tmp_path / name)
    assert only_written(tmp_path / name) == format
    (tmp_path / name).write_text("id,article,title\n1,<p>Holm burns.,Holm\n")
    assert not only_written(tmp_path / name)
    (tmp_path / name).unlink()
    assert not only_written(tmp_path / name)
