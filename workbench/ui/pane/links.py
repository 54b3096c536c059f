"""The relations of an article by the marks that they join; an act changes a few of thousands."""

from collections import defaultdict
from collections.abc import Iterable

from workbench.ui.pane.marks import Link


class Links:
    """Relations to show, each known at both of its ends."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._known: dict[str, Link] = {}
        self._at: defaultdict[str, dict[str, Link]] = defaultdict(dict)
        self.change(links, ())

    def change(self, changed: Iterable[Link], gone: Iterable[str]) -> None:
        """Take relations in that came or changed, and let those go that went, by id."""
        for id in gone:
            self._drop(id)
        for link in changed:
            self._drop(link.id)
            self._known[link.id] = link
            for end in (link.source, link.target):
                self._at[end][link.id] = link

    def _drop(self, id: str) -> None:
        link = self._known.pop(id, None)
        for end in (link.source, link.target) if link else ():
            self._at[end].pop(id, None)

    def at(self, mark: str) -> tuple[Link, ...]:
        """The relations that begin or end at a mark."""
        return tuple(self._at.get(mark, {}).values())
