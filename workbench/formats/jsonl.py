"""JSON lines: our own lossless form, one article a line.

It carries everything but the journal, and the scheme goes beside it as `NAME.scheme.yaml`. On the
way in only `text` must be there. Text is made canonical and all offsets are mapped along; a quote
that is not what stands at its place, offsets beyond the text, or a value of a wrong type refuse the
line by its number, and the other lines still come in.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import STATUSES, Assignment
from workbench.domain.article import Appearance, Article, ArticleLabel, Structure, Zone
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.gold import Decision, Gold
from workbench.domain.ids import new_id
from workbench.domain.span import (
    Fragments,
    Span,
    check_fragments,
    check_quote,
    fragments_of,
    hull,
    quote_of,
)
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.domain.text import Canonical, canonical
from workbench.formats.beside import written_beside
from workbench.formats.json_values import (
    LIST,
    NUMBER,
    OBJECT,
    TEXT,
    WHOLE,
    Object,
    Table,
    checked,
    known,
    lines,
    needed,
    parse,
    refuse_type,
    texts,
)

_ARTICLE: Table = {
    "id": TEXT,
    "title": TEXT,
    "text": TEXT,
    "meta": OBJECT,
    "appearances": LIST,
    "zones": LIST,
    "sentences": LIST,
    "structure_version": WHOLE,
    "created": TEXT,
    "article_labels": LIST,
    "assignments": LIST,
    "annotations": LIST,
    "relations": LIST,
    "suggestions": LIST,
    "gold": LIST,
}
_META: Table = dict.fromkeys(
    ("source", "url", "author", "published", "language", "file", "file_hash"), TEXT
) | {"extra": OBJECT}
_APPEARANCE: Table = dict.fromkeys(("source", "url", "author", "published", "file"), TEXT)
_LABEL: Table = {"id": TEXT, "annotator": TEXT, "name": TEXT, "value": (str, list)}
_ASSIGNMENT: Table = {
    **dict.fromkeys(("id", "annotator", "layer", "status", "help", "reason"), TEXT),
    "round": WHOLE,
}
_PLACE: Table = {
    **dict.fromkeys(("id", "layer", "label", "quote"), TEXT),
    "start": WHOLE,
    "end": WHOLE,
    "fragments": LIST,
    "attributes": OBJECT,
}
_ANNOTATION: Table = {
    **_PLACE,
    **dict.fromkeys(("annotator", "note", "unsure", "answer", "created", "modified"), TEXT),
    "scheme_version": WHOLE,
    "origin": OBJECT,
}
_ORIGIN: Table = {"by": TEXT, "suggester": TEXT, "suggestion": TEXT, "score": NUMBER}
_RELATION: Table = {
    **dict.fromkeys(("id", "annotator", "type", "from", "to", "note"), TEXT),
    **dict.fromkeys(("created", "modified"), TEXT),
    "attributes": OBJECT,
}
_SUGGESTION: Table = {
    **_PLACE,
    **dict.fromkeys(("suggester", "model", "reason"), TEXT),
    "score": NUMBER,
    "states": OBJECT,
    "relations": LIST,
}
_CARRIED: Table = dict.fromkeys(("id", "type", "to"), TEXT)
_GOLD: Table = {**_PLACE, "decision": OBJECT}
_DECISION: Table = {"by": TEXT, "from": LIST, "change": TEXT, "reason": TEXT}

_PLAIN = (str, int, float, bool)
ZONES = ("headline", "lead", "heading", "paragraph", "byline", "caption")
ORIGINS = ("hand", "suggestion", "import", "adjudication", "carried")
STATES = ("open", "accepted", "changed", "rejected")


# --- reading


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file one after another, or why a line is none."""
    for number, line in lines(path):
        where = f"{path.name}, line {number}"
        if line is None:
            yield Refusal(where, "formats.line_too_long")
        elif line.strip():
            yield _article_or_refusal(line, where)


def _article_or_refusal(line: bytes, where: str) -> CorpusArticle | Refusal:
    try:
        return _article(checked(_with_strangers(parse(line)), _ARTICLE, "article"))
    except UserError as error:
        return Refusal(where, error.key, tuple(error.values.items()))


def _with_strangers(line: object) -> object:
    """A line whose unknown plain values stand in `meta.extra`, so that nothing is dropped."""
    if type(line) is not dict:
        return line
    strangers = {k: v for k, v in line.items() if k not in _ARTICLE and type(v) in _PLAIN}
    if not strangers:
        return line
    meta = line.get("meta") or {}
    extra = (meta.get("extra") or {}) | {name: str(value) for name, value in strangers.items()}
    kept = {name: value for name, value in line.items() if name not in strangers}
    return kept | {"meta": meta | {"extra": extra}}


