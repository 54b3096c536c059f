"""What a format has no place for, told item by item, the same way for all of them.

A format names the kinds of things that it holds; everything else that is there is a loss. So a
receipt cannot forget a kind, and what is missing after a round trip is what the receipt said.
"""

from collections.abc import Iterable, Iterator

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.corpus import CorpusArticle, Lose, Loss
from workbench.formats.views import View, pieces_of

# Of an annotation: what it carries beside its layer, its label and its place.
ID = "id"
FRAGMENTS = "discontinuous"
ATTRIBUTES = "attribute"
NOTES = "note"
UNSURE = "unsure"
PROVENANCE = "provenance"
# Of a person's work on an article.
RELATIONS = "relation"
RELATION_ATTRIBUTES = "relation_attribute"
RELATION_NOTES = "relation_note"
ARTICLE_LABELS = "article_label"
FINISHED = "finished_empty"
# Of the article itself.
METADATA = "metadata"
ZONES = "zones"

# All that a person's work on an article can be.
ALL_WORK = frozenset(
    {
        *(ID, FRAGMENTS, ATTRIBUTES, NOTES, UNSURE, PROVENANCE),
        *(RELATIONS, RELATION_ATTRIBUTES, RELATION_NOTES, ARTICLE_LABELS, FINISHED),
    }
)


def tell_unheld(view: View, holds: frozenset[str], lose: Lose) -> None:
    """Tell of all in a person's view of an article that is of no kind which a format holds."""
    for annotation in view.annotations:
        for kind, detail in _of_annotation(annotation):
            if kind not in holds:
                lose(Loss.of(kind, annotation, detail))
    for kind, id, detail in _of_view(view):
        if kind not in holds:
            lose(Loss(kind, view.article.article.id, id, detail))


def tell_unheld_of_article(article: CorpusArticle, holds: frozenset[str], lose: Lose) -> None:
    """Tell of what is known of an article itself that is of no kind which a format holds."""
    for kind, detail in _of_article(article):
        if kind not in holds:
            lose(Loss(kind, article.article.id, "", detail))


def _of_annotation(annotation: Annotation) -> Iterator[tuple[str, str]]:
    """The kinds of things that an annotation has, each with what it says."""
    yield ID, annotation.id
    if len(annotation.fragments) > 1:
        yield FRAGMENTS, pieces_of(annotation)
    yield from ((ATTRIBUTES, f"{name}={value}") for name, value in annotation.attributes.items())
    if annotation.note:
        yield NOTES, annotation.note
    if annotation.unsure or annotation.answer:
        yield UNSURE, f"{annotation.unsure} {annotation.answer}".strip()
    if annotation.created or annotation.modified or annotation.origin.by != "hand":
        yield PROVENANCE, f"{annotation.origin.by} {annotation.created}".strip()


def _of_view(view: View) -> Iterator[tuple[str, str, str]]:
    """The kinds of things in a person's work beside annotations, with the id each goes by."""
    for relation in view.relations:
        yield from ((kind, relation.id, detail) for kind, detail in _of_relation(relation))
    for label in view.labels:
        values = (label.value,) if isinstance(label.value, str) else label.value
        yield ARTICLE_LABELS, "", f"{view.annotator}, {label.name}={', '.join(values)}"
    marked = {annotation.layer for annotation in view.annotations}
    for layer in sorted(view.finished - marked):
        yield FINISHED, "", f"{view.annotator}, {layer}"


def _of_relation(relation: Relation) -> Iterator[tuple[str, str]]:
    yield RELATIONS, f"{relation.type}: {relation.source} → {relation.target}"
    for name, value in relation.attributes.items():
        yield RELATION_ATTRIBUTES, f"{name}={value}"
    if relation.note:
        yield RELATION_NOTES, relation.note


def _of_article(article: CorpusArticle) -> Iterator[tuple[str, str]]:
    head = article.article
    said: Iterable[str] = (
        *(f"{name}={value}" for name, value in head.meta.items()),
        *(f"source={appearance.source}" for appearance in article.appearances),
    )
    yield METADATA, ", ".join((head.title, *said))
    if article.structure is not None and article.structure.zones:
        yield ZONES, str(len(article.structure.zones))
