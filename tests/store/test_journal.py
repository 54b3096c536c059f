"""The journal keeps every change once, small, and reads it back whole."""

from sqlalchemy import select

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.store import annotations, checking, journal, schema
from workbench.store.project import Project


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
    with project.reading() as connection:
        before = journal.last_seq(connection)
    with project.transaction("annotate", person=ann.id) as transaction:
        annotations.insert_many(transaction, [marked(id, ann.id, 0) for id in articles])
    with project.reading() as connection:
        entries = journal.entries_after(connection, before)
    assert [entry.article for entry in entries] == articles
    first = entries[0].counter
    assert [entry.counter for entry in entries] == [first, first + 1, first + 2]
    assert {entry.step for entry in entries} == {transaction.changes.step}
    assert transaction.changes.articles() == set(articles)
    assert checking.check(project) == []


def test_a_column_left_out_of_a_row_gets_its_default(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    row = {"id": new_id(), "article": article, "annotator": ann.id, "layer": "entity"}
    with project.transaction("assign", person=ann.id) as transaction:
        transaction.insert(schema.assignment, row)
    (stored,) = project.images(schema.assignment)
    assert (stored["round"], stored["help"], stored["status"]) == (1, "on", "new")
