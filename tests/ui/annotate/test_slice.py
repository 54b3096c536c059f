"""What is kept of an article between acts is what reading it anew would say."""

import random

import pytest

from tests.ui.annotate.driven import Driven
from tests.ui.annotate.test_sieve import propose
from workbench.domain.scheme import LAYERS
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.slice import ArticleSlice

WORDS = ("Ilse Varn", "Bo Reed", "Coast Guard", "Monday", "Officials")
ACTS = ("Return", "Backspace", "1", "2", "Del", "undo", "redo", "mark")


def fresh(driven: Driven) -> list[Suggestion]:
    """What is open as somebody who opens the article now would see it."""
    return ArticleSlice(driven.session, driven.session.article).open_suggestions(LAYERS)


def act(driven: Driven, name: str, choice: random.Random) -> None:
    """Decide on a ghost, take an act back, or mark where one may stand."""
    if name in ("undo", "redo"):
        driven.program.window.dispatch.say(name)
    elif name == "mark":
        driven.select(choice.choice(WORDS))
        driven.keys("E", choice.choice("12"), "Escape")
    else:
        driven.keys("N" if name == "Del" else "Tab", name, "Escape")


@pytest.mark.parametrize("seed", range(3))
def test_after_any_acts_the_same_suggestions_are_open_as_in_a_fresh_look(
    driven: Driven, seed: int
) -> None:
    choice = random.Random(seed)  # noqa: S311 - reproducible, not secret
    proposed = [
        (words, "entity", label, score)
        for words in WORDS
        for label, score in (("person", 0.8), ("group", 0.6), ("person", 0.7))
    ]
    propose(driven, *proposed)
    seen = set()
    for _ in range(25):
        act(driven, choice.choice(ACTS), choice)
        ghosts = sorted(ghost.id for ghost in driven.workspace.ghosts())
        assert ghosts == sorted(suggestion.id for suggestion in fresh(driven))
        seen.add(len(ghosts))
    assert len(seen) > 2  # something was decided, and something taken back
