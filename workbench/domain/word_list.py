"""Where any of many words stands in a text.

What a reader takes for the same words is found, as with `occurrences`. A list may be long (all the
parties of a country, a gazetteer), so that a text is gone through once, from word to word, and at
each only those of the list are tried that begin with it, the longest first.
"""

import re
from collections.abc import Iterable, Iterator

from workbench.domain.folding import fold
from workbench.domain.occurrences import BLANK, fits
from workbench.domain.span import Span

_BEGINNING = re.compile(r"\w+|[^\w\s]")


class WordList:
    """Words and phrases that are looked for together; `case` says whether capitals count."""

    def __init__(self, words: Iterable[str], *, case: bool) -> None:
        self._case = case
        by_beginning: dict[str, list[list[str]]] = {}
        for word in words:
            parts = fold(word, case=case).text.split()
            if parts and (beginning := _BEGINNING.match(parts[0])):
                by_beginning.setdefault(beginning.group(), []).append(parts)
        self._patterns = {each: _any_of(phrases) for each, phrases in by_beginning.items()}

    def spans(self, text: str) -> Iterator[Span]:
        """The places in the order of the text, without overlaps."""
        folded = fold(text, case=self._case)
        end = 0
        for beginning in _BEGINNING.finditer(folded.text):
            patterns = self._patterns.get(beginning.group(), ())
            if patterns and beginning.start() >= end:
                matches = (each.match(folded.text, beginning.start()) for each in patterns)
                for match in filter(None, matches):
                    span = folded.span(*match.span())
                    if span is not None and fits(text, span, whole=True):
                        end = match.end()
                        yield span
                        break


def _any_of(phrases: list[list[str]]) -> list[re.Pattern[str]]:
    """A pattern for each of some phrases, the longest first."""
    longest_first = sorted(phrases, key=lambda parts: -len(" ".join(parts)))
    return [re.compile(BLANK.join(map(re.escape, parts))) for parts in longest_first]
