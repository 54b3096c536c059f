"""Taking one's own acts back, and doing them again."""

from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.store.project import Project
from workbench.store.undo import Step


def undo(project: Project, *, annotator: Annotator) -> Changes:
    """Take back the person's last act; refused where others built on it."""
    return project.turn(annotator.id, "undo")


def redo(project: Project, *, annotator: Annotator) -> Changes:
    """Do the person's act again that was taken back last."""
    return project.turn(annotator.id, "redo")


def next_undo(project: Project, annotator: Annotator) -> Step | None:
    """What undo would take back."""
    return project.next_step(annotator.id, "undo")


def next_redo(project: Project, annotator: Annotator) -> Step | None:
    """What redo would do again."""
    return project.next_step(annotator.id, "redo")
