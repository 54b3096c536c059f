"""Rows that a revised scheme changes or removes: gathered, counted, and then written together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, Table

from workbench.domain.refitting import Effect, Noun
from workbench.store.schema import JOURNALLED
from workbench.store.strides import Strides, parts
from workbench.store.transaction import Transaction

Values = Mapping[str, Any]


@dataclass(slots=True)
class Refit:
    """What to write, by table; `replaced` leads from spans that joined another one to that one."""

    changed: dict[str, dict[str, Values]] = field(default_factory=dict)
    gone: dict[str, set[str]] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)
    lost: Counter[Noun] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return any((*self.changed.values(), *self.gone.values()))

    def change(self, table: Table, id: str, **values: object) -> None:
        """Change columns of a row, beside those that change already."""
        rows = self.changed.setdefault(table.name, {})
        rows[id] = {**rows.get(id, {}), **values}

    def value(self, row: Row[Any], table: Table, name: str) -> Any:  # noqa: ANN401  (any column)
        """What a column of a row will hold."""
        return self.changed.get(table.name, {}).get(row.id, {}).get(name, getattr(row, name))

    def remove(self, table: Table, id: str) -> None:
        """Remove a row, whatever was to change in it."""
        self.changed.get(table.name, {}).pop(id, None)
        self.gone.setdefault(table.name, set()).add(id)

    def lose(self, noun: Noun, number: int = 1) -> None:
        """Count what goes for good."""
        self.lost[noun] += number

    def is_gone(self, id: str) -> bool:
        """Whether a span goes, and no other takes its place."""
        spans = ("annotation", "suggestion", "gold")
        return id not in self.replaced and any(id in self.gone.get(name, ()) for name in spans)

    def now(self, id: str) -> str:
        """The span that a span is part of afterwards: itself, or the one that it joins."""
        return self.replaced.get(id, id)

    def effect(self) -> Effect:
        """How much changes and how much goes, for a person to read."""
        nouns: dict[Noun, tuple[str, ...]] = {
            "annotation": ("annotation",),
            "suggestion": ("suggestion",),
            "gold": ("gold",),
            "relation": ("relation", "gold_relation"),
            "article_label": ("article_label",),
        }
        changed = {
            noun: sum(len(self.changed.get(table, ())) for table in tables)
            for noun, tables in nouns.items()
        }
        lost = {noun: number for noun, number in self.lost.items() if number}
        return Effect({n: number for n, number in changed.items() if number}, lost, self._joined())

    def _joined(self) -> int:
        """How many annotations and gold spans join another one."""
        people = self.gone.get("annotation", set()) | self.gone.get("gold", set())
        return len(people & self.replaced.keys())


def writing(transaction: Transaction, refit: Refit) -> Strides[None]:
    """Write what a refit found."""
    written, total = 0, sum(map(len, (*refit.gone.values(), *refit.changed.values())))
    for name, ids in refit.gone.items():
        for gone in parts(sorted(ids)):
            yield written, total
            transaction.delete_many(JOURNALLED[name], gone)
            written += len(gone)
    for name, rows in refit.changed.items():
        for group in _alike(transaction, JOURNALLED[name], rows):
            for changed in parts(list(group)):
                yield written, total
                transaction.update_many(JOURNALLED[name], {id: group[id] for id in changed})
                written += len(changed)


def _alike(
    transaction: Transaction, table: Table, rows: Mapping[str, Values]
) -> Iterable[Mapping[str, Values]]:
    """What changes in rows of a table, those together in which the same columns change."""
    stamp = {"modified": transaction.time} if "modified" in table.c else {}
    alike: dict[tuple[str, ...], dict[str, Values]] = {}
    for id, values in rows.items():
        alike.setdefault(tuple(sorted(values)), {})[id] = {**values, **stamp}
    return alike.values()
