"""What a look before import reads: runs in a worker process, as parsing costs the window time.

Files are read exactly as they will be on import, and what is shown is what will come in. The first
files stand for the others, and are enough to see an encoding, a column or a name that is wrong.
"""

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from workbench.domain.article import Document
from workbench.domain.corpus import Refusal
from workbench.intake import reading
from workbench.intake.decoding import GUESSED
from workbench.intake.file_names import DIFFERS
from workbench.intake.incoming import IntakeOptions
from workbench.intake.sampling import Column, columns_of
from workbench.operations.looking import Glance, Look
from workbench.operations.recognising import Source, sources

MOST_FILES = 20
MOST_ARTICLES = 60  # of all files together
FEWEST = 3  # of each, where there are so many
PATIENCE = 3.0  # seconds after which no further file is looked at
OPENING = 600  # characters


def look(paths: list[str], options: IntakeOptions) -> Iterator[Look]:
    """What files and folders would give, by the first of them; one value alone."""
    found = [source for path in map(Path, paths) for source in sources(path)]
    annotated = [item for item in found if isinstance(item, Source) and item.format]
    seen: list[Glance | Refusal] = []
    columns: tuple[Column, ...] = ()
    plain = [item for item in found if item not in annotated]
    most = max(FEWEST, MOST_ARTICLES // max(1, len(plain)))
    for item in _first(plain):
        if isinstance(item, Refusal):
            seen.append(item)
            continue
        seen += map(_glance, islice(reading.read(item.path, options=options), most))
        columns = columns or columns_of(item.path, options)
    yield Look(len(found), tuple(str(item.path) for item in annotated), tuple(seen), columns)


def _first(files: Sequence[Source | Refusal]) -> Iterator[Source | Refusal]:
    """The first files, fewer where they take long; the very first always."""
    begun = time.monotonic()
    for number, file in enumerate(files[:MOST_FILES]):
        if number and time.monotonic() - begun > PATIENCE:
            return
        yield file


def _glance(item: Document | Refusal) -> Glance | Refusal:
    """An article in short; a refusal as it is."""
    if isinstance(item, Refusal):
        return item
    told = item.appearance
    return Glance(
        where=item.file,
        title=item.title,
        source=told.source,
        author=told.author,
        published=told.published,
        language=item.language,
        encoding=item.encoding,
        guessed=GUESSED in item.notes,
        opening=item.text[:OPENING],
        unnamed=DIFFERS in item.notes,
    )
