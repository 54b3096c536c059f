"""Old and new text side by side: where each character of a corrected text came from.

The two texts are compared from coarse to fine: lines first, then runs of words, then words, and
single characters only where a few words differ. At each grain, what stands once in both texts and
in the same order is an anchor; what lies between two anchors is compared more finely. A gap of
words without anchors is solved by Myers' greedy algorithm (Algorithmica 1, 1986). All gaps together
have a budget of steps: beyond it, passages count as rewritten, so that no pair of texts can cost
more than a few seconds a megabyte; a common correction costs milliseconds.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from workbench.domain.span import Span

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"[^\W\d_]+|\d+|\s+|.")
_CHARACTER = re.compile(r"(?s:.)")
# What the units of a grain are, and how many in a row make an anchor.
_GRAINS = ((_LINE, 1), (_WORD, 8), (_WORD, 1), (_CHARACTER, 1))
_WORDS, _CHARACTERS = 2, 3
_FEW = 64  # characters of a gap that are compared one by one
_DEPTH = 40  # anchors within anchors within anchors
_EDITS = 400
_STEPS = 3_000_000

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that stands in both texts: at `old` in the one, at `new` in the other."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Where the stretch ends in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Where the stretch ends in the new text."""
        return self.new + self.length


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts with the stretches that they share, in the order of both.

    The first and the last block are the ends of the texts, empty where nothing is shared there.
    """

    old: str
    new: str
    blocks: tuple[Block, ...]

    def between(self, span: Span) -> Sequence[Block]:
        """The blocks that share at least one character with a span of the old text."""
        first = bisect_right(self.blocks, span.start, key=lambda block: block.old_end)
        last = bisect_left(self.blocks, span.end, key=lambda block: block.old)
        return self.blocks[first:last]

    def start(self, position: int) -> int:
        """Where something that begins at a position of the old text begins in the new one.

        What replaced the characters from there on belongs to it; what was inserted before does not.
        """
        after = bisect_right(self.blocks, position, key=lambda block: block.old_end)
        if after == len(self.blocks):
            return len(self.new)
        block = self.blocks[after]
        if position >= block.old:
            return block.new + position - block.old
        before = self.blocks[after - 1]
        return before.new_end if position == before.old_end else block.new

    def end(self, position: int) -> int:
        """Where something that ends at a position of the old text ends in the new one."""
        before = bisect_left(self.blocks, position, key=lambda block: block.old) - 1
        if before < 0:
            return 0
        block = self.blocks[before]
        if position <= block.old_end:
            return block.new + position - block.old
        after = self.blocks[before + 1]
        return after.new if position == after.old else block.new_end


@dataclass(frozen=True, slots=True)
class _Gap:
    """A passage of the old text against one of the new, to be compared at a grain."""

    old: Span
    new: Span
    grain: int = 0
    depth: int = 0


class _Comparison:
    """Two texts being compared: the blocks found so far, and the steps that may still be taken."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        self._blocks = [Block(0, 0, 0), Block(len(old), len(new), 0)]
        self._steps = _STEPS

    def result(self) -> tuple[Block, ...]:
        """The blocks found, in order, each as long as can be."""
        ordered = sorted(self._blocks, key=lambda block: (block.old, block.old_end))
        return tuple(_joined(ordered))

    def compare(self, gap: _Gap) -> Iterator[_Gap]:
        """Add what a gap shares to the blocks; yields the smaller gaps that this leaves."""
        head, tail = _shared_ends(self._old, self._new, gap)
        self._blocks += [block for block in (head, tail) if block.length]
        old, new = Span(head.old_end, tail.old), Span(head.new_end, tail.new)
        few = max(len(old), len(new)) <= _FEW
        if len(old) and len(new) and (few or gap.grain < _CHARACTERS) and self._steps > 0:
            yield from self._compare_units(_Gap(old, new, gap.grain, gap.depth))

    def _compare_units(self, gap: _Gap) -> Iterator[_Gap]:
        pattern, in_a_row = _GRAINS[gap.grain]
        old_words, old_places = _units(pattern, self._old, gap.old)
        new_words, new_places = _units(pattern, self._new, gap.new)
        pairs = _anchors(old_words, new_words, in_a_row) if gap.depth < _DEPTH else []
        grain, depth = (gap.grain, gap.depth + 1) if pairs else (gap.grain + 1, 0)
        if not pairs and gap.grain >= _WORDS:
            pairs = self._shared_sequence(old_words, new_words)
        found = [
            Block(old_places[i], new_places[j], old_places[i + units] - old_places[i])
            for i, j, units in _stretches(pairs)
        ]
        self._blocks += found
        if grain <= _CHARACTERS:
            yield from _gaps_between(gap, found, grain, depth)

    def _shared_sequence(self, old: Sequence[str], new: Sequence[str]) -> list[_Pair]:
        """The longest common subsequence by Myers; empty where finding it would cost too much."""
        reached = {1: 0}
        trace: list[dict[int, int]] = []
        for edits in range(min(_EDITS, len(old) + len(new)) + 1):
            trace.append(dict(reached))
            for diagonal in range(-edits, edits + 1, 2):
                i = start = _next_old(reached, diagonal, edits)
                while i < len(old) and i - diagonal < len(new) and old[i] == new[i - diagonal]:
                    i += 1
                reached[diagonal] = i
                if i >= len(old) and i - diagonal >= len(new):
                    return _path(trace, len(old), len(new))
                self._steps -= i - start + 1
            if self._steps < 0:
                break
        return []


