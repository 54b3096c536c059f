"""One line of our own JSONL as an article with all that was said of it.

Offsets in a file count code points of the text as it stands there; where making the text canonical
moves them, every one is mapped through the same change. A quote is compared with the file's own
text, before any change, so that it proves the offsets.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from workbench.domain.annotation import Annotation, Origin, OriginKind, Relation
from workbench.domain.annotator import STATUSES, Assignment, Help, Status
from workbench.domain.article import (
    Appearance,
    Article,
    ArticleLabel,
    Structure,
    Zone,
    ZoneKind,
)
from workbench.domain.corpus import CorpusArticle
from workbench.domain.errors import UserError
from workbench.domain.gold import Decision, Gold
from workbench.domain.span import Fragments, Span, check_fragments, check_quote, hull, quote_of
from workbench.domain.suggestion import State, Suggestion, SuggestionRelation
from workbench.domain.text import Canonical, canonical, text_hash
from workbench.formats.json_values import (
    LIST,
    NUMBER,
    OBJECT,
    TEXT,
    WHOLE,
    Object,
    checked,
    known,
    needed,
    refuse_type,
    texts,
)

_FLAT_APPEARANCE = ("source", "url", "author", "published")
_ARTICLE_META = ("language", "file", "file_hash", "created")
_LISTS = (
    *("appearances", "zones", "sentences", "article_labels", "assignments"),
    *("annotations", "relations", "suggestions", "gold"),
)
_TOP = {"id", "title", "text", "meta", "structure_version", *_LISTS}
_SCALARS = (str, int, float, bool, type(None))
_STATES = get_args(State)
_ZONES = get_args(ZoneKind)
_HELP = get_args(Help)
_ORIGINS = get_args(OriginKind)

_EXTENT = {"start": WHOLE, "end": WHOLE, "fragments": LIST, "quote": TEXT}
_APPEARANCE = dict.fromkeys((*_FLAT_APPEARANCE, "file"), TEXT)
_ARTICLE_LABEL = {"id": TEXT, "annotator": TEXT, "name": TEXT, "value": (str, list)}
_ASSIGNMENT = {
    **dict.fromkeys(("id", "annotator", "layer", "status", "help", "reason"), TEXT),
    "round": WHOLE,
}
_ANNOTATION = {
    **dict.fromkeys(("id", "annotator", "layer", "label"), TEXT),
    **_EXTENT,
    "attributes": OBJECT,
    **dict.fromkeys(("note", "unsure", "answer", "created", "modified"), TEXT),
    "scheme_version": WHOLE,
    "origin": OBJECT,
}
_ORIGIN = {**dict.fromkeys(("by", "suggester", "suggestion"), TEXT), "score": NUMBER}
_RELATION = {
    **dict.fromkeys(("id", "annotator", "type", "from", "to", "note"), TEXT),
    "attributes": OBJECT,
    **dict.fromkeys(("created", "modified"), TEXT),
}
_SUGGESTION = {
    **dict.fromkeys(("id", "layer", "label"), TEXT),
    **_EXTENT,
    **dict.fromkeys(("suggester", "model", "reason"), TEXT),
    "score": NUMBER,
    **dict.fromkeys(("states", "attributes"), OBJECT),
    "relations": LIST,
}
_SUGGESTION_RELATION = dict.fromkeys(("id", "type", "to"), TEXT)
_GOLD = {
    **dict.fromkeys(("id", "layer", "label"), TEXT),
    **_EXTENT,
    "attributes": OBJECT,
    "decision": OBJECT,
}
_DECISION = {**dict.fromkeys(("by", "change", "reason"), TEXT), "from": LIST}
_BY_HAND = Origin()


@dataclass(frozen=True, slots=True)
class _Base:
    """The text that a line's offsets count in, what became of it, and its article's id."""

    raw: str
    made: Canonical
    article: str


def article_of(value: object) -> CorpusArticle:
    """The article that one parsed line holds; raises `UserError` at the first thing amiss."""
    fields = _top(value)
    raw = fields["text"]
    base = _Base(raw, canonical(raw), fields.get("id") or "")
    if not base.made.text.strip():
        raise UserError("formats.no_text")
    meta = fields.get("meta") or {}
    suggestions = _each(fields, "suggestions", _suggestion, base)
    return CorpusArticle(
        article=_article(fields, meta, base),
        text=base.made.text,
        structure=_structure(fields, base),
        appearances=_appearances(fields, meta),
        labels=_each(fields, "article_labels", _article_label, base),
        assignments=_assignments(fields, base),
        annotations=(annotations := _each(fields, "annotations", _annotation, base)),
        relations=_relations(fields, base, {annotation.id for annotation in annotations}),
        suggestions=suggestions,
        suggestion_relations=_suggestion_relations(
            fields, suggestions, {item.id for item in (*suggestions, *annotations)}
        ),
        gold=_each(fields, "gold", _gold, base),
    )


def _top(value: object) -> Object:
    """The fields of a line, of which only the text must be there; others are scalars."""
    if type(value) is not dict:
        refuse_type(value, dict, "line")
    if "text" not in value:
        raise UserError("formats.missing_key", place="line", name="text")
    if type(value["text"]) is not str:
        refuse_type(value["text"], str, "text")
    for key in ("id", "title"):
        _typed(value, key, TEXT)
    for key in _LISTS:
        _typed(value, key, LIST)
    _typed(value, "meta", OBJECT)
    _typed(value, "structure_version", WHOLE)
    return value


def _typed(fields: Object, key: str, types: tuple[type, ...]) -> None:
    """Refuse a field of another type."""
    if type(fields.get(key)) not in types:
        refuse_type(fields[key], types[0], key)


def _article(fields: Object, meta: Object, base: _Base) -> Article:
    """The article itself."""
    for key in (*_FLAT_APPEARANCE, *_ARTICLE_META):
        if type(meta.get(key)) not in TEXT:
            refuse_type(meta[key], str, f"meta.{key}")
    return Article(
        id=base.article,
        title=fields.get("title") or "",
        length=len(base.made.text),
        text_hash=text_hash(base.made.text),
        language=meta.get("language") or "",
        file=meta.get("file") or "",
        file_hash=meta.get("file_hash") or "",
        meta=_other_meta(fields, meta),
        created=meta.get("created") or "",
    )


def _other_meta(fields: Object, meta: Object) -> dict[str, str]:
    """All other metadata: what stands in `meta.extra`, in `meta`, or beside our own keys."""
    found = dict(texts(meta.get("extra") or {}, "meta.extra"))
    of_meta = {*_FLAT_APPEARANCE, *_ARTICLE_META, "extra"}
    beside = [(key, value, "line") for key, value in fields.items() if key not in _TOP]
    inside = [(key, value, "meta") for key, value in meta.items() if key not in of_meta]
    for key, value, place in (*inside, *beside):
        if type(value) not in _SCALARS:
            raise UserError(
                "formats.unknown_key", place=place, name=key, known=", ".join(sorted(_TOP))
            )
        if key in found:
            raise UserError("formats.key_twice", name=key)
        found[key] = _scalar_text(value)
    return found


def _scalar_text(value: object) -> str:
    """A scalar as text: metadata are texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _structure(fields: Object, base: _Base) -> Structure | None:
    """Zones and sentences; without zones there is no structure, without sentences version 0."""
    zones, sentences = fields.get("zones"), fields.get("sentences")
    if zones is None:
        return None
    return Structure(
        zones=tuple(_zone(zone, base, f"zones[{i}]") for i, zone in enumerate(zones)),
        sentences=tuple(
            _range(pair, base, f"sentences[{i}]") for i, pair in enumerate(sentences or ())
        ),
        version=0 if sentences is None else fields.get("structure_version") or 0,
    )


