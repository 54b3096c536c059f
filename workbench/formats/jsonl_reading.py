"""One line of our own JSONL as an article with all that was said of it.

What is missing stays empty, for the one who imports to fill; only suggestions, gold and decisions
get an id here, made from what they say, so that taking in the same file again finds them.
"""

import hashlib
import math
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast, get_args

from workbench.domain.annotation import HAND, IMPORTED, Annotation, Origin, OriginKind, Relation
from workbench.domain.annotator import STATUSES, Assignment, Help, Status
from workbench.domain.article import (
    Appearance,
    Article,
    ArticleLabel,
)
from workbench.domain.corpus import CorpusArticle
from workbench.domain.errors import UserError
from workbench.domain.gold import Decision, Gold, GoldRelation, Ruling
from workbench.domain.span import hull
from workbench.domain.suggestion import State, Suggestion, SuggestionRelation
from workbench.domain.text import text_hash
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
    needed,
    refuse_type,
    texts,
)
from workbench.formats.jsonl_offsets import EXTENT, Base, base_of, extent, structure
from workbench.formats.units import others

_FLAT_APPEARANCE = ("source", "url", "author", "published")
_ARTICLE_META = ("language", "file", "file_hash")
_MOST = 1_000_000_000  # a round or version beyond this is no count
_TITLE = 200  # characters of a first line that stands for a missing title
_LISTS = (
    *("appearances", "zones", "sentences", "article_labels", "assignments"),
    *("annotations", "relations", "suggestions", "gold", "gold_relations", "rulings"),
)
_TOP = ("id", "title", "text", "meta", "created", "structure_version", *_LISTS)
_SPANNED = ("annotations", "suggestions", "gold")
# What is amiss where offsets count something else than code points.
_OF_OFFSETS = frozenset({"domain.quote_differs", "domain.span_beyond_text"})
_SCALARS = (str, int, float, bool, type(None))
_STATES = get_args(State)
_HELP = get_args(Help)
_ORIGINS = get_args(OriginKind)

_APPEARANCE = Table(dict.fromkeys((*_FLAT_APPEARANCE, "file"), TEXT))
_ARTICLE_LABEL = Table({"id": TEXT, "annotator": TEXT, "name": TEXT, "value": (str, list)})
_ASSIGNMENT = Table(
    {
        **dict.fromkeys(("id", "annotator", "layer", "status", "help", "reason"), TEXT),
        "round": WHOLE,
    }
)
_ANNOTATION = Table(
    {
        **dict.fromkeys(("id", "annotator", "layer", "label"), TEXT),
        **EXTENT,
        "attributes": OBJECT,
        **dict.fromkeys(("note", "unsure", "answer", "created", "modified"), TEXT),
        "scheme_version": WHOLE,
        "origin": OBJECT,
    }
)
_ORIGIN = Table(
    {**dict.fromkeys(("by", "suggester", "suggestion", "annotation"), TEXT), "score": NUMBER}
)
_RELATION = Table(
    {
        **dict.fromkeys(("id", "annotator", "type", "from", "to", "note"), TEXT),
        "attributes": OBJECT,
        **dict.fromkeys(("created", "modified"), TEXT),
    }
)
_SUGGESTION = Table(
    {
        **dict.fromkeys(("id", "layer", "label"), TEXT),
        **EXTENT,
        **dict.fromkeys(("suggester", "model", "reason"), TEXT),
        "score": NUMBER,
        **dict.fromkeys(("states", "attributes"), OBJECT),
        "relations": LIST,
    }
)
_SUGGESTION_RELATION = Table(dict.fromkeys(("id", "type", "to"), TEXT))
_GOLD = Table(
    {
        **dict.fromkeys(("id", "layer", "label"), TEXT),
        **EXTENT,
        "attributes": OBJECT,
        "decision": OBJECT,
    }
)
_GOLD_RELATION = Table({**dict.fromkeys(("id", "type", "from", "to"), TEXT), "attributes": OBJECT})
_RULING = Table({**dict.fromkeys(("id", "layer"), TEXT), **EXTENT, "decision": OBJECT})
_DECISION = Table({**dict.fromkeys(("by", "change", "reason"), TEXT), "from": LIST})

_T = TypeVar("_T")


