"""Placing articles in the parts of a corpus, once and for all.

An article keeps the part that it got first, in every later export, so that nothing is ever trained
on that was tested on before. Placed are the articles that go out. Whoever wants another part for an
article says so: that is an act of its own, and takes its near-duplicates along.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from workbench.domain.annotator import Annotator
from workbench.domain.article import Appearance, Article
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.splitting import META, PARTS, Item, Placement, Split, place
from workbench.formats.registry import Format
from workbench.formats.views import goes_out
from workbench.operations import twins
from workbench.operations.choosing import Choice, chosen_articles
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import articles, splits, strides
from workbench.store import twins as stored_twins
from workbench.store.project import Project
from workbench.store.reader import Reader

_BATCH = 200  # articles that are read at once


def parts_of(
    project: Project, kind: Format, choice: Choice, split: Split, *, worker: Worker
) -> LongVerb[Placement]:
    """The parts of all articles that go out in a format, of which nothing is kept yet.

    Raises `UserError` for a grouping by metadata that no article has.
    """
    _check(project, split.group_by)
    ids: list[str] = []
    for article in chosen_articles(project, choice):
        if kind.whole or goes_out(article, any_status=choice.status == "any"):
            ids.append(article.article.id)
            if len(ids) % _BATCH == 0:
                yield Progress(0, len(ids), "split")
    return (yield from placement(project, split, ids, worker=worker))


def placement(
    project: Project, split: Split, ids: Sequence[str], *, worker: Worker
) -> LongVerb[Placement]:
    """The parts of some articles, of which nothing is kept yet."""
    yield from twins.find(project, worker=worker)
    stored = splits.parts(project)
    wanted = set(ids)
    beside = [id for id in stored if id not in wanted]
    items = {item.id: item for item in _items(project, [*ids, *beside], split)}
    return place(
        [items[id] for id in ids], stored, split, beside=[items[id] for id in beside if id in items]
    )


def groupings(project: Project) -> LongVerb[list[str]]:
    """What articles can be grouped by besides source and date: the metadata that some have."""
    yield Progress(0, 0)
    return [f"{META}{key}" for key in articles.metadata_keys(project) if key]


def keep(project: Project, placed: Placement, *, annotator: Annotator | None) -> None:
    """Keep the parts of articles that had none: an act like any other."""
    if placed.placed:
        person = annotator.id if annotator else ""
        with project.transaction("split", person=person) as transaction:
            splits.insert_many(transaction, {id: placed.parts[id] for id in placed.placed})


def move(
    project: Project, *, annotator: Annotator, part: str, wanted: Collection[str] | None = None
) -> LongVerb[Changes]:
    """Put articles into a part on purpose, with their near-duplicates, as one act.

    With no part they have none until the next export with a split places them, and without
    `wanted` all that have one are meant. Raises `UserError` for what is no part or no article.
    """
    if part not in ("", *PARTS):
        raise UserError("operations.unknown_part", part=part, known=", ".join(PARTS))
    with project.transaction(
        "move_in_split", person=annotator.id, params={"part": part}
    ) as transaction:
        stored = splits.parts(transaction)
        meant = stored.keys() if wanted is None else _with_twins(transaction, wanted)
        changed = sorted(id for id in meant if stored.get(id, "") != part)
        for number, some in enumerate(strides.parts(changed)):
            yield Progress(number * strides.LENGTH, len(changed))
            splits.move(transaction, some, part)
    return transaction.changes


def moves_long(wanted: Collection[str]) -> bool:
    """Whether putting these articles into another part takes more than a moment."""
    return len(wanted) > strides.LENGTH


def counts(project: Project) -> dict[str, int]:
    """How many articles stand in each part that has any."""
    found = Counter(splits.parts(project).values())
    return {part: found[part] for part in PARTS if found[part]}


def _check(reader: Reader, group_by: str) -> None:
    """Refuse a grouping by metadata that no article has, which would keep nothing together."""
    if group_by.startswith(META):
        name, known = group_by.removeprefix(META), articles.metadata_keys(reader)
        if name not in known:
            named = ", ".join(filter(None, known)) or "none"
            raise UserError("operations.unknown_metadata", name=name, known=named)


def _with_twins(reader: Reader, ids: Collection[str]) -> set[str]:
    """Articles with all their near-duplicates; raises `UserError` for one that is not there."""
    found = (articles.by_ids(reader, some) for some in strides.parts(list(ids)))
    unknown = sorted(set(ids) - {article.id for some in found for article in some})
    if unknown:
        raise UserError("operations.unknown_article", id=unknown[0])
    groups = stored_twins.groups(reader)
    meant = {groups[id] for id in ids if id in groups}
    return {*ids, *(id for id, group in groups.items() if group in meant)}


def as_json(placed: Placement, split: Split) -> dict[str, Any]:
    """What was reached, and how."""
    return {
        "articles": placed.shares(),
        "placed": len(placed.placed),
        "torn": placed.torn,
        "undated": placed.undated,
        "asked": split.targets(),
        "seed": split.seed,
        "group_by": split.group_by,
        "by_date": split.by_date,
    }


def _items(project: Project, ids: Sequence[str], split: Split) -> Iterator[Item]:
    groups = stored_twins.groups(project)
    for part in _batches(ids):
        appeared = articles.appearances_of(project, part)
        for article in articles.by_ids(project, part):
            first = next(iter(appeared.get(article.id, ())), Appearance())
            dates = [appearance.published for appearance in appeared.get(article.id, ())]
            group = _group(article, first, split.group_by)
            near = [f"twins {groups[article.id]}"] if article.id in groups else []
            together = (*near, *([f"group {group}"] if group else ()))
            yield Item(article.id, article.text_hash, together, max(dates, default=""))


def _group(article: Article, first: Appearance, group_by: str) -> str:
    """What an article is grouped by: of where and when it appeared, the first one counts."""
    if group_by == "source":
        return first.source
    if group_by == "date":
        return first.published[:10]
    return article.meta.get(group_by.removeprefix(META), "") if group_by else ""


def _batches(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[begin : begin + _BATCH] for begin in range(0, len(ids), _BATCH))