def _zone(value: object, base: _Base, place: str) -> Zone:
    """A zone from its kind, start and end."""
    match value:
        case [str(kind), start, end]:
            kind = known(kind, _ZONES, place)
            return Zone(cast("ZoneKind", kind), _range([start, end], base, place))
    raise UserError("formats.not_a_zone", place=place)


def _range(value: object, base: _Base, place: str) -> Span:
    """A span of the canonical text from two positions in the file's text."""
    start, end = _pair(value, place)
    if not 0 <= start <= end <= len(base.raw):
        raise UserError(
            "domain.span_beyond_text", start=start, end=end, length=len(base.raw)
        )
    return Span(base.made.position(start), base.made.position(end))


def _pair(value: object, place: str) -> tuple[int, int]:
    """Two whole numbers."""
    if type(value) is list and [type(item) for item in value] == [int, int]:
        return value[0], value[1]
    raise UserError("formats.not_a_range", place=place)


def _appearances(fields: Object, meta: Object) -> tuple[Appearance, ...]:
    """The appearances; metadata that say of none of them come first as one of their own."""
    listed = tuple(
        _appearance(checked(value, _APPEARANCE, f"appearances[{index}]"))
        for index, value in enumerate(fields.get("appearances") or ())
    )
    flat = {key: meta[key] for key in _FLAT_APPEARANCE if meta.get(key)}
    if not flat or any(_says(appearance, flat) for appearance in listed):
        return listed
    return (_appearance(flat), *listed)