def article_of(value: object, *, place: str = "") -> CorpusArticle:
    """The article that one parsed line holds; raises `UserError` at the first thing amiss.

    Where its offsets are not what they should be, the unit that fits all of them is taken.
    """
    fields = _top(value)
    base = base_of(fields["text"], article=fields.get("id") or "")
    try:
        return _article_of(fields, base, place)
    except UserError as error:
        if error.key not in _OF_OFFSETS or not _is_proved(fields):
            raise
        found = _counted_otherwise(fields, base, place)
        if found is None:
            raise
        return found


def _is_proved(fields: Object) -> bool:
    """Whether any span repeats its words; without them nothing tells what the offsets count."""
    each = (span for key in _SPANNED for span in fields.get(key) or ())
    return any(type(span) is dict and span.get("quote") for span in each)


def _counted_otherwise(fields: Object, base: Base, place: str) -> CorpusArticle | None:
    """The article under the first other unit that fits all of its spans, if any does."""
    for unit, point in others(base.raw):
        try:
            found = _article_of(fields, replace(base, point=point), place)
        except UserError:
            continue
        return replace(found, unit=unit)
    return None


def _article_of(fields: Object, base: Base, place: str) -> CorpusArticle:
    """The article of a line whose offsets count what its base says."""
    meta = fields.get("meta") or {}
    annotations = _each(fields, "annotations", _annotation, base)
    suggestions = _each(fields, "suggestions", _suggestion, base)
    gold = _each(fields, "gold", _gold, base)
    return CorpusArticle(
        article=_article(fields, meta, base),
        text=base.made.text,
        structure=structure(fields, base),
        appearances=_appearances(fields, meta),
        labels=_each(fields, "article_labels", _article_label, base),
        assignments=_assignments(fields, base),
        annotations=annotations,
        relations=_relations(fields, base, _ids(annotations)),
        suggestions=suggestions,
        suggestion_relations=_suggestion_relations(fields, suggestions),
        gold=gold,
        gold_relations=_gold_relations(fields, base, {each.id for each in gold}),
        rulings=_each(fields, "rulings", _ruling, base),
        place=place,
    )


def _top(value: object) -> Object:
    """The fields of a line, of which only the text must be there; others are scalars."""
    if type(value) is not dict:
        refuse_type(value, dict, "line")
    if "text" not in value:
        raise UserError("formats.missing_key", place="line", name="text")
    if type(value["text"]) is not str:
        refuse_type(value["text"], str, "text")
    for key in ("id", "title", "created"):
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


def _article(fields: Object, meta: Object, base: Base) -> Article:
    """The article itself."""
    for key in (*_FLAT_APPEARANCE, *_ARTICLE_META):
        if type(meta.get(key)) not in TEXT:
            refuse_type(meta[key], str, f"meta.{key}")
    return Article(
        id=base.article,
        title=_title(fields, base.made.text),
        length=len(base.made.text),
        text_hash=text_hash(base.made.text),
        language=meta.get("language") or "",
        file=meta.get("file") or "",
        file_hash=meta.get("file_hash") or "",
        meta=_other_meta(fields, meta),
        created=fields.get("created") or "",
    )


def _title(fields: Object, text: str) -> str:
    """The title, for which the text's first line stands where the file has none."""
    title = fields.get("title")
    return text.strip().partition("\n")[0][:_TITLE] if title is None else title


def _other_meta(fields: Object, meta: Object) -> dict[str, str]:
    """All other metadata: what stands in `meta.extra`, in `meta`, or beside our own keys."""
    found = dict(texts(meta.get("extra") or {}, "meta.extra"))
    of_meta = {*_FLAT_APPEARANCE, *_ARTICLE_META, "extra"}
    beside = [(key, value, "line") for key, value in fields.items() if key not in _TOP]
    inside = [(key, value, "meta") for key, value in meta.items() if key not in of_meta]
    for key, value, place in (*inside, *beside):
        if type(value) not in _SCALARS:
            raise UserError("formats.unknown_key", place=place, name=key, known=", ".join(_TOP))
        if key in found:
            raise UserError("formats.key_twice", name=key)
        found[key] = _scalar_text(value)
    return found


