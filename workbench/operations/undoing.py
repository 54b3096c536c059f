"""Taking one's own acts back, and doing them again.

An act of many rows is turned row by row, so that whoever waits sees how far it is; one that is
stopped half-way has not been turned at all.
"""

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.operations.progress import LongVerb, finish, told
from workbench.store.project import Project
from workbench.store.undo import Step, Way

AT_ONCE = 200_000  # characters in the journal of an act that is turned in a tenth of a second


def undo(project: Project, *, annotator: Annotator) -> Changes:
    """Take back the person's last act; refused where others built on it."""
    return finish(turning(project, annotator=annotator, way="undo"))


def redo(project: Project, *, annotator: Annotator) -> Changes:
    """Do the person's act again that was taken back last."""
    return finish(turning(project, annotator=annotator, way="redo"))


def turning(project: Project, *, annotator: Annotator, way: Way) -> LongVerb[Changes]:
    """Undo or redo, row by row."""
    return (yield from told(project.turning(annotator.id, way)))


def takes_long(project: Project, *, annotator: Annotator, way: Way) -> bool:
    """Whether what undo or redo would turn now takes more than a moment."""
    step = project.next_step(annotator.id, way)
    return step is not None and is_large(project, step.id)


def is_large(project: Project, step: str) -> bool:
    """Whether turning an act takes more than a moment."""
    return project.size_of_step(step) > AT_ONCE


def next_undo(project: Project, annotator: Annotator) -> Step | None:
    """What undo would take back."""
    return project.next_step(annotator.id, "undo")


def next_redo(project: Project, annotator: Annotator) -> Step | None:
    """What redo would do again."""
    return project.next_step(annotator.id, "redo")
