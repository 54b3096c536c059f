"""The formats by name, and what each of them can; a format's module is imported when it is used.

Installed packages may bring more formats to write: an entry point in the group
`workbench.exporters` has the format's name and names a module with a `writer`, as the modules here
have it. One that cannot be loaded is named with its reason when it is asked for, and stands in
nobody's way.
"""

import functools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from workbench.domain.corpus import CorpusArticle, Lose, Order, Refusal
from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.formats.out_folder import OutFolder

Reader = Callable[[Path], Iterator[CorpusArticle | Refusal]]
Shape = Callable[[Iterable[CorpusArticle], Order, Lose], Iterator[Any]]


class Writer(Protocol):
    """Writes a corpus item by item; made from a folder, the order, and what is told of losses."""

    def add(self, item: Any, /) -> int:  # noqa: ANN401 - what the format's shape makes
        """Write an article, or what the shape makes of articles; how many annotations."""

    def finish(self) -> None:
        """Write what is still to be written; the folder closes the files."""


MakeWriter = Callable[[OutFolder, Order, Lose], Writer]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the end of its files' names, what it can, and where that is done.

    With `folder` a corpus is several files in a folder of their own. `shape` names a module
    that makes of articles what travels to the writer's process, where that is less than articles.
    The writer of a format with `tokens` is also given what finds them, by the name `tokenize`: only
    the suggesters know them, and this room does not know those. `extra` names what of this program
    must be installed for it beside the rest. One that is `whole` carries what is not finished as
    well, and one that is `apart` can hold no two people in one file that a model is to learn from.
    `configure` names the task that writes beside the parts of a split what trains on them. One that
    is `plugged` came with another package.
    """

    name: str
    suffix: str
    module: str
    reads: bool = False
    writes: bool = False
    folder: bool = False
    shape: str = ""
    tokens: bool = False
    extra: str = ""
    whole: bool = False
    apart: bool = False
    configure: str = ""
    plugged: bool = False

    @property
    def cuts(self) -> bool:
        """Whether it has tokens of the tokenizer, which can be cut at the borders of spans."""
        return self.tokens or bool(self.configure)


_TOKENS = "workbench.suggest.tokens"
FORMATS = (
    Format("jsonl", ".jsonl", "workbench.formats.jsonl", reads=True, writes=True, whole=True),
    Format("brat", ".ann", "workbench.formats.brat", reads=True, writes=True, folder=True),
    Format("label-studio", ".json", "workbench.formats.label_studio", reads=True, writes=True),
    Format("doccano", ".jsonl", "workbench.formats.doccano", reads=True, writes=True, folder=True),
    Format("doccano-graphemes", ".jsonl", "workbench.formats.doccano_graphemes", reads=True),
    Format("prodigy", ".jsonl", "workbench.formats.prodigy", reads=True, writes=True, tokens=True),
    Format(
        "spacy",
        ".spacy",
        "workbench.suggest.docbin",
        writes=True,
        shape="workbench.formats.spacy_rows",
        apart=True,
        configure="workbench.suggest.train_config:configure",
    ),
    Format("w3c", ".jsonld", "workbench.formats.w3c", writes=True, folder=True),
    Format(
        "conll",
        ".conll",
        "workbench.formats.conll",
        reads=True,
        writes=True,
        folder=True,
        tokens=True,
    ),
    Format(
        "conllu-plus",
        ".conllup",
        "workbench.formats.conllu",
        writes=True,
        folder=True,
        tokens=True,
    ),
    Format(
        "parquet",
        ".parquet",
        "workbench.formats.parquet.writing",
        writes=True,
        folder=True,
        tokens=True,
        extra="parquet",
    ),
    Format(
        "cas-json",
        ".json",
        "workbench.formats.cas.as_json",
        reads=True,
        writes=True,
        folder=True,
        extra="cas",
    ),
    Format(
        "cas-xmi",
        ".xmi",
        "workbench.formats.cas.as_xmi",
        reads=True,
        writes=True,
        folder=True,
        extra="cas",
    ),
    Format("webanno-tsv", ".tsv", "workbench.formats.webanno", reads=True),
    Format("csv", ".csv", "workbench.formats.spreadsheet", writes=True),
    Format("html", ".html", "workbench.formats.page", writes=True),
)
READABLE = tuple(format.name for format in FORMATS if format.reads)
WRITABLE = tuple(format.name for format in FORMATS if format.writes)
EXPORTERS = "workbench.exporters"


def writable() -> tuple[str, ...]:
    """The names of all formats that can be written, those of plug-ins last."""
    return (*WRITABLE, *(format.name for format in _plugged()))


def find_writable(name: str) -> Format:
    """The format of that name; raises `UserError` naming those that can be written."""
    for format in (*FORMATS, *_plugged()):
        if format.name == name and format.writes:
            return format
    raise UserError("formats.unknown_to_write", format=name, known=", ".join(writable()))


def _plugged() -> tuple[Format, ...]:
    """The formats of the plug-ins that can be imported now."""
    return _plugged_on(tuple(sys.path))


@functools.lru_cache(maxsize=1)
def _plugged_on(_path: tuple[str, ...]) -> tuple[Format, ...]:
    """The formats of plug-ins on a path, by name; those that are ours stay ours."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - who reads does without them

    points = {point.name: point.module for point in entry_points(group=EXPORTERS)}
    own = {format.name for format in FORMATS}
    return tuple(
        Format(name, "", module, writes=True, plugged=True)
        for name, module in sorted(points.items())
        if name not in own
    )


def reader(name: str) -> Reader:
    """The function that reads a file of that format; raises `UserError` where none does."""
    for format in FORMATS:
        if format.name == name and format.reads:
            return cast("Reader", _module(format).read)
    raise UserError("formats.unknown_format", format=name, known=", ".join(READABLE))


def writer(name: str) -> MakeWriter:
    """What makes a writer of that format; only for the process that writes."""
    format = find_writable(name)
    if format.plugged:
        return _plugged_writer(format)
    make = _module(format).writer
    if format.tokens:
        make = partial(make, tokenize=_tokenize)
    return cast("MakeWriter", make)


def _tokenize(text: str) -> Sequence[Span]:
    """Where the tokens of a text stand; what finds them is loaded for the first text."""
    return cast("Sequence[Span]", import_module(_TOKENS).tokenize(text))


def _module(format: Format) -> Any:  # noqa: ANN401 - a module, known by what it has
    """A format's module; raises `UserError` where a library that it needs is not installed."""
    try:
        return import_module(format.module)
    except ModuleNotFoundError as error:
        if not format.extra:
            raise
        raise UserError("formats.no_extra", format=format.name, extra=format.extra) from error


def _plugged_writer(format: Format) -> MakeWriter:
    """What makes the writer of a plug-in; raises `UserError` where it cannot be loaded."""
    try:
        return cast("MakeWriter", import_module(format.module).writer)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise UserError("formats.plugin_broken", name=format.name, reason=reason) from error


def shape(name: str) -> Shape:
    """What makes of articles the items that a writer of that format takes."""
    module = find_writable(name).shape
    return cast("Shape", import_module(module).shaped) if module else _as_they_are


def _as_they_are(
    articles: Iterable[CorpusArticle], _order: Order, _lose: Lose
) -> Iterator[CorpusArticle]:
    yield from articles
