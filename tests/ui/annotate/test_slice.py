"""What is kept of an article between acts is what reading it anew would say."""

import random

import pytest

from tests.ui.annotate.driven import Driven
from tests.ui.annotate.test_sieve import propose
from workbench.domain.scheme import LAYERS
from workbench.domain.scheme_editing import Change
from workbench.domain.scheme_places import labels_of
from workbench.domain.suggestion import Suggestion, place_of
from workbench.operations import people
from workbench.operations.scheme_editing import edit_scheme
from workbench.ui.annotate.slice import PROPOSED, ArticleSlice

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


def test_suggestions_are_read_by_and_by_and_what_begins_at_one_place_together(
    driven: Driven,
) -> None:
    labels = [label.id for label in driven.session.scheme.layer("entity").labels]
    words = sorted(set(driven.pane.text().split()), key=len)[-60:]
    choice = random.Random(1)  # noqa: S311 - reproducible, not secret
    propose(
        driven,
        *((each, "entity", choice.choice(labels), choice.random()) for each in words * 20),
    )
    slice = ArticleSlice(driven.session, driven.session.article)
    portions = slice.suggestion_portions()
    first = next(portions)
    assert 0 < len(first) <= PROPOSED < len(words) * 20
    begun = slice.open_suggestions(LAYERS, among=first)
    assert not slice.is_whole
    every = [*first, *(id for portion in portions for id in portion)]
    assert len(set(every)) == len(every) == len(words) * 20
    opened = slice.open_suggestions(LAYERS)
    assert slice.is_whole
    assert {each.id for each in begun} == {each.id for each in opened} & set(first)
    assert len(opened) == len({place_of(each) for each in slice.suggestions.values()})


def test_a_text_is_read_once_for_another_person_and_under_another_scheme(driven: Driven) -> None:
    text = driven.workspace.article_text()
    driven.mark("Ilse Varn", "E", "1")
    ann = driven.session.annotator
    driven.session.become(people.annotator_named(driven.project, "bo"))
    assert driven.workspace.article_text() is text
    assert not driven.workspace.annotations()
    driven.session.become(ann)
    driven.session.do(edit_scheme, edit=Change(labels_of("entity"), "person", {"name": "Man"}))
    assert driven.workspace.article_text() is text
    assert len(driven.workspace.annotations()) == 1


def test_annotations_are_listed_in_the_order_of_the_text(driven: Driven) -> None:
    last, first = driven.mark("Coast Guard", "E", "1"), driven.mark("Ilse Varn", "E", "1")
    assert last.span.start > first.span.start
    slice = ArticleSlice(driven.session, driven.session.article)
    assert slice.annotation_ids() == [first.id, last.id]
