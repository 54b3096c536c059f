"""What must hold of a project after its program was killed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.operations import projects


def prove_sound(path: Path) -> None:
    """Open a project again and let it be checked, as `workbench check` does."""
    project = projects.open_(path)
    problems = projects.check(project)
    project.close()
    assert problems == [], f"{path}: {problems}"


def steps_in(path: Path) -> set[str]:
    """The acts in a project's journal, by their steps."""
    with closing(sqlite3.connect(path)) as connection:
        return {step for (step,) in connection.execute("SELECT DISTINCT step FROM journal")}
