"""Texts that are nearly the same: wire copy, with another headline or a paragraph cut off.

Two texts are twins where most runs of five words of the shorter one stand in the longer one too.
The texts of a project are compared by what `operations.twin_work` keeps of them. A model that was
taught on texts goes into other projects without them, and keeps those runs whose hash is divided by
eight, the same ones of every text, which is still a fair sample of it.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

RUN = 5  # words
SAMPLE = 8  # one run in so many is kept
MOST = 0.5  # of the shorter text's runs

_WORD = re.compile(r"\w+")


def runs(text: str) -> frozenset[int]:
    """The hashes of a text's runs of five words; one of all words where it is shorter."""
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(
        zlib.crc32(" ".join(words[i : i + RUN]).encode("utf-8", "surrogatepass"))
        for i in range(max(1, len(words) - RUN + 1))
        if words
    )


def sketch(text: str) -> frozenset[int]:
    """The sampled hashes of a text's runs of five words; all of them where it is short."""
    every = runs(text)
    return frozenset(run for run in every if run % SAMPLE == 0) or every


def index_of(sketches: Mapping[str, Iterable[int]]) -> dict[int, list[str]]:
    """In which texts, by id, each hash stands."""
    found: dict[int, list[str]] = {}
    for id, hashes in sketches.items():
        for each in hashes:
            found.setdefault(each, []).append(id)
    return found


def has_twin(
    text: frozenset[int], among: Mapping[int, Iterable[str]], sizes: Mapping[str, int]
) -> bool:
    """Whether a text, by its sketch, is a twin of one in an index; `sizes` are their sketches'."""
    shared = Counter(id for each in text for id in among.get(each, ()))
    return any(number >= MOST * min(len(text), sizes[id]) for id, number in shared.most_common())
