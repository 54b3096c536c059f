"""A person says which column is what, and the usual names are taken for the rest."""

import json
from pathlib import Path

import pytest

from tests.intake.samples import LEAD, document, refusal, why, written
from workbench.domain.errors import UserError
from workbench.intake.columns import field_columns, meanings
from workbench.intake.incoming import IntakeOptions

TABLE = f"nr\tHead\tKopf\tdate\tbody\tdesk\n7\tOne\tZwei\t2024-05-03\t{LEAD}\tx\n"


def options(**columns: str) -> IntakeOptions:
    return IntakeOptions(columns=columns)


def test_what_is_said_goes_before_the_usual_names(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tsv", TABLE)
    taken = document(path, options=options(Kopf="title", nr="id", desk="skip", date="meta"))
    assert (taken.title, taken.id) == ("Zwei", "7")
    assert taken.text == f"Zwei\n\n{LEAD}"
    assert taken.meta == {"Head": "One", "date": "2024-05-03"}
    assert taken.appearance.published == ""
    plain = document(path)
    assert (plain.title, plain.id, plain.appearance.published) == ("One", "", "2024-05-03")
    assert plain.meta == {"nr": "7", "Kopf": "Zwei", "desk": "x"}


def test_lines_are_read_by_what_is_said_too_and_may_lack_a_key(tmp_path: Path) -> None:
    record = {"Inhalt": LEAD, "text": "a label", "meta": {"ort": "Ellery"}}
    path = written(tmp_path, "a.jsonl", json.dumps(record))
    taken = document(path, options=options(Inhalt="text", ort="source", none="author"))
    assert (taken.text, taken.appearance.source) == (LEAD, "Ellery")
    assert taken.meta == {"text": "a label"}


def test_a_column_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path, "a.tsv", TABLE), options=options(Titel="title"))
    assert refused.key == "intake.no_such_column"
    assert "“Titel”" in why(refused)
    assert "Kopf" in why(refused)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"a": "headline"}, "intake.unknown_field"),
        ({"a": "text", "b": "text"}, "intake.field_twice"),
    ],
)
def test_what_no_column_can_be_is_refused(said: dict[str, str], key: str) -> None:
    with pytest.raises(UserError) as caught:
        meanings(said)
    assert caught.value.key == key


def test_several_columns_may_be_metadata_and_date_means_when_it_was_published() -> None:
    assert meanings({"a": "meta", "b": "meta", "c": "date"})["c"] == "published"
    assert field_columns(["text", "body"], {"text": "meta"}) == {"text": "body"}
