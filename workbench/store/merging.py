"""Copies of a project joined: what this file has to become, and how it is written.

The result follows from the journals of all copies taken together, whatever order they come in and
however often. People of one name are one, and articles are one that had the same text, also before
it was corrected; the smaller id stays. What the other journals say of an article is weighed with
all that this file's own says of it; other articles stay as they are. Where a file holds rows that
no journal speaks of, as one that was handed out does, they count only where nobody says otherwise.

What came in is written into the journal as it is. What it came to is one act: the rows that change
here, and which ids became others.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from workbench.domain.errors import UserError
from workbench.domain.refitting import fit_relation, fit_span
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_editing import Revision
from workbench.domain.text import text_hash
from workbench.domain.versions import Version, together
from workbench.store import copies, schema
from workbench.store.anchors import ANCHORED
from workbench.store.copies import BECAME, HEARD
from workbench.store.joint_work import SCHEME, TOLD, JointWork, Loss, Why, references
from workbench.store.journal import Entry, last_seq
from workbench.store.reader import Snapshot
from workbench.store.reanchoring import TextHistory, by_article, reanchor
from workbench.store.rows import Row, mapping_text
from workbench.store.schema import JOURNALLED
from workbench.store.soundness import is_row
from workbench.store.spans import mapping_in
from workbench.store.telling import Place, Standing, Told, Word, listen, texts_of, weigh
from workbench.store.transaction import Transaction

Images = dict[str, dict[str, Row]]  # rows by table and id
_OF_NO_ARTICLE = ("annotator", "suggester", "recipe")
_HEADS = frozenset({"article", "article_text", "annotator"})  # whose ids may be one with others'


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge writes: entries as they came, rows that come or change, and rows that go.

    `basis` is the last entry of the file that was looked at. `became` leads from ids of articles
    and people that are others' now to those.
    """

    basis: int
    arriving: tuple[Entry, ...]
    heard: Mapping[str, int]
    became: Mapping[str, str]
    added: Images
    changed: Images
    gone: Images
    losses: tuple[Loss, ...]

    def __bool__(self) -> bool:
        return bool(self.arriving or self.added or self.changed or self.gone)


def plan(own: Snapshot, others: Sequence[Snapshot], *, scheme: Scheme | None = None) -> Plan:
    """What a file becomes by joining it with other copies of its project; nothing is written.

    Where the scheme is given, work that was done under another one is fitted to it.
    """
    told = listen(own.connection, [other.connection for other in others])
    here = _images(own.connection)
    there = [_images(other.connection) for other in others]
    became = _People([here, *there], told).became | _Texts([here, *there], told).became
    work = JointWork(told.knowledge)
    _Weighing(told, became, work).weigh([here, *there])
    concerned = _concerned(work, told, there, became)
    _keep_articles(work, concerned)
    _reanchor(work, told, became)
    if scheme is not None:
        _fit(work, Revision(scheme))
    work.settle(_scheme_of(own.connection))
    present = _of(here, concerned, became)
    wanted = {table: {id: one.row for id, one in work.living(table)} for table in present}
    return Plan(
        basis=last_seq(own.connection),
        arriving=told.arriving,
        heard=together(copies.heard(one.connection) for one in (own, *others)),
        became=became,
        added=_where(wanted, lambda table, key, _: key not in present[table]),
        changed=_where(wanted, lambda table, key, row: present[table].get(key, row) != row),
        gone=_where(present, lambda table, key, _: key not in wanted[table]),
        losses=tuple(work.losses),
    )


def holds(transaction: Transaction, plan: Plan) -> bool:
    """Whether a file is still as it was when the plan was made."""
    (row,) = transaction.rows(select(func.max(schema.journal.c.seq).label("last")))
    return plan.basis == (row.last or 0)


def write(
    transaction: Transaction, plan: Plan, *, params: Mapping[str, object] | None = None
) -> None:
    """Write what a merge comes to; `params` are kept with it besides."""
    notes = {HEARD: dict(plan.heard), BECAME: dict(plan.became)}
    transaction.receive(plan.arriving, {**(params or {}), **notes})
    for table in reversed(schema.metadata.sorted_tables):
        transaction.delete_many(table, plan.gone.get(table.name, ()))
    # Two texts may change places: for a moment none of them has a hash that another is to get.
    heads = plan.changed.get("article", {})
    transaction.update_many(schema.article, {id: {"text_hash": id} for id in heads})
    for table in schema.metadata.sorted_tables:
        transaction.update_many(table, plan.changed.get(table.name, {}))
        transaction.insert_many(table, plan.added.get(table.name, {}).values())