def _article(fields: Object) -> CorpusArticle:
    raw = fields.get("text")
    if not isinstance(raw, str) or not raw.strip():
        raise UserError("formats.missing_key", place="article", name="text")
    text = canonical(raw)
    meta = checked(fields.get("meta") or {}, _META, "meta")
    suggestions = [_suggestion(item, text) for item in fields.get("suggestions") or ()]
    assignments = fields.get("assignments")
    return CorpusArticle(
        article=_head(fields, meta, text.text),
        text=text.text,
        structure=_structure(fields, text),
        appearances=tuple(_appearances(fields, meta)),
        labels=tuple(_label(item) for item in fields.get("article_labels") or ()),
        assignments=None if assignments is None else tuple(map(_assignment, assignments)),
        annotations=tuple(_annotation(item, text) for item in fields.get("annotations") or ()),
        relations=tuple(_relation(item) for item in fields.get("relations") or ()),
        suggestions=tuple(suggestion for suggestion, _ in suggestions),
        suggestion_relations=tuple(r for _, carried in suggestions for r in carried),
        gold=tuple(_gold(item, text) for item in fields.get("gold") or ()),
    )


def _head(fields: Object, meta: Object, text: str) -> Article:
    return Article(
        id=fields.get("id") or "",
        title=fields.get("title") or text.strip().partition("\n")[0][:200],
        length=len(text),
        text_hash="",
        language=meta.get("language") or "",
        file=meta.get("file") or "",
        file_hash=meta.get("file_hash") or "",
        meta=texts(meta.get("extra") or {}, "meta.extra"),
        created=fields.get("created") or "",
    )


def _structure(fields: Object, text: Canonical) -> Structure | None:
    """Zones and sentences as the file gives them, or None where it gives not both."""
    if fields.get("zones") is None or fields.get("sentences") is None:
        return None
    zones = []
    for item in fields["zones"]:
        if type(item) is not list or len(item) != 3:
            refuse_type(item, list, "zones")
        (span,) = _ranges([item[1:]], text, "zones")
        zones.append(Zone(known(item[0], ZONES, "zones"), span))  # type: ignore[arg-type]
    sentences = _ranges(fields["sentences"], text, "sentences")
    return Structure(tuple(zones), sentences, fields.get("structure_version") or 0)


def _appearances(fields: Object, meta: Object) -> Iterator[Appearance]:
    """Where it appeared; one that only `meta` tells of counts too."""
    given = fields.get("appearances")
    if given is None:
        given = [{name: meta.get(name) for name in _APPEARANCE}]
    for item in given:
        values = checked(item, _APPEARANCE, "appearances")
        appearance = Appearance(**{name: values.get(name) or "" for name in _APPEARANCE})
        if appearance != Appearance():
            yield appearance


def _label(item: object) -> ArticleLabel:
    fields = checked(item, _LABEL, "article_labels")
    value = fields.get("value", "")
    several = tuple(str(one) for one in value) if isinstance(value, list) else value
    name = needed(fields, "name", "article_labels")
    return ArticleLabel(fields.get("id") or "", "", fields.get("annotator") or "", name, several)


def _assignment(item: object) -> Assignment:
    fields = checked(item, _ASSIGNMENT, "assignments")
    return Assignment(
        id=fields.get("id") or "",
        article="",
        annotator=fields.get("annotator") or "",
        layer=needed(fields, "layer", "assignments"),
        status=known(fields.get("status") or "new", STATUSES, "assignments.status"),  # type: ignore[arg-type]
        round=fields.get("round") or 1,
        help=known(fields.get("help") or "on", ("on", "off"), "assignments.help"),  # type: ignore[arg-type]
        reason=fields.get("reason") or "",
    )


def _annotation(item: object, text: Canonical) -> Annotation:
    fields = checked(item, _ANNOTATION, "annotations")
    origin = checked(fields.get("origin") or {}, _ORIGIN, "annotations.origin")
    return Annotation(
        **_place(fields, text, "annotations"),
        annotator=fields.get("annotator") or "",
        note=fields.get("note") or "",
        unsure=fields.get("unsure") or "",
        answer=fields.get("answer") or "",
        created=fields.get("created") or "",
        modified=fields.get("modified") or "",
        scheme_version=fields.get("scheme_version") or 0,
        origin=Origin(
            known(origin.get("by") or "import", ORIGINS, "annotations.origin"),  # type: ignore[arg-type]
            origin.get("suggester") or "",
            origin.get("suggestion") or "",
            origin.get("score"),
        ),
    )


