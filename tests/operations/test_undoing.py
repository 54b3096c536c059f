"""Undo and redo walk one person's own acts, name what comes next, and are refused at the ends."""

from tests.operations.conftest import mark, refused
from workbench.domain.annotator import Annotator
from workbench.operations import annotating, undoing
from workbench.store import annotations
from workbench.store.project import Project


def quotes(project: Project, article: str) -> list[str]:
    return [annotation.quote for annotation in annotations.of_article(project, article)]


def test_with_nothing_done_there_is_nothing_to_take_back_or_to_do_again(
    project: Project, ann: Annotator
) -> None:
    assert undoing.next_undo(project, ann) is undoing.next_redo(project, ann) is None
    with refused("store.nothing_to_undo"):
        undoing.undo(project, annotator=ann)
    with refused("store.nothing_to_redo"):
        undoing.redo(project, annotator=ann)


def test_what_comes_next_is_known_by_verb_and_parameters(
    project: Project, article: str, ann: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    step = undoing.next_undo(project, ann)
    assert step is not None
    assert (step.verb, step.params) == ("annotate", {"layer": "entity", "label": "person"})
    changes = undoing.undo(project, annotator=ann)
    assert changes.verb == "annotate"
    assert changes.articles() == {article}
    assert undoing.next_redo(project, ann) == step


def test_only_ones_own_acts_are_walked_through(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, bo, article, "Nobody", "entity")
    undoing.undo(project, annotator=ann)
    assert quotes(project, article) == ["Nobody"]
    undoing.redo(project, annotator=ann)
    assert quotes(project, article) == ["mayor", "Nobody"]


def test_acts_come_back_in_the_order_in_which_they_were_done(
    project: Project, article: str, ann: Annotator
) -> None:
    for words in ("Harbour", "mayor", "Nobody"):
        mark(project, ann, article, words, "entity")
    for _ in range(3):
        undoing.undo(project, annotator=ann)
    seen = []
    while undoing.next_redo(project, ann):
        undoing.redo(project, annotator=ann)
        seen.append(quotes(project, article))
    assert seen == [["Harbour"], ["Harbour", "mayor"], ["Harbour", "mayor", "Nobody"]]


def test_an_act_that_changed_nothing_is_no_step(
    project: Project, article: str, ann: Annotator
) -> None:
    marked = mark(project, ann, article, "mayor", "entity")
    annotating.move(project, annotator=ann, annotation=marked, fragments=marked.fragments)
    step = undoing.next_undo(project, ann)
    assert step is not None
    assert step.verb == "annotate"


def test_a_refused_act_is_no_step_and_leaves_redo_alone(
    project: Project, article: str, ann: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, ann, article, "Nobody", "entity")
    undoing.undo(project, annotator=ann)
    with refused("operations.already_marked"):
        mark(project, ann, article, "mayor", "entity")
    undoing.redo(project, annotator=ann)
    assert quotes(project, article) == ["mayor", "Nobody"]
