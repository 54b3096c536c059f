"""Texts that are nearly the same: wire copy, with another headline or a paragraph cut off.

Two texts are twins where most runs of five words of the shorter one stand in the longer one too.
Comparing all runs of all texts would be wasteful: of each text only those runs are kept whose hash
is divided by eight, the same ones in every text, which is still a fair sample of it.
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

RUN = 5  # words
SAMPLE = 8  # one run in so many is kept
MOST = 0.5  # of the shorter text's runs

_WORD = re.compile(r"\w+")


def sketch(text: str) -> frozenset[int]:
    """The sampled hashes of a text's runs of five words; all of them where it is short."""
    words = [word.lower() for word in _WORD.findall(text)]
    runs = {
        zlib.crc32(" ".join(words[i : i + RUN]).encode("utf-8", "surrogatepass"))
        for i in range(max(1, len(words) - RUN + 1))
        if words
    }
    sampled = frozenset(run for run in runs if run % SAMPLE == 0)
    return sampled or frozenset(runs)


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


def twin_groups(sketches: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """The group of each text, by ids: twins are of one group, and so are twins of twins.

    A text with a longer twin shares half of its runs with it, so one of its rarest, if so many are
    left out as may differ. Only texts that have one of those are compared: a line that stands
    below every article of an outlet costs nothing.
    """
    among = index_of(sketches)
    heads = {id: id for id in sketches}
    for id, runs in sketches.items():
        enough = math.ceil(MOST * len(runs))
        rarest = sorted(runs, key=lambda run: len(among[run]))[: len(runs) - enough + 1]
        for other in {other for run in rarest for other in among[run]}:
            apart = _head(heads, id) != _head(heads, other)
            if apart and enough <= len(runs & sketches[other]):
                heads[_head(heads, other)] = _head(heads, id)
    return {id: _head(heads, id) for id in sketches}


def _head(heads: dict[str, str], id: str) -> str:
    """The text that stands for the group of another, found faster the next time."""
    while heads[id] != id:
        heads[id] = id = heads[heads[id]]
    return id
