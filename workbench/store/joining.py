"""Articles that arrive as rows join those that are there.

The same text is the same article. What has an id is known by it, what has none by what it says: an
annotation by annotator, layer, label and place. What is known is never written again, so that
arriving twice changes nothing. A batch of articles costs the same few queries as one.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from workbench.domain.errors import UserError
from workbench.store import articles, schema
from workbench.store.anchors import QUOTING
from workbench.store.parcels import Parcel, Rows
from workbench.store.reader import Reader
from workbench.store.rows import PLACE, Row, by_layer, frozen_row
from workbench.store.schema import JOURNALLED
from workbench.store.transaction import Transaction

# The columns that make two rows of an article say the same.
_SAME: dict[str, tuple[str, ...]] = {
    "appearance": ("source", "url", "author", "published", "file"),
    "annotation": PLACE,
    "relation": ("annotator", "type", "source", "target"),
    "article_label": ("annotator", "name"),
    "assignment": ("annotator", "layer", "round"),
    "suggestion": ("id",),
    "gold": ("id",),
    "gold_decision": ("id",),
}
_TABLES = schema.metadata.sorted_tables  # so that what is referred to is written first
# Rows that come only with the row they refer to, if any: its table, and the column that names it.
_WITH = {
    "suggestion_relation": ("suggestion", "source"),
    "suggestion_state": ("suggestion", "suggestion"),
    "gold_relation": ("gold", "source"),
    "gold_decision": ("gold", "gold"),
}
# Tables whose rows bring ids from elsewhere.
_NAMED = (
    *("annotation", "relation", "suggestion", "suggestion_relation"),
    *("gold", "gold_relation", "gold_decision"),
)


class Conflict(Exception):  # noqa: N818 - says what happened, as signals do
    """Rows that arrived have ids that others have here; nothing of the batch can be written."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a parcel: its article here, and how many annotations were new; or why not."""

    parcel: Parcel
    article: str = ""
    known: bool = False
    annotations: int = 0
    error: UserError | None = None


def join(
    transaction: Transaction,
    parcels: Sequence[Parcel],
    *,
    met: Collection[str] = (),
    corrected: Mapping[str, str] | None = None,
) -> list[Outcome]:
    """Write what is new of some articles with different texts, and say what became of each.

    `met` are the articles that came with annotations before, in the same import: there, one id
    for two places is a fault of what comes in. `corrected` are the articles of texts that were
    corrected here since, by hash. Raises `Conflict` where an id is another row's.
    """
    hashes = [parcel.text_hash for parcel in parcels]
    former = {hash: corrected[hash] for hash in hashes if corrected and hash in corrected}
    here = former | articles.ids_by_hash(transaction, hashes)
    taken = {a.id for a in articles.by_ids(transaction, [parcel.article for parcel in parcels])}
    there = _present(transaction, here.values())
    outcomes = []
    new: list[Rows] = []
    for parcel in parcels:
        article = here.get(parcel.text_hash, "")
        try:
            if article:
                _refuse_on_former_text(parcel, article, former)
                moved = _moved(parcel.rows, article)
                rows = _news(moved, there[article], transaction.time, again=article in met)
            else:
                rows = _untaken(parcel, taken)
                rows["frozen_layer"] = _frozen(rows, transaction.time)
        except UserError as error:
            outcomes.append(Outcome(parcel, error=error))
            continue
        number = len(rows.get("annotation", ()))
        outcomes.append(Outcome(parcel, article or parcel.article, bool(article), number))
        new.append(rows)
    _insert(transaction, new)
    return outcomes


def add(transaction: Transaction, arrived: Mapping[str, Rows]) -> None:
    """Write what is new of rows for articles that are there, by article."""
    there = _present(transaction, arrived)
    time = transaction.time
    _insert(transaction, [_news(rows, there[id], time) for id, rows in arrived.items()])


def taken_id(reader: Reader, parcel: Parcel) -> str:
    """An id in a parcel that a row here has already, empty if there is none."""
    for name in _NAMED:
        table = JOURNALLED[name]
        ids = [row["id"] for row in parcel.rows.get(name, ())]
        for row in reader.rows(select(table.c.id).where(table.c.id.in_(ids)).limit(1)):
            return str(row.id)
    return ""


def _refuse_on_former_text(parcel: Parcel, article: str, former: Mapping[str, str]) -> None:
    """Refuse spans on a text that was corrected here: their offsets are those of the old one."""
    if former.get(parcel.text_hash) == article and not parcel.rows.keys().isdisjoint(QUOTING):
        raise UserError("operations.former_text")


