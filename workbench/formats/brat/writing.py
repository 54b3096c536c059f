"""Texts with their marks for brat, and the configuration that its server reads.

A mark may not run over a line end, so it is written in pieces that reading joins again.
"""

import re
from collections.abc import Iterator, Mapping

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.domain.scheme import Layer, RelationType, Scheme
from workbench.domain.span import Span
from workbench.formats.brat.lines import ANSWER, NOTE, QUESTION
from workbench.formats.holding import (
    ATTRIBUTES,
    FRAGMENTS,
    NOTES,
    RELATION_ATTRIBUTES,
    RELATION_NOTES,
    RELATIONS,
    UNSURE,
    tell_unheld,
    tell_unheld_of_article,
)
from workbench.formats.out_folder import OutFolder
from workbench.formats.views import View, views

HOLDS = frozenset(
    {FRAGMENTS, ATTRIBUTES, NOTES, UNSURE, RELATIONS, RELATION_ATTRIBUTES, RELATION_NOTES}
)
_LINE = re.compile(r"[^\n]+")


class BratWriter:
    """Writes a folder for each annotator, with a text and its marks for each article."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._folder, self._order, self._lose = folder, order, lose
        folder.write("annotation.conf", configuration(order.scheme))
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article for each who finished a layer of it; how many annotations there are."""
        head = article.article
        name = self._folder.name_for(head.title or head.id, key=f"article {head.id}")
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            place = f"{self._folder.folder_for(view.annotator)}/{name}"
            self._folder.write(f"{place}.txt", article.text)
            lines = _Lines(view, self._lose).all()
            self._folder.write(f"{place}.ann", "".join(f"{line}\n" for line in lines))
            written += len(view.annotations)
        return written

    def finish(self) -> None:
        """Say whose folders they are."""
        self._folder.write_people()


class _Lines:
    """The lines of one file of marks, each kind of them with its own count."""

    def __init__(self, view: View, lose: Lose) -> None:
        self._view, self._lose = view, lose
        self._counts: dict[str, int] = {}
        self._ids: dict[str, str] = {}

    def all(self) -> Iterator[str]:
        """Every line, spans before what refers to them."""
        for annotation in self._view.annotations:
            yield from self._annotation(annotation)
        for relation in self._view.relations:
            yield from self._relation(relation)

    def _annotation(self, annotation: Annotation) -> Iterator[str]:
        pieces = list(in_lines(annotation, self._view.article.text))
        cut = (pieces[0].start, pieces[-1].end) if pieces else ()
        if cut != (annotation.span.start, annotation.span.end):
            self._lose(Loss.of("line_end_cut", annotation))
        if not pieces:
            return
        id = self._next("T")
        self._ids[annotation.id] = id
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(piece.of(self._view.article.text) for piece in pieces)
        yield f"{id}\t{type_of(annotation.layer, annotation.label)} {places}\t{words}"
        yield from self._attributes(annotation.attributes, id, annotation.id)
        for kind, said in (
            (NOTE, annotation.note),
            (QUESTION, annotation.unsure),
            (ANSWER, annotation.answer),
        ):
            yield from self._note(kind, said, id, annotation.id)

    def _relation(self, relation: Relation) -> Iterator[str]:
        if not {relation.source, relation.target} <= self._ids.keys():
            detail = f"{relation.type}: {relation.source} → {relation.target}"
            article = self._view.article.article.id
            self._lose(Loss("relation_cut", article, relation.id, detail))
            return
        id = self._next("R")
        source, target = self._ids[relation.source], self._ids[relation.target]
        yield f"{id}\t{relation.type} Arg1:{source} Arg2:{target}\t"
        yield from self._attributes(relation.attributes, id, relation.id)
        yield from self._note(NOTE, relation.note, id, relation.id)

    def _attributes(self, said: Mapping[str, str], id: str, whose: str) -> Iterator[str]:
        for name, value in said.items():
            yield f"{self._next('A')}\t{name} {id} {self._flat(value, whose)}"

    def _note(self, kind: str, said: str, id: str, whose: str) -> Iterator[str]:
        if said:
            yield f"{self._next('#')}\t{kind} {id}\t{self._flat(said, whose)}"

    def _flat(self, said: str, whose: str) -> str:
        """Words on one line, without tabs."""
        flat = " ".join(said.split())
        if flat != said:
            self._lose(Loss("flattened", self._view.article.article.id, whose, said))
        return flat

    def _next(self, prefix: str) -> str:
        self._counts[prefix] = self._counts.get(prefix, 0) + 1
        return f"{prefix}{self._counts[prefix]}"


def in_lines(annotation: Annotation, text: str) -> Iterator[Span]:
    """The pieces of a span's fragments that lie within lines."""
    for fragment in annotation.fragments:
        for line in _LINE.finditer(text, fragment.start, fragment.end):
            yield Span(line.start(), line.end())


def type_of(layer: str, label: str) -> str:
    """What a label is called in brat."""
    return f"{layer}-{label}"


# --- the configuration


def configuration(scheme: Scheme) -> str:
    """The scheme as brat's `annotation.conf`, in which marks may overlap as they like."""
    sections = {
        "entities": list(_entities(scheme)),
        "relations": [
            *(f"{relation.id}\tArg1:<ENTITY>, Arg2:<ENTITY>" for relation in scheme.relations),
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        ],
        "events": [],
        "attributes": list(_attributes(scheme)),
    }
    return "\n".join("\n".join((f"[{name}]", *lines, "")) for name, lines in sections.items())


def _entities(scheme: Scheme) -> Iterator[str]:
    """The labels, those of a layer under its name, which cannot be given itself."""
    for layer in scheme.layers:
        yield f"!{layer.id}"
        yield from (f"\t{type_of(layer.id, label.id)}" for label in layer.labels)


def _attributes(scheme: Scheme) -> Iterator[str]:
    """The attributes of spans and of relations, each once with all values that it can have."""
    values: dict[str, dict[str, None]] = {}
    of_relations = {each.id for relation in scheme.relations for each in relation.attributes}
    holders: tuple[Layer | RelationType, ...] = (*scheme.layers, *scheme.relations)
    for attribute in (attribute for holder in holders for attribute in holder.attributes):
        values.setdefault(attribute.id, {}).update(dict.fromkeys(attribute.values))
    for name, known in values.items():
        target = "<ANY>" if name in of_relations else "<ENTITY>"
        yield f"{name}\tArg:{target}" + (f", Value:{'|'.join(known)}" if known else "")
