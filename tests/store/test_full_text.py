"""The index finds what stands in the articles, whatever came and went, and costs no text twice."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clock import processor_seconds
from tests.store.conftest import add_article, add_person
from workbench.domain.article import Article, ArticleText
from workbench.domain.errors import UserError
from workbench.domain.folding import index_words
from workbench.domain.ids import new_id
from workbench.domain.structure import structure_of
from workbench.domain.terms import Term, parse_terms
from workbench.domain.text import text_hash
from workbench.store import articles, full_text, schema
from workbench.store.checking import check
from workbench.store.opening import open_project
from workbench.store.project import Project


def index(project: Project) -> None:
    full_text.index(project, full_text.pending(project))


def found(project: Project, typed: str) -> list[str]:
    return [article.article for article in full_text.find(project, parse_terms(typed))]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("strasse", True),
        ("STRASSE cafe", True),
        ('"in der straße"', True),
        ('"der in"', False),
        ("caf*", True),
        ("caf", False),
        ("hafen", False),
        ("straße -hafen", True),
        ("straße -cafe", False),
        ("don't", True),
        ("京", True),
        ("🙂", True),
        ("t' OR NEAR(x", False),
    ],
)
def test_words_phrases_beginnings_and_exclusions(project: Project, typed: str, fits: bool) -> None:  # noqa: FBT001
    article = add_article(project, "Das Café in der Straße – don’t 東京 🙂\n")
    index(project)
    assert found(project, typed) == [article] * fits


def test_only_exclusions_are_refused(project: Project) -> None:
    with pytest.raises(UserError, match="at least one word"):
        full_text.find(project, [Term("harbour", excluded=True)])


def test_articles_come_in_their_order_and_a_search_goes_on_after_a_number(project: Project) -> None:
    expected = [add_article(project, f"harbour {n}") for n in range(25)]
    index(project)
    first = full_text.find(project, [Term("harbour")], limit=20)
    rest = full_text.find(project, [Term("harbour")], after=first[-1].number)
    assert [article.article for article in first + rest] == expected
    assert full_text.count(project, [Term("harbour")]) == 25


def test_an_article_waits_until_it_is_indexed(project: Project) -> None:
    article = add_article(project)
    assert (full_text.pending(project), found(project, "harbour")) == ([article], [])
    index(project)
    assert (full_text.pending(project), found(project, "harbour")) == ([], [article])


def test_an_article_that_goes_and_comes_back_is_found_as_it_is(project: Project) -> None:
    ann = add_person(project, "ann")
    with project.transaction("import", person=ann.id) as transaction:
        head = Article(new_id(), "t", 7, text_hash("harbour"), "en", "", "", {}, "")
        body = ArticleText(head.id, "harbour", structure_of("harbour"))
        articles.insert(transaction, head, body)
    index(project)
    project.turn(ann.id, "undo")
    assert found(project, "harbour") == []
    project.turn(ann.id, "redo")
    assert (found(project, "harbour"), full_text.pending(project)) == ([head.id], [])


def test_a_corrected_text_is_found_by_its_new_words_and_after_undo_by_its_old(
    project: Project,
) -> None:
    ann, article = add_person(project, "ann"), add_article(project, "The habour closed.")
    index(project)
    with project.transaction("correct", person=ann.id) as transaction:
        new = "The harbour closed."
        transaction.update(schema.article_text, article, {"text": new})
        transaction.update(schema.article, article, {"text_hash": text_hash(new)})
    index(project)
    assert (found(project, "harbour"), found(project, "habour")) == ([article], [])
    project.turn(ann.id, "undo")
    assert (found(project, "harbour"), found(project, "habour")) == ([], [article])


def test_two_that_index_at_once_read_each_text_once(project: Project) -> None:
    waiting = [add_article(project)]
    other = open_project(project.path, backups=project.path.parent)
    index(project)
    full_text.index(other, waiting)
    other.close()
    assert len(found(project, "harbour")) == 1


def test_the_index_holds_no_text(project: Project) -> None:
    add_article(project, "unmistakable " * 50)
    index(project)
    with closing(sqlite3.connect(project.path)) as connection:
        kept = connection.execute("SELECT text FROM full_text WHERE full_text MATCH 'unmistakable'")
        assert kept.fetchall() == [(None,)]


def test_indexing_is_no_act_and_leaves_the_project_sound(project: Project) -> None:
    add_article(project)
    project.news()
    index(project)
    assert project.news() == []
    assert check(project) == []


def test_a_damaged_index_is_found(project: Project) -> None:
    add_article(project)
    index(project)
    with closing(sqlite3.connect(project.path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM full_text_data WHERE id > 10")
    assert check(project) == ["full_text: the index of words is damaged"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(min_size=1, max_size=8), before=st.text(max_size=5))
def test_any_text_is_found_by_its_own_words(project: Project, words: str, before: str) -> None:
    text = f"{before}\n{words}\n"
    if index_words(words) and "\r" not in text:
        known = articles.by_hash(project, text_hash(text))
        article = known or add_article(project, text)
        index(project)
        found = full_text.find(project, [Term(words)])
        assert article in [one.article for one in found]


def test_a_beginning_of_a_letter_or_two_costs_no_more_than_a_word(project: Project) -> None:
    for n in range(20):
        words = " ".join(f"b{n}x{number}" for number in range(1_000))
        add_article(project, f"harbour {words}")
    index(project)

    def cost(term: Term) -> float:
        assert full_text.count(project, [term]) in (20, 10 + 1)
        return processor_seconds(lambda: full_text.count(project, [term]))

    word = cost(Term("harbour"))
    for start in ("b", "b1"):
        # Joining the thousands of words that begin so takes ten times as long.
        assert cost(Term(start, open_end=True)) < 3 * word
