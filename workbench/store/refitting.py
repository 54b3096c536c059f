"""The project's work under a revised scheme: which rows change, and which go.

Found by reading alone, so that a person can be told before anything is written, and written in the
same transaction as the scheme. The frozen states of finished layers are fitted too: agreement
compares them with what is said now, and labels that became one must not count as a difference.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Select, Table, func, select

from workbench.domain.refitting import (
    End,
    fit_article_label,
    fit_relation,
    fit_span,
    touched_layers,
    touches_relations,
)
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_editing import Revision
from workbench.domain.scheme_places import labels_of
from workbench.store import schema
from workbench.store.json_columns import as_json
from workbench.store.reader import Reader
from workbench.store.refit import Refit, writing
from workbench.store.rows import mapping_text, value_in, value_text
from workbench.store.spans import mapping_in
from workbench.store.strides import LENGTH, Strides, parts, run_through

__all__ = ["Refit", "find", "finding", "writing"]

# The tables of spans, each with the column that says whose they are.
_OWNERS = ((schema.annotation, "annotator"), (schema.suggestion, "suggester"), (schema.gold, None))
_MANY = 2_000  # rows
_TEXTS = ("note", "unsure", "answer")
_LOOKED_AT = frozenset(
    {
        *("id", "article", "annotator", "suggester", "layer", "label"),
        *("start", "end", "fragments", "attributes", *_TEXTS),
    }
)


def find(reader: Reader, old: Scheme, revision: Revision) -> Refit:
    """What a revision of the scheme changes in the project."""
    return run_through(finding(reader, old, revision))


def finding(reader: Reader, old: Scheme, revision: Revision) -> Strides[Refit]:
    """The same, row by row; how many rows there are is told a kind at a time."""
    refit = Refit()
    layers = touched_layers(old, revision)
    for table, owner in _OWNERS:
        rows = _rows_of_layers(reader, table, layers)
        yield from _Spans(refit, revision, table, owner).fit(rows)
    if touches_relations(old, revision):
        yield from _fit_relations(reader, refit, revision)
        yield from _fit_frozen(reader, refit, old, revision)
    if refit.gone:
        _fit_states(reader, refit)
        _fit_decisions(reader, refit)
    if old.article_labels != revision.scheme.article_labels:
        _fit_article_labels(reader, refit, revision)
    return refit


def is_large(reader: Reader) -> bool:
    """Whether going through all that may have to be fitted takes more than a moment."""
    return any(
        len(reader.rows(select(table.c.id).limit(_MANY))) == _MANY
        for table in (schema.annotation, schema.suggestion, schema.gold, schema.frozen_layer)
    )


def _rows_of_layers(reader: Reader, table: Table, layers: list[str]) -> Sequence[Row[Any]]:
    """The spans of some layers, in the order in which they were made."""
    columns = [column for column in table.c if column.name in _LOOKED_AT]
    query = select(*columns).where(table.c.layer.in_(layers)).order_by(table.c.id)
    return reader.rows(query) if layers else ()


class _Spans:
    """Fits the spans of one table; two that come to say the same at one place become one."""

    def __init__(self, refit: Refit, revision: Revision, table: Table, owner: str | None) -> None:
        self._refit = refit
        self._revision = revision
        self._table = table
        self._owner = owner
        self._texts = [name for name in _TEXTS if name in table.c]
        self._targets = set(revision.ids.values())
        self._fits: dict[tuple[str, str, str], tuple[str, str, int] | None] = {}
        self._kept: dict[tuple[object, ...], Row[Any]] = {}

    def fit(self, rows: Sequence[Row[Any]]) -> Strides[None]:
        """Note what becomes of each span."""
        moved = []
        for number, part in enumerate(parts(rows)):
            yield number * LENGTH, len(rows)
            moved += [(row, fit) for row in part if (fit := self._stay(row))]
        for number, group in enumerate(parts(moved)):
            yield number * LENGTH, len(moved)
            for row, fit in group:
                self._move(row, fit)

    def _stay(self, row: Row[Any]) -> tuple[str, str, int] | None:
        """Note what becomes of a span that goes or stays where it is; for others, what they get."""
        fit = self._fit(row)
        if fit is None:
            self._refit.remove(self._table, row.id)
            self._refit.lose(self._table.name)  # type: ignore[arg-type]  # a noun by that name
        elif fit[0] == row.label:
            self._keep(row, fit)
        else:
            return fit
        return None

    def _fit(self, row: Row[Any]) -> tuple[str, str, int] | None:
        """A span's label, attributes and number of lost attributes then; most rows are alike."""
        key = (row.layer, row.label, row.attributes)
        if key not in self._fits:
            attributes = mapping_in(row.attributes)
            fit = fit_span(self._revision, row.layer, row.label, attributes)
            self._fits[key] = fit and (fit[0], mapping_text(fit[1]), len(attributes) - len(fit[1]))
        return self._fits[key]

    def _place(self, row: Row[Any], label: str) -> tuple[object, ...]:
        """What makes two spans the same: whose they are, label and fragments."""
        owner = getattr(row, self._owner) if self._owner else ""
        return (row.article, owner, row.layer, label, row.start, row.end, row.fragments)

    def _keep(self, row: Row[Any], fit: tuple[str, str, int]) -> None:
        """Leave a span its label, and remember its place where others may come to it."""
        if row.label in self._targets:
            self._kept[self._place(row, row.label)] = row
        self._note(row, fit)

    def _note(self, row: Row[Any], fit: tuple[str, str, int]) -> None:
        """Change a span that says something else now."""
        label, attributes, lost = fit
        if (label, attributes) != (row.label, row.attributes):
            self._refit.change(self._table, row.id, label=label, attributes=attributes)
        self._lose_attributes(lost)

    def _move(self, row: Row[Any], fit: tuple[str, str, int]) -> None:
        """Give a span its new label, or let it join the one that stands there with that label."""
        twin = self._kept.setdefault(self._place(row, fit[0]), row)
        if twin is row:
            self._note(row, fit)
            return
        self._refit.remove(self._table, row.id)
        self._refit.replaced[row.id] = twin.id
        self._join(twin, row, mapping_in(fit[1]))

    def _join(self, twin: Row[Any], row: Row[Any], attributes: Mapping[str, str]) -> None:
        """Give the span that stays what the other one said besides."""
        own = mapping_in(self._refit.value(twin, self._table, "attributes"))
        both = {**attributes, **own}
        self._lose_attributes(sum(both[name] != value for name, value in attributes.items()))
        joined: dict[str, str] = {"attributes": mapping_text(both)}
        for name in self._texts:
            said = (self._refit.value(twin, self._table, name), getattr(row, name))
            joined[name] = "\n".join(filter(None, dict.fromkeys(said)))
        self._refit.change(self._table, twin.id, **joined)

    def _lose_attributes(self, number: int) -> None:
        if self._table is not schema.suggestion:
            self._refit.lose("attribute", number)


