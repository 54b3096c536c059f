"""The rows of both tables, as plain values. Offsets count code points."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.span import Span
from workbench.formats.tokens import OnTokens, Tokens, tags_of
from workbench.formats.views import View

Row = dict[str, Any]


def span_row(view: View) -> Row:
    """An article as one person has it."""
    article = view.article
    head = article.article
    return {
        "id": head.id,
        "annotator": view.annotator,
        "title": head.title,
        "language": head.language,
        "file": head.file,
        "text": article.text,
        "finished": sorted(view.finished),
        "spans": [_span(annotation) for annotation in view.annotations],
        "relations": [_relation(relation) for relation in view.relations],
        "labels": [{"name": label.name, "values": _values(label.value)} for label in view.labels],
        "zones": [
            {"kind": zone.kind, **_range(zone.span)}
            for zone in (article.structure.zones if article.structure else ())
        ],
        "appearances": [asdict(appearance) for appearance in article.appearances],
        "meta": _json(head.meta),
    }


def _span(annotation: Annotation) -> Row:
    origin = annotation.origin
    return {
        "id": annotation.id,
        "layer": annotation.layer,
        "label": annotation.label,
        **_range(annotation.span),
        "fragments": [_range(fragment) for fragment in annotation.fragments],
        "quote": annotation.quote,
        "attributes": _json(annotation.attributes),
        "note": annotation.note,
        "unsure": annotation.unsure,
        "answer": annotation.answer,
        "created": annotation.created,
        "modified": annotation.modified,
        "scheme_version": annotation.scheme_version,
        "by": origin.by,
        "suggester": origin.suggester,
        "suggestion": origin.suggestion,
        "score": origin.score,
        "carried_from": origin.annotation,
    }


def _relation(relation: Relation) -> Row:
    return {
        "id": relation.id,
        "type": relation.type,
        "head": relation.source,
        "tail": relation.target,
        "attributes": _json(relation.attributes),
        "note": relation.note,
        "created": relation.created,
        "modified": relation.modified,
    }


def _range(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _values(value: str | tuple[str, ...]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _json(said: Mapping[str, str]) -> str:
    """Values under names that differ from row to row, which no column can have."""
    return json.dumps(dict(said), ensure_ascii=False)


def token_row(
    view: View, layer: str, number: int, level: Sequence[OnTokens], tokens: Tokens
) -> Row:
    """The tags of a layer, or of one level of it, on the tokens of the article."""
    return {
        "id": view.article.article.id,
        "annotator": view.annotator,
        "layer": layer,
        "level": number,
        "tokens": [token.of(tokens.text) for token in tokens.spans],
        "starts": [token.start for token in tokens.spans],
        "ends": [token.end for token in tokens.spans],
        "sentences": list(tokens.begins),
        "ner_tags": tags_of(level, tokens),
    }
