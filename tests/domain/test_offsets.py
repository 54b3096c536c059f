"""Code points against UTF-16 code units, checked against Python's own encoder."""

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.offsets import Utf16Map

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("a🌍👩‍👩‍👧é𠮷\n"), st.characters(exclude_categories=["Cs"]))
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
@example("🌍a🌍🌍b")
def test_units_are_those_of_the_encoded_prefix(text: str) -> None:
    map_ = Utf16Map(text)
    assert [map_.to_units(p) for p in range(len(text) + 1)] == [
        units(text[:p]) for p in range(len(text) + 1)
    ]


@given(TEXTS)
@example("🌍")
def test_units_lead_back_to_the_same_point(text: str) -> None:
    map_ = Utf16Map(text)
    for point in range(len(text) + 1):
        assert map_.to_points(map_.to_units(point)) == point


@given(TEXTS)
def test_the_middle_of_a_pair_belongs_to_its_character(text: str) -> None:
    map_ = Utf16Map(text)
    for point, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert map_.to_points(map_.to_units(point) + 1) == point
