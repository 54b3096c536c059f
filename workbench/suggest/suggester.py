"""What a suggester is: plain, picklable values in, plain, picklable values out."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from workbench.domain.article import ArticleText
from workbench.domain.suggestion import Draft


@runtime_checkable
class Suggester(Protocol):
    """Proposes spans; `model` changes whenever the same text could get other proposals."""

    @property
    def name(self) -> str:
        """The id by which people choose it."""

    @property
    def model(self) -> str:
        """The version of its rules, word lists or weights."""

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        """One list of drafts an article, in the order of the articles."""
