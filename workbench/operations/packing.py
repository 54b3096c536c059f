"""Making an article that comes in ready for the project: complete, checked, as rows.

This runs in the worker process that read the file, so that the interface's process has nothing left
to do but to write. What a file leaves out is filled in; what the scheme or the text cannot hold is
refused. A layer in which a file has spans is taken as finished by its annotator, unless the file
itself says how its layers stand.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar, cast

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Assignment, Status
from workbench.domain.article import ArticleLabel, ArticleText, Structure
from workbench.domain.corpus import CorpusArticle
from workbench.domain.errors import UserError
from workbench.domain.gold import Gold
from workbench.domain.ids import new_id, now
from workbench.domain.label_names import LabelNames
from workbench.domain.scheme import Scheme
from workbench.domain.span import check_extent, check_fragments
from workbench.domain.suggestion import Suggestion
from workbench.store import rows as made
from workbench.store.parcels import Parcel, Rows
from workbench.store.rows import Row


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)
Spanned = Annotation | Suggestion | Gold
_ELSEWHERE = ("…", "…")  # the layer and label of an end that is not in the file


@dataclass(frozen=True, slots=True)
class Terms:
    """What the project lays down for what comes in.

    The scheme with the meaning of the labels of others, whose the work is that carries no name, how
    the layers stand that a file covers, and the time of what has none.
    """

    names: LabelNames
    whose: str
    status: Status
    time: str

    @property
    def scheme(self) -> Scheme:
        """The scheme of the project."""
        return self.names.scheme


def pack(where: str, corpus: CorpusArticle, terms: Terms) -> Parcel:
    """An article as rows; raises `UserError` at the first thing that cannot be held."""
    corpus = _named(corpus, terms.names)
    _check(corpus, terms.scheme)
    article = corpus.article.id or new_id()
    rows = {
        **_head(article, corpus),
        **_marked(article, corpus, terms),
        **_proposed(article, corpus, terms),
        **_settled(article, corpus, terms),
    }
    covers = None if corpus.assignments is not None else _layers(rows["annotation"])
    stated = corpus.assignments or finished(covers or (), terms.status)
    rows["assignment"] = _standing(article, stated, terms)
    return Parcel(
        where=where,
        article=article,
        text_hash=corpus.article.text_hash,
        rows={table: found for table, found in rows.items() if found},
        people=frozenset(
            row["annotator"] for found in rows.values() for row in found if "annotator" in row
        ),
        covers=covers,
        readers=None
        if corpus.readers is None
        else frozenset(_person(name, terms) for name in corpus.readers),
        format=corpus.format,
        unit=corpus.unit,
        passed=corpus.passed,
        unnamed=corpus.unnamed,
    )


def _named(corpus: CorpusArticle, names: LabelNames) -> CorpusArticle:
    """The article with its annotations under labels of the scheme, as most are already."""
    said = dict.fromkeys((each.layer, each.label) for each in corpus.annotations)
    if all(names.find(*term) == term for term in said):
        return corpus
    return replace(corpus, annotations=tuple(map(names.named, corpus.annotations)))


def finished(layers: Iterable[tuple[str, str]], status: Status) -> list[Assignment]:
    """Assignments that say how layers, each (annotator, layer), stand."""
    return [Assignment(new_id(), "", who, layer, status) for who, layer in sorted(layers)]


# --- what must hold


def _check(corpus: CorpusArticle, scheme: Scheme) -> None:
    """Refuse what the scheme or the text cannot hold."""
    spanned: tuple[Spanned, ...] = (*corpus.annotations, *corpus.suggestions, *corpus.gold)
    for layer, label in {(span.layer, span.label) for span in spanned}:
        scheme.label(layer, label)
    for span in spanned:
        check_extent(corpus.text, span.fragments, span.quote)
        if span.attributes:
            scheme.check_attributes(span.layer, span.label, span.attributes)
    for layer in {assignment.layer for assignment in corpus.assignments or ()}:
        scheme.layer(layer)
    _check_relations(corpus, scheme)
    _check_carried(corpus, scheme)
    _check_labels(corpus, scheme)
    _check_settled(corpus, scheme)


def _check_relations(corpus: CorpusArticle, scheme: Scheme) -> None:
    if not corpus.relations:
        return
    ends = {
        annotation.id: (annotation.layer, annotation.label) for annotation in corpus.annotations
    }
    for relation in corpus.relations:
        for end in (relation.source, relation.target):
            if end not in ends:
                raise UserError("formats.dangling", place=relation.type, id=end)
        scheme.check_relation(relation.type, ends[relation.source], ends[relation.target])
        for attribute, value in relation.attributes.items():
            scheme.check_relation_attribute(relation.type, attribute, value)


def _check_carried(corpus: CorpusArticle, scheme: Scheme) -> None:
    """Refuse relations of suggestions that the scheme does not have, or not between such ends.

    An end that is not in the file may be an annotation of the project.
    """
    spanned: tuple[Spanned, ...] = (*corpus.annotations, *corpus.suggestions)
    ends = {span.id: (span.layer, span.label) for span in spanned}
    for relation in corpus.suggestion_relations:
        target = ends.get(relation.target)
        if target is not None or scheme.relation(relation.type) is None:
            scheme.check_relation(relation.type, ends[relation.source], target or _ELSEWHERE)


def _check_labels(corpus: CorpusArticle, scheme: Scheme) -> None:
    for label in corpus.labels:
        values = (label.value,) if isinstance(label.value, str) else label.value
        scheme.article_label(label.name).check(values)


def _check_settled(corpus: CorpusArticle, scheme: Scheme) -> None:
    """Refuse relations of gold, and decisions without a span, that do not fit scheme and text."""
    ends = {gold.id: (gold.layer, gold.label) for gold in corpus.gold}
    for relation in corpus.gold_relations:
        scheme.check_relation(relation.type, ends[relation.source], ends[relation.target])
        for attribute, value in relation.attributes.items():
            scheme.check_relation_attribute(relation.type, attribute, value)
    for ruling in corpus.rulings:
        scheme.layer(ruling.layer)
        check_fragments(len(corpus.text), (ruling.span,))


def _person(name: str, terms: Terms) -> str:
    """The name of a person; work that carries none is that of the one named in the terms."""
    return name.strip() or terms.whose


def _once(items: Iterable[T]) -> list[T]:
    """Items of which none stands twice; one id for two different items is refused."""
    found: dict[str, T] = {}
    for item in items:
        if found.setdefault(item.id, item) != item:
            raise UserError("operations.id_twice", id=item.id)
    return list(found.values())


def _refuse_twice(rows: Iterable[Row], *columns: str) -> None:
    """Refuse two rows that say these columns' values: only one of them can hold."""
    said: set[tuple[object, ...]] = set()
    for row in rows:
        value = tuple(row[column] for column in columns)
        if value in said:
            raise UserError("operations.said_twice", what=", ".join(map(str, value)))
        said.add(value)