def _appearance(fields: Object) -> Appearance:
    """One publication of the text."""
    return Appearance(**{key: value or "" for key, value in fields.items()})


def _says(appearance: Appearance, flat: Mapping[str, str]) -> bool:
    """Whether an appearance has all these values."""
    return all(getattr(appearance, key) == value for key, value in flat.items())


def _article_label(value: object, base: _Base, place: str) -> ArticleLabel:
    """One label of the whole article; a list of values stays several values."""
    fields = checked(value, _ARTICLE_LABEL, place)
    if "value" not in fields:
        raise UserError("formats.missing_key", place=place, name="value")
    return ArticleLabel(
        id=fields.get("id") or "",
        article=base.article,
        annotator=needed(fields, "annotator", place),
        name=needed(fields, "name", place),
        value=_one_or_more(fields["value"], f"{place}.value"),
    )


def _one_or_more(value: str | list[Any], place: str) -> str | tuple[str, ...]:
    """A text, or several."""
    return value if isinstance(value, str) else _texts(value, place)


def _texts(value: list[Any], place: str) -> tuple[str, ...]:
    """A list of texts."""
    for index, item in enumerate(value):
        if type(item) is not str:
            refuse_type(item, str, f"{place}[{index}]")
    return tuple(value)


def _assignments(fields: Object, base: _Base) -> tuple[Assignment, ...] | None:
    """The assignments, or None where the line says nothing of them."""
    if fields.get("assignments") is None:
        return None
    return _each(fields, "assignments", _assignment, base)


def _assignment(value: object, base: _Base, place: str) -> Assignment:
    """One layer of the article for one annotator."""
    fields = checked(value, _ASSIGNMENT, place)
    status = known(fields.get("status") or "new", STATUSES, f"{place}.status")
    help_mode = known(fields.get("help") or "on", _HELP, f"{place}.help")
    return Assignment(
        id=fields.get("id") or "",
        article=base.article,
        annotator=needed(fields, "annotator", place),
        layer=needed(fields, "layer", place),
        status=cast("Status", status),
        round=fields.get("round") or 1,
        help=cast("Help", help_mode),
        reason=fields.get("reason") or "",
    )


def _annotation(value: object, base: _Base, place: str) -> Annotation:
    """One annotation."""
    fields = checked(value, _ANNOTATION, place)
    fragments, quote = _extent(fields, base, place)
    return Annotation(
        id=fields.get("id") or "",
        article=base.article,
        annotator=needed(fields, "annotator", place),
        layer=needed(fields, "layer", place),
        label=needed(fields, "label", place),
        fragments=fragments,
        quote=quote,
        attributes=_attributes(fields, place),
        note=fields.get("note") or "",
        unsure=fields.get("unsure") or "",
        answer=fields.get("answer") or "",
        created=fields.get("created") or "",
        modified=fields.get("modified") or "",
        scheme_version=fields.get("scheme_version") or 1,
        origin=_origin(fields, place),
    )


def _extent(fields: Object, base: _Base, place: str) -> tuple[Fragments, str]:
    """The fragments in the canonical text, and the quote, which must prove them where given."""
    raw = _raw_fragments(fields, place)
    check_fragments(len(base.raw), raw)
    quote = fields.get("quote")
    if quote is not None:
        check_quote(base.raw, raw, quote)
    if base.raw == base.made.text:
        return raw, quote_of(base.raw, raw) if quote is None else quote
    moved = tuple(Span(base.made.position(f.start), base.made.position(f.end)) for f in raw)
    check_fragments(len(base.made.text), moved)
    return moved, quote_of(base.made.text, moved)


def _raw_fragments(fields: Object, place: str) -> Fragments:
    """The fragments as the file has them; start and end, where given too, must be their hull."""
    start, end = fields.get("start"), fields.get("end")
    if (start is None) != (end is None):
        raise UserError(
            "formats.missing_key", place=place, name="start" if start is None else "end"
        )
    listed = fields.get("fragments")
    if not listed:
        if start is None:
            raise UserError("formats.missing_key", place=place, name="start")
        return (Span(start, end),)
    fragments = tuple(
        sorted(Span(*_pair(pair, f"{place}.fragments[{i}]")) for i, pair in enumerate(listed))
    )
    whole = hull(fragments)
    if start is not None and (start, end) != (whole.start, whole.end):
        raise UserError(
            "formats.hull_differs",
            place=place,
            start=start,
            end=end,
            first=whole.start,
            last=whole.end,
        )
    return fragments


