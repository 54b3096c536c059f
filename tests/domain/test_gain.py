"""Expected gain: the more doubtful and the newer, the more an article teaches."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.gain import doubt, expected_gain

scores = st.lists(st.floats(0, 1), max_size=20)


@given(scores, st.floats(0, 1))
def test_a_further_suggestion_never_lessens_the_doubt(before: list[float], more: float) -> None:
    assert doubt([*before, more]) >= doubt(before) >= 0


def test_what_is_sure_teaches_nothing_and_what_is_even_teaches_most() -> None:
    assert doubt([0.0, 1.0]) == 0
    assert doubt([0.5]) == max(doubt([score / 20]) for score in range(21)) == 0.25


@given(st.floats(0, 100), st.integers(1, 50), st.data())
def test_new_words_count_twice_what_is_known(
    doubtful: float, places: int, data: st.DataObject
) -> None:
    new = data.draw(st.integers(0, places))
    known, fresh = (expected_gain(doubtful, places=places, new=n) for n in (0, places))
    assert known <= expected_gain(doubtful, places=places, new=new) <= fresh
    assert fresh == 2 * known


def test_an_article_without_suggestions_teaches_nothing() -> None:
    assert expected_gain(0.0, places=0, new=0) == 0
