"""Which suggesters there are, and how each is loaded: a table from name to loader."""

from collections.abc import Callable
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.suggest import news_en
from workbench.suggest.suggester import Suggester

_LOADERS: dict[str, Callable[[Path], Suggester]] = {news_en.NAME: news_en.load}


def known() -> tuple[str, ...]:
    """The names of all suggesters."""
    return tuple(_LOADERS)


def load(name: str, resources: Path) -> Suggester:
    """The suggester of that name, its files read from `resources`/models/`name`.

    Raises `UserError` for an unknown name, naming the known ones, and for a missing file.
    """
    if name not in _LOADERS:
        raise UserError("suggest.unknown_suggester", name=name, known=", ".join(known()))
    try:
        return _LOADERS[name](resources / "models" / name)
    except FileNotFoundError as error:
        raise UserError("suggest.missing_resource", name=name, path=error.filename) from error
