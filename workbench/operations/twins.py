"""Near-duplicates: found after articles came in, and kept, so that only new ones are compared.

A worker reads texts and compares what they are like. What it comes to is written in between:
whoever cancels loses nothing, and the next time goes on from there.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import cast

from workbench.operations.child import Call
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import articles, twins
from workbench.store.project import Project
from workbench.store.twins import Likeness

_AT_ONCE = 100  # texts that are read in one call
_WORK = "workbench.operations.twin_work"


def find(project: Project, *, worker: Worker | None = None) -> LongVerb[bool]:
    """Find the near-duplicates of all articles that were not compared yet; whether there were any.

    Costs two queries where there are none.
    """
    twins.forget_gone(project)
    waiting = twins.pending(project)
    if not waiting and not twins.uncompared(project):
        return False
    own = worker or Worker()
    try:
        yield from _read(project, waiting, own)
        yield Progress(len(waiting), len(waiting))
        _compare(project, own)
    finally:
        if worker is None:
            own.close()
    return True


def listed(project: Project) -> list[list[dict[str, str]]]:
    """The groups of near-duplicates, each with its articles in the order they came in."""
    groups: dict[int, list[dict[str, str]]] = {}
    known = twins.groups(project)
    for article in articles.list_articles(project):
        if article.id in known:
            said = {"id": article.id, "title": article.title}
            groups.setdefault(known[article.id], []).append(said)
    return list(groups.values())


def _read(project: Project, waiting: Sequence[str], worker: Worker) -> LongVerb[None]:
    """Keep what the texts of some articles are like."""
    done = 0
    with closing(worker.run_calls(_calls(project, waiting))) as signed:
        for found in signed:
            said = cast("list[tuple[str, int, bytes]]", found)
            twins.add(project, (Likeness(*each) for each in said))
            done += len(said)
            yield Progress(done, len(waiting))


def _calls(project: Project, waiting: Sequence[str]) -> Iterator[Call]:
    """The texts to read, a few at a time."""
    for begin in range(0, len(waiting), _AT_ONCE):
        texts = articles.bare_texts(project, waiting[begin : begin + _AT_ONCE])
        yield Call(f"{_WORK}:sign", (list(texts.values()),))


def _compare(project: Project, worker: Worker) -> None:
    """Put the texts that are not yet in a group into theirs; the worker alone holds all."""
    held = 0
    for known in twins.likenesses(project):
        said = (known.numbers, known.runs, known.heads, known.signatures)
        (held,) = cast("Iterator[int]", worker.run(f"{_WORK}:hold", held, *said))
    for part in worker.run(f"{_WORK}:compare", held):
        twins.place(project, cast("dict[int, int]", part))
