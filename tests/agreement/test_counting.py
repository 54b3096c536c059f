"""Sums over articles give the figures of the whole, and confusion says what went wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.coefficients import cohen_kappa, nominal_alpha
from workbench.agreement.counting import confusion, count_spans, sides_of
from workbench.agreement.presence import presence, token_kappa
from workbench.agreement.report import Running, compare
from workbench.agreement.resampling import AT_ONCE, Draws, Resamples, interval
from workbench.agreement.spans import span_f1
from workbench.agreement.work import Layer, Marked, Text

SENTENCES = tuple((start, start + 5) for start in range(0, 20, 5))
TEXTS = [Text(id, 20, SENTENCES, ((0, 20),), tuple(range(20))) for id in "12"]


def marked(start: int, end: int, label: str = "x", *, aided: bool = False) -> Marked:
    return Marked(((start, end),), label, aided=aided)


def layer(**work: list[Marked]) -> Layer:
    """The work of people on the first article."""
    return Layer("l", ("x", "y"), {who: {"1": marks} for who, marks in work.items()})


MARKS: st.SearchStrategy[list[Marked]] = st.lists(
    st.builds(
        lambda start, long, label: marked(start, start + long, label),
        st.integers(0, 14),
        st.integers(1, 6),
        st.sampled_from("xy"),
    ),
    max_size=5,
    unique_by=lambda mark: mark.place,
)


@given(a=MARKS, b=MARKS)
def test_counts_of_labels_add_up_to_the_f1_of_all(a: list[Marked], b: list[Marked]) -> None:
    report = compare(layer(a=a, b=b), TEXTS, samples=3, seed=1)
    f1 = span_f1([mark.place for mark in a], [mark.place for mark in b])
    assert report["mean_f1"] == f1.value
    (pair,) = report["pairs"]
    assert pair["exact"]["precision"] == f1.precision
    assert pair["exact"]["recall"] == f1.recall
    partial = report["mean_partial_f1"]
    assert partial is None or f1.value - 1e-9 <= partial <= 1 + 1e-9  # type: ignore[operator]


@given(a=MARKS, b=MARKS)
def test_who_is_who_does_not_matter(a: list[Marked], b: list[Marked]) -> None:
    sides = (layer(a=a, b=b), layer(a=b, b=a))
    there, back = (compare(each, TEXTS, samples=3, seed=1) for each in sides)
    for name in ("mean_f1", "mean_partial_f1", "u_alpha", "cu_alpha", "token_kappa"):
        assert there[name] == pytest.approx(back[name])
    assert there["confusion"] == back["confusion"]


@given(a=MARKS, b=MARKS)
def test_every_span_stands_in_the_confusion_once(a: list[Marked], b: list[Marked]) -> None:
    cells, borders = confusion(sides_of(layer(a=a, b=b), TEXTS))
    for label in "xy":
        row = sum(number for (one, _), number in cells.items() if one == label) + borders[label]
        assert row == sum(mark.label == label for mark in (*a, *b))


def test_confusion_tells_borders_labels_and_misses_apart() -> None:
    a = [marked(0, 4), marked(5, 9), marked(10, 12), marked(14, 16)]
    b = [marked(0, 4), marked(5, 8), marked(10, 12, "y")]
    cells, borders = confusion(sides_of(layer(a=a, b=b), TEXTS))
    assert (cells["x", "x"], borders["x"], cells["x", "y"], cells["x", ""]) == (2, 2, 1, 1)
    assert cells["y", "x"] == 1


@given(a=MARKS, b=MARKS, c=MARKS)
def test_presence_is_alpha_and_kappa_on_sentences(
    a: list[Marked], b: list[Marked], c: list[Marked]
) -> None:
    work = layer(a=a, b=b, c=c)
    items = [
        [
            any(m.label == "x" and m.hull[0] < end and start < m.hull[1] for m in side)
            for side in (a, b, c)
        ]
        for start, end in SENTENCES
    ]
    found = presence(work, TEXTS, per="sentences")["x"]
    assert found.alpha == pytest.approx(nominal_alpha(items).value)
    assert found.units == len(SENTENCES)
    two = presence(layer(a=a, b=b), TEXTS, per="sentences")["x"]
    kappa = cohen_kappa([item[0] for item in items], [item[1] for item in items])
    assert two.kappa == pytest.approx(kappa.value)


def test_kappa_on_tokens_is_that_of_their_labels() -> None:
    work = layer(a=[marked(0, 4), marked(6, 8, "y")], b=[marked(2, 4), marked(6, 9, "y")])
    a = ["x"] * 4 + ["-"] * 2 + ["y"] * 2 + ["-"] * 12
    b = ["-"] * 2 + ["x"] * 2 + ["-"] * 2 + ["y"] * 3 + ["-"] * 11
    assert token_kappa(work, TEXTS) == pytest.approx(cohen_kappa(a, b).value)


def test_an_article_that_only_one_has_finished_is_not_counted() -> None:
    work = Layer("l", ("x",), {"a": {"1": [marked(0, 4)], "2": [marked(0, 4)]}, "b": {"1": []}})
    assert count_spans(work.labels, sides_of(work, TEXTS)).both.tolist() == [[True], [False]]
    assert compare(work, TEXTS, samples=3, seed=1)["pairs"][0]["spans"] == {"a": 1, "b": 0}


# --- articles that come some at a time


def whole_and_apart(*layers: Layer, groups: Mapping[str, str]) -> tuple[Any, Any]:
    """The figures of articles counted at once, and of the same ones counted one after another."""
    texts = [replace(TEXTS[0], id=id, group=group) for id, group in groups.items()]
    number = len(set(groups.values()))
    whole, apart = (Running(groups=number, samples=40, seed=1) for _ in range(2))
    for one in layers:
        apart.add(one, [text for text in texts if text.id in one.gold])
    whole.add(
        replace(
            layers[-1],
            work={who: _joined(one.work[who] for one in layers) for who in layers[0].work},
            ends={who: _joined(one.ends[who] for one in layers) for who in layers[0].work},
            gold=_joined(one.gold for one in layers),
        ),
        texts,
    )
    return whole.figures(), apart.figures()


def _joined(parts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {id: marks for part in parts for id, marks in part.items()}


def article(id: str, labels: tuple[str, ...] = ("x", "y"), **work: list[Marked]) -> Layer:
    """The work of people on one article, all of which have an attribute."""
    said = {who: {id: marks} for who, marks in work.items()}
    ends = {who: {id: frozenset(m.key for m in marks)} for who, marks in work.items()}
    return Layer("l", labels, said, attributes={"tone": ("x",)}, ends=ends, gold={id: work["a"]})


@given(one=st.tuples(MARKS, MARKS), two=st.tuples(MARKS, MARKS), three=st.tuples(MARKS, MARKS))
def test_articles_that_come_one_by_one_give_the_figures_of_all_at_once(
    one: tuple[list[Marked], ...], two: tuple[list[Marked], ...], three: tuple[list[Marked], ...]
) -> None:
    layers = [
        article(str(number), a=a, b=b) for number, (a, b) in enumerate((one, two, three), start=1)
    ]
    whole, apart = whole_and_apart(*layers, groups={"1": "1", "2": "2", "3": "2"})
    assert nearly(apart) == nearly(whole)


def test_a_label_that_only_a_later_article_has_is_counted_like_the_others() -> None:
    old = Marked(((0, 4),), "old", {"tone": "calm"}, key="k", relations=(("cause", "k"),))
    mark = Marked(((6, 8),), "x", {"tone": "calm"}, key="x", relations=(("cause", "x"),))
    first = article("1", a=[mark], b=[mark, marked(9, 12, "y")])
    near = marked(15, 17, "old"), marked(15, 19, "old")
    later = article(
        "2", ("x", "y", "old"), a=[old, mark, near[0]], b=[old, marked(6, 8, "y"), near[1]]
    )
    whole, apart = whole_and_apart(first, later, groups={"1": "1", "2": "2"})
    assert apart["labels"]["old"]["f1"] == 0.5
    assert nearly(apart) == nearly(whole)


def nearly(figures: Any) -> Any:  # noqa: ANN401
    """Figures to twelve places, since sums in another order differ in the last one."""
    if isinstance(figures, dict):
        return {name: nearly(each) for name, each in figures.items()}
    if isinstance(figures, list | tuple):
        return [nearly(each) for each in figures]
    return round(figures, 12) if isinstance(figures, float) else figures


# --- the bootstrap


def test_resamples_draw_as_many_articles_and_belong_to_their_seed() -> None:
    drawn, same, other = (Draws(3, samples=50, seed=seed).weights(3) for seed in (4, 4, 5))
    assert (drawn.sum(axis=1) == 3).all()
    assert np.array_equal(drawn, same)
    assert not np.array_equal(drawn, other)


def test_groups_that_come_some_at_a_time_are_drawn_as_often_as_those_that_come_at_once() -> None:
    draws = Draws(40, samples=4_000, seed=4)
    drawn = np.hstack([draws.weights(number) for number in (10, 25, 5)])
    assert (drawn.sum(axis=1) == 40).all()
    # Each is there once in a resample on the average, and as often as not by a binomial law.
    assert drawn.mean(axis=0) == pytest.approx(np.ones(40), abs=0.1)
    assert drawn.var(axis=0) == pytest.approx(np.full(40, 39 / 40), rel=0.15)
    together = np.cov(drawn[:, 0], drawn[:, -1])[0, 1]
    assert together == pytest.approx(-1 / 40, abs=0.06)


def test_near_duplicates_are_drawn_together_wherever_one_call_ends() -> None:
    number = AT_ONCE + 3
    resamples = Resamples(number, samples=5, seed=2)
    for group in range(number):
        name = f"{group:05}"
        resamples.add([name], [np.eye(2)[:1]])
        resamples.add([name], [np.eye(2)[1:]])
    (sums,) = resamples.totals()
    assert sums.tolist() == [[number, number]] * 5


def test_an_interval_is_the_middle_of_what_is_defined() -> None:
    assert interval(np.arange(1001) / 1000) == pytest.approx((0.025, 0.975))
    assert interval(np.array([np.nan, np.nan, 1.0])) is None


def test_an_interval_is_wide_where_articles_differ() -> None:
    texts = [Text(str(number), 20) for number in range(20)]
    agreed = {text.id: [marked(0, 4)] for text in texts}
    half = {t.id: [marked(0, 4) if int(t.id) % 2 else marked(6, 8)] for t in texts}
    work = Layer("l", ("x",), {"a": agreed, "b": half})
    low, high = compare(work, texts, samples=500, seed=1)["ci95"]["mean_f1"]
    assert 0.2 < low < 0.4
    assert 0.6 < high < 0.8
