"""The nouns as rows: which column holds what.

Plain mappings, made without the database, so that a worker process can make them. A row leaves out
what is empty, since columns hold that by default: most annotations have no note, and a corpus has
many annotations.
"""

import functools
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.domain.annotation import HAND, Annotation, Origin, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import (
    Appearance,
    Article,
    ArticleLabel,
    ArticleText,
    Structure,
    Zone,
)
from workbench.domain.gold import Decision, Gold, GoldRelation, Ruling
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, Span, hull
from workbench.domain.suggestion import State, Suggestion, SuggestionRelation
from workbench.store.json_columns import as_json

Row = dict[str, Any]
Marked = dict[tuple[str, str], list[Row]]
"""Annotations by annotator and layer."""

TextRow = tuple[str, int, str, str, str]
"""A text as the file holds it: its id, the version of its structure, zones, sentences, the text.

It costs next to nothing to hand to another process, where a structure of 14,000 places takes the
one that sends it 50 ms to make and to pack.
"""

# What a frozen row leaves out: its assignment says it, or it is no part of what was marked.
_NOT_FROZEN = frozenset({"article", "annotator", "layer", "created", "modified"})
# The columns that make two annotations of an article say the same.
PLACE = ("annotator", "layer", "label", "start", "end", "fragments")
_EMPTY = frozenset({None, "", "{}"})
# How several values begin; a text that begins so gets a backslash in front, which reading drops.
_LIKE_A_LIST = re.compile(r"\\*\[")


# --- parts of rows


def mapping_text(values: Mapping[str, str]) -> str:
    """A mapping as the text of a column, in one order, so that equal mappings are equal rows."""
    return _mapping_text(tuple(sorted(values.items()))) if values else "{}"


@functools.lru_cache(maxsize=10_000)
def _mapping_text(items: tuple[tuple[str, str], ...]) -> str:
    """The text of a mapping, which most often is one that has been seen before."""
    return json.dumps(dict(items), ensure_ascii=False)


def fragments_text(fragments: Fragments) -> str | None:
    """Several fragments as the text of a column; one is its hull, and needs none."""
    if len(fragments) == 1:
        return None
    return json.dumps([[fragment.start, fragment.end] for fragment in fragments])


@functools.lru_cache(maxsize=1_000)
def origin_text(origin: Origin) -> str:
    """An origin as the text of a column, without what it does not say."""
    if origin == HAND:
        return "{}"
    said = {
        "by": origin.by,
        "suggester": origin.suggester,
        "suggestion": origin.suggestion,
        "score": origin.score,
        "annotation": origin.annotation,
    }
    return json.dumps({name: value for name, value in said.items() if value not in ("", None)})


def value_text(value: str | tuple[str, ...]) -> str:
    """An article label's value: several as a JSON list, and one that begins like it marked."""
    if not isinstance(value, str):
        return json.dumps(list(value), ensure_ascii=False)
    return f"\\{value}" if _LIKE_A_LIST.match(value) else value


def value_in(text: str) -> str | tuple[str, ...]:
    """An article label's value out of its text."""
    if text.startswith("["):
        return tuple(json.loads(text))
    return text[1:] if _LIKE_A_LIST.match(text) else text


def _filled(**columns: str | float | None) -> Row:
    """Those of the columns that are not empty."""
    return {name: value for name, value in columns.items() if value not in _EMPTY}


# --- articles


def article_row(article: Article) -> Row:
    """An article, without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "length": article.length,
        "text_hash": article.text_hash,
        "language": article.language,
        "file": article.file,
        "file_hash": article.file_hash,
        "meta": json.dumps(dict(article.meta), ensure_ascii=False),
        "created": article.created,
    }


def text_row(text: ArticleText) -> Row:
    """A text with its structure."""
    structure = text.structure
    zones = [[zone.kind, zone.span.start, zone.span.end] for zone in structure.zones]
    sentences = [[span.start, span.end] for span in structure.sentences]
    return {
        "id": text.id,
        "structure_version": structure.version,
        "zones": as_json(zones),
        "sentences": as_json(sentences),
        "text": text.text,
    }


def text_in(row: TextRow) -> ArticleText:
    """A text with its structure, as the file holds it."""
    id, version, zones, sentences, text = row
    marked = tuple(Zone(kind, Span(a, b)) for kind, a, b in json.loads(zones))
    cut = tuple(Span(a, b) for a, b in json.loads(sentences))
    return ArticleText(id, text, Structure(marked, cut, version))


def appearance_row(article: str, appearance: Appearance) -> Row:
    """One publication of an article, under a new id."""
    return {
        "id": new_id(),
        "article": article,
        "source": appearance.source,
        "url": appearance.url,
        "author": appearance.author,
        "published": appearance.published,
        "file": appearance.file,
    }


def label_row(label: ArticleLabel, time: str) -> Row:
    """One annotator's label of an article."""
    return {
        "id": label.id,
        "article": label.article,
        "annotator": label.annotator,
        "name": label.name,
        "value": value_text(label.value),
        "modified": time,
    }


# --- people's work


def assignment_row(assignment: Assignment, time: str) -> Row:
    """Where an article-layer stands for an annotator."""
    return {
        "id": assignment.id,
        "article": assignment.article,
        "annotator": assignment.annotator,
        "layer": assignment.layer,
        "round": assignment.round,
        "help": assignment.help,
        "status": assignment.status,
        "reason": assignment.reason,
        "modified": time,
    }