def align(old: str, new: str) -> Alignment:
    """Find what two texts share, in an order that both keep."""
    comparison = _Comparison(old, new)
    waiting = [_Gap(Span(0, len(old)), Span(0, len(new)))]
    while waiting:
        waiting += comparison.compare(waiting.pop())
    return Alignment(old, new, comparison.result())


def _shared_ends(old: str, new: str, gap: _Gap) -> tuple[Block, Block]:
    """What both passages begin with, and what the rest of them ends with."""
    head = _shared_head(gap.old.of(old), gap.new.of(new))
    rest_old = old[gap.old.start + head : gap.old.end]
    rest_new = new[gap.new.start + head : gap.new.end]
    tail = _shared_tail(rest_old, rest_new)
    return (
        Block(gap.old.start, gap.new.start, head),
        Block(gap.old.end - tail, gap.new.end - tail, tail),
    )


def _shared_head(old: str, new: str) -> int:
    """How many characters both begin with: halves are compared, as slices compare fast."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shared_tail(old: str, new: str) -> int:
    """How many characters both end with."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _units(pattern: re.Pattern[str], text: str, span: Span) -> tuple[list[str], list[int]]:
    """The units of a passage, which together are all of it, and where each begins."""
    units = pattern.findall(text, span.start, span.end)
    return units, list(accumulate(map(len, units), initial=span.start))


def _stretches(pairs: Sequence[_Pair]) -> Iterator[tuple[int, int, int]]:
    """Pairs of units that follow directly on one another, as their first pair and their number."""
    begin = 0
    for at in range(1, len(pairs) + 1):
        (i, j), units = pairs[begin], at - begin
        if at == len(pairs) or pairs[at] != (i + units, j + units):
            yield i, j, units
            begin = at


def _gaps_between(gap: _Gap, found: Sequence[Block], grain: int, depth: int) -> Iterator[_Gap]:
    """What lies between the blocks found in a gap, where both texts have something."""
    old, new = gap.old.start, gap.new.start
    for block in (*found, Block(gap.old.end, gap.new.end, 0)):
        if block.old > old and block.new > new:
            yield _Gap(Span(old, block.old), Span(new, block.new), grain, depth)
        old, new = block.old_end, block.new_end


def _anchors(old: Sequence[str], new: Sequence[str], in_a_row: int) -> list[_Pair]:
    """Where units that stand so in a row once on either side begin, as far as in one order."""
    once_old, once_new = _once(old, in_a_row), _once(new, in_a_row)
    return _rising([(place, once_new[run]) for run, place in once_old.items() if run in once_new])


def _once(units: Sequence[str], in_a_row: int) -> dict[tuple[str, ...], int]:
    """The runs of units that stand once and are not blank, with where they begin, in order."""
    runs = list(zip(*(units[shift:] for shift in range(in_a_row)), strict=False))
    counts = Counter(runs)
    return {
        run: place
        for place, run in enumerate(runs)
        if counts[run] == 1 and not (in_a_row == 1 and run[0].isspace())
    }


def _rising(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The longest selection of pairs, sorted by the first number, in which the second rises."""
    tops: list[int] = []
    piles: list[int] = []
    below: list[int] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        below.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        piles[pile : pile + 1] = [index]
    chosen = []
    index = piles[-1] if piles else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = below[index]
    return chosen[::-1]


def _next_old(reached: dict[int, int], diagonal: int, edits: int) -> int:
    """How far in the old text one more edit leads onto a diagonal."""
    left, right = reached.get(diagonal - 1, -1), reached.get(diagonal + 1, -1)
    if diagonal == -edits or (diagonal != edits and left < right):
        return right
    return left + 1


def _path(trace: Sequence[dict[int, int]], i: int, j: int) -> list[_Pair]:
    """The pairs of units along the shortest way back from the ends."""
    pairs = []
    for edits in range(len(trace) - 1, -1, -1):
        diagonal = i - j
        start = _next_old(trace[edits], diagonal, edits)
        while i > start:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        down = diagonal == -edits or start == trace[edits].get(diagonal + 1, -1)
        i, j = (start, start - diagonal - 1) if down else (start - 1, start - diagonal)
    return pairs[::-1]


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with those joined that follow directly on one another in both texts."""
    last = blocks[0]
    for block in blocks[1:]:
        if (block.old, block.new) == (last.old_end, last.new_end) and block.length:
            last = Block(last.old, last.new, last.length + block.length)
        else:
            yield last
            last = block
    yield last
