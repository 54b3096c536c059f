"""What goes into a `.spacy` file, as plain values: the packing itself is done where spaCy is.

One row is one article of one annotator: spans of two people in one document would be neither's, and
a model would learn every span twice. Every layer is a list of spans that may overlap, which become
a span group; the entity layer also becomes `doc.ents`, as far as its spans do not overlap, which
only the one who tokenises can tell. Where the entity layer is not finished, what no one has marked
is *missing*, not *outside*. All that spaCy has no place for goes into the user data. A row is a
tuple, since that is what travels between processes at no cost.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Loss
from workbench.domain.scheme import ArticleLabelType
from workbench.domain.span import check_fragments, check_quote

# annotation id, start, end, label; code points
SpanRow = tuple[str, int, int, str]
# article id, text, layer → spans, whether the entity layer is finished, categories, user data
Row = tuple[str, str, dict[str, list[SpanRow]], bool, dict[str, float], dict[str, Any]]
Lose = Callable[[Loss], None]

ENTITY = "entity"


def rows(
    articles: Iterable[CorpusArticle],
    *,
    any_status: bool,
    lose: Lose,
    article_labels: Sequence[ArticleLabelType] = (),
) -> Iterator[Row]:
    """The rows of articles, one for each annotator who finished a layer of one.

    Layers that are not finished are left out unless asked for. What cannot go in as it is, is told
    to `lose`. With the scheme's `article_labels`, a value that was not chosen is a category of 0.
    Raises `UserError` where a quote is not what stands at its place.
    """
    for article in articles:
        people = [who for who in _people(article) if any_status or _finished(article, who)]
        if not people:
            lose(Loss("article_unfinished", article.article.id, "", article.article.title))
        if len(people) > 1:
            lose(Loss("text_repeated", article.article.id, "", ", ".join(people)))
        for annotator in people:
            kept = _kept(article, annotator, any_status=any_status, lose=lose)
            yield _row(article, annotator, kept, article_labels, lose)


def _people(article: CorpusArticle) -> list[str]:
    """Everyone who has to do with the article, by name."""
    assigned = {assignment.annotator for assignment in article.assignments or ()}
    return sorted(assigned | {annotation.annotator for annotation in article.annotations})


def _finished(article: CorpusArticle, annotator: str) -> set[str]:
    """The layers whose latest round the annotator has finished."""
    own = [a for a in article.assignments or () if a.annotator == annotator]
    latest = {a.layer: a.status for a in sorted(own, key=lambda a: a.round)}
    return {layer for layer, status in latest.items() if status == "done"}


def _kept(
    article: CorpusArticle, annotator: str, *, any_status: bool, lose: Lose
) -> list[Annotation]:
    """The annotator's spans that go in; each unfinished layer is told of once."""
    finished = _finished(article, annotator)
    own = [a for a in article.annotations if a.annotator == annotator]
    touched = {a.layer for a in own}
    touched |= {a.layer for a in article.assignments or () if a.annotator == annotator}
    for layer in sorted(touched - finished):
        number = sum(a.layer == layer for a in own)
        kind = "unfinished_included" if any_status else "layer_unfinished"
        lose(Loss(kind, article.article.id, "", f"{annotator}, {layer}: {number}"))
    return [a for a in own if any_status or a.layer in finished]


def _row(
    article: CorpusArticle,
    annotator: str,
    kept: list[Annotation],
    types: Sequence[ArticleLabelType],
    lose: Lose,
) -> Row:
    """The row of one article and annotator."""
    groups: dict[str, list[SpanRow]] = {}
    for annotation in kept:
        check_fragments(len(article.text), annotation.fragments)
        check_quote(article.text, annotation.fragments, annotation.quote)
        if len(annotation.fragments) > 1:
            lose(_loss("discontinuous", annotation))
        span = annotation.span
        group = groups.setdefault(annotation.layer, [])
        group.append((annotation.id, span.start, span.end, annotation.label))
    labels = [label for label in article.labels if label.annotator == annotator]
    return (
        article.article.id,
        article.text,
        groups,
        ENTITY in _finished(article, annotator),
        _categories(labels, types),
        {
            **_head(article, annotator, labels),
            "annotations": {annotation.id: _said(annotation) for annotation in kept},
            "relations": _relations(article, annotator, kept, lose),
        },
    )


