"""An array from strangers comes item by item, and nothing in it passes unchecked."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import UserError
from workbench.formats import json_array
from workbench.formats.json_array import items

scalars = st.none() | st.booleans() | st.integers(-9, 99)
values = st.recursive(
    scalars | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("aé😀", max_size=3), inner),
    max_leaves=8,
)  # fmt: skip
objects = st.lists(st.dictionaries(st.text("aé😀", max_size=3), values, max_size=3), max_size=5)


def taken(data: bytes) -> list[object]:
    """The items, an error by its key."""
    return [item.key if isinstance(item, UserError) else item for item in items(io.BytesIO(data))]


@given(found=objects, indent=st.none() | st.just(2), escaped=st.booleans(), chunk=st.integers(1, 9))
def test_what_json_reads_is_read_in_pieces_of_any_size(
    *, found: list[object], indent: int | None, escaped: bool, chunk: int
) -> None:
    data = json.dumps(found, indent=indent, ensure_ascii=escaped).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_array, "_CHUNK", chunk)
        assert taken(data) == found


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"[]", []),
        (b"\xef\xbb\xbf [ ] \n", []),
        (b'{"a": 1}', [{"a": 1}]),
        (b'[{"a": 1}, {"b"', [{"a": 1}, "formats.not_json_on"]),
        (b'[{"a": 1} {"b": 2}]', [{"a": 1}, "formats.not_json_on"]),
        (b'[{"a": 1},]', [{"a": 1}, "formats.not_json_on"]),
        (b"[", ["formats.not_json_on"]),
        (b"", ["formats.not_json_on"]),
        (b"<html>", ["formats.not_json_on"]),
        (b'[{"a": 1, "a": 2}]', ["formats.key_twice"]),
        (b'[{"a": NaN}]', ["formats.json_number"]),
        (b"[" * 100_000, ["formats.json_too_deep"]),
        (b'[{"a": "\xff"}]', ["formats.not_utf8"]),
        (b'[{"a": "\\ud800"}]', [{"a": "\ufffd"}]),
    ],
)
def test_what_is_no_json_ends_the_reading(data: bytes, found: list[object]) -> None:
    assert taken(data) == found


def test_an_item_that_is_too_long_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_array, "LONGEST", 1_000)
    monkeypatch.setattr(json_array, "_CHUNK", 100)
    file = io.BytesIO(b'["' + b"x" * 1_000_000 + b'"]')
    (refused,) = items(file)
    assert isinstance(refused, UserError)
    assert refused.key == "formats.line_too_long"
    assert file.tell() < 5_000
