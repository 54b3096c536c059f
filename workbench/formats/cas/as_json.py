"""CAS as JSON, with its types inside."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cassis import Cas, load_cas_from_json

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats.cas.reading import read_files
from workbench.formats.cas.writing import CasWriter as writer  # noqa: N813 - as in every format

__all__ = ["read", "writer"]


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a folder, or of one file."""
    return read_files(path, ".json", _load)


def _load(file: Path) -> tuple[Cas, Counter[str]]:
    with file.open("rb") as source:
        cas = load_cas_from_json(source)
    return cas, Counter(each.type.name for each in cas.select_all())
