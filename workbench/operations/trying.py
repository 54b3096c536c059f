"""An export tried before it is made: what would be written, and what the format could not hold.

The very writers of the export write into a folder that nobody keeps, so that what is shown is what
will come. A few articles take no time, so a person sees them at once; the whole receipt is that of
all of them, and so is how a split would come out. No article is placed by that.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.domain.corpus import CorpusArticle
from workbench.formats import registry
from workbench.formats.receipt import OF_MARKS
from workbench.formats.registry import Format
from workbench.formats.staging import names_in
from workbench.formats.views import goes_out
from workbench.operations import splitting
from workbench.operations.choosing import chosen_articles, known
from workbench.operations.layout import Layout, apart
from workbench.operations.progress import LongVerb
from workbench.operations.recipes import Recipe
from workbench.operations.shaping import Shaper
from workbench.operations.workers import Worker
from workbench.operations.writing import Writing, lent
from workbench.store import schemes
from workbench.store.project import Project

FIRST = 3  # articles that are shown
_FILES = 20  # files of which the beginning is shown
_LONGEST = 20_000  # characters of one that are shown


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a file would begin: its place in the export, and its text, None where no person reads it.

    `size` is in bytes, and `whole` says that nothing of the text is left out here.
    """

    name: str
    text: str | None
    size: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """What an export would come to: its report without files, and how these would begin."""

    report: dict[str, Any]
    files: tuple[Beginning, ...]

    def marks_lost(self) -> list[str]:
        """The kinds of losses of what people marked, for which `on_loss="fail"` would refuse."""
        return [kind for kind in self.report["losses"] if kind in OF_MARKS]


def try_export(
    project: Project,
    *,
    recipe: Recipe,
    first: int = 0,
    worker: Worker | None = None,
) -> LongVerb[Trial]:
    """What an export by a recipe would come to, with all of it, or its `first` articles.

    Nothing is kept and nothing refused for what would be lost. Raises `UserError` for an unknown
    format or choice.
    """
    kind = registry.find_writable(recipe.format)
    choice = known(project, recipe.choice)
    scheme, any_status = schemes.read_scheme(project), choice.status == "any"
    shaper = Shaper.of(recipe.shaping, scheme, kind, any_status=any_status)
    layout = Layout.of(kind, f"corpus{kind.suffix}", apart(project, kind, choice), None)
    found = chosen_articles(project, choice)
    if first:
        found = _first(found, first, kind, any_status=any_status)
    with lent(worker) as packer, tempfile.TemporaryDirectory(prefix="workbench-") as place:
        writing = Writing(packer, kind, layout, shaper, out=place, on_loss=recipe.on_loss)
        yield from writing.write(Path(place), found)
        report = writing.report()
        if recipe.split and not first:
            asked = (project, kind, choice, recipe.split)
            placed = yield from splitting.parts_of(*asked, worker=packer)
            report["split"] = splitting.as_json(placed, recipe.split)
        return Trial(report, tuple(_beginnings(Path(place))))


def _first(
    found: Iterator[CorpusArticle], number: int, kind: Format, *, any_status: bool
) -> Iterator[CorpusArticle]:
    """Articles up to the one by which so many go out."""
    for article in found:
        yield article
        number -= kind.whole or goes_out(article, any_status=any_status)
        if not number:
            return


def _beginnings(folder: Path) -> Iterator[Beginning]:
    """How the first files in a folder begin."""
    for name in names_in(folder)[:_FILES]:
        path = folder / name
        size, text = path.stat().st_size, _text_of(path)
        if text is None:
            yield Beginning(name, None, size, whole=False)
        else:
            yield Beginning(name, text[:_LONGEST], size, whole=len(text) <= _LONGEST)


def _text_of(path: Path) -> str | None:
    """The beginning of a file, one character more than is shown; None where it is no text."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read(_LONGEST + 1)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text
