"""Span F1 is symmetric, counts what it says, and is undefined where there is nothing."""

import json
import math
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CHECKOUT
from workbench.agreement.spans import (
    NOTHING,
    Articles,
    SpanF1,
    Unit,
    label_f1,
    mean_and_spread,
    pairwise_f1,
    pooled_f1,
    span_f1,
)
from workbench.domain.matching import Mark, exact

VECTORS = CHECKOUT.parent / "shared" / "iaa" / "vectors.json"

units = st.tuples(st.integers(0, 9), st.integers(10, 12), st.sampled_from("ab"))
SPANS: st.SearchStrategy[list[Unit]] = st.lists(units, max_size=8)
ARTICLES = st.dictionaries(st.sampled_from("123"), SPANS)


# --- two lists


def test_two_empty_lists_are_undefined() -> None:
    result = span_f1([], [])
    assert (result.value, result.precision, result.recall) == (None, None, None)


def test_an_empty_list_against_spans_is_nought_not_undefined() -> None:
    result = span_f1([], [(0, 1, "x")])
    assert (result.value, result.precision, result.recall) == (0.0, 0.0, None)


def test_nested_spans_and_labels_count_for_themselves() -> None:
    result = span_f1([(0, 9, "x"), (5, 9, "x"), (5, 9, "y")], [(5, 9, "x"), (5, 9, "y")])
    assert (result.value, result.precision, result.recall) == (0.8, 1.0, 2 / 3)


def test_fragments_are_compared_as_a_whole() -> None:
    split, whole = (((0, 3), (5, 9)), "x"), (((0, 9),), "x")
    assert span_f1([split], [whole]).value == 0.0
    assert span_f1([split, whole], [split]) == SpanF1(1, 2, 1)


def test_a_span_that_stands_twice_counts_twice_only_if_it_does_for_both() -> None:
    assert span_f1([(0, 1, "x")] * 2, [(0, 1, "x")]) == SpanF1(1, 2, 1)


@given(a=SPANS, b=SPANS)
def test_people_are_scored_as_suggesters_are(a: list[Mark], b: list[Mark]) -> None:
    """Human F1 is a ceiling only where the same matcher gives it."""
    between, of_one = span_f1(a, b), exact(b, a)
    assert between.value == pytest.approx(of_one.f1)
    assert (between.precision, between.recall) == (of_one.precision, of_one.recall)


@given(a=SPANS, b=SPANS)
def test_the_order_of_annotators_does_not_matter(a: list[Unit], b: list[Unit]) -> None:
    assert span_f1(a, b).value == span_f1(b, a).value
    assert span_f1(a, b).precision == span_f1(b, a).recall


@given(a=SPANS.filter(bool))
def test_a_list_agrees_with_itself_whole(a: list[Unit]) -> None:
    assert span_f1(a, a).value == 1.0


@given(a=SPANS, b=SPANS)
def test_f1_is_the_harmonic_mean_of_precision_and_recall(a: list[Unit], b: list[Unit]) -> None:
    result = span_f1(a, b)
    if result.precision and result.recall:
        harmonic = 2 / (1 / result.precision + 1 / result.recall)
        assert result.value == pytest.approx(harmonic)


# --- published examples


def bio_spans(tags: list[list[str]], *, typed: bool) -> list[Unit]:
    """The spans of sentences in IOB2."""
    found: list[Unit] = []
    for number, sentence in enumerate(tags):
        for start, tag in enumerate(sentence):
            if tag.startswith("B-"):
                end = start + 1
                while end < len(sentence) and sentence[end] == f"I-{tag[2:]}":
                    end += 1
                found.append((number, start, end, tag[2:] if typed else ""))
    return found


def published(metric: str) -> list[Any]:
    """The worked examples of one measure."""
    if not VECTORS.exists():
        pytest.skip("Needs the published worked examples, which are not on this machine.")
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"]
    return [vector for vector in vectors if vector["metric"] == metric]


