"""Reading files for import: runs in a worker process, and knows which room reads what.

Yields batches of `Parcel`s and `Refusal`s, in the order of the files, each naming its file, and its
line or number where a file holds several articles. A plain document is a corpus article of which
nobody has said anything yet, with its structure found here, where it costs the window nothing. A
batch is what the project writes at once: large enough that a query for all costs nothing, and small
enough that nobody who writes at the same time has to wait.

A PDF may be made to keep its reader busy for ever, or to fill the memory, and that reader cannot be
stopped. So such a file is named before it is read, and the process ends where it takes too long:
whoever runs it knows by then which file that was, and has all others read by another process.
"""

import os
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from workbench.domain.article import Article, Document
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.formats import registry
from workbench.intake import reading
from workbench.intake.endings import ARCHIVES, suffix_of
from workbench.intake.file_names import DIFFERS
from workbench.intake.incoming import IntakeOptions
from workbench.operations.child import TOOK_TOO_LONG
from workbench.operations.packing import Terms, pack
from workbench.operations.recognising import Source, nameable, refused_beside, sources
from workbench.store.parcels import Parcel

MOST_ARTICLES = 50
MOST_ROWS = 2_000
PATIENCE = 0.25  # seconds that a batch waits for the next article
AT_MOST = 120.0  # seconds that a file on trial may take to its next article
ON_TRIAL = {".pdf", *ARCHIVES}  # as such a one may be in an archive


@dataclass(frozen=True, slots=True)
class Begun:
    """A file that is about to be read and may end this process; none is where the path is empty."""

    path: str


@dataclass(frozen=True, slots=True)
class Trial:
    """How files on trial are read: only what comes `behind` one, and with so many `seconds`."""

    behind: str = ""
    seconds: float = AT_MOST


T = TypeVar("T")
Found = tuple[str, CorpusArticle] | Refusal | Begun
Batch = list[Parcel | Refusal | Begun]

_DEFAULTS = IntakeOptions()
_ON_TRIAL = Trial()


def read(
    paths: list[str],
    format: str,
    terms: Terms,
    options: IntakeOptions = _DEFAULTS,
    trial: Trial = _ON_TRIAL,
) -> Iterator[Batch]:
    """Everything in files and folders; with a format named, all files are read as that.

    `options` say how files without annotations are read. No text stands twice in one batch, and a
    file that is about to be read on trial is a batch by itself.
    """
    batch: Batch = []
    texts: set[str] = set()
    rows, begun = 0, time.monotonic()
    for item in _packed(_found(paths, format, options, trial), terms):
        text = item.text_hash if isinstance(item, Parcel) else ""
        full = len(batch) >= MOST_ARTICLES or rows >= MOST_ROWS or isinstance(item, Begun)
        if batch and (full or text in texts or time.monotonic() - begun > PATIENCE):
            yield batch
            batch, texts, rows, begun = [], set(), 0, time.monotonic()
        if isinstance(item, Begun):
            yield [item]
            continue
        batch.append(item)
        if isinstance(item, Parcel):
            texts.add(text)
            rows += sum(map(len, item.rows.values()))
    if batch:
        yield batch


def _packed(found: Iterable[Found], terms: Terms) -> Iterator[Parcel | Refusal | Begun]:
    """What was found, made ready for the project, or why it cannot be."""
    for item in found:
        yield item if isinstance(item, Refusal | Begun) else _pack(*item, terms)


def _pack(where: str, corpus: CorpusArticle, terms: Terms) -> Parcel | Refusal:
    try:
        return pack(where, corpus, terms)
    except UserError as error:
        return Refusal.of(where, error)


def check_format(format: str) -> None:
    """Raise `UserError` for a format that neither corpora nor plain files come in."""
    known = nameable()
    if format and format not in known:
        raise UserError("formats.unknown_format", format=format, known=", ".join(known))


