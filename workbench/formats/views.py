"""What one person finished of an article: the unit of every format that holds no two people.

Spans of two people in one document would be neither's, and a model would learn every span twice.
Layers that are not finished say nothing about what is absent from them, so they stay out unless
asked for, and each is told of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Lose, Loss
from workbench.domain.span import check_extent


@dataclass(frozen=True, slots=True)
class View:
    """An article as one person has it: their spans that go out, and what is between those.

    `finished` are the layers of which this is all there is; one without a span says that there is
    none.
    """

    article: CorpusArticle
    annotator: str
    finished: frozenset[str]
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...]
    labels: tuple[ArticleLabel, ...]


def views(article: CorpusArticle, *, any_status: bool, lose: Lose) -> Iterator[View]:
    """An article for each of those who finished a layer of it, or have anything to do with it.

    What stays out is told to `lose`. Raises `UserError` where a quote is not what stands at its
    place.
    """
    people = [who for who in _people(article) if any_status or finished_layers(article, who)]
    if not people:
        kind = "article_untouched" if any_status else "article_unfinished"
        lose(Loss(kind, article.article.id, "", article.article.title))
    for annotator in people:
        kept = _kept(article, annotator, any_status=any_status, lose=lose)
        for annotation in kept:
            check_extent(article.text, annotation.fragments, annotation.quote)
        yield View(
            article,
            annotator,
            finished_layers(article, annotator),
            kept,
            tuple(_between(kept, article, annotator, lose)),
            tuple(label for label in article.labels if label.annotator == annotator),
        )


def goes_out(article: CorpusArticle, *, any_status: bool) -> bool:
    """Whether there is a view of an article at all."""
    return any(any_status or finished_layers(article, who) for who in _people(article))


def tell_repeated(found: Sequence[View], lose: Lose) -> None:
    """Tell of an article whose text goes out once for each of several people."""
    if len(found) > 1:
        people = ", ".join(view.annotator for view in found)
        lose(Loss("text_repeated", found[0].article.article.id, "", people))


def _people(article: CorpusArticle) -> list[str]:
    """Everyone who has to do with the article, by name."""
    assigned = {assignment.annotator for assignment in article.assignments or ()}
    return sorted(assigned | {annotation.annotator for annotation in article.annotations})


def finished_layers(article: CorpusArticle, annotator: str) -> frozenset[str]:
    """The layers whose latest round the annotator has finished."""
    own = [a for a in article.assignments or () if a.annotator == annotator]
    latest = {a.layer: a.status for a in sorted(own, key=lambda a: a.round)}
    return frozenset(layer for layer, status in latest.items() if status == "done")


def _kept(
    article: CorpusArticle, annotator: str, *, any_status: bool, lose: Lose
) -> tuple[Annotation, ...]:
    """The annotator's spans that go out; each unfinished layer is told of once."""
    finished = finished_layers(article, annotator)
    own = [a for a in article.annotations if a.annotator == annotator]
    touched = {a.layer for a in own}
    touched |= {a.layer for a in article.assignments or () if a.annotator == annotator}
    for layer in sorted(touched - finished):
        number = sum(a.layer == layer for a in own)
        kind = "unfinished_included" if any_status else "layer_unfinished"
        lose(Loss(kind, article.article.id, "", f"{annotator}, {layer}: {number}"))
    return tuple(a for a in own if any_status or a.layer in finished)


def _between(
    kept: tuple[Annotation, ...], article: CorpusArticle, annotator: str, lose: Lose
) -> Iterator[Relation]:
    """The annotator's relations between spans that go out; others are told of."""
    ids = {annotation.id for annotation in kept}
    for relation in article.relations:
        if relation.annotator != annotator:
            continue
        if {relation.source, relation.target} <= ids:
            yield relation
        else:
            detail = f"{relation.type}: {relation.source} → {relation.target}"
            lose(Loss("relation_cut", article.article.id, relation.id, detail))


def pieces_of(annotation: Annotation) -> str:
    """Where the fragments of a span stand, for whoever reads that it lost its gaps."""
    return " ".join(f"{fragment.start}–{fragment.end}" for fragment in annotation.fragments)