def _relation(item: object) -> Relation:
    fields = checked(item, _RELATION, "relations")
    return Relation(
        id=fields.get("id") or "",
        article="",
        annotator=fields.get("annotator") or "",
        type=needed(fields, "type", "relations"),
        source=needed(fields, "from", "relations"),
        target=needed(fields, "to", "relations"),
        attributes=texts(fields.get("attributes") or {}, "relations.attributes"),
        note=fields.get("note") or "",
        created=fields.get("created") or "",
        modified=fields.get("modified") or "",
    )


def _suggestion(item: object, text: Canonical) -> tuple[Suggestion, list[SuggestionRelation]]:
    fields = checked(item, _SUGGESTION, "suggestions")
    states = texts(fields.get("states") or {}, "suggestions.states")
    place = _place(fields, text, "suggestions")
    id = place.pop("id") or new_id()
    suggestion = Suggestion(
        **place,
        id=id,
        suggester=fields.get("suggester") or "",
        model=fields.get("model") or "",
        score=float(fields.get("score") or 0.0),
        reason=fields.get("reason") or "",
        states={name: known(s, STATES, "suggestions.states") for name, s in states.items()},  # type: ignore[misc]
    )
    carried = [_carried(relation, id) for relation in fields.get("relations") or ()]
    return suggestion, carried


def _carried(item: object, source: str) -> SuggestionRelation:
    fields = checked(item, _CARRIED, "suggestions.relations")
    type = needed(fields, "type", "suggestions.relations")
    target = needed(fields, "to", "suggestions.relations")
    return SuggestionRelation(fields.get("id") or new_id(), source, type, target)


def _gold(item: object, text: Canonical) -> Gold:
    fields = checked(item, _GOLD, "gold")
    decision = checked(fields.get("decision") or {}, _DECISION, "gold.decision")
    return Gold(
        **_place(fields, text, "gold"),
        decision=Decision(
            by=decision.get("by") or "",
            source=tuple(str(name) for name in decision.get("from") or ()),
            change=decision.get("change") or "",
            reason=decision.get("reason") or "",
        ),
    )


def _place(fields: Object, text: Canonical, place: str) -> dict[str, Any]:
    """What every spanned thing has: id, layer, label, fragments with their quote, attributes."""
    fragments = _fragments(fields, text, place)
    check_fragments(len(text.text), fragments)
    found = quote_of(text.text, fragments)
    if fields.get("quote") is not None:
        check_quote(text.text, fragments, canonical(fields["quote"]).text)
    return {
        "id": fields.get("id") or "",
        "article": "",
        "layer": needed(fields, "layer", place),
        "label": needed(fields, "label", place),
        "fragments": fragments,
        "quote": found,
        "attributes": texts(fields.get("attributes") or {}, f"{place}.attributes"),
    }


def _fragments(fields: Object, text: Canonical, place: str) -> Fragments:
    """The fragments, or start and end where there are none; both must say the same."""
    start, end = fields.get("start"), fields.get("end")
    if fields.get("fragments"):
        fragments = fragments_of(
            (f.start, f.end) for f in _ranges(fields["fragments"], text, f"{place}.fragments")
        )
        whole = hull(fragments)
        if start is not None and (text.position(start), text.position(end or 0)) != (
            whole.start,
            whole.end,
        ):
            raise UserError("formats.hull_differs", place=place, start=start, end=end)
        return fragments
    if start is None or end is None:
        raise UserError("formats.missing_key", place=place, name="start")
    return _ranges([[start, end]], text, place)


def _ranges(value: Iterable[object], text: Canonical, place: str) -> Fragments:
    """Pairs of raw positions as spans of the canonical text."""
    spans = []
    for item in value:
        if type(item) is not list or [type(end) for end in item] != [int, int]:
            refuse_type(item, list, place)
        raw_start, raw_end = item
        if raw_start < 0 or raw_end > len(text.text) + (text.shifts[-1] if text.shifts else 0):
            raise UserError(
                "domain.span_beyond_text", start=raw_start, end=raw_end, length=len(text.text)
            )
        spans.append(Span(text.position(raw_start), text.position(raw_end)))
    return tuple(spans)


# --- writing


