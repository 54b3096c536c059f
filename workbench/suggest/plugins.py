"""Suggesters from other packages, found by name without loading any of them, nor spaCy.

A plug-in is any installed package with an entry point in the group `workbench.suggesters`: its name
is the suggester's, and it names a function without arguments that returns a `Suggester`. One that
cannot be loaded is named with its reason, and stands in nobody else's way.
"""

import functools
import sys
from importlib.metadata import EntryPoint, entry_points

from workbench.domain.errors import UserError
from workbench.suggest.suggester import Suggester

GROUP = "workbench.suggesters"


def names() -> list[str]:
    """The plug-ins that are installed, by name."""
    return list(_names(tuple(sys.path)))


@functools.lru_cache(maxsize=1)
def _names(_path: tuple[str, ...]) -> tuple[str, ...]:
    """The plug-ins on a path, looked for once: it takes longer than a frame of the window."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def load(name: str) -> Suggester:
    """The suggester that a plug-in makes.

    Raises `UserError` where there is none of that name, and where it cannot be loaded.
    """
    for point in entry_points(group=GROUP, name=name):
        return _loaded(point)
    raise UserError("suggest.unknown_suggester", name=name, known=", ".join(names()) or "-")


def _loaded(point: EntryPoint) -> Suggester:
    """The suggester that an entry point makes."""
    try:
        return _made(point)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise UserError("suggest.plugin_broken", name=point.name, reason=reason) from error


def _made(point: EntryPoint) -> Suggester:
    """What a plug-in's function returns; raises `TypeError` where that is no suggester."""
    made = point.load()()
    if not isinstance(made, Suggester):
        raise TypeError(f"{point.value} made a {type(made).__name__} instead of a suggester")
    return made