def _loss(kind: str, annotation: Annotation) -> Loss:
    """A loss of one annotation; its fragments are the detail."""
    span = annotation.span
    detail = " ".join(f"{fragment.start}–{fragment.end}" for fragment in annotation.fragments)
    return Loss(
        *(kind, annotation.article, annotation.id, detail),
        *(annotation.quote, span.start, span.end),
    )


def _categories(
    labels: Iterable[ArticleLabel], types: Sequence[ArticleLabelType]
) -> dict[str, float]:
    """Values of article labels as categories, `name=value`; free text is none."""
    possible = {kind.id: kind.values for kind in types}
    free = {kind.id for kind in types if kind.scale == "text"}
    found: dict[str, float] = {}
    for label in labels:
        if label.name not in free:
            others = possible.get(label.name, ())
            found |= {f"{label.name}={value}": 0.0 for value in others}
            found |= {f"{label.name}={value}": 1.0 for value in _values(label)}
    return found


def _values(label: ArticleLabel) -> tuple[str, ...]:
    """The one value of an article label, or all of them."""
    return (label.value,) if isinstance(label.value, str) else label.value


def _head(article: CorpusArticle, annotator: str, labels: Iterable[ArticleLabel]) -> dict[str, Any]:
    """What is known of the article itself."""
    head, structure = article.article, article.structure
    zones = structure.zones if structure else ()
    sentences = structure.sentences if structure else ()
    return {
        "article": head.id,
        "title": head.title,
        "annotator": annotator,
        "language": head.language,
        "file": head.file,
        "meta": dict(head.meta),
        "appearances": [[a.source, a.url, a.author, a.published] for a in article.appearances],
        "zones": [[zone.kind, zone.span.start, zone.span.end] for zone in zones],
        "sentences": [[span.start, span.end] for span in sentences],
        "article_labels": {label.name: list(_values(label)) for label in labels},
    }


def _said(annotation: Annotation) -> dict[str, Any]:
    """What a span of spaCy has no place for; what is empty is left out."""
    origin = annotation.origin
    fragments = [[fragment.start, fragment.end] for fragment in annotation.fragments]
    said = {
        "attributes": dict(annotation.attributes),
        "note": annotation.note,
        "unsure": annotation.unsure,
        "answer": annotation.answer,
        "created": annotation.created,
        "modified": annotation.modified,
        "scheme_version": annotation.scheme_version,
        "origin": [origin.by, origin.suggester, origin.suggestion, origin.score],
        "fragments": fragments if len(fragments) > 1 else [],
    }
    return {key: value for key, value in said.items() if value}


def _relations(
    article: CorpusArticle, annotator: str, kept: Iterable[Annotation], lose: Lose
) -> list[dict[str, Any]]:
    """The annotator's relations between spans that go in; others are told of."""
    ids = {annotation.id for annotation in kept}
    found = []
    for relation in article.relations:
        if relation.annotator != annotator:
            continue
        if {relation.source, relation.target} <= ids:
            found.append(_relation(relation))
        else:
            detail = f"{relation.type}: {relation.source} → {relation.target}"
            lose(Loss("relation_cut", article.article.id, relation.id, detail))
    return found


def _relation(relation: Relation) -> dict[str, Any]:
    """One relation as plain values."""
    return {
        "id": relation.id,
        "type": relation.type,
        "from": relation.source,
        "to": relation.target,
        "attributes": dict(relation.attributes),
        "note": relation.note,
        "created": relation.created,
        "modified": relation.modified,
    }