# --- what refers to spans


def _fit_relations(reader: Reader, refit: Refit, revision: Revision) -> Strides[None]:
    """Relations lead between the spans that are left, where the scheme still allows it."""
    for table, query in _relation_queries():
        seen: set[tuple[str, str, str]] = set()
        rows = sorted(reader.rows(query), key=lambda r: r.source in refit.replaced)
        for number, part in enumerate(parts(rows)):
            yield number * LENGTH, len(rows)
            for row in part:
                _fit_relation(refit, revision, table, row, seen)


def _fit_relation(
    refit: Refit, revision: Revision, table: Table, row: Row[Any], seen: set[tuple[str, str, str]]
) -> None:
    """One relation; `seen` are those that stand already, by type, source and target."""
    attributes = mapping_in(getattr(row, "attributes", "{}"))
    fit = fit_relation(revision, row.type, _ends(revision, row), attributes)
    source, target = refit.now(row.source), refit.now(row.target)
    if fit is None or refit.is_gone(row.source) or refit.is_gone(row.target):
        refit.remove(table, row.id)
        if table is not schema.suggestion_relation:
            refit.lose("relation")
        return
    key = (fit[0], source, target)
    if key in seen or (source == target and row.source != row.target):
        refit.remove(table, row.id)
        return
    seen.add(key)
    if key != (row.type, row.source, row.target) or fit[1] != attributes:
        said = {"attributes": mapping_text(fit[1])} if "attributes" in table.c else {}
        refit.change(table, row.id, type=fit[0], source=source, target=target, **said)
        refit.lose("attribute", len(attributes) - len(fit[1]))


def _ends(revision: Revision, row: Row[Any]) -> tuple[End, End]:
    """The ends of a relation with the labels that they have then."""
    source, target = (
        (layer, revision.id(labels_of(layer), label))
        for layer, label in (
            (row.source_layer, row.source_label),
            (row.target_layer, row.target_label),
        )
    )
    return source, target


def _relation_queries() -> list[tuple[Table, Select[Any]]]:
    """The relations of each kind with the layers and labels of their ends, oldest first."""
    found = []
    for table, ends in (
        (schema.relation, schema.annotation),
        (schema.gold_relation, schema.gold),
        (schema.suggestion_relation, schema.suggestion),
    ):
        source, target, other = ends.alias(), ends.alias(), schema.annotation.alias()
        query = (
            select(
                table,
                source.c.layer.label("source_layer"),
                source.c.label.label("source_label"),
                func.coalesce(target.c.layer, other.c.layer).label("target_layer"),
                func.coalesce(target.c.label, other.c.label).label("target_label"),
            )
            .join(source, source.c.id == table.c.source)
            .join(target, target.c.id == table.c.target, isouter=True)
            .join(other, other.c.id == table.c.target, isouter=True)
            .order_by(table.c.id)
        )
        found.append((table, query))
    return found


