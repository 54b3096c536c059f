"""CAS as XMI: other programs find its types in `TypeSystem.xml`, and here they are known."""

from collections.abc import Iterator
from pathlib import Path

from cassis import Cas, load_cas_from_xmi

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats.cas.reading import read_files
from workbench.formats.cas.types import readable
from workbench.formats.cas.writing import CasWriter as writer  # noqa: N813 - as in every format

__all__ = ["read", "writer"]


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a folder, or of one file."""
    return read_files(path, ".xmi", _load)


def _load(file: Path) -> Cas:
    """The CAS in a file; what is of a type that is not read here is passed over."""
    with file.open("rb") as source:
        return load_cas_from_xmi(source, typesystem=readable(), lenient=True)
