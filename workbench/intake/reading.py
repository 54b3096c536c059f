"""The front door: files, folders and pasted text become documents, or refusals that say why.

No bad file stops the others: what a person can mend is a `Refusal` in the stream, in its place.
Readers are named in a table and imported when the first file of their kind comes, since the
libraries behind them would cost every start of the program half a second.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from workbench.domain.article import Document
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.intake.annotated import LINES, SUFFIXES, shows_annotations
from workbench.intake.document import document_of
from workbench.intake.endings import ARCHIVES, suffix_of
from workbench.intake.file_names import named, pattern_of
from workbench.intake.incoming import (
    MAX_BYTES,
    Found,
    Incoming,
    IntakeOptions,
    check_file,
    incoming_of,
    is_special,
    load,
)

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "IntakeOptions",
    "files_in",
    "is_special",
    "read",
    "read_pasted",
    "read_paths",
    "sources",
]

FORMATS: dict[str, str] = {
    ".txt": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "word",
    ".pdf": "pdf",
    ".csv": "table",
    ".tsv": "table",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".mhtml": "saved_page",
    ".mht": "saved_page",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}

_DEFAULTS = IntakeOptions()
# Dot files, and the lock files that word processors leave beside an open document.
_HIDDEN = (".", "~$")
# A project may lie among its articles, with what SQLite keeps beside it.
_PROJECTS = (".workbench", ".workbench-wal", ".workbench-shm")

_Reader = Callable[[Incoming, IntakeOptions], Iterator[Found | UserError]]


def read(path: Path, *, options: IntakeOptions = _DEFAULTS) -> Iterator[Document | Refusal]:
    """The articles of a file, or of all files in a folder and its folders, in order.

    Never raises for what a file is or holds: that is a `Refusal` with the file's path.
    """
    for file in files_in(path):
        if isinstance(file, Refusal):
            yield file
        else:
            yield from _read_file(file, options)


def read_paths(
    paths: Iterable[Path], *, options: IntakeOptions = _DEFAULTS
) -> Iterator[Document | Refusal]:
    """The articles of several files and folders, one after another."""
    for path in paths:
        yield from read(path, options=options)


def read_pasted(
    text: str, *, title: str = "", source: str = "", options: IntakeOptions = _DEFAULTS
) -> Document:
    """The article of a pasted text; raises `UserError` where it is blank or too long."""
    if len(text) > options.max_bytes:
        raise UserError(
            "intake.too_large",
            megabytes=f"{len(text) / 1e6:.1f}",
            limit=f"{options.max_bytes / 1e6:g}",
        )
    return document_of(Found(text, title=title, source=source), options=options)


def files_in(path: Path) -> Iterator[Path | Refusal]:
    """The file itself, or the files of a folder and its folders, sorted.

    Hidden files and projects are passed over, and folders behind links are not entered, so that a
    circle of links ends. A folder that cannot be read, or has nothing to read, is a `Refusal`.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a parent is closed
        yield path
        return
    failed: list[OSError] = []
    count = 0
    for folder, folders, files in os.walk(path, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        for name in sorted(filter(_may_hold_articles, files)):
            count += 1
            yield Path(folder, name)
    for error in failed:
        reason = error.strerror or str(error)
        yield _refusal(error.filename, UserError("intake.unreadable", reason=reason))
    if not count and not failed:
        yield _refusal(path, UserError("intake.empty_folder"))


def _may_hold_articles(name: str) -> bool:
    """Whether a file in a folder is one that a person may want to take in."""
    return not name.startswith(_HIDDEN) and not name.endswith(_PROJECTS)


def _read_file(path: Path, options: IntakeOptions) -> Iterator[Document | Refusal]:
    """The articles of one file, each a document or a refusal."""
    try:
        for where, source in sources(path, options):
            yield from _articles(where, source, options)
    except UserError as error:
        yield _refusal(path, error)


def sources(path: Path, options: IntakeOptions) -> Iterator[tuple[str, Incoming | UserError]]:
    """The file, or each file in an archive, with where it stands; or why that one is not taken.

    Raises `UserError` where the file or the archive ends the reading.
    """
    if suffix_of(path.name) not in ARCHIVES:
        check_file(path, options.max_bytes)
        yield str(path), load(path, _known(options.suffix or path.suffix.lower()))
        return
    from workbench.intake import archives  # noqa: PLC0415 - most files are none

    check_file(path, archives.MAX_ARCHIVE)
    for name, content in archives.members(path, options):
        yield f"{path}!{name}", _unpacked(f"{path.name}!{name}", content, options)


def _unpacked(
    name: str, content: bytes | UserError, options: IntakeOptions
) -> Incoming | UserError:
    """One file in an archive, or why it is not taken."""
    if isinstance(content, UserError):
        return content
    suffix = options.suffix or suffix_of(name)
    if suffix in SUFFIXES and shows_annotations(content.split(b"\n", LINES)[:LINES]):
        return UserError("intake.archive_annotated")
    try:
        return incoming_of(name, _known(suffix), content)
    except UserError as error:
        return error


def _articles(
    where: str, source: Incoming | UserError, options: IntakeOptions
) -> Iterator[Document | Refusal]:
    """What became of each article of a file."""
    if isinstance(source, UserError):
        yield _refusal(where, source)
        return
    try:
        said = pattern_of(options.names).values(where) if options.names else {}
        for found in _reader(source.suffix)(source, options):
            yield _outcome(where, source, found, said, options)
    except UserError as error:
        yield _refusal(where, error)


def _outcome(
    where: str,
    incoming: Incoming,
    found: Found | UserError,
    said: Mapping[str, str] | None,
    options: IntakeOptions,
) -> Document | Refusal:
    """The document of one article, with what is said of it by a name, or why there is none."""
    if isinstance(found, UserError):
        return _refusal(where, found)
    try:
        taken = document_of(found, file=incoming.name, file_hash=incoming.hash, options=options)
    except UserError as error:
        return _refusal(where, error)
    return taken if said == {} else named(taken, said)


def _known(suffix: str) -> str:
    """A kind of file that can be read; raises `UserError` for unknown kinds."""
    if suffix not in FORMATS:
        known = ", ".join((*FORMATS, *ARCHIVES))
        raise UserError("intake.unknown_format", suffix=suffix or "without an ending", known=known)
    return suffix


def _reader(suffix: str) -> _Reader:
    """The reader of a kind of file."""
    reader: _Reader = import_module(f"workbench.intake.{FORMATS[suffix]}").read
    return reader


def _refusal(path: str | Path, error: UserError) -> Refusal:
    """An error as a value, with the place it belongs to."""
    return Refusal(str(path), error.key, tuple(error.values.items()))
