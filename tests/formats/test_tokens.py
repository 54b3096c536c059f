"""Spans go on the tokens that they touch, and in levels where they share one."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.formats.corpora import annotation, full
from workbench.domain.corpus import CorpusArticle, Loss
from workbench.domain.span import Span, quote_of
from workbench.formats.tokens import OnTokens, levels, on_tokens, tokens_of

SOME = annotation("a-1", "Varn")


def words(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"\w+|[^\w\s]", text)]


def marked(*spans: Span) -> CorpusArticle:
    """The article with these spans alone."""
    found = full()
    marks = [
        replace(SOME, id=f"m-{i}", fragments=(s,), quote=quote_of(found.text, (s,)))
        for i, s in enumerate(spans)
    ]
    return replace(found, annotations=tuple(marks))


@given(st.integers(0, 60), st.integers(1, 30))
def test_a_span_covers_every_token_that_it_touches_and_no_other(start: int, length: int) -> None:
    span = Span(start, min(start + length, len(full().text)))
    found = marked(span)
    tokens = tokens_of(found, words)
    lost: list[Loss] = []
    placed = list(on_tokens(found.annotations, tokens, lost.append))
    touched = [index for index, token in enumerate(tokens.spans) if token.overlaps(span)]
    assert [i for each in placed for i in range(each.first, each.end)] == touched
    fits = touched and (tokens.spans[touched[0]].start, tokens.spans[touched[-1]].end) == (
        span.start, span.end,
    )  # fmt: skip
    kind = [] if fits else ["span_widened" if touched else "no_token"]
    assert [loss.kind for loss in lost] == kind


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), max_size=8))
def test_levels_hold_every_span_once_and_none_over_another(ranges: list[tuple[int, int]]) -> None:
    spans = [OnTokens(first, first + length, SOME) for first, length in ranges]
    found = levels(spans)
    assert sorted(id(span) for level in found for span in level) == sorted(map(id, spans))
    for number, level in enumerate(found):
        assert not any(a.overlaps(b) for a in level for b in level if a is not b)
        for span in level:  # each as early as it can be
            assert all(any(map(span.overlaps, earlier)) for earlier in found[:number])
    assert max((s.end - s.first for s in spans), default=0) == max(
        (s.end - s.first for s in (found[0] if found else [])), default=0
    )


def test_sentences_end_where_no_span_runs_over_it() -> None:
    found = marked(Span(0, 5))
    assert found.structure is not None
    number = len(list(tokens_of(found, words).sentences()))
    assert number == len(found.structure.sentences) == 2
    first, second = found.structure.sentences
    over = marked(Span(first.start, second.start + 4))
    assert len(list(tokens_of(over, words).sentences())) == 1
    assert list(tokens_of(replace(found, text=" "), words).sentences()) == []
