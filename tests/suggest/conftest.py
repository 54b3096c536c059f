"""The suggester, loaded once, and a way to read what it says of a text."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.domain.article import ArticleText
from workbench.domain.span import quote_of
from workbench.domain.structure import structure_of
from workbench.domain.suggester_source import NEWS_EN
from workbench.domain.suggestion import Draft
from workbench.suggest import registry
from workbench.suggest.suggester import Suggester

RESOURCES = Path(__file__).parents[2] / "resources"


def article(text: str, id: str = "a") -> ArticleText:
    """An article of a text, with the structure that intake gives it."""
    return ArticleText(id, text, structure_of(text))


@dataclass(frozen=True)
class Read:
    """What a suggester said of a text, by quote."""

    text: str
    drafts: list[Draft]

    def quote(self, draft: Draft) -> str:
        return quote_of(self.text, draft.fragments)

    def labels(self, layer: str) -> dict[str, str]:
        """The label of each quote of a layer, cues aside."""
        return {
            self.quote(draft): draft.label
            for draft in self.drafts
            if draft.layer == layer and draft.label != "cue"
        }

    def one(self, layer: str, quote: str) -> Draft:
        """The only draft of a layer, cues aside, with this quote."""
        found = [
            draft
            for draft in self.drafts
            if draft.layer == layer and draft.label != "cue" and self.quote(draft) == quote
        ]
        assert len(found) == 1, (quote, self.labels(layer))
        return found[0]

    def ends(self, draft: Draft) -> dict[str, str]:
        """The quotes at the other ends of a draft's relations, by type."""
        return {r.type: self.quote(self.drafts[r.target]) for r in draft.relations}


@pytest.fixture(scope="session")
def suggester() -> Suggester:
    return registry.load(NEWS_EN, RESOURCES)


@pytest.fixture(scope="session")
def read(suggester: Suggester) -> Callable[[str], Read]:
    """Suggests on a text."""

    def on(text: str) -> Read:
        (drafts,) = suggester.suggest([article(text)])
        return Read(text, drafts)

    return on