# --- the rows


def _head(article: str, corpus: CorpusArticle) -> Rows:
    """The article itself, its text and where it appeared."""
    # Articles are listed in the order of these times, so each has one of its own.
    named = {"id": article, "created": corpus.article.created or now()}
    text = ArticleText(article, corpus.text, cast("Structure", corpus.structure))
    appearances = dict.fromkeys(corpus.appearances)
    return {
        "article": [made.article_row(corpus.article) | named],
        "article_text": [made.text_row(text)],
        "appearance": [made.appearance_row(article, appearance) for appearance in appearances],
    }


def _marked(article: str, corpus: CorpusArticle, terms: Terms) -> Rows:
    """What people marked: annotations, relations between them, labels of the whole article."""
    annotations, became = _annotations(article, corpus.annotations, terms)
    relations = [
        replace(
            relation,
            id=relation.id or new_id(),
            article=article,
            annotator=_person(relation.annotator, terms),
            source=became[relation.source],
            target=became[relation.target],
            created=relation.created or terms.time,
            modified=relation.modified or terms.time,
        )
        for relation in corpus.relations
    ]
    labels = [
        replace(
            label,
            id=label.id or new_id(),
            article=article,
            annotator=_person(label.annotator, terms),
            value=_value(label, terms.scheme),
        )
        for label in corpus.labels
    ]
    label_rows = [made.label_row(label, terms.time) for label in labels]
    _refuse_twice(label_rows, "annotator", "name")
    return {
        "annotation": annotations,
        "relation": [made.relation_row(relation) for relation in _once(relations)],
        "article_label": label_rows,
    }


