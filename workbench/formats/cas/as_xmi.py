"""CAS as XMI: other programs find its types in `TypeSystem.xml`, and here they are known."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cassis import Cas, load_cas_from_xmi
from lxml import etree

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.formats.cas.reading import read_files
from workbench.formats.cas.types import readable
from workbench.formats.cas.writing import CasWriter as writer  # noqa: N813 - as in every format

_OF_TYPE = re.compile(r"\{http:///(.*)\.ecore\}(.*)")
__all__ = ["read", "writer"]


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a folder, or of one file."""
    return read_files(path, ".xmi", _load)


def _load(file: Path) -> tuple[Cas, Counter[str]]:
    """The CAS in a file, without what is of a type that is not read here, which is only counted."""
    with file.open("rb") as source:
        cas = load_cas_from_xmi(source, typesystem=readable(), lenient=True)
    return cas, Counter(_types(file))


def _types(file: Path) -> Iterator[str]:
    """The type of each thing in a file, by its element."""
    for event, element in etree.iterparse(file, events=("start", "end"), resolve_entities=False):
        found = _OF_TYPE.fullmatch(element.tag)
        if event == "start" and found is not None and found[1] != "uima/cas":
            yield f"{found[1].replace('/', '.')}.{found[2]}"
        elif event == "end":
            element.clear()
