"""Articles cut into paragraphs or sentences, none of which cuts what anybody marked.

Where a span runs over a border, both sides are one piece. A piece keeps the article it is of and
the offset at which it begins there, as metadata, and its id says both.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from workbench.domain.annotation import Annotation
from workbench.domain.article import Structure, Zone
from workbench.domain.corpus import CorpusArticle, Lose, Loss
from workbench.domain.span import Span
from workbench.domain.text import text_hash

Unit = Literal["article", "paragraph", "sentence"]


def pieces(article: CorpusArticle, unit: Unit, lose: Lose) -> Iterator[CorpusArticle]:
    """The pieces of an article; what stands between two of them, or is of the whole, is told of."""
    spans = _spans(article, unit)
    begins = [span.start for span in spans]
    where = {a.id: bisect_right(begins, a.span.start) - 1 for a in article.annotations}
    _tell(article, where, lose)
    for number, span in enumerate(spans):
        own = tuple(a for a in article.annotations if where[a.id] == number)
        yield _piece(article, span, own)


def _spans(article: CorpusArticle, unit: Unit) -> list[Span]:
    """The places of the pieces, without the blanks around each, but with all that is marked."""
    starts = sorted({0, *_starts(article, unit)})
    marks = [annotation.span for annotation in article.annotations]
    crossed = {
        start
        for mark in marks
        for start in starts[bisect_right(starts, mark.start) : bisect_left(starts, mark.end)]
    }
    kept = [start for start in starts if start not in crossed]
    ends = [*kept[1:], len(article.text)]
    held = {place: [_words(article.text, Span(*place))] for place in zip(kept, ends, strict=True)}
    for mark in marks:
        number = bisect_right(kept, mark.start) - 1
        held[kept[number], ends[number]].append(mark)
    whole = [Span(min(s.start for s in of), max(s.end for s in of)) for of in held.values()]
    return [span for span in whole if span.start < span.end]


def _words(text: str, span: Span) -> Span:
    """A span without the blanks around it."""
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _starts(article: CorpusArticle, unit: Unit) -> Iterator[int]:
    """Where sentences begin, or the parts of the article."""
    if article.structure is not None:
        if unit == "sentence":
            yield from (sentence.start for sentence in article.structure.sentences)
        else:
            yield from (zone.span.start for zone in article.structure.zones)


def _tell(article: CorpusArticle, where: dict[str, int], lose: Lose) -> None:
    id = article.article.id
    for label in article.labels:
        lose(Loss("article_label", id, "", f"{label.annotator}, {label.name}"))
    for relation in article.relations:
        ends = [where.get(end) for end in (relation.source, relation.target)]
        if None in ends or ends[0] != ends[1]:
            kind = "relation_cut" if None in ends else "relation_apart"
            detail = f"{relation.type}: {relation.source} → {relation.target}"
            lose(Loss(kind, id, relation.id, detail))


def _piece(article: CorpusArticle, span: Span, own: tuple[Annotation, ...]) -> CorpusArticle:
    """A piece as an article of its own, with what was marked in it."""
    text = span.of(article.text)
    head = article.article
    id = f"{head.id}-{span.start}"
    ids = {annotation.id for annotation in own}
    return replace(
        article,
        article=replace(
            head,
            id=id,
            length=len(text),
            text_hash=text_hash(text),
            meta={**head.meta, "article": head.id, "offset": str(span.start)},
        ),
        text=text,
        structure=_within(article.structure, span),
        labels=(),
        annotations=tuple(_moved(annotation, id, span.start) for annotation in own),
        relations=tuple(
            replace(r, article=id) for r in article.relations if r.source in ids and r.target in ids
        ),
    )


def _moved(annotation: Annotation, article: str, by: int) -> Annotation:
    fragments = tuple(Span(f.start - by, f.end - by) for f in annotation.fragments)
    return replace(annotation, article=article, fragments=fragments)


def _within(structure: Structure | None, span: Span) -> Structure | None:
    """The zones and sentences of a text as far as they lie within a piece of it."""
    if structure is None:
        return None
    zones = tuple(
        Zone(zone.kind, part) for zone in structure.zones if (part := _part(zone.span, span))
    )
    sentences = tuple(part for sentence in structure.sentences if (part := _part(sentence, span)))
    return replace(structure, zones=zones, sentences=sentences)


def _part(one: Span, whole: Span) -> Span | None:
    """What of a span lies within another one, counted from where that begins."""
    if not one.overlaps(whole):
        return None
    start, end = max(one.start, whole.start), min(one.end, whole.end)
    return Span(start - whole.start, end - whole.start)
