"""Span F1 is symmetric, counts what it says, and is undefined where there is nothing."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.spans import mean_and_spread, pairwise_f1, span_f1

SPANS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(10, 12), st.sampled_from("ab")), max_size=8
)


def test_two_empty_lists_are_undefined() -> None:
    assert span_f1([], []).value is None


def test_nested_spans_and_labels_count_for_themselves() -> None:
    result = span_f1([(0, 9, "x"), (5, 9, "x"), (5, 9, "y")], [(5, 9, "x"), (5, 9, "y")])
    assert (result.value, result.precision, result.recall) == (0.8, 1.0, 2 / 3)


@given(a=SPANS, b=SPANS)
def test_the_order_of_annotators_does_not_matter(a: list[object], b: list[object]) -> None:
    assert span_f1(a, b).value == span_f1(b, a).value
    assert span_f1(a, b).precision == span_f1(b, a).recall


@given(a=SPANS.filter(bool))
def test_a_list_agrees_with_itself_whole(a: list[object]) -> None:
    assert span_f1(a, a).value == 1.0


def test_pairs_are_pooled_over_the_articles_that_both_have() -> None:
    pairs = pairwise_f1({"bo": {"1": ["s"], "2": ["t", "u"]}, "ann": {"2": ["t"], "3": ["v"]}})
    (pair,) = pairs
    assert (pair.a, pair.b, pair.articles, pair.exact.value) == ("ann", "bo", 1, 2 / 3)
    assert mean_and_spread(pairs) == (2 / 3, 0.0)
