"""What goes into a `.spacy` file, as plain values: the packing itself is done where spaCy is.

One row is one article. Every layer is a list of spans that may overlap, which become a span group;
the entity layer may also become `doc.ents`, as far as its spans do not overlap, which only the one
who tokenises can tell. An article whose entity layer nobody has finished has *missing* entities,
not none. A row is a tuple, since that is what travels between processes at no cost.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workbench.domain.annotation import Annotation
from workbench.domain.corpus import CorpusArticle, Loss

# id, start, end, label
SpanRow = tuple[str, int, int, str]
# article id, text, layer → spans, whether the entities are known, categories, user data
Row = tuple[str, str, dict[str, list[SpanRow]], bool, dict[str, float], dict[str, Any]]
IsFinished = Callable[[str, str], bool]


def rows(
    articles: Iterable[CorpusArticle], *, any_status: bool, lose: Callable[[Loss], None]
) -> Iterator[Row]:
    """The rows of articles; annotations of unfinished layers are left out unless asked for.

    What cannot go in as it is, is told to `lose`. Articles with nothing finished are left out.
    """
    for article in articles:
        finished = {(a.annotator, a.layer) for a in article.assignments or () if a.status == "done"}
        if not any_status and not finished:
            lose(Loss("article_unfinished", article.article.id, "", article.article.title))
            continue
        kept = []
        for annotation in article.annotations:
            if any_status or (annotation.annotator, annotation.layer) in finished:
                kept.append(annotation)
            else:
                lose(_loss("layer_unfinished", annotation, "left out"))
        known = any_status or any(layer == "entity" for _, layer in finished)
        yield _row(article, kept, entities_known=known, lose=lose)


def _row(
    article: CorpusArticle,
    kept: list[Annotation],
    *,
    entities_known: bool,
    lose: Callable[[Loss], None],
) -> Row:
    groups: dict[str, list[SpanRow]] = {}
    for annotation in kept:
        if len(annotation.fragments) > 1:
            lose(_loss("discontinuous", annotation, "hull as span, fragments in user data"))
        span = annotation.span
        row = (annotation.id, span.start, span.end, annotation.label)
        groups.setdefault(annotation.layer, []).append(row)
    ids = {annotation.id for annotation in kept}
    said = {
        "article": article.article.id,
        "annotations": {annotation.id: _said(annotation) for annotation in kept},
        "relations": [
            [relation.id, relation.type, relation.source, relation.target]
            for relation in article.relations
            if relation.source in ids
        ],
    }
    cats = {
        f"{label.name}={value}": 1.0
        for label in article.labels
        for value in ([label.value] if isinstance(label.value, str) else label.value)
    }
    return (article.article.id, article.text, groups, entities_known, cats, said)


def _said(annotation: Annotation) -> dict[str, Any]:
    """What a span of spaCy has no place for."""
    return {
        "annotator": annotation.annotator,
        "attributes": dict(annotation.attributes),
        "note": annotation.note,
        "fragments": [[fragment.start, fragment.end] for fragment in annotation.fragments],
    }


def _loss(kind: str, annotation: Annotation, detail: str) -> Loss:
    return Loss(kind, annotation.article, annotation.id, f"{annotation.quote[:80]}: {detail}")
