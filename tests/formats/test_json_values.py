"""JSON from strangers is parsed line by line, and nothing in it passes unchecked."""

import io

import pytest

from workbench.domain.errors import UserError
from workbench.formats import json_values
from workbench.formats.json_values import (
    LIST,
    NUMBER,
    TEXT,
    WHOLE,
    Table,
    checked,
    known,
    lines,
    needed,
    parse,
    texts,
)

TABLE = Table({"text": TEXT, "start": WHOLE, "score": NUMBER, "spans": LIST})


def key_of(refused: "pytest.ExceptionInfo[UserError]") -> str:
    """The key of a refusal, whose sentence must be whole."""
    assert str(refused.value)
    return refused.value.key


# --- lines


def test_lines_are_numbered_from_one_also_without_a_last_end() -> None:
    assert list(lines(io.BytesIO(b"a\n\nb"))) == [(1, b"a\n"), (2, b"\n"), (3, b"b")]


def test_a_line_that_is_too_long_is_passed_over_without_being_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_values, "LONGEST", 8)
    monkeypatch.setattr(json_values, "_CHUNK", 3)
    file = io.BytesIO(b"1234567\n" + b"x" * 50 + b"\n89\n")
    assert list(lines(file)) == [(1, b"1234567\n"), (2, None), (3, b"89\n")]


# --- one line


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (b'{"a": 1}', {"a": 1}),
        (b'\xef\xbb\xbf{"a": null}\n', {"a": None}),
        (b'"\\ud83d\\ude42"', "🙂"),
        (b'"\\ud83d"', "\ufffd"),
        (b'{"\\udc00": ["\\ud800x"]}', {"\ufffd": ["\ufffdx"]}),
        (b"[1.5, -0]", [1.5, 0]),
    ],
)
def test_json_is_read_and_no_half_character_comes_through(line: bytes, value: object) -> None:
    assert parse(line) == value


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b"{", "formats.not_json"),
        (b"", "formats.not_json"),
        (b"{'a': 1}", "formats.not_json"),
        (b'"\xff"', "formats.not_utf8"),
        (b'{"a": 1, "b": 2, "a": 3}', "formats.key_twice"),
        (b'{"a": {"b": 1, "b": 1}}', "formats.key_twice"),
        (b"[" * 100_000, "formats.json_too_deep"),
        (b"NaN", "formats.json_number"),
        (b"[-Infinity]", "formats.json_number"),
        (b"1" * 5_000, "formats.json_number"),
    ],
)
def test_what_is_no_json_or_abuses_it_is_refused(line: bytes, key: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(line)
    assert key_of(refused) == key


# --- objects


def test_an_object_may_leave_out_anything_and_say_null() -> None:
    for value in ({}, {"text": None}, {"text": "a", "start": 1, "score": 1, "spans": []}):
        assert checked(value, TABLE, "here") == value


@pytest.mark.parametrize(
    ("value", "key", "said"),
    [
        ([], "formats.wrong_type", "here"),
        (None, "formats.wrong_type", "here"),
        ({"texts": "a"}, "formats.unknown_key", "texts"),
        ({"text": 1}, "formats.wrong_type", "here.text"),
        ({"start": 1.0}, "formats.wrong_type", "here.start"),
        ({"start": True}, "formats.wrong_type", "true or false"),
        ({"score": "1"}, "formats.wrong_type", "here.score"),
        ({"spans": {}}, "formats.wrong_type", "here.spans"),
    ],
)
def test_an_unknown_key_or_a_wrong_type_is_refused_by_its_place(
    value: object, key: str, said: str
) -> None:
    with pytest.raises(UserError) as refused:
        checked(value, TABLE, "here")
    assert key_of(refused) == key
    assert said in str(refused.value)


def test_a_shape_that_was_sound_does_not_let_another_one_pass() -> None:
    table = Table({"start": WHOLE, "end": WHOLE})
    for value in ({"start": 1, "end": 2}, {"end": 2, "start": 1}, {"start": None, "end": 2}):
        assert checked(value, table, "") == value
    for wrong in ({"start": 1, "end": "2"}, {"start": 1, "end": True}, {"start": 1, "stop": 2}):
        with pytest.raises(UserError):
            checked(wrong, table, "")


def test_shapes_are_remembered_up_to_a_number_and_checked_beyond_it() -> None:
    names = [f"k{number}" for number in range(1_500)]
    table = Table(dict.fromkeys(names, WHOLE))
    for name in names:
        checked({name: 1}, table, "")
    assert len(table.sound) == 1_000
    with pytest.raises(UserError):
        checked({names[-1]: "1"}, table, "")


# --- values


def test_texts_are_texts_alone() -> None:
    assert texts({"a": "1"}, "meta") == {"a": "1"}
    for wrong in ({"a": 1}, {"a": None}, ["a"]):
        with pytest.raises(UserError) as refused:
            texts(wrong, "meta")
        assert key_of(refused) == "formats.wrong_type"


def test_a_known_value_passes_and_another_is_refused_with_those_known() -> None:
    assert known("on", ("on", "off"), "help") == "on"
    with pytest.raises(UserError, match="on, off"):
        known("On", ("on", "off"), "help")


@pytest.mark.parametrize("fields", [{}, {"id": None}, {"id": ""}])
def test_what_must_be_there_is_missed_by_name(fields: dict[str, object]) -> None:
    with pytest.raises(UserError, match="id"):
        needed(fields, "id", "relations[0]")
