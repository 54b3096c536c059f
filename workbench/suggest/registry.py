"""Which suggesters there are, and how each is loaded: a table from name to loader, and plug-ins.

A plug-in is any installed package with an entry point in the group `workbench.suggesters`: its name
is the suggester's, and it names a function without arguments that returns a `Suggester`. One that
cannot be loaded is named with its reason, and stands in nobody else's way.
"""

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.suggest import news_en
from workbench.suggest.suggester import Suggester

GROUP = "workbench.suggesters"

_LOADERS: dict[str, Callable[[Path], Suggester]] = {news_en.NAME: news_en.load}


def known() -> tuple[str, ...]:
    """The names of all suggesters, plug-ins behind our own; none of them is loaded for it."""
    plugins = {point.name for point in entry_points(group=GROUP)}
    return (*_LOADERS, *sorted(plugins - _LOADERS.keys()))


def load(name: str, resources: Path) -> Suggester:
    """The suggester of that name, its files read from `resources`/models/`name`.

    Raises `UserError` for an unknown name, naming the known ones, for a missing file, and for a
    plug-in that cannot be loaded.
    """
    if name not in _LOADERS:
        for point in entry_points(group=GROUP, name=name):
            return _plugin(point)
        raise UserError("suggest.unknown_suggester", name=name, known=", ".join(known()))
    try:
        return _LOADERS[name](resources / "models" / name)
    except FileNotFoundError as error:
        raise UserError("suggest.missing_resource", name=name, path=error.filename) from error


def _plugin(point: EntryPoint) -> Suggester:
    """The suggester that a plug-in makes."""
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
