"""JSON lines without annotations give an article a line; those with annotations are told apart."""

import json
from pathlib import Path

import pytest

from tests.intake.samples import BODY, HEADLINE, LEAD, document, refusal, why, written
from workbench.domain.article import Document
from workbench.domain.corpus import Refusal
from workbench.intake.reading import read


def jsonl(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def test_a_line_is_an_article_with_keys_as_in_a_table(tmp_path: Path) -> None:
    record = {
        "Title": HEADLINE,
        "text": f"{LEAD}\u2028{BODY} 🌍",
        "meta": {"source": "Herald", "published": "2024-05-03", "language": "en", "desk": 4},
        "authors": ["Ann Li", "Jon Park"],
        "tags": {"a": 1},
        "none": None,
    }
    taken = document(written(tmp_path, "a.jsonl", jsonl(record)))
    assert taken.text == f"{HEADLINE}\n\n{LEAD}\u2028{BODY} 🌍"
    assert taken.appearance.source == "Herald"
    assert taken.appearance.author == "Ann Li, Jon Park"
    assert taken.appearance.published == "2024-05-03"
    assert taken.language == "en"
    assert taken.meta == {"desk": "4", "tags": '{"a": 1}'}


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"text": ', "intake.not_json"),
        ("[" * 100_000, "intake.not_json"),
        ('["text"]', "intake.not_an_object"),
        ('{"title": "x"}', "intake.no_text_key"),
        ('{"text": "  "}', "intake.empty_line"),
        ('{"text": null}', "intake.empty_line"),
        ('{"text": "\\u0000"}', "intake.empty"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_in(tmp_path: Path, line: str, key: str) -> None:
    source = f"{jsonl({'text': LEAD})}\n{line}\n{jsonl({'text': BODY})}"
    results = list(read(written(tmp_path, "a.jsonl", source)))
    assert [type(result) for result in results] == [Document, Refusal, Document]
    refused = results[1]
    assert isinstance(refused, Refusal)
    assert refused.key == key
    assert "ine 3" in why(refused) or key == "intake.empty"


def test_a_lone_surrogate_in_json_does_no_harm(tmp_path: Path) -> None:
    assert document(written(tmp_path, "a.jsonl", '{"text": "a \\ud83d b"}')).text == "a \ufffd b"


def test_a_file_that_is_no_text_is_refused_once(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "a.jsonl", bytes(range(256)) * 9)).key == "intake.binary"
