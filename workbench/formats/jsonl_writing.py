"""An article with all that was said of it as one line of our own JSONL.

A quote that is not what stands at its place is a refused export: whoever reads the file must be
able to trust every offset in it.
"""

from collections.abc import Callable

from workbench.domain.annotation import Annotation, Origin, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import Appearance, ArticleLabel
from workbench.domain.corpus import CorpusArticle
from workbench.domain.errors import UserError
from workbench.domain.gold import Decision, Gold, GoldRelation, Ruling
from workbench.domain.span import check_extent, check_fragments, hull, quote_of
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.formats.json_values import Object

_Spanned = Annotation | Suggestion | Gold
# Gives the place of a span once it has been held against the text.
_Place = Callable[[_Spanned], Object]
_BY_HAND = Origin()


def line_of(corpus: CorpusArticle) -> Object:
    """What stands in the line of an article, as plain values.

    Raises `UserError` where a span lies outside the text or its quote differs.
    """
    place = _placer(corpus.text)
    return {
        **_head(corpus),
        **_structure(corpus),
        "article_labels": [_article_label(label) for label in corpus.labels],
        **_assignments(corpus),
        "annotations": [_annotation(annotation, place) for annotation in corpus.annotations],
        "relations": [_relation(relation) for relation in corpus.relations],
        "suggestions": _suggestions(corpus, place),
        "gold": [_gold(gold, place) for gold in corpus.gold],
        **_around_gold(corpus),
    }


def _head(corpus: CorpusArticle) -> Object:
    """The article; `meta` repeats its first appearance, where most tools look for it."""
    article = corpus.article
    first = corpus.appearances[0] if corpus.appearances else Appearance()
    return {
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
        "appearances": [_appearance(appearance) for appearance in corpus.appearances],
    }


def _appearance(appearance: Appearance) -> Object:
    """One publication of the text."""
    return {
        "source": appearance.source,
        "url": appearance.url,
        "author": appearance.author,
        "published": appearance.published,
        "file": appearance.file,
    }


def _structure(corpus: CorpusArticle) -> Object:
    """Zones and sentences, or nothing where they are not known."""
    structure = corpus.structure
    if structure is None:
        return {}
    return {
        "zones": [[zone.kind, zone.span.start, zone.span.end] for zone in structure.zones],
        "sentences": [[span.start, span.end] for span in structure.sentences],
        "structure_version": structure.version,
    }


def _article_label(label: ArticleLabel) -> Object:
    """One label of the whole article; several values are a list."""
    value = label.value if isinstance(label.value, str) else list(label.value)
    return {"id": label.id, "annotator": label.annotator, "name": label.name, "value": value}


def _assignments(corpus: CorpusArticle) -> Object:
    """Where the layers stand, or nothing where that is not known: an empty list says *none*."""
    if corpus.assignments is None:
        return {}
    return {"assignments": [_assignment(assignment) for assignment in corpus.assignments]}


def _assignment(assignment: Assignment) -> Object:
    """One layer of the article for one annotator."""
    return {
        "id": assignment.id,
        "annotator": assignment.annotator,
        "layer": assignment.layer,
        "status": assignment.status,
        "round": assignment.round,
        "help": assignment.help,
        "reason": assignment.reason,
    }


def _placer(text: str) -> _Place:
    """What gives the place of anything spanned in this text."""

    def place(spanned: _Spanned) -> Object:
        """Where it stands, held against the text."""
        fragments = spanned.fragments
        check_extent(text, fragments, spanned.quote)
        whole = hull(fragments)
        return {
            "layer": spanned.layer,
            "label": spanned.label,
            "start": whole.start,
            "end": whole.end,
            "quote": spanned.quote,
            "fragments": [[fragment.start, fragment.end] for fragment in fragments],
            "attributes": dict(spanned.attributes),
        }

    return place


def _annotation(annotation: Annotation, place: _Place) -> Object:
    """One annotation."""
    return {
        "id": annotation.id,
        "annotator": annotation.annotator,
        **place(annotation),
        "note": annotation.note,
        "unsure": annotation.unsure,
        "answer": annotation.answer,
        "created": annotation.created,
        "modified": annotation.modified,
        "scheme_version": annotation.scheme_version,
        "origin": _origin(annotation.origin),
    }


def _origin(origin: Origin) -> Object:
    """Where an annotation came from; what it does not say is left out."""
    if origin == _BY_HAND:
        return {"by": "hand"}
    said = {
        "suggester": origin.suggester,
        "suggestion": origin.suggestion,
        "score": origin.score,
        "annotation": origin.annotation,
    }
    return {
        "by": origin.by,
        **{key: value for key, value in said.items() if value not in ("", None)},
    }


def _relation(relation: Relation) -> Object:
    """One relation."""
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


def _suggestions(corpus: CorpusArticle, place: _Place) -> list[Object]:
    """The suggestions, each with the relations that start from it."""
    relations: dict[str, list[SuggestionRelation]] = {s.id: [] for s in corpus.suggestions}
    for relation in corpus.suggestion_relations:
        if relation.source not in relations:
            raise UserError("formats.dangling", place="suggestions", id=relation.source)
        relations[relation.source].append(relation)
    return [_suggestion(s, relations[s.id], place) for s in corpus.suggestions]


def _suggestion(
    suggestion: Suggestion, relations: list[SuggestionRelation], place: _Place
) -> Object:
    """One suggestion."""
    return {
        "id": suggestion.id,
        **place(suggestion),
        "suggester": suggestion.suggester,
        "model": suggestion.model,
        "score": suggestion.score,
        "reason": suggestion.reason,
        "states": dict(suggestion.states),
        "relations": [{"id": r.id, "type": r.type, "to": r.target} for r in relations],
    }


def _gold(gold: Gold, place: _Place) -> Object:
    """One adjudicated span."""
    return {
        "id": gold.id,
        **place(gold),
        "decision": _decision(gold.decision),
    }


def _around_gold(corpus: CorpusArticle) -> Object:
    """Relations of gold spans and decisions without a span; nothing where there are none."""
    lists: Object = {
        "gold_relations": [_gold_relation(relation) for relation in corpus.gold_relations],
        "rulings": [_ruling(ruling, corpus.text) for ruling in corpus.rulings],
    }
    return {key: listed for key, listed in lists.items() if listed}


def _gold_relation(relation: GoldRelation) -> Object:
    """One relation between adjudicated spans."""
    return {
        "id": relation.id,
        "type": relation.type,
        "from": relation.source,
        "to": relation.target,
        "attributes": dict(relation.attributes),
    }


def _ruling(ruling: Ruling, text: str) -> Object:
    """One decision that made no span, with the words that it is about."""
    check_fragments(len(text), (ruling.span,))
    return {
        "id": ruling.id,
        "layer": ruling.layer,
        "start": ruling.span.start,
        "end": ruling.span.end,
        "quote": quote_of(text, (ruling.span,)),
        "decision": _decision(ruling.decision),
    }


def _decision(decision: Decision) -> Object:
    """Who decided, out of whose marks, what was changed and why."""
    return {
        "by": decision.by,
        "from": list(decision.source),
        "change": decision.change,
        "reason": decision.reason,
    }