def _scalar_text(value: object) -> str:
    """A scalar as text: metadata are texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


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


def _article_label(value: object, base: Base, place: str) -> ArticleLabel:
    """One label of the whole article; a list of values stays several values."""
    fields = checked(value, _ARTICLE_LABEL, place)
    if "value" not in fields:
        raise UserError("formats.missing_key", place=place, name="value")
    return ArticleLabel(
        id=fields.get("id") or "",
        article=base.article,
        annotator=fields.get("annotator") or "",
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


def _assignments(fields: Object, base: Base) -> tuple[Assignment, ...] | None:
    """The assignments, or None where the line says nothing of them."""
    if fields.get("assignments") is None:
        return None
    return _each(fields, "assignments", _assignment, base)


def _assignment(value: object, base: Base, place: str) -> Assignment:
    """One layer of the article for one annotator."""
    fields = checked(value, _ASSIGNMENT, place)
    status = known(fields.get("status") or "new", STATUSES, f"{place}.status")
    help_mode = known(fields.get("help") or "on", _HELP, f"{place}.help")
    return Assignment(
        id=fields.get("id") or "",
        article=base.article,
        annotator=fields.get("annotator") or "",
        layer=needed(fields, "layer", place),
        status=cast("Status", status),
        round=_count(fields, "round", place) or 1,
        help=cast("Help", help_mode),
        reason=fields.get("reason") or "",
    )


def _annotation(value: object, base: Base, place: str) -> Annotation:
    """One annotation."""
    fields = checked(value, _ANNOTATION, place)
    fragments, quote = extent(fields, base, place)
    return Annotation(
        id=fields.get("id") or "",
        article=base.article,
        annotator=fields.get("annotator") or "",
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
        scheme_version=_count(fields, "scheme_version", place),
        origin=_origin(fields, place),
    )


def _attributes(fields: Object, place: str) -> Mapping[str, str]:
    """The attributes, whose values are texts."""
    attributes = fields.get("attributes")
    return texts(attributes, f"{place}.attributes") if attributes else {}


def _origin(fields: Object, place: str) -> Origin:
    """Where an annotation came from; a file that does not say leaves it an import."""
    value = fields.get("origin")
    if value is None:
        return IMPORTED
    if value == {"by": "hand"}:
        return HAND
    origin = checked(value, _ORIGIN, f"{place}.origin")
    by = known(origin.get("by") or "import", _ORIGINS, f"{place}.origin.by")
    return Origin(
        by=cast("OriginKind", by),
        suggester=origin.get("suggester") or "",
        suggestion=origin.get("suggestion") or "",
        score=_score(origin),
        annotation=origin.get("annotation") or "",
    )


def _relations(fields: Object, base: Base, ends: Collection[str]) -> tuple[Relation, ...]:
    """The relations, whose ends are annotations of the same line."""
    relations = _each(fields, "relations", _relation, base)
    for index, relation in enumerate(relations):
        _check_ends((relation.source, relation.target), ends, f"relations[{index}]")
    return relations


def _relation(value: object, base: Base, place: str) -> Relation:
    """One relation."""
    fields = checked(value, _RELATION, place)
    return Relation(
        id=fields.get("id") or "",
        article=base.article,
        annotator=fields.get("annotator") or "",
        type=needed(fields, "type", place),
        source=needed(fields, "from", place),
        target=needed(fields, "to", place),
        attributes=_attributes(fields, place),
        note=fields.get("note") or "",
        created=fields.get("created") or "",
        modified=fields.get("modified") or "",
    )


def _suggestion(value: object, base: Base, place: str) -> Suggestion:
    """One suggestion, without its relations."""
    fields = checked(value, _SUGGESTION, place)
    fragments, quote = extent(fields, base, place)
    suggester = fields.get("suggester") or ""
    layer, label = needed(fields, "layer", place), needed(fields, "label", place)
    return Suggestion(
        id=fields.get("id") or _made_id(base, suggester, layer, label, fragments),
        article=base.article,
        layer=layer,
        label=label,
        fragments=fragments,
        quote=quote,
        suggester=suggester,
        model=fields.get("model") or "",
        score=_score(fields) or 0.0,
        attributes=_attributes(fields, place),
        reason=fields.get("reason") or "",
        states=_states(fields, place),
    )


def _states(fields: Object, place: str) -> Mapping[str, State]:
    """What each annotator made of a suggestion."""
    states = texts(fields.get("states") or {}, f"{place}.states")
    for annotator, state in states.items():
        known(state, _STATES, f"{place}.states.{annotator}")
    return cast("Mapping[str, State]", states)


def _made_id(base: Base, *said: object) -> str:
    """An id made from a text and what is said of it, the same whenever it is made."""
    digest = hashlib.sha256(repr((base.made.text, said)).encode("utf-8"))
    return str(uuid.UUID(bytes=digest.digest()[:16], version=5))


def _score(fields: Object) -> float | None:
    """A score, which is a finite number."""
    score = fields.get("score")
    if score is None:
        return None
    if not abs(score) < math.inf:
        raise UserError("formats.json_number")
    return float(score)


def _suggestion_relations(
    fields: Object, suggestions: tuple[Suggestion, ...]
) -> tuple[SuggestionRelation, ...]:
    """The relations of all suggestions, each standing with the suggestion that it starts from.

    Their other end may be an annotation that was not exported, so it is not looked for.
    """
    found: list[SuggestionRelation] = []
    for index, suggestion in enumerate(suggestions):
        listed = fields["suggestions"][index].get("relations") or ()
        for number, value in enumerate(listed):
            place = f"suggestions[{index}].relations[{number}]"
            found.append(_suggestion_relation(value, suggestion.id, place))
    return tuple(found)


def _suggestion_relation(value: object, source: str, place: str) -> SuggestionRelation:
    """One relation of a suggestion."""
    fields = checked(value, _SUGGESTION_RELATION, place)
    type_, target = needed(fields, "type", place), needed(fields, "to", place)
    made = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{source} {type_} {target}"))
    return SuggestionRelation(fields.get("id") or made, source, type_, target)


def _gold(value: object, base: Base, place: str) -> Gold:
    """One adjudicated span."""
    fields = checked(value, _GOLD, place)
    fragments, quote = extent(fields, base, place)
    layer, label = needed(fields, "layer", place), needed(fields, "label", place)
    return Gold(
        id=fields.get("id") or _made_id(base, "gold", layer, label, fragments),
        article=base.article,
        layer=layer,
        label=label,
        fragments=fragments,
        quote=quote,
        decision=_decision(fields, f"{place}.decision"),
        attributes=_attributes(fields, place),
    )


def _gold_relations(fields: Object, base: Base, ends: Collection[str]) -> tuple[GoldRelation, ...]:
    """The relations between adjudicated spans of the same line."""
    relations = _each(fields, "gold_relations", _gold_relation, base)
    for index, relation in enumerate(relations):
        _check_ends((relation.source, relation.target), ends, f"gold_relations[{index}]")
    return relations


def _gold_relation(value: object, base: Base, place: str) -> GoldRelation:
    """One relation between adjudicated spans."""
    fields = checked(value, _GOLD_RELATION, place)
    type_, source, target = (needed(fields, key, place) for key in ("type", "from", "to"))
    id = fields.get("id") or _made_id(base, "gold relation", type_, source, target)
    return GoldRelation(id, base.article, type_, source, target, _attributes(fields, place))


def _ruling(value: object, base: Base, place: str) -> Ruling:
    """One decision that made no span."""
    fields = checked(value, _RULING, place)
    fragments, _ = extent(fields, base, place)
    layer, span = needed(fields, "layer", place), hull(fragments)
    return Ruling(
        id=fields.get("id") or _made_id(base, "ruling", layer, span),
        article=base.article,
        layer=layer,
        span=span,
        decision=_decision(fields, f"{place}.decision"),
    )


def _decision(fields: Object, place: str) -> Decision:
    """A decision, with a span or without."""
    decision = checked(fields.get("decision") or {}, _DECISION, place)
    return Decision(
        by=decision.get("by") or "",
        source=_texts(decision.get("from") or [], f"{place}.from"),
        change=decision.get("change") or "",
        reason=decision.get("reason") or "",
    )


def _each(
    fields: Object, key: str, make: Callable[[object, Base, str], _T], base: Base
) -> tuple[_T, ...]:
    """What is made of each value of a list that may be missing."""
    values = fields.get(key) or ()
    return tuple(make(value, base, f"{key}[{index}]") for index, value in enumerate(values))


def _ids(annotations: Iterable[Annotation]) -> set[str]:
    """The ids of annotations, of which none may stand twice."""
    found: set[str] = set()
    for index, annotation in enumerate(annotations):
        if annotation.id and annotation.id in found:
            raise UserError("formats.id_twice", place=f"annotations[{index}]", id=annotation.id)
        found.add(annotation.id)
    return found


def _count(fields: Object, key: str, place: str) -> int:
    """A whole number that counts something, 0 where it is missing."""
    number = fields.get(key) or 0
    if not 0 <= number <= _MOST:
        raise UserError("formats.not_a_count", place=f"{place}.{key}")
    return int(number)


def _check_ends(found: Iterable[str], ends: Collection[str], place: str) -> None:
    """Refuse an end that is no annotation of the line."""
    for end in found:
        if not end or end not in ends:
            raise UserError("formats.dangling", place=place, id=end)
