"""Where a span of a text lies after the text was corrected, or why it lies nowhere.

A span keeps what it covers, as far as that still stands: what was inserted inside or put in the
place of its words belongs to it, what was inserted before or behind does not. Ends that stood at
whole words stand at whole words again, and blanks and marks that a deletion bared are cut off. A
span of which no more than half is recognised is not guessed at: its words were written anew, and
whether the label still holds is for a person to say.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.domain.alignment import Alignment
from workbench.domain.span import Fragments, Span, hull, quote_of
from workbench.domain.trimming import meant

Fate = Literal["kept", "moved", "changed", "deleted", "rewritten", "twin"]

LOST: frozenset[Fate] = frozenset({"deleted", "rewritten", "twin"})


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of a span: its new fragments and quote; both are empty where it has no place."""

    fate: Fate
    fragments: Fragments = ()
    quote: str = ""


def place(alignment: Alignment, fragments: Fragments, quote: str) -> Placement:
    """Find the place in the new text of what had these fragments and this quote in the old."""
    moved = _unmoved(alignment, fragments) or _apart(sorted(_surviving(alignment, fragments)))
    if not moved:
        return Placement("rewritten" if _replaced(alignment, fragments) else "deleted")
    found = quote_of(alignment.new, moved)
    if found == quote:
        return Placement("kept" if moved == fragments else "moved", moved, found)
    if not _recognised(alignment, fragments, quote, found):
        return Placement("rewritten")
    return Placement("changed", moved, found)


def _unmoved(alignment: Alignment, fragments: Fragments) -> Fragments:
    """The fragments in their new place where they lie well inside stretches that both texts share.

    Most do, and need no look at their words.
    """
    found = []
    for span in fragments:
        blocks = alignment.between(span)
        if len(blocks) != 1 or not (blocks[0].old < span.start and span.end < blocks[0].old_end):
            return ()
        shift = blocks[0].new - blocks[0].old
        found.append(Span(span.start + shift, span.end + shift))
    return tuple(found)


def _surviving(alignment: Alignment, fragments: Fragments) -> Iterator[Span]:
    for old in fragments:
        new = Span(alignment.start(old.start), alignment.end(old.end))
        tidied = _tidied(alignment, old, new)
        if len(tidied):
            yield tidied


def _tidied(alignment: Alignment, old: Span, new: Span) -> Span:
    """A new place without bared blanks, and one that a hand could mean where the old one was."""
    before, after = old.of(alignment.old), new.of(alignment.new)
    bared_start = 0 if before[0].isspace() else len(after) - len(after.lstrip())
    bared_end = 0 if before[-1].isspace() else len(after) - len(after.rstrip())
    start = new.start + bared_start
    bare = Span(start, max(start, new.end - bared_end))
    return meant(alignment.new, bare) if meant(alignment.old, old) == old else bare


def _apart(spans: Sequence[Span]) -> Fragments:
    """Sorted spans, with those that overlap or touch joined."""
    apart: list[Span] = []
    for span in spans:
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)


def _replaced(alignment: Alignment, fragments: Fragments) -> bool:
    """Whether other words came into the place of a span that is gone."""
    whole = hull(fragments)
    ends = sorted((alignment.start(whole.start), alignment.end(whole.end)))
    return bool(alignment.new[ends[0] : ends[1]].strip())


def _recognised(alignment: Alignment, fragments: Fragments, quote: str, found: str) -> bool:
    """Whether more than half of the shorter of two quotes stands in both."""
    shared = 0
    for span in fragments:
        for block in alignment.between(span):
            part = Span(max(span.start, block.old), min(span.end, block.old_end))
            shared += _weight(part.of(alignment.old))
    return shared * 2 > min(_weight(quote), _weight(found))


def _weight(words: str) -> int:
    """The characters that are no blanks and no marks: letters, digits, symbols, pictures."""
    return sum(unicodedata.category(character)[0] in "LMNS" for character in words)
