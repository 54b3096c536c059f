"""Everything in the program that reads a file from elsewhere, by name, as the program itself does.

An input that is several files, as a folder of brat is, is one file here: each part stands under a
line with its name.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import CHECKOUT
from tests.fuzz.changing import (
    PARTS,
    Change,
    archive_changed,
    bytes_changed,
    json_changed,
    lines_changed,
    parts_changed,
    project_changed,
)
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.domain.label_names import LabelNames
from workbench.formats.scheme_yaml import read_scheme
from workbench.operations import history, incoming, listing, suggesters
from workbench.operations.packing import Terms
from workbench.settings.settings import read_settings
from workbench.store import checking, recipes, schemes
from workbench.store.corpus import read_corpus
from workbench.store.merging import plan
from workbench.store.opening import borrowed, open_project
from workbench.store.suggesters import sources

CORPUS = Path(__file__).parent / "corpus"
_SCHEME = read_scheme(CHECKOUT / "resources" / "schemes" / "news.yaml")
TERMS = Terms(LabelNames(_SCHEME), "ann", "done", "2026-01-01")

Outcome = Iterator[UserError]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader: how its files end and are changed, and what it refuses of one."""

    name: str
    suffix: str
    refusals: Callable[[Path], Outcome]
    change: Change
    samples: tuple[Path, ...] = ()

    def corpus(self) -> list[bytes]:
        """The inputs that are kept for it: sound ones, and those that once did harm."""
        kept = sorted((CORPUS / self.name).glob("*"))
        return [path.read_bytes() for path in (*kept, *self.samples)]


def placed(data: bytes, suffix: str, folder: Path) -> Path:
    """The file of an input, or the folder where it is several."""
    _, *parts = data.split(PARTS)
    if not parts or data[: len(PARTS)] != PARTS:
        path = folder / f"input{suffix}"
        path.write_bytes(data)
        return path
    for number, part in enumerate(parts):
        name, _, content = part.partition(b"\n")
        ending = Path(name.decode("ascii", "replace").replace("\0", "")).suffix or suffix
        (folder / f"input{'' if number < 2 else number}{ending}"[:80]).write_bytes(content)
    return folder


def _incoming(format: str) -> Callable[[Path], Outcome]:
    """What an import refuses of a file or folder."""

    def refusals(path: Path) -> Outcome:
        for batch in incoming.read([str(path)], format, TERMS):
            for item in batch:
                if isinstance(item, Refusal):
                    yield UserError(item.key, **dict(item.values))

    return refusals


def _read(read: Callable[[Path], object]) -> Callable[[Path], Outcome]:
    """What a function refuses that reads a file whole."""

    def refusals(path: Path) -> Outcome:
        try:
            read(path)
        except UserError as error:
            yield error

    return refusals


def _project(path: Path) -> None:
    """Everything that a window or a command would read of a project, and a merge with it."""
    with closing(open_project(path, backups=path.parent)) as project:
        schemes.read_scheme(project)
        heads = listing.list_articles(project)
        list(read_corpus(project, [head["id"] for head in heads]))
        sources(project)
        steps = history.read(project)
        for step in steps[:3]:
            history.as_it_was(project, step)
        recipes.specs(project)
        checking.check(project)
    with borrowed(path) as one, borrowed(path) as other:
        plan(one, [other])


def _released() -> tuple[Path, ...]:
    """A file of each released schema, the newest many times, as upgrading the others is slow."""
    *older, newest = sorted((CHECKOUT / "tests" / "store" / "released").glob("*.workbench"))
    return (*older, *[newest] * 40)


READERS: Iterable[Reader] = (
    Reader("txt", ".txt", _incoming(""), bytes_changed),
    Reader("html", ".html", _incoming(""), bytes_changed),
    Reader("csv", ".csv", _incoming(""), lines_changed),
    Reader("tsv", ".tsv", _incoming(""), lines_changed),
    Reader("docx", ".docx", _incoming(""), archive_changed),
    Reader("pdf", ".pdf", _incoming(""), bytes_changed),
    Reader("mhtml", ".mhtml", _incoming(""), bytes_changed),
    Reader("feed", ".xml", _incoming(""), bytes_changed),
    Reader("zip", ".zip", _incoming(""), archive_changed),
    Reader("tar", ".tar", _incoming(""), bytes_changed),
    Reader("lines", ".jsonl", _incoming(""), json_changed),
    Reader("jsonl", ".jsonl", _incoming("jsonl"), json_changed),
    Reader("brat", ".ann", _incoming("brat"), parts_changed(lines_changed)),
    Reader("label-studio", ".json", _incoming("label-studio"), json_changed),
    Reader("doccano", ".jsonl", _incoming("doccano"), json_changed),
    Reader("prodigy", ".jsonl", _incoming("prodigy"), json_changed),
    Reader("conll", ".conll", _incoming("conll"), lines_changed),
    Reader("cas-json", ".json", _incoming("cas-json"), json_changed),
    Reader("cas-xmi", ".xmi", _incoming("cas-xmi"), bytes_changed),
    Reader("webanno-tsv", ".tsv", _incoming("webanno-tsv"), lines_changed),
    Reader("project", ".workbench", _read(_project), project_changed, _released()),
    Reader("scheme", ".yaml", _read(read_scheme), bytes_changed),
    Reader("settings", ".json", _read(read_settings), json_changed),
    Reader("words", ".txt", _read(suggesters.words_in), bytes_changed),
)
BY_NAME = {reader.name: reader for reader in READERS}
