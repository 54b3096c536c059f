"""Packing the old entries of a project's journal: nothing of it goes, and it takes less room."""

from workbench.operations.progress import LongVerb, Progress
from workbench.store import compacting
from workbench.store.compacting import Packed
from workbench.store.project import Project


def compact(project: Project) -> LongVerb[Packed]:
    """Pack what is old of the journal, a little at a time; how many entries, and their bytes.

    What is packed stays packed when it is stopped.
    """
    total, report = compacting.count_old(project), Packed()
    while (packed := compacting.pack_next(project)).entries:
        report += packed
        yield Progress(report.entries, max(total, report.entries))
    return report


def give_back(project: Project) -> int:
    """Give the room that is free in a project's file back to the disk; the bytes of the file now.

    Others who write to it wait meanwhile.
    """
    compacting.give_back(project)
    return project.path.stat().st_size
