"""Giving a person their share of a project to take along, in a file that merges back.

The file is written by a worker process, which reads the project and writes nothing into it.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import handing_out, opening, people
from workbench.store.handing_out import Share
from workbench.store.project import Project

_TASK = "workbench.operations.handing_out:write"


def hand_out(
    project: Project, *, annotator: Annotator, out: Path, worker: Worker | None = None
) -> LongVerb[Share]:
    """Write a person's articles and their own work into a new file, and nothing of others.

    Raises `UserError` where the person has no articles, or the file is there already.
    """
    if not people.assignments(project, annotator=annotator.id):
        raise UserError("operations.nothing_assigned", name=annotator.name)
    own = worker or Worker()
    try:
        yield Progress(0, 1, annotator.name)
        paths = (project.path.absolute(), out.absolute())
        with closing(own.run(_TASK, paths[0], annotator.id, paths[1])) as written:
            (share,) = written
        return cast("Share", share)
    finally:
        if worker is None:
            own.close()


def write(own: Path, annotator: str, out: Path) -> Iterator[Share]:
    """Write the share of a person, by id, into a new file: runs in a worker process."""
    with opening.looked_into(own) as reader:
        yield handing_out.write_share(reader, annotator, out)
