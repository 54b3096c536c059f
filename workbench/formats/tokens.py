"""Spans on tokens, for formats that know nothing smaller.

A span that does not fall on the borders of tokens is moved to them, and told of. Where a format
holds no two spans over one token, they go in levels: the longest first, what overlaps it in the
next.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.domain.annotation import Annotation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, OnLoss
from workbench.domain.span import Span
from workbench.formats.tags import iob2
from workbench.formats.views import View

Tokenize = Callable[[str], Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, and the number of each that begins a sentence."""

    text: str
    spans: Sequence[Span]
    begins: tuple[int, ...]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The first token of each sentence, and the one after its last."""
        return pairwise((*self.begins, len(self.spans)))

    def under(self, span: Span) -> tuple[int, int]:
        """The first token that a span touches, and the one after the last."""
        first = bisect_right(self.spans, span.start, key=lambda token: token.end)
        return first, bisect_left(self.spans, span.end, key=lambda token: token.start)


@dataclass(frozen=True, slots=True)
class OnTokens:
    """A span by its first token and the one after its last."""

    first: int
    end: int
    annotation: Annotation

    def overlaps(self, other: "OnTokens") -> bool:
        """Whether the two share a token."""
        return self.first < other.end and other.first < self.end


def tokens_of(
    article: CorpusArticle, tokenize: Tokenize, *, crossed: bool = False, cut: bool = False
) -> Tokens:
    """The tokens of an article; its sentences are those that no one's span runs over the end of.

    So they are the same in all files, and no span is cut. Formats whose spans may run over them
    take the `crossed` ones as well. With `cut` tokens end where anybody's span begins or ends.
    """
    spans = tokenize(article.text)
    if cut:
        spans = list(cut_at(spans, borders(article)))
    if not spans:
        return Tokens(article.text, spans, ())
    sentences = article.structure.sentences if article.structure else ()
    starts = sorted(sentence.start for sentence in sentences)
    marks = () if crossed else article.annotations
    run_over = {start for mark in marks for start in _inside(starts, mark.span)}
    token_starts = [token.start for token in spans]
    begins = {bisect_left(token_starts, start) for start in starts if start not in run_over}
    return Tokens(article.text, spans, tuple(sorted({0, *begins} - {len(spans)})))


def borders(article: CorpusArticle) -> list[int]:
    """Where anybody's span begins or ends, in order."""
    spans = (fragment for a in article.annotations for fragment in a.fragments)
    return sorted({position for span in spans for position in (span.start, span.end)})


def cut_at(tokens: Iterable[Span], positions: Sequence[int]) -> Iterator[Span]:
    """Tokens cut at positions, which are in order."""
    for token in tokens:
        within = positions[bisect_right(positions, token.start) : bisect_left(positions, token.end)]
        yield from (Span(*pair) for pair in pairwise((token.start, *within, token.end)))


def tags_of(level: Iterable[OnTokens], tokens: Tokens) -> list[str]:
    """The tag of each token, of spans of which no two share one."""
    return iob2(((s.first, s.end, s.annotation.label) for s in level), len(tokens.spans))


def _inside(starts: Sequence[int], span: Span) -> Sequence[int]:
    """Those of some positions, in their order, that lie within a span."""
    return starts[bisect_right(starts, span.start) : bisect_left(starts, span.end)]


def on_tokens(annotations: Iterable[Annotation], tokens: Tokens, lose: Lose) -> Iterator[OnTokens]:
    """Spans on tokens; those that were moved, and those that no token lies under, are told of."""
    for annotation in annotations:
        first, end = tokens.under(annotation.span)
        if first >= end:
            lose(Loss.of("no_token", annotation))
            continue
        whole = Span(tokens.spans[first].start, tokens.spans[end - 1].end)
        if whole != annotation.span:
            now = f"{whole.start}–{whole.end}: {whole.of(tokens.text)}"
            lose(Loss.of("span_widened", annotation, now))
        yield OnTokens(first, end, annotation)


def layers_on_tokens(
    view: View, tokens: Tokens, *, on_loss: OnLoss, lose: Lose
) -> Iterator[tuple[str, list[list[OnTokens]]]]:
    """The layers of a person's work on an article, each with its spans in at least one level.

    There are further levels where overlaps are to be split; else what is in them is told of.
    """
    for layer in sorted(view.finished | {a.layer for a in view.annotations}):
        own = (annotation for annotation in view.annotations if annotation.layer == layer)
        found = levels(on_tokens(own, tokens, lose)) or [[]]
        if on_loss != "split":
            for span in (span for level in found[1:] for span in level):
                lose(Loss.of("overlap", span.annotation, span.annotation.label))
            del found[1:]
        yield layer, found


def levels(spans: Iterable[OnTokens]) -> list[list[OnTokens]]:
    """Spans in levels within which none overlap: the longest first, each as early as it can."""
    found: list[list[OnTokens]] = []
    for span in sorted(spans, key=lambda span: (span.first - span.end, span.first)):
        for level in found:
            if not any(map(span.overlaps, level)):
                level.append(span)
                break
        else:
            found.append([span])
    return found