# --- what is there


def _images(connection: Connection) -> Images:
    """All rows of a file but those of its scheme."""
    return {
        name: {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
        for name, table in JOURNALLED.items()
        if name not in SCHEME
    }


def _scheme_of(connection: Connection) -> dict[str, set[object]]:
    """The ids of a file's scheme by table; of its labels, (layer, label)."""
    found: dict[str, set[object]] = {
        name: set(connection.execute(select(JOURNALLED[name].c.id)).scalars())
        for name in SCHEME - {"label"}
    }
    label = schema.label.c
    pairs = connection.execute(select(label.layer, label.label))
    return found | {"label": {(row.layer, row.label) for row in pairs}}


# --- what is one


class _People:
    """People of one name are one person, under the smallest of their ids."""

    def __init__(self, sides: Iterable[Images], told: Told) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        for side in sides:
            for id, row in side["annotator"].items():
                names[row["name"]].add(id)
        for (table, id), words in told.words.items():
            if table == "annotator":
                names[_last(words)["name"]].add(id)
        self.became = {id: min(ids) for ids in names.values() for id in ids if id != min(ids)}


class _Texts:
    """Articles that have or had the same text are one, under the smallest of their ids.

    A text that was corrected counts with what it came in as, what it is now, and what it was before
    every correction that stands. Two articles that somebody had beside one another are two, though,
    unless they have come to have the same text now.
    """

    def __init__(self, sides: Iterable[Images], told: Told) -> None:
        self._told = told
        now: dict[str, set[str]] = defaultdict(set)
        ever: dict[str, set[str]] = defaultdict(set)
        for side in sides:
            for id, row in side["article"].items():
                if ("article", id) not in told.words:
                    now[row["text_hash"]].add(id)
        for (table, id), words in told.words.items():
            if table == "article":
                for number, hash in enumerate(_hashes(words, told, id)):
                    (ever if number else now)[hash].add(id)
        self._classes: dict[str, set[str]] = {}
        for hash in sorted(now):
            self._join(sorted(now[hash]), always=True)
        for hash in sorted(ever):
            self._join(sorted(ever[hash] | now[hash]), always=False)
        self.became = {
            id: min(several) for id, several in self._classes.items() if id != min(several)
        }

    def _join(self, ids: Sequence[str], *, always: bool) -> None:
        """Let articles be one with the first of them."""
        for id in ids[1:]:
            one, other = (self._classes.get(each, {each}) for each in (ids[0], id))
            if one is not other and (always or self._made_apart(one, other)):
                one |= other
                self._classes |= dict.fromkeys(one, one)

    def _made_apart(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Whether nobody who brought in one of these articles had one of the others."""
        return all(
            self._told.knowledge.apart(one, other)
            for one in filter(None, map(self._made, ones))
            for other in filter(None, map(self._made, others))
        )

    def _made(self, id: str) -> Version | None:
        words = self._told.words.get(("article", id), ())
        return min((word.version for word in words), default=None)


def _hashes(words: Sequence[Word], told: Told, article: str) -> list[str]:
    """The hashes by which an article is known, today's first; none where it was taken away."""
    standing, _ = weigh(words, told.knowledge)
    if not standing.alive:
        return []
    first = min(words, key=lambda word: word.version)
    came_in = (first.before or first.after or standing.row)["text_hash"]
    return [standing.row["text_hash"], came_in, *sorted(told.corrected.get(article, ()))]


def _last(words: Sequence[Word]) -> Row:
    """What a row was in the last word that says anything of it."""
    word = max(words, key=lambda word: word.version)
    return word.after or word.before or {}


# --- what is said of each row


class _Weighing:
    """Puts together what is said of every row, under the ids that stay."""

    def __init__(self, told: Told, became: Mapping[str, str], work: JointWork) -> None:
        self._told = told
        self._became = became
        self._work = work

    def weigh(self, sides: Sequence[Images]) -> None:
        """Weigh the words about each row, then take in the rows of which nobody speaks."""
        said: dict[Place, list[Word]] = defaultdict(list)
        for (table, id), words in self._told.words.items():
            if table not in SCHEME:
                said[table, self._now(table, id)] += words
        for (table, id), words in said.items():
            self._weigh(table, id, words)
        for number, side in enumerate(sides):
            for table, rows in side.items():
                for id, row in rows.items():
                    if (table, id) not in self._told.words:
                        self._give(table, self._now(table, id), row, new=number > 0)

    def _now(self, table: str, id: str) -> str:
        return self._became.get(id, id) if table in _HEADS else id

    def _weigh(self, table: str, id: str, words: Sequence[Word]) -> None:
        standing, others = weigh(words, self._told.knowledge, corrections=table in _HEADS)
        standing.row = self._renamed(table, id, standing.row)
        self._work.rows[table][id] = standing
        for word in others:
            tell = table in TOLD and (standing.new or word.new)
            if tell and (table != "article_text" or word.before is not None):
                row = self._renamed(table, id, word.after or standing.row)
                self._work.losses.append(Loss(_why(table, word), table, row, word.person))

    def _give(self, table: str, id: str, row: Row, *, new: bool) -> None:
        """Take in a row of which nobody speaks; of two that differ it does not matter which."""
        if new and not is_row(table, row):
            raise UserError("store.journal_unsound")
        renamed = self._renamed(table, id, row)
        known = self._work.rows[table].get(id)
        if known is None:
            self._work.rows[table][id] = Standing(renamed, new=new)
        elif not known.versions and _text(renamed) > _text(known.row):
            known.row = renamed

    def _renamed(self, table: str, id: str, row: Row) -> Row:
        """A row under the id that stays, and with those of the article and the person."""
        renamed = {**row, "id": id}
        for column, target in references(JOURNALLED[table]):
            if target in _HEADS:
                renamed[column] = self._became.get(row[column], row[column])
        return renamed


def _why(table: str, word: Word) -> Why:
    if word.after is None:
        return "deleted"
    return "corrected" if table == "article_text" else "later"


def _text(row: Row) -> str:
    return json.dumps(row, sort_keys=True)


# --- which articles are concerned


def _concerned(
    work: JointWork, told: Told, there: Iterable[Images], became: Mapping[str, str]
) -> set[str]:
    """The articles of which the other copies say or hold anything."""
    found = set(told.articles)
    for side in there:
        found |= side["article"].keys()
    return {became.get(id, id) for id in found} & work.rows["article"].keys()


def _keep_articles(work: JointWork, concerned: Collection[str]) -> None:
    """Leave all rows of other articles out."""
    for table, rows in work.rows.items():
        if table not in _OF_NO_ARTICLE:
            work.rows[table] = {
                id: found for id, found in rows.items() if _article(table, found.row) in concerned
            }


def _article(table: str, row: Row) -> str:
    return str(row["id"] if table in ("article", "article_text") else row["article"])


def _of(here: Images, concerned: Collection[str], became: Mapping[str, str]) -> Images:
    """The rows of this file that the joint work stands for."""
    return {
        table: {
            id: row
            for id, row in rows.items()
            if table in _OF_NO_ARTICLE
            or became.get(_article(table, row), _article(table, row)) in concerned
        }
        for table, rows in here.items()
    }


# --- texts


def _reanchor(work: JointWork, told: Told, became: Mapping[str, str]) -> None:
    """Take all spans to the texts of today, and say in the heads of articles what those are."""
    given: dict[str, dict[Version, str]] = defaultdict(dict)
    for (table, id), words in told.words.items():
        if table == "article_text":
            given[became.get(id, id)].update(texts_of(words))
    tied = by_article(work)
    for article, found in work.living("article_text"):
        text = str(found.row["text"])
        if article in work.rows["article"]:
            head = work.rows["article"][article]
            head.row |= {"text_hash": text_hash(text), "length": len(text)}
        history = TextHistory(text, given[article], told.knowledge)
        reanchor(work, article, tied.get(article, {}), history)


# --- another scheme


def _fit(work: JointWork, revision: Revision) -> None:
    """Let marks and relations say what the scheme has words for."""
    for table in ANCHORED:
        for _, found in work.living(table):
            row = found.row
            said = mapping_in(row["attributes"])
            fit = fit_span(revision, row["layer"], row["label"], said)
            if fit is None:
                work.lose("no_label", table, found, tell=found.new)
            elif fit[1] != said:
                row["attributes"] = mapping_text(fit[1])
    for table in ("relation", "gold_relation"):
        for _, found in work.living(table):
            said = mapping_in(found.row["attributes"])
            fit = fit_relation(revision, found.row["type"], None, said)
            if fit is not None and fit[1] != said:
                found.row["attributes"] = mapping_text(fit[1])


# --- what changes here


def _where(images: Images, wanted: Callable[[str, str, Row], bool]) -> Images:
    """The rows of which something holds, by table; tables without any are left out."""
    found = {
        table: {id: row for id, row in rows.items() if wanted(table, id, row)}
        for table, rows in images.items()
    }
    return {table: rows for table, rows in found.items() if rows}
