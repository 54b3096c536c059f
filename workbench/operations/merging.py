"""Joining copies of a project that people worked on apart.

First a look, which tells what would come in, by kind and by person, and what would have to give
way; then the act. Copies of other projects are refused, and copies whose scheme differs wait until
somebody has said which scheme holds. What is joined is worked out by another process; what came in
is history, and what it comes to is one act, which undo takes back as a whole.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.operations import backups
from workbench.operations.merging_work import Look, OtherScheme
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import articles, merging, people
from workbench.store.joint_work import Why
from workbench.store.merging import Images, Plan
from workbench.store.project import Project
from workbench.store.rows import value_in

_TASK = "workbench.operations.merging_work:look"
_TRIES = 5  # how often a plan is made anew since somebody wrote meanwhile
# What is counted by kind and person, by its table.
KINDS: Mapping[str, str] = {
    "article": "article",
    "annotation": "annotation",
    "relation": "relation",
    "article_label": "article_label",
    "assignment": "status",
    "gold": "gold",
    "suggestion": "suggestion",
}
Counts = dict[str, dict[str, int]]
"""How many, by kind and then by person; of nobody where a kind is nobody's."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that had to give way: what it was, whose, in which article, what it said, why."""

    why: Why
    kind: str
    id: str
    person: str
    title: str
    said: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What joining copies comes to: what comes in, changes and goes, and what gives way.

    `schemes` are those that have to become one first; nothing else is known then.
    """

    paths: tuple[Path, ...]
    schemes: tuple[OtherScheme, ...] = ()
    new: Counts = field(default_factory=dict)
    changed: Counts = field(default_factory=dict)
    gone: Counts = field(default_factory=dict)
    articles: int = 0
    lost: tuple[Lost, ...] = ()
    nothing: bool = True

    def number(self, kind: str) -> int:
        """How many of a kind come in."""
        return sum(self.new.get(kind, {}).values())


class SchemesDiffer(UserError):  # noqa: N818 - says what happened, as signals do
    """Copies have other schemes than the project, and nobody said which one is to hold."""

    def __init__(self, schemes: Sequence[OtherScheme]) -> None:
        super().__init__("operations.schemes_differ", path=schemes[0].path)
        self.schemes = tuple(schemes)


@dataclass(frozen=True, slots=True)
class Merged:
    """What was done, and what it came to."""

    preview: Preview
    changes: Changes


def preview(
    project: Project,
    others: Sequence[Path],
    *,
    keep_scheme: bool = False,
    worker: Worker | None = None,
) -> LongVerb[Preview]:
    """Say what joining copies would come to; nothing is written."""
    found = yield from _look(project, others, keep_scheme=keep_scheme, worker=worker)
    return _preview(project, others, found)


def merge(
    project: Project,
    others: Sequence[Path],
    *,
    annotator: Annotator,
    keep_scheme: bool = False,
    worker: Worker | None = None,
) -> LongVerb[Merged]:
    """Join copies with the project, as one act; what is known already changes nothing.

    What stood before is backed up. Raises `SchemesDiffer` where a copy has another scheme, unless
    the project's own is to hold.
    """
    own = worker or Worker()
    try:
        for _ in range(_TRIES):
            found = yield from _look(project, others, keep_scheme=keep_scheme, worker=own)
            said = agreed(_preview(project, others, found))
            if not said.nothing:
                backups.begin(project)
            changes = _write(project, annotator, found.plan, said)
            if changes is not None:
                return Merged(said, changes)
        raise UserError("store.busy", path=project.path)
    finally:
        if worker is None:
            own.close()


def agreed(preview: Preview) -> Preview:
    """A look into copies of one scheme; raises `SchemesDiffer` where there are several."""
    if preview.schemes:
        raise SchemesDiffer(preview.schemes)
    return preview


def _look(
    project: Project, others: Sequence[Path], *, keep_scheme: bool, worker: Worker | None
) -> LongVerb[Look]:
    own = worker or Worker()
    try:
        paths = [path.absolute() for path in others]
        with closing(own.run(_TASK, project.path.absolute(), paths, keep_scheme)) as found:
            for number, said in enumerate(found):
                if isinstance(said, Look):
                    return said
                yield Progress(number, len(others) + 1, str(said))
        raise AssertionError("a look ends with what it found")
    finally:
        if worker is None:
            own.close()


def _write(
    project: Project, annotator: Annotator, plan: Plan | None, preview: Preview
) -> Changes | None:
    """Carry out a plan that has something to do; None if the file is no longer what it was.

    What gave way stays written in the act.
    """
    if not plan:
        return Changes("merge", ())
    person = plan.became.get(annotator.id, annotator.id)
    params = {"files": ", ".join(path.name for path in preview.paths)}
    lost = {
        one.id: f"{one.why}: {one.kind}, {one.person}, {one.title}, {one.said}"
        for one in preview.lost
    }
    with project.transaction("merge", person=person, params=params) as transaction:
        if not merging.holds(transaction, plan):
            return None
        merging.write(transaction, plan, params={"lost": lost})
    return transaction.changes


# --- what it comes to


def _preview(project: Project, others: Sequence[Path], look: Look) -> Preview:
    paths = tuple(others)
    if look.plan is None:
        return Preview(paths, look.schemes)
    plan = look.plan
    names = _names(project, plan)
    touched = {
        id
        for images in (plan.added, plan.changed, plan.gone)
        for table, rows in images.items()
        for row in rows.values()
        if (id := _article(table, row))
    }
    return Preview(
        paths,
        new=_counts(plan.added, names),
        changed=_counts(plan.changed, names),
        gone=_counts(plan.gone, names),
        articles=len(touched),
        lost=tuple(_lost(project, plan, names)),
        nothing=not plan,
    )


def _names(project: Project, plan: Plan) -> dict[str, str]:
    """The names of people by id, of those who come in and those under ids that became others."""
    names = {person.id: person.name for person in people.annotators(project)}
    for images in (plan.added, plan.changed):
        names |= {id: row["name"] for id, row in images.get("annotator", {}).items()}
    return names | {id: names[now] for id, now in plan.became.items() if now in names}


def _article(table: str, row: Mapping[str, Any]) -> str:
    return str(row["id"] if table in ("article", "article_text") else row.get("article") or "")


def _counts(images: Images, names: Mapping[str, str]) -> Counts:
    counts: Counts = {}
    for table, kind in KINDS.items():
        of_kind = Counter(
            names.get(row.get("annotator", ""), "") for row in images.get(table, {}).values()
        )
        if of_kind:
            counts[kind] = dict(sorted(of_kind.items()))
    return counts


def _lost(project: Project, plan: Plan, names: Mapping[str, str]) -> Iterator[Lost]:
    ids = {_article(loss.table, loss.row) for loss in plan.losses}
    titles = {article.id: article.title for article in articles.by_ids(project, ids)}
    for images in (plan.added, plan.changed):
        titles |= {id: row["title"] for id, row in images.get("article", {}).items()}
    for loss in plan.losses:
        row = loss.row
        person = row.get("annotator") or loss.person
        title = titles.get(_article(loss.table, row), "")
        kind = KINDS.get(loss.table, loss.table)
        yield Lost(loss.why, kind, row["id"], names.get(person, ""), title, _said(loss.table, row))


def _said(table: str, row: Mapping[str, Any]) -> str:
    """What a row said, in a few words."""
    match table:
        case "annotation" | "gold":
            return f"{row['label']}: {row['quote']}"
        case "article_label":
            value = value_in(row["value"])
            return f"{row['name']}: {value if isinstance(value, str) else ', '.join(value)}"
        case "assignment":
            return f"{row['layer']}: {row['status']}"
        case "relation" | "gold_relation":
            return str(row["type"])
        case "gold_decision":
            return f"{row['layer']}: {row['change']}"
    return ""