def _fit_states(reader: Reader, refit: Refit) -> None:
    """What people made of suggestions follows the suggestions and annotations that are left.

    A suggestion whose annotation goes counts as rejected, as when a person deletes it.
    """
    table = schema.suggestion_state
    rows = reader.rows(select(table).order_by(table.c.id))
    seen = {(r.suggestion, r.annotator) for r in rows if r.suggestion not in refit.replaced}
    for row in rows:
        key = (refit.now(row.suggestion), row.annotator)
        moves = key[0] != row.suggestion
        if refit.is_gone(row.suggestion) or (moves and key in seen):
            refit.remove(table, row.id)
            continue
        seen.add(key)
        if row.annotation and refit.is_gone(row.annotation):
            refit.change(table, row.id, suggestion=key[0], annotation=None, state="rejected")
        elif moves or refit.now(row.annotation or "") != (row.annotation or ""):
            annotation = row.annotation and refit.now(row.annotation)
            refit.change(table, row.id, suggestion=key[0], annotation=annotation)


def _fit_decisions(reader: Reader, refit: Refit) -> None:
    """A decision stands when its gold span goes, and follows it when it joins another one."""
    table = schema.gold_decision
    for row in reader.rows(select(table).where(table.c.gold.is_not(None))):
        if row.gold in refit.gone.get("gold", ()):
            refit.change(table, row.id, gold=refit.replaced.get(row.gold))


# --- what belongs to articles


def _fit_article_labels(reader: Reader, refit: Refit, revision: Revision) -> None:
    """The labels of whole articles follow their types and values."""
    table = schema.article_label
    for row in reader.rows(select(table).order_by(table.c.id)):
        value = value_in(row.value)
        several = (value,) if isinstance(value, str) else value
        fit = fit_article_label(revision, row.name, several)
        if fit is None:
            refit.remove(table, row.id)
            refit.lose("article_label")
        elif fit != (row.name, several):
            text = value_text(fit[1][0] if isinstance(value, str) else fit[1])
            refit.change(table, row.id, name=fit[0], value=text)


def _fit_frozen(reader: Reader, refit: Refit, old: Scheme, revision: Revision) -> Strides[None]:
    """The kept states of finished layers say what the spans themselves would say now.

    Where a layer goes, what people had to do in it goes along.
    """
    frozen, assignment = schema.frozen_layer, schema.assignment
    left = {layer.id for layer in revision.scheme.layers}
    gone = [layer.id for layer in old.layers if layer.id not in left]
    for row in reader.rows(select(assignment.c.id).where(assignment.c.layer.in_(gone))):
        refit.remove(assignment, row.id)
    joined = assignment.c.id == frozen.c.assignment
    rows = reader.rows(select(frozen, assignment.c.layer).join(assignment, joined))
    for number, part in enumerate(parts(rows)):
        yield number * LENGTH, len(rows)
        for row in part:
            if row.layer in left:
                _fit_frozen_layer(refit, revision, row)
            else:
                refit.remove(frozen, row.id)


def _fit_frozen_layer(refit: Refit, revision: Revision, row: Row[Any]) -> None:
    """One kept state: its spans, and the relations that lead from them."""
    before = json.loads(row.annotations), json.loads(row.relations)
    spans: dict[tuple[object, ...], dict[str, Any]] = {}
    for span in before[0]:
        fit = fit_span(revision, row.layer, span["label"], _attributes(span))
        if fit is not None:
            place = (fit[0], span["start"], span["end"], span.get("fragments"))
            spans.setdefault(place, _said(span, fit[1]) | {"label": fit[0]})
    ids = {span["id"] for span in spans.values()}
    relations = []
    for relation in before[1]:
        kept = fit_relation(revision, relation["type"], None, _attributes(relation))
        if kept is not None and relation["source"] in ids:
            relations.append(_said(relation, kept[1]) | {"type": kept[0]})
    if (list(spans.values()), relations) != before:
        texts = {"annotations": as_json(list(spans.values())), "relations": as_json(relations)}
        refit.change(schema.frozen_layer, row.id, **texts)


def _attributes(row: Mapping[str, Any]) -> dict[str, str]:
    """The attributes of a kept row, which leaves them out where it has none."""
    return mapping_in(row.get("attributes", "{}"))


def _said(row: dict[str, Any], attributes: Mapping[str, str]) -> dict[str, Any]:
    """A kept row with these attributes."""
    if attributes == _attributes(row):
        return row
    bare = {name: value for name, value in row.items() if name != "attributes"}
    return bare | ({"attributes": mapping_text(attributes)} if attributes else {})