def _attributes(fields: Object, place: str) -> Mapping[str, str]:
    """The attributes, whose values are texts."""
    attributes = fields.get("attributes")
    return texts(attributes, f"{place}.attributes") if attributes else {}


def _origin(fields: Object, place: str) -> Origin:
    """Where an annotation came from; a file that does not say leaves it an import."""
    value = fields.get("origin")
    if value is None:
        return Origin(by="import")
    if value == {"by": "hand"}:
        return _BY_HAND
    origin = checked(value, _ORIGIN, f"{place}.origin")
    by = known(origin.get("by") or "import", _ORIGINS, f"{place}.origin.by")
    return Origin(
        by=cast("OriginKind", by),
        suggester=origin.get("suggester") or "",
        suggestion=origin.get("suggestion") or "",
        score=_score(origin),
    )


def _relations(fields: Object, base: _Base, ends: Collection[str]) -> tuple[Relation, ...]:
    """The relations, whose ends are annotations of the same line."""
    relations = _each(fields, "relations", _relation, base)
    for index, relation in enumerate(relations):
        _check_ends((relation.source, relation.target), ends, f"relations[{index}]")
    return relations


def _relation(value: object, base: _Base, place: str) -> Relation:
    """One relation."""
    fields = checked(value, _RELATION, place)
    return Relation(
        id=fields.get("id") or "",
        article=base.article,
        annotator=needed(fields, "annotator", place),
        type=needed(fields, "type", place),
        source=needed(fields, "from", place),
        target=needed(fields, "to", place),
        attributes=_attributes(fields, place),
        note=fields.get("note") or "",
        created=fields.get("created") or "",
        modified=fields.get("modified") or "",
    )


def _suggestion(value: object, base: _Base, place: str) -> Suggestion:
    """One suggestion, without its relations."""
    fields = checked(value, _SUGGESTION, place)
    fragments, quote = _extent(fields, base, place)
    states = texts(fields.get("states") or {}, f"{place}.states")
    for annotator, state in states.items():
        known(state, _STATES, f"{place}.states.{annotator}")
    score = _score(fields)
    return Suggestion(
        id=fields.get("id") or "",
        article=base.article,
        layer=needed(fields, "layer", place),
        label=needed(fields, "label", place),
        fragments=fragments,
        quote=quote,
        suggester=needed(fields, "suggester", place),
        model=fields.get("model") or "",
        score=1.0 if score is None else score,
        attributes=_attributes(fields, place),
        reason=fields.get("reason") or "",
        states=cast("Mapping[str, State]", states),
    )


def _score(fields: Object) -> float | None:
    """A score, which is a finite number."""
    score = fields.get("score")
    if score is None:
        return None
    if not abs(score) < math.inf:
        raise UserError("formats.json_number")
    return float(score)


def _suggestion_relations(
    fields: Object, suggestions: tuple[Suggestion, ...], ends: Collection[str]
) -> tuple[SuggestionRelation, ...]:
    """The relations of all suggestions, each standing with the suggestion that it starts from."""
    found: list[SuggestionRelation] = []
    for index, (suggestion, value) in enumerate(
        zip(suggestions, fields.get("suggestions") or (), strict=True)
    ):
        for number, relation in enumerate(value.get("relations") or ()):
            place = f"suggestions[{index}].relations[{number}]"
            inner = checked(relation, _SUGGESTION_RELATION, place)
            target = needed(inner, "to", place)
            _check_ends((suggestion.id, target), ends, place)
            found.append(
                SuggestionRelation(
                    inner.get("id") or "", suggestion.id, needed(inner, "type", place), target
                )
            )
    return tuple(found)


def _gold(value: object, base: _Base, place: str) -> Gold:
    """One adjudicated span."""
    fields = checked(value, _GOLD, place)
    fragments, quote = _extent(fields, base, place)
    decision = checked(fields.get("decision") or {}, _DECISION, f"{place}.decision")
    return Gold(
        id=fields.get("id") or "",
        article=base.article,
        layer=needed(fields, "layer", place),
        label=needed(fields, "label", place),
        fragments=fragments,
        quote=quote,
        decision=Decision(
            by=decision.get("by") or "",
            source=_texts(decision.get("from") or [], f"{place}.decision.from"),
            change=decision.get("change") or "",
            reason=decision.get("reason") or "",
        ),
        attributes=_attributes(fields, place),
    )


def _check_ends(found: Iterable[str], ends: Collection[str], place: str) -> None:
    """Refuse an end that is no annotation or suggestion of the line."""
    for end in found:
        if not end or end not in ends:
            raise UserError("formats.dangling", place=place, id=end)
