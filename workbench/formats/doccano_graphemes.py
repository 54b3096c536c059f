"""Files of a doccano project in grapheme mode: the same, but that offsets count graphemes."""

from collections.abc import Iterator
from pathlib import Path

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats.doccano import read_in
from workbench.formats.units import GRAPHEMES


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file, or of a folder with a file for each annotator, named after them."""
    return read_in(GRAPHEMES, path)
