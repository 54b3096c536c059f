"""Sums over articles give the figures of the whole, and confusion says what went wrong."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.coefficients import cohen_kappa, nominal_alpha
from workbench.agreement.counting import confusion, count_spans
from workbench.agreement.presence import presence, token_kappa
from workbench.agreement.report import compare
from workbench.agreement.resampling import interval, weights
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
    cells, borders = confusion(layer(a=a, b=b), TEXTS)
    for label in "xy":
        row = sum(number for (one, _), number in cells.items() if one == label) + borders[label]
        assert row == sum(mark.label == label for mark in (*a, *b))


def test_confusion_tells_borders_labels_and_misses_apart() -> None:
    a = [marked(0, 4), marked(5, 9), marked(10, 12), marked(14, 16)]
    b = [marked(0, 4), marked(5, 8), marked(10, 12, "y")]
    cells, borders = confusion(layer(a=a, b=b), TEXTS)
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
    assert count_spans(work, TEXTS).both.tolist() == [[True], [False]]
    assert compare(work, TEXTS, samples=3, seed=1)["pairs"][0]["spans"] == {"a": 1, "b": 0}


# --- the bootstrap


def test_resamples_draw_as_many_articles_and_belong_to_their_seed() -> None:
    drawn = weights(["1", "2", "3"], samples=50, seed=4)
    assert (drawn.sum(axis=1) == 3).all()
    assert np.array_equal(drawn, weights(["1", "2", "3"], samples=50, seed=4))
    assert not np.array_equal(drawn, weights(["1", "2", "3"], samples=50, seed=5))


def test_near_duplicates_are_drawn_together() -> None:
    drawn = weights(["twin", "2", "twin"], samples=50, seed=4)
    assert np.array_equal(drawn[:, 0], drawn[:, 2])
    assert len({tuple(row) for row in drawn}) > 1


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