def annotation_row(annotation: Annotation) -> Row:
    """An annotation; written out, since there are more of them than of all else."""
    fragments = annotation.fragments
    row: Row = {
        "id": annotation.id,
        "article": annotation.article,
        "annotator": annotation.annotator,
        "layer": annotation.layer,
        "label": annotation.label,
        "start": fragments[0].start,
        "end": fragments[-1].end,
        "quote": annotation.quote,
        "created": annotation.created,
        "modified": annotation.modified,
        "scheme_version": annotation.scheme_version,
    }
    if len(fragments) > 1:
        row["fragments"] = fragments_text(fragments)
    if annotation.attributes:
        row["attributes"] = mapping_text(annotation.attributes)
    if annotation.note:
        row["note"] = annotation.note
    if annotation.unsure:
        row["unsure"] = annotation.unsure
    if annotation.answer:
        row["answer"] = annotation.answer
    if annotation.origin is not HAND:
        row |= _filled(origin=origin_text(annotation.origin))
    return row


def relation_row(relation: Relation) -> Row:
    """A relation."""
    return {
        "id": relation.id,
        "article": relation.article,
        "annotator": relation.annotator,
        "type": relation.type,
        "source": relation.source,
        "target": relation.target,
        "created": relation.created,
        "modified": relation.modified,
        **_filled(attributes=mapping_text(relation.attributes), note=relation.note),
    }


def by_layer(annotations: Iterable[Row]) -> Marked:
    """Annotations as rows, by whose they are and in which layer."""
    marked: Marked = {}
    for row in annotations:
        marked.setdefault((row["annotator"], row["layer"]), []).append(row)
    return marked


def frozen_row(
    assignment: Mapping[str, Any], marked: Marked, relations: Sequence[Row], time: str
) -> Row:
    """The state of an assignment's layer, given as rows: what its annotator has there now.

    `marked` and `relations` may be of all layers and people of the article.
    """
    who = assignment["annotator"]
    own = marked.get((who, assignment["layer"]), ())
    leading: list[Row] = []
    if relations:
        ids = {row["id"] for row in own}
        leading = [row for row in relations if row["source"] in ids and row["annotator"] == who]
    return {
        "id": new_id(),
        "article": assignment["article"],
        "assignment": assignment["id"],
        "time": time,
        "annotations": _frozen(own),
        "relations": _frozen(leading),
    }


def _frozen(rows: Sequence[Row]) -> str:
    """Rows as JSON, as far as they say what was marked and where; often there are none."""
    return as_json([_said(row) for row in rows]) if rows else "[]"


def _said(row: Row) -> Row:
    """What a row says of a mark; those that were made here leave out what is empty already."""
    kept = row.copy()
    for name in _NOT_FROZEN:
        kept.pop(name, None)
    return kept if _EMPTY.isdisjoint(kept.values()) else _filled(**kept)


# --- suggestions


def suggestion_row(suggestion: Suggestion) -> Row:
    """A suggestion, without what people made of it."""
    fragments = suggestion.fragments
    return {
        "id": suggestion.id,
        "article": suggestion.article,
        "layer": suggestion.layer,
        "label": suggestion.label,
        "start": fragments[0].start,
        "end": fragments[-1].end,
        "quote": suggestion.quote,
        "suggester": suggestion.suggester,
        "model": suggestion.model,
        "score": suggestion.score,
        **_filled(
            fragments=fragments_text(fragments),
            attributes=mapping_text(suggestion.attributes),
            reason=suggestion.reason,
        ),
    }


def suggestion_relation_row(article: str, relation: SuggestionRelation) -> Row:
    """A relation that a suggestion of an article carries."""
    return {
        "id": relation.id,
        "article": article,
        "source": relation.source,
        "type": relation.type,
        "target": relation.target,
    }


def state_row(suggestion: Suggestion, annotator: str, state: State, time: str) -> Row:
    """What an annotator made of a suggestion."""
    return {
        "id": new_id(),
        "article": suggestion.article,
        "suggestion": suggestion.id,
        "annotator": annotator,
        "state": state,
        "modified": time,
    }


# --- gold


def gold_row(gold: Gold, time: str) -> Row:
    """An adjudicated span."""
    return {
        "id": gold.id,
        "article": gold.article,
        "layer": gold.layer,
        "label": gold.label,
        "start": gold.fragments[0].start,
        "end": gold.fragments[-1].end,
        "quote": gold.quote,
        "created": time,
        "modified": time,
        **_filled(
            fragments=fragments_text(gold.fragments), attributes=mapping_text(gold.attributes)
        ),
    }


def decision_row(gold: Gold, time: str) -> Row:
    """The decision behind an adjudicated span."""
    whole = hull(gold.fragments)
    place = {"article": gold.article, "gold": gold.id, "layer": gold.layer}
    return {"id": new_id(), **place, **_decided(gold.decision, whole, time)}


def ruling_row(ruling: Ruling, time: str) -> Row:
    """A decision that made no gold span."""
    place = {"article": ruling.article, "layer": ruling.layer}
    return {"id": ruling.id, **place, **_decided(ruling.decision, ruling.span, time)}


def _decided(decision: Decision, span: Span, time: str) -> Row:
    """What a decision says, and of which place."""
    return {
        "start": span.start,
        "end": span.end,
        "by": decision.by,
        "source": json.dumps(list(decision.source), ensure_ascii=False),
        "change": decision.change,
        "reason": decision.reason,
        "time": time,
    }


def gold_relation_row(relation: GoldRelation) -> Row:
    """A relation between adjudicated spans."""
    return {
        "id": relation.id,
        "article": relation.article,
        "type": relation.type,
        "source": relation.source,
        "target": relation.target,
        **_filled(attributes=mapping_text(relation.attributes)),
    }
