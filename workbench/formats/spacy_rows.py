"""What goes into a `.spacy` file, as plain values: the packing itself is done where spaCy is.

One row is one article of one annotator. Every layer is a list of spans that may overlap, which
become a span group; the entity layer also becomes `doc.ents`, as far as its spans do not overlap,
which only the one who tokenises can tell. A layer that is finished and holds nothing is an empty
group, and one that is not finished has none; what no one has marked in an unfinished entity layer
is *missing*, not *outside*. All that spaCy has no place for goes into the user data. A row is a
tuple, since that is what travels between processes at no cost.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.domain.scheme import ArticleLabelType
from workbench.formats.tokens import borders
from workbench.formats.views import View, pieces_of, tell_repeated, views

# annotation id, start, end, label; code points
SpanRow = tuple[str, int, int, str]
# article id, text, layer → spans, whether the entity layer is finished, categories, user data
Row = tuple[str, str, dict[str, list[SpanRow]], bool, dict[str, float], dict[str, Any]]

ENTITY = "entity"


def shaped(articles: Iterable[CorpusArticle], order: Order, lose: Lose) -> Iterator[Row]:
    """The rows of articles, one for each annotator who finished a layer of one.

    What cannot go in as it is, is told to `lose`. A value that was not chosen of an article label
    is a category of 0. Raises `UserError` where a quote is not what stands at its place.
    """
    types = order.scheme.article_labels
    for article in articles:
        found = list(views(article, any_status=order.any_status, lose=lose))
        tell_repeated(found, lose)
        for view in found:
            cuts = borders(article) if order.cut else []
            yield _row(view, types, lose, cuts=cuts)


def _row(view: View, types: Sequence[ArticleLabelType], lose: Lose, *, cuts: Sequence[int]) -> Row:
    """The row of one article and annotator; where tokens are cut, it says where."""
    groups: dict[str, list[SpanRow]] = {layer: [] for layer in sorted(view.finished)}
    for annotation in view.annotations:
        if len(annotation.fragments) > 1:
            lose(Loss.of("discontinuous", annotation, pieces_of(annotation)))
        span = annotation.span
        group = groups.setdefault(annotation.layer, [])
        group.append((annotation.id, span.start, span.end, annotation.label))
    return (
        view.article.article.id,
        view.article.text,
        groups,
        ENTITY in view.finished,
        _categories(view.labels, types),
        {
            **_head(view),
            "annotations": {annotation.id: _said(annotation) for annotation in view.annotations},
            "relations": [_relation(relation) for relation in view.relations],
            **({"cuts": list(cuts)} if cuts else {}),
        },
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


def _head(view: View) -> dict[str, Any]:
    """What is known of the article itself."""
    article = view.article
    head, structure = article.article, article.structure
    zones = structure.zones if structure else ()
    sentences = structure.sentences if structure else ()
    return {
        "article": head.id,
        "title": head.title,
        "annotator": view.annotator,
        "finished": sorted(view.finished),
        "language": head.language,
        "file": head.file,
        "meta": dict(head.meta),
        "appearances": [[a.source, a.url, a.author, a.published] for a in article.appearances],
        "zones": [[zone.kind, zone.span.start, zone.span.end] for zone in zones],
        "sentences": [[span.start, span.end] for span in sentences],
        "article_labels": {label.name: list(_values(label)) for label in view.labels},
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
        "carried_from": origin.annotation,
        "fragments": fragments if len(fragments) > 1 else [],
    }
    return {key: value for key, value in said.items() if value}


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
