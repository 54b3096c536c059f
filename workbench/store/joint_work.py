"""The rows of several copies of a project put together, until they can stand in one file.

What says the same becomes one: people and suggesters of one name, articles of one text, a person's
marks of one place and label, labels of one article. The smaller id stays, and what referred to the
other refers to it; what was said last is what it says. Where a decision of one reviewer is about
the place of another's, made by neither knowing the other, the later stands. A row whose other end
is gone goes along. Whatever has to give way is told, where it came in just now or met what did.

A row that gave way is not deleted by anyone, and stands in the histories still. So that it does not
rise again when the one that it gave way to is deleted, that deletion counts for it as well.
"""

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Table

from workbench.domain.gold import same_place
from workbench.domain.span import Span
from workbench.domain.versions import Knowledge
from workbench.store.rows import PLACE, Row
from workbench.store.schema import JOURNALLED
from workbench.store.telling import Standing

Why = Literal["later", "deleted", "twin", "gold", "corrected", "no_place", "no_end", "no_label"]
Rows = dict[str, Standing]

# The columns that make two rows one, in an order in which what is referred to comes first.
_SAME: dict[str, tuple[str, ...]] = {
    "suggester": ("name",),
    "recipe": ("name",),
    "split": ("article",),
    "appearance": ("article", "source", "url", "author", "published", "file"),
    "suggestion_run": ("article", "suggester", "model"),
    "suggestion": ("article", "suggester", "layer", "label", "start", "end", "fragments"),
    "annotation": ("article", *PLACE),
    "suggestion_state": ("suggestion", "annotator"),
    "suggestion_relation": ("source", "type", "target"),
    "relation": ("annotator", "type", "source", "target"),
    "assignment": ("article", "annotator", "layer", "round"),
    "frozen_layer": ("assignment",),
    "article_label": ("article", "annotator", "name"),
}
# Of these no file can hold two that say the same, also not where they were made side by side.
_ONCE = frozenset(
    {
        *("suggester", "recipe", "split", "suggestion_run", "suggestion_state"),
        *("assignment", "frozen_layer", "article_label"),
    }
)
# What people have made, and would want to know of when it gives way.
TOLD = frozenset(
    {
        *("annotation", "relation", "assignment", "article_label", "article_text"),
        *("gold", "gold_decision", "gold_relation"),
    }
)
# Columns that say nothing of what a person meant.
_BESIDE = frozenset({"id", "created", "modified", "time", "origin", "scheme_version"})
# The scheme is one for all copies before they are joined, and stays the file's own.
SCHEME = frozenset({"scheme", "layer", "label", "attribute", "relation_type", "article_label_type"})


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that had to give way, as a row; `person` is the id of whoever said it."""

    why: Why
    table: str
    row: Row
    person: str = ""


@functools.cache
def references(table: Table) -> tuple[tuple[str, str], ...]:
    """The columns of a table that hold ids, each with the table whose ids it holds."""
    found = [
        (key.parent.name, key.column.table.name)
        for key in table.foreign_keys
        if key.column.name == "id"
    ]
    return tuple(sorted(found))


@dataclass(slots=True)
class JointWork:
    """Rows by table and id; `replaced` leads by table from ids that became another to that one."""

    knowledge: Knowledge
    rows: dict[str, Rows] = field(default_factory=lambda: {name: {} for name in JOURNALLED})
    replaced: dict[str, dict[str, str]] = field(
        default_factory=lambda: {name: {} for name in JOURNALLED}
    )
    losses: list[Loss] = field(default_factory=list)

    def living(self, table: str) -> Iterator[tuple[str, Standing]]:
        """The rows of a table that are there."""
        return ((id, found) for id, found in list(self.rows[table].items()) if found.alive)

    def lose(self, why: Why, table: str, lost: Standing, *, tell: bool) -> None:
        """Take a row away, and tell it where somebody would want to know."""
        lost.alive = False
        if tell and table in TOLD:
            self.losses.append(Loss(why, table, dict(lost.row), lost.person))

    def settle(self, known: Mapping[str, Collection[object]]) -> None:
        """Make one of what says the same, settle decisions, and let go what lacks an end.

        `known` are the ids of the scheme's rows by table, and under `label` (layer, label).
        """
        for table, columns in _SAME.items():
            self.follow(table)
            self._unite(table, columns)
        self.follow("suggestion_state")
        self._settle_decisions()
        for table in ("gold_decision", "gold_relation"):
            self.follow(table)
        self._unite("gold_relation", ("type", "source", "target"))
        self._let_go(known)

    def follow(self, table: str) -> None:
        """Let the rows of a table refer to what became of the rows that they referred to."""
        for column, target in _followed(table):
            became = self.replaced[target]
            if became:
                for found in self.rows[table].values():
                    found.row[column] = became.get(found.row[column], found.row[column])

    # --- one of several

    def _unite(self, table: str, columns: Sequence[str]) -> None:
        """Make one of the rows that say the same and were made apart."""
        groups: dict[tuple[object, ...], list[str]] = {}
        for id, found in self.rows[table].items():
            groups.setdefault(tuple(map(found.row.get, columns)), []).append(id)
        for ids in groups.values():
            if len(ids) > 1:
                self._make_one(table, ids)

    def _make_one(self, table: str, ids: Sequence[str]) -> None:
        rows = self.rows[table]
        living = self._in_order(table, (id for id in ids if rows[id].alive))
        if not living:
            return
        # Of a layer that was finished twice the first state is the one that counts.
        last = living[0 if table == "frozen_layer" else -1]
        winner = rows[last]
        always = table in _ONCE
        same = [id for id in living if always or id == last or self._apart(rows[id], winner)]
        kept = min(same)
        for id in same:
            if id != last:
                differs = _is_begun(rows[id]) and _said(rows[id].row) != _said(winner.row)
                self.lose("twin", table, rows[id], tell=differs and self._news(rows[id], winner))
            if id != kept:
                self.replaced[table][id] = kept
        deleted = any(self._deleted(rows[id], winner) for id in ids)
        if kept != last:
            winner.alive = False
            rows[kept] = _united(winner, rows[kept], kept)
        rows[kept].alive = not deleted

    def _in_order(self, table: str, ids: Iterable[str]) -> list[str]:
        """Rows in the order in which their last words were said.

        That an article was given to somebody says less than what they did with it.
        """
        rows = self.rows[table]
        return [id for *_, id in sorted((_is_begun(rows[id]), _when(rows[id]), id) for id in ids)]

    def _apart(self, one: Standing, other: Standing) -> bool:
        """Whether two rows were made or changed by people of whom neither knew the other."""
        if not one.versions or not other.versions:
            return True
        return any(self.knowledge.apart(a, b) for a in one.versions for b in other.versions)

    def _deleted(self, gone: Standing, winner: Standing) -> bool:
        """Whether a row was deleted by somebody who knew the one that says the same."""
        if not gone.deleted or gone.version is None or winner.version is None:
            return False
        return self.knowledge.knew(gone.version, winner.version) and self._apart(gone, winner)

    @staticmethod
    def _news(*several: Standing) -> bool:
        return any(one.new for one in several)

    # --- gold

    def _settle_decisions(self) -> None:
        """Of decisions on one place, made by people who knew nothing of each other, keep the last.

        Its gold span stands; that of the other goes, or becomes one with it where it is the same.
        """
        table = self.rows["gold_decision"]
        by_layer: dict[tuple[object, ...], list[str]] = {}
        for id, found in table.items():
            place = (found.row["article"], found.row["layer"])
            by_layer.setdefault(place, []).append(id)
        for ids in by_layer.values():
            kept: list[Standing] = []
            for id in reversed(self._in_order("gold_decision", ids)):
                over = next((one for one in kept if self._overrules(one, table[id])), None)
                if over is None:
                    kept.append(table[id])
                elif table[id].alive:
                    self._overrule(over, table[id])

    def _overrules(self, later: Standing, earlier: Standing) -> bool:
        """Whether a decision stands against an earlier one on the same place."""
        spans = [Span(one.row["start"], one.row["end"]) for one in (later, earlier)]
        labels = [self._label(one) for one in (later, earlier)]
        alike = bool(labels[0]) and labels[0] == labels[1]
        if not same_place(*spans, same_label=alike) or not self._apart(later, earlier):
            return False
        if not later.deleted or later.version is None or earlier.version is None:
            return later.alive
        return self.knowledge.knew(later.version, earlier.version)

    def _label(self, decision: Standing) -> str:
        gold = self.rows["gold"].get(decision.row["gold"] or "")
        return str(gold.row["label"]) if gold else ""

    def _overrule(self, later: Standing, earlier: Standing) -> None:
        golds = self.rows["gold"]
        mine, other = (golds.get(one.row["gold"] or "") for one in (later, earlier))
        same = mine is not None and other is not None and _said(mine.row) == _said(other.row)
        tell = later.alive and not same and self._news(later, earlier)
        self.lose("gold", "gold_decision", earlier, tell=tell and other is None)
        if other is not None and other.alive:
            self.lose("gold", "gold", other, tell=tell)
        if same:
            self.replaced["gold"][earlier.row["gold"]] = later.row["gold"]

    # --- what refers to nothing

    def _let_go(self, known: Mapping[str, Collection[object]]) -> None:
        """Take away what refers to something that is not there, until all that is left does."""
        lacking = True
        while lacking:
            lacking = False
            for table in JOURNALLED:
                if table not in SCHEME:
                    for _, found in self.living(table):
                        if self._lacks(table, found.row, known):
                            tell = self._news(found, *self._ends(table, found.row))
                            self.lose("no_end", table, found, tell=tell)
                            lacking = True

    def _ends(self, table: str, row: Row) -> Iterator[Standing]:
        """The rows that a row refers to, as far as they are or were there."""
        for column, target in references(JOURNALLED[table]):
            found = self.rows[target].get(row[column] or "")
            if found is not None:
                yield found

    def _lacks(self, table: str, row: Row, known: Mapping[str, Collection[object]]) -> bool:
        """Whether a row refers to something that is not there; a state then says *rejected*."""
        if "label" in row and (row["layer"], row["label"]) not in known["label"]:
            return True
        for column, target in references(JOURNALLED[table]):
            if row[column] is None or self._is_there(target, row[column], known):
                continue
            if (table, column) != ("suggestion_state", "annotation"):
                return True
            row |= {"annotation": None, "state": "rejected"}
        return table == "suggestion_relation" and not (
            self._is_there("suggestion", row["target"], known)
            or self._is_there("annotation", row["target"], known)
        )

    def _is_there(self, table: str, id: str, known: Mapping[str, Collection[object]]) -> bool:
        if table in SCHEME:
            return id in known[table]
        found = self.rows[table].get(id)
        return found is not None and found.alive


def _followed(table: str) -> Iterable[tuple[str, str]]:
    """The columns of a table by which it refers to rows that may become others."""
    yield from references(JOURNALLED[table])
    if table == "suggestion_relation":
        yield from (("target", "suggestion"), ("target", "annotation"))


def _when(standing: Standing) -> tuple[str, str, int]:
    """Where a row's last word stands in the order; one without any stands before all."""
    version = standing.version
    return (version.time, version.copy, version.counter) if version else ("", "", 0)


def _is_begun(standing: Standing) -> bool:
    """Whether a row is no assignment on which nobody has begun yet."""
    return standing.row.get("status") != "new"


def _said(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _BESIDE}


def _united(winner: Standing, other: Standing, id: str) -> Standing:
    """What a row says that was said last, under another one's id, with the histories of both."""
    return Standing(
        row={**winner.row, "id": id},
        version=winner.version,
        versions=tuple(sorted({*winner.versions, *other.versions})),
        person=winner.person,
        new=winner.new or other.new,
    )
