"""What commands stand on: the project opened, the person who acts, the long verb run to its end."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workbench.commands.printing import echo
from workbench.domain.errors import UserError

if TYPE_CHECKING:
    from workbench.domain.annotator import Annotator
    from workbench.operations.progress import LongVerb
    from workbench.store.project import Project

T = TypeVar("T")


@contextlib.contextmanager
def opened(file: Path) -> Iterator["Project"]:
    """A project, closed whole at the end; where it may not be written to, acts are refused."""
    from workbench.operations import places, projects

    project = projects.open_to_read(file)
    try:
        for concern in places.concerns(project, places.set_aside(project.origin)):
            echo(str(concern), err=True)
        yield project
    finally:
        kept = project.close()
        if kept is not None:
            echo(str(UserError("operations.replaced", path=file, kept=kept.name)), err=True)


@contextlib.contextmanager
def acting(file: Path, name: str) -> Iterator[tuple["Project", "Annotator"]]:
    """A project and the person who acts on it."""
    with opened(file) as project:
        yield project, actor(project, name)


def actor(project: "Project", name: str) -> "Annotator":
    """Who acts: the person of the name that was given, or of the one used last."""
    from workbench.operations.people import annotator_meant, annotator_named

    return annotator_meant(project, name) if name else annotator_named(project, user(name))


def user(name: str) -> str:
    """The name given, the last user's, or that of the account."""
    from workbench.settings.folders import find_folders
    from workbench.settings.settings import account, read_settings, settings_file

    settings = read_settings(settings_file(find_folders().config))
    return name or settings.user or account()


def finish(verb: "LongVerb[T]", quiet: bool) -> "T":  # noqa: FBT001  (a user's option)
    """Run a long verb, with a progress line for a person at a terminal."""
    from workbench.operations import progress

    if quiet or not sys.stderr.isatty():
        return progress.finish(verb)
    from rich.console import Console

    with Console(stderr=True).status("") as line:
        return progress.finish(
            verb, lambda p: line.update(f"{p.done}{f' of {p.total}' if p.total else ''}")
        )
