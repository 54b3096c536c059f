"""The history says who did what, and takes any step of one's own back, like any undo."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.operations.conftest import mark, propose, refused
from tests.store.conftest import TEXT, add_article, add_person, small_scheme
from tests.store.test_undo import dump, random_act, undo_everything
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.span import quote_of
from workbench.operations import (
    accepting,
    accepting_many,
    annotating,
    correcting,
    history,
    statuses,
    undoing,
)
from workbench.operations.history import PastStep
from workbench.operations.progress import finish
from workbench.store import annotations, articles
from workbench.store.opening import create_project
from workbench.store.project import Project


def step_of(project: Project, verb: str) -> PastStep:
    """The newest step of that verb."""
    return next(step for step in history.read(project) if step.line.verb == verb)


def test_each_step_says_who_did_what_where(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    found = mark(project, ann, article, "mayor", "entity")
    annotating.set_note(project, annotator=ann, annotation=found, note="of Kells")
    accepting.reject(
        project, annotator=bo, suggestion=propose(project, article, "Nobody", "entity", "person")
    )
    statuses.mark_done(project, annotator=bo, article=article, layers=["entity"])
    done, rejected, note, marked = history.read(project, article=article)[:4]
    assert [s.line.name for s in (done, rejected, note, marked)] == ["bo", "bo", "ann", "ann"]
    assert (marked.line.verb, marked.line.params) == (
        "annotate",
        {"layer": "entity", "label": "person"},
    )
    assert [s.touched and s.touched.quote for s in (done, rejected, note, marked)] == [
        None,
        "Nobody",
        "mayor",
        "mayor",
    ]
    assert [s.line.stands for s in (done, rejected, note, marked)] == [True] * 4
    assert done.line.time >= marked.line.time


def test_what_went_is_shown_as_it_was(project: Project, article: str, ann: Annotator) -> None:
    found = mark(project, ann, article, "mayor", "entity")
    annotating.delete(project, annotator=ann, annotation=found)
    touched = step_of(project, "annotate").touched
    assert touched is not None
    assert (touched.quote, touched.gone) == ("mayor", True)


def test_a_step_over_many_articles_is_one_line(project: Project, ann: Annotator) -> None:
    articles = [add_article(project, text=f"{TEXT}{number}") for number in range(3)]
    for article in articles:
        propose(project, article, "mayor", "entity", "person")
    wanted = accepting_many.Wanted(least=0.5)
    finish(accepting_many.accept_above(project, annotator=ann, wanted=wanted))
    (line,) = [step.line for step in history.read(project) if step.line.verb == "accept_above"]
    assert line.articles == 3
    (line,) = [s.line for s in history.read(project, article=articles[2], annotator=ann.id)]
    assert (line.annotations, line.article) == (1, articles[2])


def test_the_history_is_read_by_pages_and_by_person(
    project: Project, article: str, ann: Annotator, bo: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "PAGE", 4)
    for words in ("Harbour", "closed", "The", "mayor", "said", "harbour"):
        mark(project, ann, article, words, "entity")
        mark(project, bo, article, words, "entity")
    seen: list[PastStep] = []
    while page := history.read(project, annotator=bo.id, before=seen[-1].line.seq if seen else 0):
        assert len(page) <= 4
        seen += page
    quotes = [step.touched.quote for step in seen if step.touched]
    assert quotes == ["harbour", "said", "mayor", "The", "closed", "Harbour"]


# --- as it was


def test_an_article_is_shown_as_it_was_after_any_step(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mayor = mark(project, ann, article, "mayor", "entity")
    mark(project, bo, article, "harbour", "entity")
    annotating.set_note(project, annotator=ann, annotation=mayor, note="of Kells")
    longer = f"New. {TEXT}"
    basis = articles.by_ids(project, [article])[0].text_hash
    correcting.correct(project, annotator=ann, article=article, text=longer, basis=basis)
    annotating.delete(project, annotator=ann, annotation=mayor)
    undoing.undo(project, annotator=ann)
    annotating.delete(project, annotator=ann, annotation=mayor)
    seen = []
    for step in history.read(project, article=article, annotator=ann.id)[::-1]:
        text, marked = history.as_it_was(project, step)
        assert text is not None
        assert all(a.quote == quote_of(text.text, a.fragments) for a in marked)
        seen.append((step.line.verb, text.text == longer, [(a.quote, a.note) for a in marked]))
    assert seen == [
        ("annotate", False, [("mayor", "")]),
        ("set_note", False, [("mayor", "of Kells")]),
        ("correct", True, [("mayor", "of Kells")]),
        ("delete", True, []),
        ("delete", True, [("mayor", "of Kells")]),
        ("delete", True, []),
    ]
    nobody = history.read(project, article=article)[-1]
    assert history.as_it_was(project, nobody)[1] == []


# --- taking back


def test_an_older_step_is_taken_back_and_that_is_undone_like_any_act(
    project: Project, article: str, ann: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, ann, article, "Nobody", "entity")
    marked = dump(project)
    (first, second) = [s for s in history.read(project) if s.line.verb == "annotate"][::-1]
    assert first.can_be_taken_back_by(ann)
    history.take_back(project, annotator=ann, step=second)
    history.take_back(project, annotator=ann, step=first)
    assert annotations.of_article(project, article) == []
    assert step_of(project, "annotate").line.stands is False
    undoing.undo(project, annotator=ann)
    assert [a.quote for a in annotations.of_article(project, article)] == ["mayor"]
    undoing.undo(project, annotator=ann)
    assert dump(project) == marked
    assert all(s.line.stands for s in history.read(project) if s.line.verb == "annotate")


def test_undo_goes_on_past_what_was_taken_back(
    project: Project, article: str, ann: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, ann, article, "Nobody", "entity")
    before = dump(project)
    mark(project, ann, article, "harbour", "entity")
    history.take_back(project, annotator=ann, step=step_of(project, "annotate"))
    undoing.undo(project, annotator=ann)
    undoing.undo(project, annotator=ann)
    assert dump(project) == before
    undoing.redo(project, annotator=ann)
    undoing.redo(project, annotator=ann)
    assert dump(project) == before
    assert undoing.next_redo(project, ann) is None


def test_a_step_that_others_built_on_stays(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    found = mark(project, ann, article, "mayor", "entity")
    annotating.set_note(project, annotator=ann, annotation=found, note="of Kells")
    before = dump(project)
    with refused("store.undo_refused") as refusal:
        history.take_back(project, annotator=ann, step=step_of(project, "annotate"))
    assert refusal.value.values == {"who": "ann", "verb": "set_note"}
    with refused("store.not_your_act"):
        history.take_back(project, annotator=bo, step=step_of(project, "set_note"))
    assert dump(project) == before
    assert step_of(project, "annotate").line.stands


def test_a_step_is_taken_back_once(project: Project, article: str, ann: Annotator) -> None:
    mark(project, ann, article, "mayor", "entity")
    step = step_of(project, "annotate")
    history.take_back(project, annotator=ann, step=step)
    with refused("store.nothing_to_undo"):
        history.take_back(project, annotator=ann, step=step)


@settings(max_examples=20)
@given(seed=st.integers(0, 2**32), size=st.integers(1, 15))
def test_undoing_all_and_redoing_all_holds_with_steps_taken_back_in_between(
    tmp_path_factory: pytest.TempPathFactory, seed: int, size: int
) -> None:
    choice = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    project = create_project(tmp_path_factory.mktemp("law") / "a.workbench", small_scheme())
    article = add_article(project)
    persons = [add_person(project, "ann"), add_person(project, "bo")]
    empty = dump(project)
    for _ in range(size):
        who = choice.choice(persons)
        random_act(project, who, article, choice)
        take_something_back(project, who, choice)
    full = dump(project)
    done = undo_everything(project, persons)
    assert dump(project) == empty
    for person in reversed(done):
        project.turn(person.id, "redo")
    assert dump(project) == full
    project.close()


def take_something_back(project: Project, who: Annotator, choice: random.Random) -> None:
    """Take back some step of that person's, if nobody built on it."""
    own = [s for s in history.read(project) if s.can_be_taken_back_by(who)]
    if own and choice.random() < 0.5:
        before = dump(project)
        try:
            history.take_back(project, annotator=who, step=choice.choice(own))
        except UserError:
            assert dump(project) == before
