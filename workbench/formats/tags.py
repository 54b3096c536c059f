"""Tags of tokens, and the chunks that they mean.

Written is IOB2. Read is whatever begins and ends chunks by letters: IOB1, IOB2, IOE, IOBES, BILOU
and BMEWO, which need not be told apart, for none of them means by a letter what another forbids:
a chunk also begins where the label changes or the one before has ended. Tags that stand on each
other, parted by a bar, are none of these.
"""

import re
from collections.abc import Iterable, Sequence

Chunk = tuple[int, int, str]
"""The first token of a chunk, the one after its last, and the label."""

OUTSIDE = "O"
_TAG = re.compile(r"O|([BIESLUMW])-([^\s|]+)")
_BEGINS, _ENDS = frozenset("BSUW"), frozenset("ELSUW")


def is_tag(cell: str) -> bool:
    """Whether a cell of a table can be a tag."""
    return _TAG.fullmatch(cell) is not None


def iob2(chunks: Iterable[Chunk], length: int) -> list[str]:
    """The tags of so many tokens; chunks must not overlap."""
    tags = [OUTSIDE] * length
    for first, end, label in chunks:
        tags[first:end] = [f"B-{label}", *[f"I-{label}"] * (end - first - 1)]
    return tags


def chunks(tags: Sequence[str]) -> list[Chunk]:
    """The chunks in the tags of one sentence."""
    found: list[Chunk] = []
    open = False  # whether the last chunk goes on
    for index, tag in enumerate(tags):
        letter, _, label = tag.partition("-")
        if letter == OUTSIDE:
            open = False
            continue
        if open and letter not in _BEGINS and found[-1][2] == label:
            found[-1] = (found[-1][0], index + 1, label)
        else:
            found.append((index, index + 1, label))
        open = letter not in _ENDS
    return found
