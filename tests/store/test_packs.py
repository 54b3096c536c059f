"""What is packed comes out as it went in, and no crafted pack takes the memory."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.store import packs
from workbench.store.packs import pack, unpack

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
rows = json_values.map(lambda value: json.dumps([value], ensure_ascii=False)).filter(
    lambda text: text.isprintable() or text.encode("utf-8", "ignore").decode() == text
)


@given(st.dictionaries(st.integers(1, 2**62), rows, min_size=1))
def test_what_comes_out_is_what_went_in(texts: dict[int, str]) -> None:
    assert unpack(pack(texts)) == texts


def test_lines_that_a_text_breaks_into_are_no_lines_of_a_pack() -> None:
    texts = {1: json.dumps(["a\n2 []\r\u2028b\u0085"], ensure_ascii=False), 2: "[]"}
    assert unpack(pack(texts)) == texts


def test_neighbours_take_a_fraction_of_their_room() -> None:
    image = {"id": "01a213a1-557f-704c-b76e-e96053565b8b", "layer": "entity", "label": "person"}
    texts = {n: json.dumps([["annotation", "x", None, image | {"start": n}]]) for n in range(300)}
    assert len(pack(texts)) < sum(map(len, texts.values())) / 9


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no pack",
        pack({1: "[]", 2: "[1]"})[:-3],
        zlib.compress(b"no number"),
        zlib.compress(b"1 \xff"),
    ],
)
def test_what_is_no_pack_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpack(data)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_MOST", 100_000)
    assert unpack(zlib.compress(b"1 " + b" " * 99_998))
    with pytest.raises(ValueError, match="bomb"):
        unpack(zlib.compress(b"1 " + b" " * 99_999))