def _untaken(parcel: Parcel, taken: set[str]) -> Rows:
    """The rows of a parcel whose text is new; its article's id must be new as well."""
    if parcel.article in taken:
        raise UserError("operations.other_text", id=parcel.article)
    taken.add(parcel.article)
    return dict(parcel.rows)


def _moved(rows: Rows, article: str) -> Rows:
    """The rows as those of an article that is here, which has its own head and text."""
    return {
        table: [row | {"article": article} for row in of_table]
        for table, of_table in rows.items()
        if table not in {"article", "article_text"}
    }


def _present(transaction: Transaction, wanted: Iterable[str]) -> dict[str, Rows]:
    """What is there of some articles: by article, then by table."""
    ids = list(wanted)
    there: dict[str, Rows] = {id: {name: [] for name in _SAME} for id in ids}
    if not ids:
        return there
    for name in _SAME:
        table = JOURNALLED[name]
        for row in transaction.rows(select(table).where(table.c.article.in_(ids))):
            there[row.article][name].append(dict(row._mapping))  # noqa: SLF001 - its public name
    return there


def _news(rows: Rows, there: Rows, time: str, *, again: bool = False) -> Rows:
    """Those of the rows for an article that say something new, with their ends settled."""
    marked, known = rows.get("annotation", []), there["annotation"]
    if again:
        _refuse_again(marked, known)
    became = _became(marked, known)
    settled = rows | {"relation": [_with_ends(row, became) for row in rows.get("relation", ())]}
    new = {name: _unknown(settled.get(name, ()), there[name], _SAME[name]) for name in _SAME}
    for name, (table, column) in _WITH.items():
        ids = {row["id"] for row in new[table]}
        coming = new.get(name, rows.get(name, ()))
        new[name] = [row for row in coming if row.get(column) is None or row[column] in ids]
    marks = {name: [*there[name], *new[name]] for name in ("annotation", "relation")}
    new["frozen_layer"] = _frozen(marks | {"assignment": new["assignment"]}, time)
    return new


def _frozen(rows: Rows, time: str) -> list[Row]:
    """The state of the layers that are finished, out of all marks of their article."""
    marked = by_layer(rows.get("annotation", ()))
    relations = rows.get("relation", ())
    return [
        frozen_row(assignment, marked, relations, time)
        for assignment in rows.get("assignment", ())
        if assignment["status"] == "done"
    ]


def _refuse_again(rows: Iterable[Row], there: Iterable[Row]) -> None:
    """Refuse an annotation whose id has another place or label here."""
    key = _key(PLACE)
    places = {row["id"]: key(row) for row in there}
    for row in rows:
        if places.get(row["id"], key(row)) != key(row):
            raise UserError("operations.id_twice", id=row["id"])


def _key(columns: Sequence[str]) -> Callable[[Row], tuple[object, ...]]:
    return lambda row: tuple(map(row.get, columns))


def _unknown(rows: Iterable[Row], there: Iterable[Row], columns: Sequence[str]) -> list[Row]:
    """The rows of which neither the id nor what these columns say is there."""
    key = _key(columns)
    ids = {row["id"] for row in there}
    same = {key(row) for row in there}
    return [row for row in rows if row["id"] not in ids and key(row) not in same]


def _became(rows: Iterable[Row], there: Iterable[Row]) -> dict[str, str]:
    """The annotation here that says the same, for each that has one under another id."""
    key = _key(_SAME["annotation"])
    ids = {row["id"] for row in there}
    same = {key(row): row["id"] for row in there}
    return {row["id"]: same[key(row)] for row in rows if row["id"] not in ids and key(row) in same}


def _with_ends(relation: Row, became: Mapping[str, str]) -> Row:
    source, target = relation["source"], relation["target"]
    return relation | {
        "source": became.get(source, source),
        "target": became.get(target, target),
    }


def _insert(transaction: Transaction, arrived: Sequence[Rows]) -> None:
    """Write rows of many articles, a table at a time."""
    named = {name for of_article in arrived for name in of_article}
    for table in _TABLES:
        if table.name not in named:
            continue
        rows = [row for of_article in arrived for row in of_article.get(table.name, ())]
        try:
            transaction.insert_many(table, rows)
        except IntegrityError as error:
            raise Conflict from error
