"""How many keys an annotation costs, counted on whole articles: two an entity, five a claim.

A span that nobody proposed is selected first; what is counted is what it costs to say what it is.
A span that was proposed costs the keys that go to it as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, drive
from workbench.operations import suggesting
from workbench.operations.progress import finish
from workbench.settings.resources import resources_folder
from workbench.store import annotations, suggestions


@dataclass
class Counting:
    """The window, and how many keys were pressed in it."""

    driven: Driven
    keys: int = field(default=0)

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        self.driven.keys(*keys)

    def cost(self, *keys: str) -> int:
        """Press keys; returns how many they were."""
        before = self.keys
        self.press(*keys)
        return self.keys - before


def sample() -> str:
    return (resources_folder() / "sample" / "strait-talks.txt").read_text(encoding="utf-8")


@pytest.fixture(params=["sample", "real"])
def counting(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Counting]:
    """The window on an article that the suggester has read."""
    if request.param == "real":
        path: Path = request.getfixturevalue("real_article")
        text = path.read_text(encoding="utf-8")
    else:
        text = sample()
    driven = drive(qtbot, tmp_path, text)
    who = driven.session.annotator
    finish(suggesting.suggest(driven.project, annotator=who))
    driven.session.look_for_news()
    yield Counting(driven)
    driven.close()


def test_a_proposed_annotation_costs_a_key_and_every_layer_is_walked(counting: Counting) -> None:
    driven = counting.driven
    open_ones = len(driven.workspace.ghosts())
    counting.press("Tab")
    while driven.workspace.suggestion() is not None:
        counting.press("Return")
    made = driven.marked()
    assert {"entity", "claim", "event"} <= {annotation.layer for annotation in made}
    assert driven.workspace.ghosts() == []
    assert len(made) == open_ones
    assert counting.keys <= len(made) + 1


def test_a_claim_made_by_hand_costs_five_keys_with_its_source(counting: Counting) -> None:
    driven = counting.driven
    sentences = [s for s in driven.workspace.sentences() if len(s) > 60][:4]
    for number, sentence in enumerate(sentences):
        driven.pane.select(sentence)
        assert counting.cost("C", "1", "3", "1", "Return") <= 5
        claims = [a for a in driven.marked() if a.layer == "claim" and a.origin.by == "hand"]
        assert len(claims) == number + 1
    leading = {relation.source for relation in driven.relations() if relation.type == "source"}
    whole = [
        a for a in claims if a.id in leading and {"attribution", "stance"} <= set(a.attributes)
    ]
    assert len(whole) == len(sentences)


def test_an_entity_made_by_hand_costs_two_keys(counting: Counting) -> None:
    driven = counting.driven
    ghosts = [g for g in driven.workspace.ghosts() if g.layer == "entity" and g.label == "person"]
    for ghost in ghosts[:5]:
        driven.pane.select(ghost.span)
        assert counting.cost("E", "1") <= 2
    mine = annotations.of_article(driven.project, driven.session.article)
    assert len(mine) == len(ghosts[:5])
    known = suggestions.of_article(driven.project, driven.session.article)
    assert len(known) > len(mine)