def write(articles: Iterable[CorpusArticle], path: Path, *, scheme_yaml: str) -> int:
    """Write articles, and the scheme beside them; how many there were."""
    number = 0
    with written_beside(path) as file:
        for article in articles:
            line = json.dumps(_line(article), ensure_ascii=False, separators=(",", ":"))
            file.write(line.encode("utf-8") + b"\n")
            number += 1
    with written_beside(scheme_path(path)) as file:
        file.write(scheme_yaml.encode("utf-8"))
    return number


def scheme_path(path: Path) -> Path:
    """Where the scheme of a file of articles stands."""
    return path.with_name(f"{path.name.removesuffix('.jsonl')}.scheme.yaml")


def _line(corpus: CorpusArticle) -> Object:
    article, structure = corpus.article, corpus.structure
    first = corpus.appearances[0] if corpus.appearances else Appearance()
    carried: dict[str, list[Object]] = {}
    for relation in corpus.suggestion_relations:
        spelled = {"id": relation.id, "type": relation.type, "to": relation.target}
        carried.setdefault(relation.source, []).append(spelled)
    line: Object = {
        "id": article.id,
        "title": article.title,
        "text": corpus.text,
        "meta": {
            "source": first.source,
            "url": first.url,
            "author": first.author,
            "published": first.published,
            "language": article.language,
            "file": article.file,
            "file_hash": article.file_hash,
            "extra": dict(article.meta),
        },
        "created": article.created,
        "appearances": [
            {name: getattr(a, name) for name in _APPEARANCE} for a in corpus.appearances
        ],
    }
    if structure is not None:
        line["zones"] = [[zone.kind, zone.span.start, zone.span.end] for zone in structure.zones]
        line["sentences"] = [[span.start, span.end] for span in structure.sentences]
        line["structure_version"] = structure.version
    line["article_labels"] = [_spelled_label(label) for label in corpus.labels]
    if corpus.assignments is not None:
        line["assignments"] = [_picked(a, _ASSIGNMENT) for a in corpus.assignments]
    line["annotations"] = [_spelled_annotation(a) for a in corpus.annotations]
    line["relations"] = [_spelled_relation(r) for r in corpus.relations]
    line["suggestions"] = [_spelled_suggestion(s, carried) for s in corpus.suggestions]
    line["gold"] = [_spelled_gold(g) for g in corpus.gold]
    return line


def _picked(value: object, table: Table) -> Object:
    """The fields of a value that a table names."""
    return {name: getattr(value, name) for name in table}


def _spelled_label(label: ArticleLabel) -> Object:
    value = label.value if isinstance(label.value, str) else list(label.value)
    return {"id": label.id, "annotator": label.annotator, "name": label.name, "value": value}


def _spelled_place(value: Annotation | Suggestion | Gold) -> Object:
    whole = hull(value.fragments)
    return {
        "id": value.id,
        "layer": value.layer,
        "label": value.label,
        "start": whole.start,
        "end": whole.end,
        "quote": value.quote,
        "fragments": [[f.start, f.end] for f in value.fragments],
        "attributes": dict(value.attributes),
    }


def _spelled_annotation(annotation: Annotation) -> Object:
    origin = annotation.origin
    spelled: Mapping[str, object] = {
        "by": origin.by,
        "suggester": origin.suggester,
        "suggestion": origin.suggestion,
        "score": origin.score,
    }
    return {
        **_spelled_place(annotation),
        "annotator": annotation.annotator,
        "note": annotation.note,
        "unsure": annotation.unsure,
        "answer": annotation.answer,
        "created": annotation.created,
        "modified": annotation.modified,
        "scheme_version": annotation.scheme_version,
        "origin": {name: said for name, said in spelled.items() if said not in ("", None)},
    }


def _spelled_relation(relation: Relation) -> Object:
    return {
        "id": relation.id,
        "annotator": relation.annotator,
        "type": relation.type,
        "from": relation.source,
        "to": relation.target,
        "attributes": dict(relation.attributes),
        "note": relation.note,
        "created": relation.created,
        "modified": relation.modified,
    }


def _spelled_suggestion(suggestion: Suggestion, carried: Mapping[str, list[Object]]) -> Object:
    return {
        **_spelled_place(suggestion),
        "suggester": suggestion.suggester,
        "model": suggestion.model,
        "score": suggestion.score,
        "reason": suggestion.reason,
        "states": dict(suggestion.states),
        "relations": carried.get(suggestion.id, []),
    }


def _spelled_gold(gold: Gold) -> Object:
    decision = gold.decision
    return {
        **_spelled_place(gold),
        "decision": {
            "by": decision.by,
            "from": list(decision.source),
            "change": decision.change,
            "reason": decision.reason,
        },
    }