def _value(label: ArticleLabel, scheme: Scheme) -> str | tuple[str, ...]:
    """The value of an article label: several, also where a file can only say that there is one."""
    if isinstance(label.value, str) and scheme.article_label(label.name).multiple:
        return (label.value,)
    return label.value


def _annotations(
    article: str, incoming: Iterable[Annotation], terms: Terms
) -> tuple[list[Row], dict[str, str]]:
    """The annotations, each place and label of a person once, and what each incoming id became."""
    rows = []
    became: dict[str, str] = {}
    first: dict[tuple[object, ...], str] = {}
    for annotation in incoming:
        row = made.annotation_row(annotation)
        row["id"] = row["id"] or new_id()
        row["article"] = article
        row["annotator"] = _person(annotation.annotator, terms)
        row["created"] = row["created"] or terms.time
        row["modified"] = row["modified"] or terms.time
        row["scheme_version"] = row["scheme_version"] or terms.scheme.version
        place = tuple(map(row.get, made.PLACE))
        if first.setdefault(place, row["id"]) == row["id"]:
            rows.append(row)
        became[annotation.id] = first[place]
    return rows, became


def _proposed(article: str, corpus: CorpusArticle, terms: Terms) -> Rows:
    """Suggestions, the relations they carry, and what people made of them."""
    suggestions = _once(
        replace(suggestion, id=suggestion.id or new_id(), article=article)
        for suggestion in corpus.suggestions
    )
    relations = _once(corpus.suggestion_relations)
    return {
        "suggestion": [made.suggestion_row(suggestion) for suggestion in suggestions],
        "suggestion_relation": [made.suggestion_relation_row(article, r) for r in relations],
        "suggestion_state": [
            made.state_row(suggestion, _person(name, terms), state, terms.time)
            for suggestion in suggestions
            for name, state in suggestion.states.items()
        ],
    }


def _settled(article: str, corpus: CorpusArticle, terms: Terms) -> Rows:
    """Gold with its relations, the decisions behind it, and those that made no span."""
    golds = _once(replace(g, id=g.id or new_id(), article=article) for g in corpus.gold)
    relations = _once(replace(r, article=article) for r in corpus.gold_relations)
    rulings = _once(replace(ruling, article=article) for ruling in corpus.rulings)
    return {
        "gold": [made.gold_row(gold, terms.time) for gold in golds],
        "gold_relation": [made.gold_relation_row(relation) for relation in relations],
        "gold_decision": [
            *(made.decision_row(gold, terms.time) for gold in golds),
            *(made.ruling_row(ruling, terms.time) for ruling in rulings),
        ],
    }


def _layers(annotations: Iterable[Row]) -> frozenset[tuple[str, str]]:
    """The layers that have spans, by person."""
    return frozenset((row["annotator"], row["layer"]) for row in annotations)


def _standing(article: str, stated: Iterable[Assignment], terms: Terms) -> list[Row]:
    """How layers stand."""
    assignments = [
        made.assignment_row(assignment, terms.time)
        | {
            "id": assignment.id or new_id(),
            "article": article,
            "annotator": _person(assignment.annotator, terms),
        }
        for assignment in stated
    ]
    _refuse_twice(assignments, "annotator", "layer", "round")
    return assignments
