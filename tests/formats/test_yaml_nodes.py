"""A YAML text is a tree of entries that know their line and take only what they are asked for."""

from collections.abc import Callable

import pytest

from workbench.domain.errors import UserError
from workbench.formats.yaml_nodes import DEEPEST, Entry, compose


def entry(text: str) -> Entry:
    """The entry under the key `a`."""
    return compose(f"# a comment\na: {text}\n", file="my.yaml").mapping()["a"]


def refusal(read: Callable[[], object]) -> tuple[str, int]:
    """The key and the line of a refusal, which names its file."""
    with pytest.raises(UserError) as refused:
        read()
    assert "my.yaml" in str(refused.value)
    line = refused.value.values["line"]
    assert isinstance(line, int)
    return refused.value.key, line


@pytest.mark.parametrize("text", ["on", "off", "yes", "no", "1", "1.50", "2026-01-02", "0x1F"])
def test_what_other_readers_take_for_something_else_is_text(text: str) -> None:
    assert entry(text).text() == text


@pytest.mark.parametrize("nothing", ["", "~", "null", "NULL"])
def test_a_plain_null_is_nothing_and_a_quoted_one_is_text(nothing: str) -> None:
    assert entry(nothing).is_nothing
    assert refusal(entry(nothing).text) == ("formats.yaml_not_text", 2)
    assert entry(f"'{nothing}'").text() == nothing


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("true", Entry.flag, True),
        ("false", Entry.flag, False),
        ("999999999", Entry.number, 999_999_999),
        ("[x, y]", Entry.texts, ("x", "y")),
        ("[]", Entry.texts, ()),
        ("low_line9", Entry.identifier, "low_line9"),
        ("|\n  two\n  lines", Entry.text, "two\nlines\n"),
    ],
)
def test_a_value_is_read_as_what_it_is_asked_for(
    text: str, read: Callable[[Entry], object], value: object
) -> None:
    assert read(entry(text)) == value


@pytest.mark.parametrize(
    ("text", "read", "key"),
    [
        ("yes", Entry.flag, "formats.yaml_not_flag"),
        ("'true'", Entry.flag, "formats.yaml_not_flag"),
        ("True", Entry.flag, "formats.yaml_not_flag"),
        ("0", Entry.number, "formats.yaml_not_number"),
        ("'1'", Entry.number, "formats.yaml_not_number"),
        ("1e3", Entry.number, "formats.yaml_not_number"),
        ("1000000000", Entry.number, "formats.yaml_not_number"),
        ("١", Entry.number, "formats.yaml_not_number"),
        ("' '", Entry.filled, "formats.yaml_not_text"),
        ("[x, x]", Entry.texts, "formats.yaml_twice"),
        ("[x, '']", Entry.texts, "formats.yaml_not_text"),
        ("x", Entry.texts, "formats.yaml_not_list"),
        ("[x]", Entry.mapping, "formats.yaml_not_mapping"),
        ("{x: 1, x: 2}", Entry.mapping, "formats.yaml_twice"),
        ("{<<: {x: 1}}", Entry.identified, "formats.yaml_bad_id"),
        ("9a", Entry.identifier, "formats.yaml_bad_id"),
        ("ä", Entry.identifier, "formats.yaml_bad_id"),
    ],
)
def test_anything_else_is_refused_at_its_line(
    text: str, read: Callable[[Entry], object], key: str
) -> None:
    assert refusal(lambda: read(entry(text))) == (key, 2)


def test_a_refusal_names_the_way_to_its_place() -> None:
    root = compose("a:\n  b:\n  - x\n  - {c: d}\n", file="my.yaml")
    inner = root.mapping()["a"].mapping()["b"].items()[1].mapping()["c"]
    assert (inner.place, inner.line) == ("a.b[1].c", 4)
    with pytest.raises(UserError, match=r"a\.b\[1\]\.c must be true or false"):
        inner.flag()


def test_keys_that_are_missing_or_unknown_are_named() -> None:
    root = compose("a: 1\nb: 2\n", file="my.yaml")
    with pytest.raises(UserError, match="lacks “c”"):
        root.mapping(required=["a", "c"])
    assert refusal(lambda: root.mapping(["a"])) == ("formats.yaml_unknown_key", 2)


def test_nesting_is_read_down_to_a_depth_that_nobody_needs() -> None:
    deep = DEEPEST - 2
    assert entry("[" * deep + "]" * deep).is_list
    assert refusal(lambda: entry("[" * DEEPEST + "]" * DEEPEST)) == ("formats.yaml_deep", 2)


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert refusal(lambda: compose(bomb, file="my.yaml")) == ("formats.yaml_alias", 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 'x", 1),
        ("a: 1\nb: [2\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a\x00", 1),
        ("a: \ud800", 1),
    ],
)
def test_what_is_no_yaml_is_refused_where_it_ends_to_be(text: str, line: int) -> None:
    key, found = refusal(lambda: compose(text, file="my.yaml"))
    assert key == "formats.yaml_syntax"
    assert abs(found - line) <= 1
