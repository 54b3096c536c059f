"""What was tested on is never trained on, what belongs together stays so, shares are reached."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import UserError
from workbench.domain.splitting import Item, Split, place, split_of

HUNDRED = [Item(f"a{n}", f"text {n}") for n in range(100)]


def test_shares_are_reached_as_nearly_as_whole_articles_allow() -> None:
    placed = place(HUNDRED, {}, Split())
    assert placed.shares() == {"train": 80, "dev": 10, "test": 10}
    assert place(HUNDRED, {}, Split((80, 20))).shares() == {"train": 80, "test": 20}


def test_chance_goes_by_the_seed_and_the_texts_alone() -> None:
    once, again, other = (place(HUNDRED, {}, Split(seed=seed)).parts for seed in (1, 1, 2))
    assert once == again != other
    elsewhere = [replace(item, id=f"b{item.id}") for item in HUNDRED]
    found = place(elsewhere[::-1], {}, Split()).parts
    assert {id.removeprefix("b"): part for id, part in found.items()} == once


def test_what_was_placed_stays_and_only_the_new_is_placed() -> None:
    before = place(HUNDRED[:40], {}, Split()).parts
    placed = place(HUNDRED, before, Split((50, 25, 25), seed=9))
    assert {id: placed.parts[id] for id in before} == before
    assert set(placed.placed) == {item.id for item in HUNDRED[40:]}
    assert placed.shares() == {"train": 50, "dev": 25, "test": 25}


@given(
    groups=st.lists(st.integers(0, 12), min_size=1, max_size=60),
    known=st.integers(0, 60),
    seed=st.integers(0, 5),
    by_date=st.booleans(),
)
def test_a_group_is_never_torn(groups: list[int], known: int, seed: int, *, by_date: bool) -> None:
    items = [
        Item(f"a{n}", f"{n}", (f"g{group}",), f"2024-01-{n % 28 + 1:02}")
        for n, group in enumerate(groups)
    ]
    split = Split(seed=seed, by_date=by_date)
    before = place(items[:known], {}, split).parts
    placed = place(items[known:], before, split, beside=items[:known])
    parts = {**before, **placed.parts}
    where: dict[str, set[str]] = {}
    for item in items:
        where.setdefault(item.groups[0], set()).add(parts[item.id])
    assert all(len(several) == 1 for several in where.values())
    assert placed.torn == 0


def test_groups_that_share_an_article_are_one() -> None:
    items = [Item("a", "1", ("x",)), Item("b", "2", ("x", "y")), Item("c", "3", ("y",))]
    assert len(set(place(items, {}, Split((50, 50))).parts.values())) == 1


def test_what_joins_two_parts_afterwards_is_told_of_and_moves_nothing() -> None:
    items = [Item("a", "1", ("x",)), Item("b", "2", ("x",)), Item("c", "3", ("x",))]
    placed = place(items, {"a": "train", "b": "test"}, Split())
    assert placed.parts == {"a": "train", "b": "test", "c": "train"}
    assert placed.torn == 1


def dated(*days: int) -> list[Item]:
    return [Item(f"a{day}", f"{day}", (), f"2024-01-{day:02}") for day in days]


def test_by_date_what_is_later_is_in_a_later_part() -> None:
    placed = place(dated(*range(20, 0, -1)), {}, Split(by_date=True))
    order = [placed.parts[f"a{day}"] for day in range(1, 21)]
    assert order == ["train"] * 16 + ["dev"] * 2 + ["test"] * 2


def test_by_date_nothing_later_than_the_test_is_trained_on_afterwards() -> None:
    before = place(dated(*range(1, 11)), {}, Split(by_date=True)).parts
    assert before["a10"] == "test"
    placed = place(dated(*range(1, 29)), before, Split(by_date=True))
    assert {placed.parts[f"a{day}"] for day in range(10, 29)} == {"test"}


def test_without_a_date_an_article_is_trained_on() -> None:
    items = [*dated(*range(1, 11)), Item("undated", "u")]
    placed = place(items, {}, Split(by_date=True))
    assert (placed.parts["undated"], placed.undated) == ("train", 1)
    assert place(items, {}, Split()).undated == 0
    assert set(place([Item("x", "x")], {}, Split(by_date=True)).parts.values()) == {"train"}


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(0, 9))
def test_every_article_is_placed_once(sizes: list[int], seed: int) -> None:
    items = [
        Item(f"{n}-{k}", f"{n}-{k}", (f"{n}",)) for n, size in enumerate(sizes) for k in range(size)
    ]
    placed = place(items, {}, Split(seed=seed))
    assert sorted(placed.parts) == sorted(item.id for item in items)
    assert set(placed.placed) == set(placed.parts)


def test_shares_are_read_as_people_write_them() -> None:
    assert split_of("80/10/10") == Split()
    assert split_of("8/2", seed=3, group_by="meta.desk").targets() == {"train": 0.8, "test": 0.2}


@pytest.mark.parametrize("shares", ["", "80", "80/10/5/5", "80/x/10", "80/0/20", "80//20", "-8/2"])
def test_what_are_no_shares_is_refused(shares: str) -> None:
    with pytest.raises(UserError, check=lambda e: e.key == "domain.bad_shares"):
        split_of(shares)


@pytest.mark.parametrize("grouping", ["sources", "meta.", "meta"])
def test_what_nobody_can_group_by_is_refused(grouping: str) -> None:
    with pytest.raises(UserError, check=lambda e: e.key == "domain.bad_grouping"):
        split_of("80/20", group_by=grouping)