def _found(paths: list[str], format: str, options: IntakeOptions, trial: Trial) -> Iterator[Found]:
    """The articles in files and folders, each with where it stands; `UserError` for no format."""
    check_format(format)
    if format:
        options = replace(options, suffix=f".{format}")
    for source in _behind(trial.behind, _all_sources(paths, format)):
        if isinstance(source, Refusal):
            yield source
        elif source.format:
            yield from _annotated(source.path, source.format)
        elif (options.suffix or suffix_of(source.path.name)) in ON_TRIAL:
            yield Begun(str(source.path))
            yield from _in_time(_plain(source.path, options), trial.seconds)
            yield Begun("")
        else:
            yield from _plain(source.path, options)


def _all_sources(paths: list[str], format: str) -> Iterator[Source | Refusal]:
    """What there is to read in all files and folders."""
    for path in map(Path, paths):
        if format in registry.READABLE:
            yield Source(path, format)
        else:
            yield from _sources(path, plain=bool(format))


def _behind(path: str, found: Iterable[Source | Refusal]) -> Iterator[Source | Refusal]:
    """What comes behind the file at a path; all of it where that is empty."""
    behind = not path
    for source in found:
        if behind:
            yield source
        elif isinstance(source, Source):
            behind = str(source.path) == path


def _in_time(found: Iterator[T], seconds: float) -> Iterator[T]:
    """What is found, where each is found in time; otherwise the end of this process."""
    while True:
        ending = threading.Timer(seconds, os._exit, (TOOK_TOO_LONG,))
        ending.daemon = True
        ending.start()
        try:
            item = next(found, None)
        finally:
            ending.cancel()
        if item is None:
            return
        yield item


def _sources(path: Path, *, plain: bool) -> Iterator[Source | Refusal]:
    """What there is to read; with `plain` nobody looks for marks, since a format is given."""
    if not plain:
        yield from sources(path)
        return
    for file in reading.files_in(path):
        yield file if isinstance(file, Refusal) else Source(file, "")


def _plain(path: Path, options: IntakeOptions) -> Iterator[Found]:
    """The articles of a file without annotations."""
    for document in reading.read(path, options=options):
        if isinstance(document, Refusal):
            yield document
        else:
            yield document.file or path.name, _said_of_nothing(document)


def _said_of_nothing(document: Document) -> CorpusArticle:
    """A document as an article without annotations."""
    return CorpusArticle(
        article=Article(
            id=document.id,
            title=document.title,
            length=len(document.text),
            text_hash=text_hash(document.text),
            language=document.language,
            file=document.file,
            file_hash=document.file_hash,
            meta=document.meta,
            created="",
        ),
        text=document.text,
        structure=document.structure,
        appearances=(document.appearance,),
        unnamed=DIFFERS in document.notes,
    )


def _annotated(path: Path, format: str) -> Iterator[Found]:
    """The articles of a file with annotations."""
    if reading.is_special(path):
        yield Refusal(str(path), "intake.not_a_file")
        return
    if refused := refused_beside(path):
        yield refused
        return
    found: Iterable[CorpusArticle | Refusal] = registry.reader(format)(path)
    for number, article in enumerate(found, start=1):
        if isinstance(article, Refusal):
            yield article
        else:
            yield _where(path, article.place or str(number)), _whole(article, format)


def _where(path: Path, place: str) -> str:
    """Where an article stands: its file, and its place there, which may name the file itself."""
    named = place == path.name or place.startswith(f"{path.name}, ")
    return place if named else f"{path.name}, {place}"


def _whole(corpus: CorpusArticle, format: str) -> CorpusArticle:
    """An article with what its file left out: hash, length, structure, and what it was read as."""
    text, article = corpus.text, corpus.article
    if not article.text_hash:
        article = replace(article, length=len(text), text_hash=text_hash(text))
    structure = corpus.structure or structure_of(text, title=article.title)
    return replace(corpus, article=article, structure=structure, format=format)
