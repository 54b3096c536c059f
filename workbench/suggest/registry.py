"""How each kind of suggester is loaded: a table from kind to loader.

Our own networks multiply their matrices with numpy. What spaCy uses (blis) takes three times as
long for the same products, which was a third of all the time that a suggester took. spaCy itself is
imported by what needs it: patterns, lists of words and plug-ins are there a second earlier.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.domain.suggester_source import NEWS_EN, Kind, SuggesterSource
from workbench.suggest import pipelines, plugins, rules
from workbench.suggest.suggester import Suggester


def load(source: SuggesterSource, resources: Path) -> Suggester:
    """A suggester; what travels with the program is read from `resources`/models/name.

    Raises `UserError` for an unknown name or kind, for a missing or damaged file, for a broken
    pattern, and for a plug-in that cannot be loaded.
    """
    if source.kind not in _LOADERS:
        raise UserError("suggest.unknown_kind", name=source.name, kind=source.kind)
    return _LOADERS[source.kind](source, resources)


def _numpy() -> AbstractContextManager[None]:
    """What is loaded while this lasts, multiplies with numpy."""
    from thinc.api import use_ops  # noqa: PLC0415 - see above

    return use_ops("numpy", use_blis=False)


def _bundled(source: SuggesterSource, resources: Path) -> Suggester:
    """One that travels with the program."""
    name = source.name
    if name != NEWS_EN.name:
        raise UserError("suggest.unknown_suggester", name=name, known=NEWS_EN.name)
    from workbench.suggest import news_en  # noqa: PLC0415 - see above

    try:
        with _numpy():
            return news_en.load(resources / "models" / name)
    except FileNotFoundError as error:
        raise UserError("suggest.missing_resource", name=name, path=error.filename) from error
    except MemoryError:
        raise
    except Exception as error:  # whatever a damaged file makes its reader stumble over
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise UserError("suggest.damaged_resource", name=name, reason=reason) from error


def _personal(source: SuggesterSource, resources: Path) -> Suggester:
    """One that a person taught, over the one that it was taught on top of."""
    from workbench.suggest.personal import suggester as personal  # noqa: PLC0415 - see above

    base = _bundled(NEWS_EN, resources)
    with _numpy():
        return personal.load(Path(source.spec["folder"]), base)


def _plugin(source: SuggesterSource, resources: Path) -> Suggester:  # noqa: ARG001 - as all loaders
    """One that another package makes."""
    return plugins.load(source.name)


_LOADERS: Mapping[Kind, Callable[[SuggesterSource, Path], Suggester]] = {
    "bundled": _bundled,
    "personal": _personal,
    "plugin": _plugin,
    "pattern": lambda source, _: rules.pattern(source),
    "pipeline": lambda source, _: pipelines.load(source),
    "words": lambda source, _: rules.words(source),
}
