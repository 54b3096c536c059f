"""From the lines of printed pages back to running text.

A PDF file knows where glyphs stand and nothing of words or paragraphs. Lines that repeat at the
edges of pages are running heads, numbers there are page numbers; paragraphs show by gaps, indents,
short last lines and changes of size; a hyphen at a line's end is one of the printer or one of the
word, which the rest of the text can tell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from workbench.domain.structure import ends_like_sentence

_EDGE = 2
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.?|s\.)?\s*\d{1,4}(?:\s*(?:of|/|von|de)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"\w+(?:-\w+)*")
_HYPHENS = ("-", "\u2010", "\u00ad")
# These are written with a hyphen more often than not.
_PREFIXES = frozenset(
    ("self", "ex", "non", "pro", "anti", "well", "half", "vice", "mid", "all", "cross", "quasi")
)
_BIGGER = 1.12
_GAP = 1.35
_INDENT = 0.8
_LETTER_WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, and its place on the page in points from the lower left."""

    text: str
    left: float
    right: float
    base: float
    size: float


def running_text(pages: Sequence[Sequence[Line]]) -> str:
    """The paragraphs of printed pages, one empty line between each two."""
    body_size = _body_size(pages)
    kept = _without_running_heads(pages, body_size, _leading(pages))
    words = frozenset(
        word.casefold() for line in chain.from_iterable(kept) for word in _WORDS.findall(line.text)
    )
    return "\n\n".join(_joined(lines, words) for lines in _paragraphs(kept))


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size that most lines are printed in; 0 where there are none."""
    sizes = [line.size for line in chain.from_iterable(pages)]
    return median(sizes) if sizes else 0.0


# --- running heads


def _without_running_heads(
    pages: Sequence[Sequence[Line]], body_size: float, leading: float
) -> list[list[Line]]:
    """The pages less what repeats at their edges, and less page numbers."""
    counts = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = max(2, len(pages) // 3)
    repeated = {key for key, count in counts.items() if count >= often}
    kept = []
    for number, page in enumerate(pages):
        edges = set(_edges(page))
        # The headline of the first page may be the running head of the others.
        spared = {line for line in edges if not number and line.size > body_size * _BIGGER}
        heads = {line for line in edges - spared if _key(line) in repeated}
        heads |= {line for line in edges if _is_page_number(line, page, leading)}
        kept.append([line for line in page if line not in heads])
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines at the top and bottom of a page."""
    by_height = sorted(page, key=lambda line: -line.base)
    return by_height[:_EDGE] + by_height[_EDGE:][-_EDGE:]


def _key(line: Line) -> str:
    """What a running head says on every page, whatever the number in it."""
    return _DIGITS.sub("#", line.text.casefold()).strip()


def _is_page_number(line: Line, page: Sequence[Line], leading: float) -> bool:
    """Whether a line at an edge is a number that stands apart: no year that ends a paragraph."""
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    return all(abs(line.base - other.base) > _GAP * leading for other in page if other != line)


# --- paragraphs


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The lines of each paragraph, which may go on over a page or column."""
    leading = _leading(pages)
    paragraph: list[Line] = []
    for page in pages:
        edges = _right_edges(page)
        for number, line in enumerate(page):
            turned = not number or line.base >= page[number - 1].base + line.size
            if paragraph and _begins(line, paragraph[-1], leading, edges, turned=turned):
                yield paragraph
                paragraph = []
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """The usual distance from line to line; 0 where no page has two lines."""
    steps = [
        upper.base - lower.base
        for page in pages
        for upper, lower in pairwise(page)
        if upper.base > lower.base
    ]
    return median(steps) if steps else 0.0


def _right_edges(page: Sequence[Line]) -> dict[int, float]:
    """How far the lines of each column of a page reach, by where the column begins."""
    edges: dict[int, float] = {}
    for line in page:
        edges[_column(line)] = max(edges.get(_column(line), 0.0), line.right)
    return edges


def _column(line: Line) -> int:
    """Where a line begins, in steps of half an inch."""
    return round(line.left / 36)


def _begins(
    line: Line, last: Line, leading: float, edges: dict[int, float], *, turned: bool
) -> bool:
    """Whether a line begins a paragraph; `turned` says that a page or column came between."""
    if max(line.size, last.size) > _BIGGER * min(line.size, last.size):
        return True
    if turned:
        return ends_like_sentence(last.text) and not line.text[:1].islower()
    if last.base - line.base > _GAP * leading or line.left > last.left + _INDENT * line.size:
        return True
    # Had the paragraph gone on, the first word of this line would have had room on the last one.
    word = len(line.text.split(" ", 1)[0]) + 1
    room = edges.get(_column(last), last.right) - last.right
    return ends_like_sentence(last.text) and room > 2 * word * _LETTER_WIDTH * line.size


# --- lines


def _joined(lines: Sequence[Line], words: frozenset[str]) -> str:
    """The lines of a paragraph as one, with the words mended that were cut at their ends."""
    text = lines[0].text
    pieces = []
    for line in lines[1:]:
        head, glue = _end(text, line.text, words)
        pieces += [head, glue]
        text = line.text
    return "".join([*pieces, text])


def _end(text: str, following: str, words: frozenset[str]) -> tuple[str, str]:
    """A line without a printer's hyphen at its end, and what joins it to the following one."""
    if not text.endswith(_HYPHENS) or not text[-2:-1].isalnum():
        return text, " "
    if text.endswith("\u00ad"):
        return text[:-1], ""
    return (text, "") if _is_of_the_word(text[:-1], following, words) else (text[:-1], "")


def _is_of_the_word(text: str, following: str, words: frozenset[str]) -> bool:
    """Whether a hyphen between two lines would stand within a line too."""
    if not following[:1].islower() or text[-1].isdigit():
        return True
    head = _WORDS.findall(text)[-1].casefold()
    tail = _WORDS.findall(following)[0].casefold()
    if f"{head}{tail}" in words:
        return False
    return f"{head}-{tail}" in words or head in _PREFIXES
