"""What a person types to search for: words, phrases in quotation marks, `begin*`, and `-without`.

An article fits if it holds every term and none of those with a minus. Capitals and accents do not
count, and a term begins and ends with a word, unless a star leaves its end open.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.folding import index_words

_TERM = re.compile(r"""(?P<minus>-)?(?:["“”„](?P<phrase>[^"“”„]*)["“”„]?|(?P<word>\S+))""")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after another; `open_end` is for what begins so, `excluded` for not."""

    words: str
    open_end: bool = False
    excluded: bool = False


def parse_terms(typed: str) -> list[Term]:
    """The terms that a person typed; what holds no word is passed over."""
    found = (_term(match) for match in _TERM.finditer(typed))
    return [term for term in found if index_words(term.words)]


def wanted(terms: Iterable[Term]) -> list[Term]:
    """The terms that must be there."""
    return [term for term in terms if not term.excluded]


def _term(match: re.Match[str]) -> Term:
    words = match["phrase"] if match["phrase"] is not None else match["word"]
    return Term(words.rstrip("*"), words.endswith("*"), excluded=match["minus"] is not None)
