"""W3C Web Annotation: one collection as JSON-LD, and beside it the texts that it is about.

Offsets count code points, as the recommendation has it. It names everything but attributes, where a
mark came from, and what is known of an article: that stands as plain JSON under terms of our own,
so that nothing is lost. The fragments of a span are targets of one annotation.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from urllib.parse import quote
from uuid import UUID

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.domain.span import Span
from workbench.formats.about import said_of
from workbench.formats.holding import (
    ALL_WORK,
    METADATA,
    ZONES,
    tell_unheld,
    tell_unheld_of_article,
)
from workbench.formats.json_values import Object
from workbench.formats.out_folder import OutFolder
from workbench.formats.views import View, views

HOLDS = ALL_WORK | {METADATA, ZONES}
OWN = ("attributes", "origin", "article")  # the terms of our own
_NAMESPACE = "urn:workbench:"
_AROUND = 32  # characters of the text that are quoted before and after a span


class W3cWriter:
    """Writes a collection with one page, item by item, and a file for each text."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._folder, self._order, self._lose = folder, order, lose
        self._file = folder.text(order.file)
        self._file.write(_opening())
        self._items = 0
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article with the work of all who finished a layer; how many annotations."""
        people = list(views(article, any_status=self._order.any_status, lose=self._lose))
        if not people:
            return 0
        tell_unheld_of_article(article, HOLDS, self._lose)
        head = article.article
        name = self._folder.name_for(head.title or head.id, key=f"article {head.id}")
        self._folder.write(f"texts/{name}.txt", article.text)
        source = f"texts/{quote(name)}.txt"
        self._write(_article(article, people, source))
        for view in people:
            tell_unheld(view, HOLDS, self._lose)
            for item in _items(view, source):
                self._write(item)
        return sum(len(view.annotations) for view in people)

    def finish(self) -> None:
        """Close the page and the collection."""
        self._file.write(f'\n]}},"total":{self._items}}}\n')

    def _write(self, item: Object) -> None:
        self._file.write(",\n" if self._items else "\n")
        self._file.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")))
        self._items += 1


writer = W3cWriter


def _opening() -> str:
    """The collection up to its first item."""
    terms = {f"workbench:{name}": {"@type": "@json"} for name in OWN}
    collection = {
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            {"@version": 1.1, "workbench": _NAMESPACE, **terms},
        ],
        "id": f"{_NAMESPACE}corpus",
        "type": "AnnotationCollection",
        "first": {
            "id": f"{_NAMESPACE}corpus:page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [],
        },
    }
    return json.dumps(collection, separators=(",", ":")).removesuffix("]}}")


# --- the items


def _article(article: CorpusArticle, people: Iterable[View], source: str) -> Object:
    """What is known of an article: its zones, and which layers who has finished, among it."""
    zones = article.structure.zones if article.structure else ()
    known = {
        **said_of(article),
        "zones": [[zone.kind, zone.span.start, zone.span.end] for zone in zones],
        "finished": {view.annotator: sorted(view.finished) for view in people},
    }
    return {
        "id": f"{_iri(article.article.id)}#about",
        "type": "Annotation",
        "motivation": "describing",
        "body": _body("describing", article.article.title),
        "workbench:article": known,
        "target": source,
    }


def _items(view: View, source: str) -> Iterator[Object]:
    """All that one person said of an article."""
    text = view.article.text
    yield from (_annotation(annotation, text, source) for annotation in view.annotations)
    yield from (_relation(relation) for relation in view.relations)
    yield from (_article_label(label, source) for label in view.labels)


def _annotation(annotation: Annotation, text: str, source: str) -> Object:
    """A mark: what it is called and what is written about it, and where it stands."""
    targets = [_target(fragment, text, source) for fragment in annotation.fragments]
    said = (
        ("tagging", f"{annotation.layer}/{annotation.label}"),
        ("commenting", annotation.note),
        ("questioning", annotation.unsure),
        ("replying", annotation.answer),
    )
    return {
        **_head(annotation, "classifying"),
        "body": [_body(purpose, words) for purpose, words in said if words],
        **_attributes(annotation.attributes),
        "workbench:origin": asdict(annotation.origin),
        "target": targets if len(targets) > 1 else targets[0],
    }


def _relation(relation: Relation) -> Object:
    """A relation: an annotation of its source, whose body is its target."""
    target = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": _iri(relation.target),
    }
    note = [_body("commenting", relation.note)] if relation.note else []
    return {
        **_head(relation, "linking"),
        "body": [_body("tagging", relation.type), target, *note],
        **_attributes(relation.attributes),
        "target": _iri(relation.source),
    }


def _article_label(label: ArticleLabel, source: str) -> Object:
    """A label of the whole article: as many bodies as it has values."""
    values = (label.value,) if isinstance(label.value, str) else label.value
    return {
        "id": _iri(label.id),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": _person(label.annotator),
        "body": [_body("classifying", f"{label.name}/{value}") for value in values],
        "target": source,
    }


def _head(said: Annotation | Relation, motivation: str) -> Object:
    """Who said it, when and to what end."""
    times = {"created": said.created, "modified": said.modified}
    return {
        "id": _iri(said.id),
        "type": "Annotation",
        "motivation": motivation,
        "creator": _person(said.annotator),
        **{name: time for name, time in times.items() if time},
    }


def _person(name: str) -> Object:
    return {"type": "Person", "name": name}


def _body(purpose: str, words: str) -> Object:
    return {"type": "TextualBody", "purpose": purpose, "value": words}


def _attributes(attributes: Mapping[str, str]) -> Object:
    return {"workbench:attributes": dict(attributes)} if attributes else {}


def _target(fragment: Span, text: str, source: str) -> Object:
    """A place in a text, by its offsets and by its words."""
    start, end = fragment.start, fragment.end
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": fragment.of(text),
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }


def _iri(id: str) -> str:
    """The name of what goes by an id, which is a UUID unless somebody else gave it."""
    try:
        return UUID(id).urn
    except ValueError:
        return f"{_NAMESPACE}{quote(id, safe='')}"
