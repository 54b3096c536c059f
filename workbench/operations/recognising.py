"""What is to be read in files and folders, and as what, where nobody has said so."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.corpus import Refusal
from workbench.formats import detecting
from workbench.formats.folders import is_ours
from workbench.formats.registry import READABLE
from workbench.intake import reading


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a folder whose files are read together, and its format; none where it is plain."""

    path: Path
    format: str


def nameable() -> list[str]:
    """The formats that somebody can say a file is of: those of corpora, and of plain articles."""
    plain = (suffix.removeprefix(".") for suffix in reading.FORMATS)
    return list(dict.fromkeys((*READABLE, *plain)))


def sources(path: Path) -> Iterator[Source | Refusal]:
    """All that a file or folder has to read, in order; what cannot be told apart is refused.

    What stands beside a corpus, such as its receipt, is passed over in a folder.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        yield refused_beside(path) or _source(path)
        return
    whole: set[Source] = set()
    for file in reading.files_in(path):
        if isinstance(file, Refusal):
            yield file
        elif not detecting.is_beside(file):
            source = _source(file)
            if isinstance(source, Refusal) or not detecting.is_together(source.format, file):
                yield source
            elif (folder := Source(_root(file, path), source.format)) not in whole:
                whole.add(folder)
                yield folder


def _root(file: Path, path: Path) -> Path:
    """The folder that a file is read with: an export of ours, or else all of it."""
    within = (folder for folder in file.parents if folder.is_relative_to(path))
    return next(filter(is_ours, within), path)


def refused_beside(path: Path) -> Refusal | None:
    """The refusal of a file that only stands beside a corpus, which nobody means to read."""
    if detecting.is_beside(path) and os.path.isfile(path):  # noqa: PTH113 - as above
        return Refusal(str(path), "formats.stands_beside")
    return None


def _source(file: Path) -> Source | Refusal:
    """A file under the one format that it can be of."""
    formats = detecting.likely(file)
    if len(formats) > 1:
        return Refusal(str(file), "formats.ambiguous", (("formats", ", ".join(formats)),))
    if written := detecting.only_written(file):
        return Refusal(str(file), "formats.only_written", (("format", written),))
    if formats or file.suffix.lower() in reading.FORMATS:
        return Source(file, "".join(formats))
    if detecting.is_unknown(file):
        return Refusal(str(file), "formats.unrecognised", (("known", ", ".join(nameable())),))
    return Source(file, "")
