"""The journal keeps every change once, small, and reads it back whole."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.beside import copied_beside
from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.store import annotations, checking, journal, schema
from workbench.store.opening import open_project
from workbench.store.project import Project
from workbench.store.undo import Way

WAYS: tuple[Way, ...] = ("undo", "redo", "undo")


def marked(article: str, person: str, start: int) -> Annotation:
    """An annotation of one character of the text, with nothing said of it."""
    span = Span(start, start + 1)
    return Annotation(new_id(), article, person, "entity", "person", (span,), span.of(TEXT))


def test_what_is_empty_is_left_out_and_read_back(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    annotation = marked(article, ann.id, 3)
    with project.transaction("annotate", person=ann.id) as transaction:
        annotations.insert_many(transaction, [annotation])
    newest = select(schema.journal).order_by(schema.journal.c.seq.desc()).limit(1)
    assert '"note"' not in project.rows(newest)[0].rows
    (stored,) = [row for row in project.images(schema.annotation) if row["id"] == annotation.id]
    with project.reading() as connection:
        (*_, entry) = journal.entries_of_article(connection, article)
    assert entry.rows == [("annotation", annotation.id, None, stored)]
    assert stored["note"] == ""


def test_one_act_on_many_articles_is_one_entry_an_article_counted_on(project: Project) -> None:
    ann = add_person(project, "ann")
    articles = [add_article(project, text=f"{TEXT}{number}") for number in range(3)]
    with project.transaction("annotate", person=ann.id) as transaction:
        annotations.insert_many(transaction, [marked(id, ann.id, 0) for id in articles])
    with project.reading() as connection:
        entries = journal.entries_of_step(connection, transaction.changes.step)
    assert [entry.article for entry in entries] == articles
    first = entries[0].counter
    assert [entry.counter for entry in entries] == [first, first + 1, first + 2]
    assert {entry.step for entry in entries} == {transaction.changes.step}
    assert transaction.changes.articles() == set(articles)
    assert checking.check(project) == []


def test_much_news_comes_in_several_looks_and_all_of_it_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_AT_ONCE", 1_500)
    project.news()
    articles = [add_article(project, text=f"{TEXT}{number}") for number in range(12)]
    looks = [project.news()]
    while project.behind:
        looks.append(project.news())
    told = [changes.articles() for look in looks for changes in look]
    assert told == [{article} for article in articles]
    assert len(looks) > 3
    assert project.news() == []


def test_a_column_left_out_of_a_row_gets_its_default(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    row = {"id": new_id(), "article": article, "annotator": ann.id, "layer": "entity"}
    with project.transaction("assign", person=ann.id) as transaction:
        transaction.insert(schema.assignment, row)
    (stored,) = project.images(schema.assignment)
    assert (stored["round"], stored["help"], stored["status"]) == (1, "on", "new")


def entries(project: Project) -> list[journal.Entry]:
    """The journal, the oldest first."""
    with project.reading() as connection:
        return list(journal.every_entry(connection))


def test_the_journal_only_grows_whatever_is_undone_and_done_again(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    with project.transaction("annotate", person=ann.id) as transaction:
        annotations.insert_many(transaction, [marked(article, ann.id, 0)])
    seen = entries(project)
    for way in WAYS:
        project.turn(ann.id, way)
        grown = entries(project)
        assert grown[:-1] == seen
        seen = grown
    assert [(entry.kind, entry.target) for entry in seen[-4:]] == [
        ("act", ""),
        ("undo", transaction.changes.step),
        ("redo", transaction.changes.step),
        ("undo", transaction.changes.step),
    ]
    assert len({entry.id for entry in seen}) == len({entry.step for entry in seen}) == len(seen)


def test_what_went_stays_as_a_tombstone_with_all_that_it_was(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    with project.transaction("annotate", person=ann.id) as transaction:
        annotations.insert_many(transaction, [marked(article, ann.id, 0)])
    (row,) = project.images(schema.annotation)
    with project.transaction("delete", person=ann.id) as transaction:
        annotations.delete(transaction, row["id"])
    assert entries(project)[-1].rows == [("annotation", row["id"], row, None)]


def test_time_never_runs_backwards_in_a_file_even_when_the_clock_does(project: Project) -> None:
    add_person(project, "ann")
    ahead = "2999-01-01T00:00:00.000000+00:00"
    with project.maintaining() as connection:
        connection.execute(update(schema.journal).values(time=ahead))
    add_person(project, "bo")
    add_person(project, "cy")
    found = entries(project)
    assert [entry.time for entry in found] == [ahead] * 3
    assert found == sorted(found, key=lambda entry: (entry.time, entry.copy, entry.counter))


def test_each_copy_counts_its_own_entries_from_one(project: Project, tmp_path: Path) -> None:
    add_person(project, "ann")
    project.close()
    shutil.copy(project.path, tmp_path / "b.workbench")
    copy = open_project(tmp_path / "b.workbench", backups=tmp_path)
    add_person(copy, "bo")
    add_person(copy, "cy")
    assert [(entry.copy, entry.counter) for entry in entries(copy)] == [
        (project.copy, 1),
        (copy.copy, 1),
        (copy.copy, 2),
    ]
    assert checking.check(copy) == []
    copy.close()


def test_the_history_of_an_article_is_its_own_oldest_first(project: Project) -> None:
    article, other = add_article(project), add_article(project, TEXT + "2")
    ann = add_person(project, "ann")
    for start in range(3):
        with project.transaction(f"annotate {start}", person=ann.id) as transaction:
            annotations.insert_many(transaction, [marked(article, ann.id, start)])
    with project.transaction("elsewhere", person=ann.id) as transaction:
        annotations.insert_many(transaction, [marked(other, ann.id, 0)])
    with project.reading() as connection:
        history = journal.entries_of_article(connection, article)
        later = journal.entries_of_article(connection, article, after=history[1].seq)
    verbs = [entry.verb for entry in history]
    assert verbs == ["import", "annotate 0", "annotate 1", "annotate 2"]
    assert [entry.verb for entry in later] == verbs[2:]


def test_the_first_word_of_a_copy_says_what_the_file_held(project: Project, tmp_path: Path) -> None:
    add_person(project, "ann")
    project.checkpoint()
    copied_beside(project.path, tmp_path / "b.workbench")
    copy = open_project(tmp_path / "b.workbench", backups=tmp_path)
    add_person(project, "di")
    add_person(copy, "bo")
    add_person(copy, "cy")
    assert [entry.params for entry in entries(copy)] == [{}, {"heard": {project.copy: 1}}, {}]
    assert [entry.params for entry in entries(project)] == [{}, {}]
    copy.close()
