"""Suggesters that people write themselves: a regular expression, or a list of words.

Patterns run in `regex`, which unlike `re` can be told when to give up: a pattern that tries endless
ways through a text costs that text, and not the process. What is repeated a fixed number of times
it lays out in memory, however often, so that repeats which multiply beyond all use are refused; so
are patterns that it would take seconds to understand, or that nest deeper than it can go.
"""

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator

import regex

from workbench.domain.article import ArticleText
from workbench.domain.errors import UserError
from workbench.domain.span import Span, trimmed
from workbench.domain.suggester_source import SuggesterSource
from workbench.domain.suggestion import Draft
from workbench.domain.word_list import WordList

SCORE = 0.9  # what a person wrote themselves is mostly meant, but not everywhere
SECONDS = 1.0  # for one pattern on one text
REPEATS = 10_000
LONGEST = 10_000  # characters of a pattern
_SHOWN = 80  # characters of one that is refused for being too large

_REPEAT = re.compile(r"\{(\d+)")

Finder = Callable[[str], Iterable[Span]]


class Rule:
    """A suggester of one label, wherever its finder finds something."""

    def __init__(self, source: SuggesterSource, finder: Finder, reason: str) -> None:
        self._source, self._finder, self._reason = source, finder, reason
        self._layer, self._label = source.spec["layer"], source.spec["label"]

    @property
    def name(self) -> str:
        """The name that the person gave it."""
        return self._source.name

    @property
    def model(self) -> str:
        """A hash of what the person wrote."""
        written = json.dumps(dict(self._source.spec), sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()[:10]

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        """One list of drafts an article, in the order of its text."""
        return ([self._draft(span) for span in self._finder(each.text)] for each in articles)

    def _draft(self, span: Span) -> Draft:
        return Draft(self._layer, self._label, (span,), SCORE, reason=self._reason)


def pattern(source: SuggesterSource) -> Rule:
    """The suggester of a pattern; raises `UserError` where it is broken."""
    written = str(source.spec["pattern"])
    expression = compiled(written, case=bool(source.spec["case"]))

    def found(text: str) -> Iterator[Span]:
        try:
            for match in expression.finditer(text, timeout=SECONDS):
                yield from trimmed(text, *match.span())
        except TimeoutError as error:
            raise UserError("suggest.pattern_too_slow", pattern=written) from error

    return Rule(source, found, f"your pattern {written}")


def words(source: SuggesterSource) -> Rule:
    """The suggester of a list of words."""
    listed = WordList(source.spec["words"], case=bool(source.spec["case"]))
    return Rule(source, listed.spans, f"a word of your list {source.name}")


def compiled(written: str, *, case: bool) -> "regex.Pattern[str]":
    """A pattern that can be looked for; raises `UserError` saying where it is broken."""
    if len(written) > LONGEST:
        raise UserError("suggest.pattern_too_large", pattern=written[:_SHOWN])
    if math.prod(max(1, int(number)) for number in _REPEAT.findall(written)) > REPEATS:
        raise UserError("suggest.pattern_too_long", pattern=written)
    try:
        return regex.compile(written, 0 if case else regex.IGNORECASE)
    except RecursionError as error:
        raise UserError("suggest.pattern_too_large", pattern=written[:_SHOWN]) from error
    except regex.error as error:
        raise UserError(
            "suggest.broken_pattern", pattern=written, place=(error.pos or 0) + 1, reason=error.msg
        ) from error
