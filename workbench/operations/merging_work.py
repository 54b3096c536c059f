"""Looking into copies of a project, and planning how to join them: runs in a worker process.

Nothing is written. The project's own file is read as it is; the copies of others are read from
private copies, so that theirs stay untouched.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_difference import SchemeDifference, difference
from workbench.store import merging, opening, schemes
from workbench.store.copies import project_of
from workbench.store.merging import Plan
from workbench.store.reader import Snapshot


@dataclass(frozen=True, slots=True)
class OtherScheme:
    """The scheme of a copy that is not the project's, and in what it differs."""

    path: Path
    scheme: Scheme
    difference: SchemeDifference


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into copies found: how to join them, or schemes that must be one before."""

    schemes: tuple[OtherScheme, ...]
    plan: Plan | None


def look(own: Path, others: Sequence[Path], keep_scheme: bool) -> Iterator[str | Look]:  # noqa: FBT001
    """Name each file when it is opened, then say what the look found.

    With `keep_scheme` the work of the others is fitted to the project's own scheme.
    """
    with contextlib.ExitStack() as stack:
        mine = stack.enter_context(opening.looked_into(own))
        theirs: list[Snapshot] = []
        for path in others:
            yield str(path)
            theirs.append(stack.enter_context(opening.borrowed(path)))
            if project_of(theirs[-1].connection) != project_of(mine.connection):
                raise UserError("operations.other_project", path=path)
        scheme = schemes.read_scheme(mine)
        differing = tuple(_differing(scheme, others, theirs))
        if differing and not keep_scheme:
            yield Look(differing, None)
            return
        yield ""
        yield Look((), merging.plan(mine, theirs, scheme=scheme if differing else None))


def _differing(
    scheme: Scheme, others: Sequence[Path], theirs: Sequence[Snapshot]
) -> Iterator[OtherScheme]:
    for path, snapshot in zip(others, theirs, strict=True):
        other = schemes.read_scheme(snapshot)
        between = difference(scheme, other)
        if between:
            yield OtherScheme(path, other, between)
