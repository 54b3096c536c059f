"""The law of undo: any act can be taken back and done again, and persons never mix."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.conftest import (
    TEXT,
    add_article,
    add_articles,
    add_person,
    narrow,
    small_scheme,
)
from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.store import annotations, undo
from workbench.store.opening import create_project, open_project
from workbench.store.project import Project
from workbench.store.schema import JOURNALLED

Dump = dict[str, list[dict[str, Any]]]


def dump(project: Project) -> Dump:
    """Every table but the journal, in a fixed order."""
    return {
        name: sorted(project.images(table), key=lambda row: str(row["id"]))
        for name, table in JOURNALLED.items()
    }


def mark(project: Project, person: Annotator, article: str, span: Span) -> Annotation:
    """One annotation by one person, as one act."""
    annotation = Annotation(
        new_id(), article, person.id, "entity", "person", (span,), span.of(TEXT)
    )
    with project.transaction("annotate", person=person.id) as transaction:
        annotations.insert_many(transaction, [annotation])
    return annotation


def relate(project: Project, person: Annotator, source: Annotation, target: Annotation) -> None:
    """One relation, as one act."""
    relation = Relation(new_id(), source.article, person.id, "source", source.id, target.id)
    with project.transaction("relate", person=person.id) as transaction:
        annotations.insert_relations(transaction, [relation])


def random_act(project: Project, person: Annotator, article: str, choice: random.Random) -> None:
    """Mark, note, move, relate or delete something of that person's."""
    mine = annotations.of_article(project, article, annotator=person.id)
    act = choice.choice(["mark", "mark", "note", "move", "relate", "delete", "undo", "redo"])
    if act in {"undo", "redo"}:
        if project.next_step(person.id, "undo" if act == "undo" else "redo"):
            project.turn(person.id, "undo" if act == "undo" else "redo")
        return
    if act == "mark" or not mine:
        start = choice.randrange(len(TEXT) - 1)
        mark(project, person, article, Span(start, choice.randrange(start + 1, len(TEXT))))
        return
    target = choice.choice(mine)
    if act == "relate":
        relate(project, person, target, choice.choice(mine))
        return
    with project.transaction(act, person=person.id) as transaction:
        if act == "note":
            annotations.update(transaction, target.id, {"note": str(choice.random())})
        elif act == "move":
            annotations.update_span(transaction, target.id, (Span(0, 5),), TEXT[:5])
        else:
            lost = [r.id for r in annotations.relations_at(transaction, target.id)]
            annotations.delete_relations(transaction, lost)
            annotations.delete(transaction, target.id)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32), order=st.lists(st.integers(0, 1), min_size=1, max_size=25))
def test_undoing_all_and_redoing_all_gives_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[int]
) -> None:
    path = tmp_path_factory.mktemp("law") / "a.workbench"
    project = create_project(path, small_scheme())
    article = add_article(project)
    persons = [add_person(project, "ann"), add_person(project, "bo")]
    empty = dump(project)
    choice = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    for who in order:
        random_act(project, persons[who], article, choice)
    full = dump(project)
    done = undo_everything(project, persons)
    assert dump(project) == empty
    for person in reversed(done):
        project.turn(person.id, "redo")
    assert dump(project) == full
    project.close()


def undo_everything(project: Project, persons: list[Annotator]) -> list[Annotator]:
    """Undo all acts of all persons; returns whose they were, in the order undone."""
    done = []
    for person in persons:
        while project.next_step(person.id, "undo"):
            project.turn(person.id, "undo")
            done.append(person)
    return done


def test_undo_outlives_a_restart(project: Project, tmp_path: Path) -> None:
    article = add_article(project)
    ann = add_person(project, "ann")
    before = dump(project)
    mark(project, ann, article, Span(0, 7))
    project.close()
    again = open_project(project.path, backups=tmp_path)
    again.turn(ann.id, "undo")
    assert dump(again) == before
    again.close()


def test_an_act_that_another_person_built_on_is_not_taken_back(project: Project) -> None:
    article = add_article(project)
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    annotation = mark(project, ann, article, Span(0, 7))
    with project.transaction("note", person=bo.id) as transaction:
        annotations.update(transaction, annotation.id, {"answer": "yes"})
    before = dump(project)
    with pytest.raises(UserError) as refused:
        project.turn(ann.id, "undo")
    assert refused.value.values == {"who": "bo", "verb": "note"}
    assert dump(project) == before


def test_an_act_that_something_refers_to_is_not_taken_back(project: Project) -> None:
    article = add_article(project)
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    source = mark(project, ann, article, Span(0, 7))
    target = mark(project, bo, article, Span(8, 14))
    relate(project, ann, source, target)
    with pytest.raises(UserError) as refused:
        project.turn(bo.id, "undo")
    assert refused.value.values == {"who": "ann", "verb": "relate"}


def test_a_new_act_clears_the_redo_of_its_person_only(project: Project) -> None:
    article = add_article(project)
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    for person in (ann, bo):
        mark(project, person, article, Span(0, 7))
        project.turn(person.id, "undo")
    mark(project, ann, article, Span(8, 14))
    assert project.next_step(ann.id, "redo") is None
    assert project.next_step(bo.id, "redo") is not None


def test_several_transactions_of_one_step_are_one_act(project: Project) -> None:
    article = add_article(project)
    ann = add_person(project, "ann")
    before = dump(project)
    step = new_id()
    for start in range(5):
        row = Annotation(
            new_id(), article, ann.id, "entity", "person", (Span(start, 9),), TEXT[start:9]
        )
        with project.transaction("label_all", person=ann.id, step=step) as transaction:
            annotations.insert_many(transaction, [row])
    project.turn(ann.id, "undo")
    assert dump(project) == before
    assert project.next_step(ann.id, "undo") is None


def test_an_act_on_more_articles_than_a_query_can_name_is_turned_or_refused(
    project: Project,
) -> None:
    ids = add_articles(project, 1_200)
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    with narrow(project.path) as slim:
        before = dump(slim)
        marks = [
            Annotation(new_id(), id, ann.id, "entity", "person", (Span(0, 7),), TEXT[:7])
            for id in ids
        ]
        with slim.transaction("accept_above", person=ann.id) as transaction:
            annotations.insert_many(transaction, marks)
        slim.turn(ann.id, "undo")
        assert dump(slim) == before
        slim.turn(ann.id, "redo")
        with slim.transaction("answer", person=bo.id) as transaction:
            annotations.update(transaction, marks[1_100].id, {"answer": "yes"})
        with pytest.raises(UserError) as refused:
            slim.turn(ann.id, "undo")
        assert refused.value.values == {"who": "bo", "verb": "answer"}


def mark_everywhere(project: Project, person: Annotator, article: str) -> list[Annotation]:
    """Every word run of some lengths by one person, far more than a stride, as one act."""
    spans = [Span(start, end) for start in range(40) for end in range(start + 1, start + 37)]
    made = [
        Annotation(new_id(), article, person.id, "entity", "person", (span,), span.of(TEXT))
        for span in spans
    ]
    with project.transaction("mark_occurrences", person=person.id) as transaction:
        annotations.insert_many(transaction, made)
    return made


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_large_act_is_turned_in_strides_and_wholly_or_not_at_all(
    project: Project, way: undo.Way
) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    mark_everywhere(project, ann, article)
    if way == "redo":
        project.turn(ann.id, "undo")
    before = dump(project)
    strides = project.turning(ann.id, way)
    done, total = next(strides)
    while done < 0.7 * total:  # it writes already
        done, total = next(strides)
    strides.close()
    assert dump(project) == before
    project.turn(ann.id, way)
    assert dump(project) != before
