"""A suggester: proposes every name of a ship that it knows."""

from collections.abc import Iterable, Iterator

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.suggestion import Draft

KNOWN = ("Marigold", "Northern Heron")


class Ships:
    """Finds ships; `model` changes with what it knows, so that articles are read again."""

    name, model = "ship-names", "1"

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        """One list of drafts an article, in the order of its text."""
        for article in articles:
            yield [self._draft(at, ship) for at, ship in sorted(_found(article.text))]

    def _draft(self, at: int, ship: str) -> Draft:
        place = (Span(at, at + len(ship)),)
        return Draft("entity", "other", place, 0.9, reason=f"{ship} is a ship")


def _found(text: str) -> Iterator[tuple[int, str]]:
    """Where each ship is named, in code points."""
    for ship in KNOWN:
        at = text.find(ship)
        while at >= 0:
            yield at, ship
            at = text.find(ship, at + 1)
