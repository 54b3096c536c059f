"""Articles as tasks of Label Studio, written one after another into an array.

A span in pieces becomes a region for each piece, and a relation from the first one to each other;
so a relation of the scheme that has that very name would join spans, and is left out. A note stands
where Label Studio keeps what is written about a region.
"""

import json
from collections.abc import Iterator
from itertools import count

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.formats.about import said_of
from workbench.formats.holding import (
    ARTICLE_LABELS,
    ATTRIBUTES,
    FRAGMENTS,
    METADATA,
    NOTES,
    RELATIONS,
    UNSURE,
    tell_unheld,
    tell_unheld_of_article,
)
from workbench.formats.json_values import Object
from workbench.formats.label_studio.config import (
    ANSWER,
    CONTINUES,
    QUESTION,
    TEXT,
    article_name,
    attribute_name,
    configuration,
    label_name,
)
from workbench.formats.out_folder import OutFolder
from workbench.formats.views import View, views

HOLDS = frozenset({FRAGMENTS, ATTRIBUTES, NOTES, UNSURE, RELATIONS, ARTICLE_LABELS, METADATA})


class LabelStudioWriter:
    """Writes one task for each article, with the work of everyone who finished a layer of it."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._order, self._lose = order, lose
        self._file = folder.text(order.file)
        self._tasks = 0
        folder.write(config_file(order.file), configuration(order.scheme))
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write the task of an article; how many annotations are in it."""
        people = list(views(article, any_status=self._order.any_status, lose=self._lose))
        if not people:
            return 0
        tell_unheld_of_article(article, HOLDS, self._lose)
        for view in people:
            tell_unheld(view, HOLDS, self._lose)
            for relation in filter(_joins, view.relations):
                detail = f"{relation.type}: {relation.source} → {relation.target}"
                self._lose(Loss(RELATIONS, article.article.id, relation.id, detail))
        task = {
            "data": {TEXT: article.text, **said_of(article)},
            "annotations": [_work(view, self._order.scheme) for view in people],
        }
        self._file.write(",\n" if self._tasks else "[\n")
        self._file.write(json.dumps(task, ensure_ascii=False, separators=(",", ":")))
        self._tasks += 1
        return sum(len(view.annotations) for view in people)

    def finish(self) -> None:
        """Close the array."""
        self._file.write("\n]\n" if self._tasks else "[]\n")


def config_file(name: str) -> str:
    """The name of the file with the configuration for a file of tasks."""
    return f"{name.removesuffix('.json')}.config.xml"


def _work(view: View, scheme: Scheme) -> Object:
    """All that one person marked in an article."""
    return {
        "completed_by": {"email": view.annotator},
        "was_cancelled": False,
        "ground_truth": False,
        "result": list(_Result(view, scheme).items()),
    }


class _Result:
    """What a person marked, item by item; regions are numbered."""

    def __init__(self, view: View, scheme: Scheme) -> None:
        self._view, self._scheme = view, scheme
        self._numbers = count(1)
        self._ids: dict[str, str] = {}

    def items(self) -> Iterator[Object]:
        """Every item, regions before what refers to them."""
        for annotation in self._view.annotations:
            yield from self._annotation(annotation)
        for relation in self._view.relations:
            if not _joins(relation):
                yield self._relation(relation)
        for label in self._view.labels:
            yield self._article_label(label)

    def _annotation(self, annotation: Annotation) -> Iterator[Object]:
        """A region with all that is said of it, and those of further pieces."""
        first, *further = annotation.fragments
        id = self._ids[annotation.id] = self._next()
        region = self._region(annotation, id, first)
        yield region | {"meta": {"text": [annotation.note]}} if annotation.note else region
        place = {"start": first.start, "end": first.end}
        yield from (self._said(id, *said, place) for said in self._attributes(annotation))
        for piece in further:
            other = self._next()
            yield self._region(annotation, other, piece)
            yield _arrow(id, other, CONTINUES)

    def _region(self, annotation: Annotation, id: str, piece: Span) -> Object:
        labels = [label_name(annotation.layer, annotation.label)]
        words = piece.of(self._view.article.text)
        value = {"start": piece.start, "end": piece.end, "text": words, "labels": labels}
        return {
            "id": id, "from_name": annotation.layer, "to_name": TEXT,
            "type": "labels", "value": value,
        }  # fmt: skip

    def _attributes(self, annotation: Annotation) -> Iterator[tuple[str, str, list[str]]]:
        """What is said of a span: the control, whether it offers choices, and the value."""
        layer = self._scheme.layer(annotation.layer)
        free = {attribute.id for attribute in layer.attributes if not attribute.values}
        for name, value in annotation.attributes.items():
            kind = "textarea" if name in free else "choices"
            yield attribute_name(layer.id, name), kind, [value]
        for control, words in ((QUESTION, annotation.unsure), (ANSWER, annotation.answer)):
            if words:
                yield control, "textarea", [words]

    def _said(self, id: str, control: str, kind: str, values: list[str], place: Object) -> Object:
        """An item of a control: choices, or a text."""
        key = "choices" if kind == "choices" else "text"
        return {
            "id": id, "from_name": control, "to_name": TEXT,
            "type": kind, "value": {**place, key: values},
        }  # fmt: skip

    def _article_label(self, label: ArticleLabel) -> Object:
        values = [label.value] if isinstance(label.value, str) else list(label.value)
        free = not self._scheme.article_label(label.name).values
        kind = "textarea" if free else "choices"
        return self._said(self._next(), article_name(label.name), kind, values, {})

    def _relation(self, relation: Relation) -> Object:
        type = self._scheme.relation(relation.type)
        both = type is not None and not type.directed
        ends = self._ids[relation.source], self._ids[relation.target]
        return _arrow(*ends, relation.type, direction="bi" if both else "right")

    def _next(self) -> str:
        return f"m{next(self._numbers)}"


def _joins(relation: Relation) -> bool:
    """Whether a relation would be taken for what joins the pieces of a span."""
    return relation.type == CONTINUES


def _arrow(source: str, target: str, label: str, *, direction: str = "right") -> Object:
    return {
        "type": "relation", "from_id": source, "to_id": target,
        "direction": direction, "labels": [label],
    }  # fmt: skip
