"""Tokens make up their text, and every span falls on their borders."""

import spacy
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.span import Span
from workbench.formats.prodigy.tokens import tokens
from workbench.suggest.tokens import tokenize

pieces = st.sampled_from(["a", "ab ", " ", "\n\n", "e\u0301", "😀", ", ", "שלום", "\u00a0"])
texts = st.lists(pieces, min_size=1, max_size=12).map("".join)


def words(text: str, *spans: Span) -> list[str]:
    return [span.of(text) for span in tokens(text, spans, tokenize).spans]


@given(text=texts, data=st.data())
def test_every_text_is_made_up_again_and_every_span_falls_on_borders(
    text: str, data: st.DataObject
) -> None:
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    spans = [Span(*pair) for pair in data.draw(st.lists(ends, max_size=4))]
    made = tokens(text, spans, tokenize)
    again = zip(made.spans, made.blank_after, strict=True)
    assert "".join(span.of(text) + " " * blank for span, blank in again) == text
    for span in spans:
        first, last = made.spans[made.first(span)], made.spans[made.last(span)]
        assert (first.start, last.end) == (span.start, span.end)


def test_the_tokens_of_spacy_and_blanks_beyond_one_are_tokens() -> None:
    assert words("Zoë of the U.S. said:\n“e\u0301tat  x”") == [
        *("Zoë", "of", "the", "U.S.", "said", ":", "\n"),
        *("“", "e\u0301tat", " ", "x", "”"),
    ]


def test_a_span_cuts_what_it_begins_or_ends_in() -> None:
    assert words("unfair deal", Span(2, 6)) == ["un", "fair", "deal"]
    assert words("a b c", Span(1, 3)) == ["a", " ", "b", "c"]
    assert words("a b c", Span(0, 2)) == ["a", " ", "b", "c"]
    assert words("a b c", Span(0, 1), Span(2, 3)) == ["a", "b", "c"]


def test_spacy_makes_the_same_tokens_of_the_same_text() -> None:
    text = " Zoë’s  U.S. talks\n\nended."
    assert words(text) == [token.text for token in spacy.blank("en")(text)]
