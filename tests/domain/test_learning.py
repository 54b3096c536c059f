from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.learning import Comparison, Tally, folds, sums

IDS = st.lists(st.text("abcdef", min_size=1, max_size=6), min_size=10, max_size=40, unique=True)


@given(IDS)
def test_every_article_is_held_back_once_in_parts_of_one_size(ids: list[str]) -> None:
    parts = folds(ids)
    assert sorted(id for part in parts for id in part) == sorted(ids)
    sizes = {len(part) for part in parts}
    assert max(sizes) - min(sizes) <= 1


@given(IDS, st.randoms())
def test_the_same_articles_fall_into_the_same_parts(ids: list[str], chance: object) -> None:
    mixed = list(ids)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert folds(mixed) == folds(ids)


@given(IDS, st.integers(1, 5))
def test_near_duplicates_are_held_back_together(ids: list[str], number: int) -> None:
    groups = {id: place % number for place, id in enumerate(ids) if place % 2}
    parts = folds(ids, groups=groups)
    assert sorted(id for part in parts for id in part) == sorted(ids)
    for group in groups.values():
        twins = {id for id, its in groups.items() if its == group}
        assert sum(not twins.isdisjoint(part) for part in parts) == 1


def test_a_gain_within_its_own_error_is_no_gain() -> None:
    assert not Comparison((0.2, 0.2, 0.2, 0.2), (0.9, 0.1, 0.1, 0.1), 12).better
    assert not Comparison((0.2, 0.3), (0.2, 0.3), 12).better
    sure = Comparison((0.2, 0.3, 0.25), (0.4, 0.52, 0.44), 12)
    assert sure.better
    assert round(sure.gain, 3) == 0.203


def test_tallies_add_up_by_kind() -> None:
    one: Tally = {("base", "person"): (1, 2), ("both", "place"): (3, 3)}
    assert sums((one, {("base", "person"): (0, 4)})) == {
        ("base", "person"): (1, 6),
        ("both", "place"): (3, 3),
    }
