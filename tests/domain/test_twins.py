import random

from hypothesis import given
from hypothesis import strategies as st

from tests.clock import processor_seconds
from workbench.domain.twins import has_twin, index_of, sketch, twin_groups

STORY = " ".join(f"word{number} of the harbour report" for number in range(200))
OTHER = " ".join(f"line{number} in another piece" for number in range(200))


def is_twin(one: str, other: str) -> bool:
    known = sketch(other)
    return has_twin(sketch(one), index_of({"a": known}), {"a": len(known)})


def test_a_text_is_its_own_twin_and_no_twin_of_another() -> None:
    assert is_twin(STORY, STORY)
    assert not is_twin(STORY, OTHER)


def test_wire_copy_under_another_headline_and_cut_short_is_a_twin() -> None:
    copy = "Quite another headline\n\n" + STORY[: len(STORY) * 2 // 3]
    assert is_twin(copy, STORY)
    assert is_twin(STORY, copy)


def test_a_shared_sentence_makes_no_twins() -> None:
    assert not is_twin(STORY[:200] + " " + OTHER, STORY)


def test_short_and_empty_texts_do_not_trip() -> None:
    assert is_twin("Rain today", "rain TODAY")
    assert not is_twin("", STORY)
    assert not is_twin(STORY, "")


# --- groups


def grouped(sketches: dict[str, frozenset[int]]) -> set[frozenset[str]]:
    """The groups as sets of ids."""
    groups = twin_groups(sketches)
    return {frozenset(id for id, of in groups.items() if of == one) for one in groups.values()}


def test_twins_and_twins_of_twins_are_one_group() -> None:
    words = STORY.split()
    texts = {"a": words[:600], "b": words[300:1000], "c": words[700:], "d": OTHER.split(), "e": []}
    sketches = {id: sketch(" ".join(text)) for id, text in texts.items()}
    assert not is_twin(" ".join(texts["a"]), " ".join(texts["c"]))
    assert grouped(sketches) == {frozenset("abc"), frozenset("d"), frozenset("e")}


RUNS = st.frozensets(st.integers(0, 12), max_size=8)


@given(sketches=st.dictionaries(st.sampled_from("abcdefgh"), RUNS))
def test_groups_are_what_comparing_all_with_all_joins(sketches: dict[str, frozenset[int]]) -> None:
    joined = {id: {id} for id in sketches}
    for one, runs in sketches.items():
        for other, others in sketches.items():
            if one != other and has_twin(runs, index_of({other: others}), {other: len(others)}):
                whole = joined[one] | joined[other]
                joined |= dict.fromkeys(whole, whole)
    assert grouped(sketches) == {frozenset(whole) for whole in joined.values()}


def test_what_stands_in_every_text_costs_nothing() -> None:
    chance = random.Random(1)  # noqa: S311 - reproducible, not secret
    footer = frozenset(range(10))

    def seconds(number: int) -> float:
        sketches = {
            str(n): footer | {chance.randrange(10**9) for _ in range(15)} for n in range(number)
        }
        assert len(set(twin_groups(sketches).values())) == number
        return processor_seconds(lambda: twin_groups(sketches))

    assert seconds(8_000) < 30 * seconds(800)