@pytest.mark.parametrize(("measure", "typed"), [("strict", True), ("exact", False)])
def test_published_span_scores_come_out(measure: str, typed: bool) -> None:  # noqa: FBT001
    examples = published("semeval_span_scores")
    assert len(examples) >= 6
    for example in examples:
        gold = bio_spans(example["input"]["gold"], typed=typed)
        other = bio_spans(example["input"]["pred"], typed=typed)
        wanted = example["expected"][measure]
        result = span_f1(gold, other)
        assert result.shared == wanted["correct"], example["id"]
        assert result.in_a == wanted["correct"] + wanted["incorrect"] + wanted["missed"]
        assert result.in_b == wanted["correct"] + wanted["incorrect"] + wanted["spurious"]
        if "f1" in wanted:
            assert result.value == pytest.approx(wanted["f1"], abs=0.005)


# --- by article, by label, by pair


def test_only_articles_that_both_finished_are_compared() -> None:
    ann: Articles = {"1": [(0, 1, "x")], "2": [], "3": [(0, 1, "x")]}
    bo: Articles = {"2": [(5, 6, "x")], "3": [(0, 1, "x")], "4": [(0, 1, "x")]}
    assert pooled_f1(ann, bo) == SpanF1(1, 1, 2)


def test_a_place_under_two_labels_counts_against_both() -> None:
    found = label_f1({"1": [(0, 1, "x"), (2, 3, "y")]}, {"1": [(0, 1, "y"), (2, 3, "y")]})
    assert found == {"x": SpanF1(0, 1, 0), "y": SpanF1(1, 1, 2)}


@given(a=ARTICLES, b=ARTICLES)
def test_labels_add_up_to_the_layer(a: Articles, b: Articles) -> None:
    each = sum((span_f1(a[id], b[id]) for id in a.keys() & b.keys()), start=NOTHING)
    assert pooled_f1(a, b) == each
    assert sum(label_f1(a, b).values(), start=NOTHING) == each


def test_pairs_are_pooled_over_the_articles_that_both_have() -> None:
    pairs = pairwise_f1(
        {
            "bo": {"1": [(0, 1, "x")], "2": [(0, 1, "x"), (1, 2, "x")]},
            "ann": {"2": [(0, 1, "x")], "3": [(0, 1, "x")]},
        }
    )
    (pair,) = pairs
    assert (pair.a, pair.b, pair.articles, pair.exact.value) == ("ann", "bo", 1, 2 / 3)
    assert mean_and_spread(pairs) == (2 / 3, 0.0)


def test_coverage_is_finished_out_of_assigned_to_both() -> None:
    work: dict[str, Articles] = {"ann": {"1": [], "2": []}, "bo": {"2": []}}
    (pair,) = pairwise_f1(work, assigned={"ann": ["1", "2", "3"], "bo": ["2", "3"]})
    assert (pair.articles, pair.assigned, pair.coverage) == (1, 2, 0.5)
    (unknown,) = pairwise_f1(work)
    assert (unknown.assigned, unknown.coverage) == (None, None)


def test_labels_that_count_apart_are_not_in_the_layer() -> None:
    work: dict[str, Articles] = {
        "ann": {"1": [(0, 1, "cue"), (2, 3, "x")]},
        "bo": {"1": [(0, 2, "cue"), (2, 3, "x")]},
    }
    pairs = pairwise_f1(work, apart={"cue"})
    assert pairs[0].exact == SpanF1(1, 1, 1)
    assert mean_and_spread(pairs, label="cue") == (0.0, 0.0)
    assert mean_and_spread(pairs, label="x") == (1.0, 0.0)
    assert mean_and_spread(pairs, label="never") == (None, None)


def test_mean_and_population_deviation_are_over_pairs_that_are_defined() -> None:
    work: dict[str, Articles] = {
        "ann": {"1": [(0, 1, "x")]},
        "bo": {"1": [(0, 1, "x")]},
        "cy": {"1": [(5, 6, "x")]},
        "di": {"2": []},
    }
    pairs = pairwise_f1(work)
    assert Counter(pair.exact.value for pair in pairs) == {1.0: 1, 0.0: 2, None: 3}
    mean, spread = mean_and_spread(pairs)
    assert mean == pytest.approx(1 / 3)
    assert spread == pytest.approx(math.sqrt(2) / 3)
    assert mean_and_spread([]) == (None, None)
