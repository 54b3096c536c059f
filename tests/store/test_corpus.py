"""The project is read out article by article, of one moment each, with people by name."""

from dataclasses import replace

import pytest

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.article import Appearance, ArticleLabel
from workbench.domain.corpus import CorpusArticle
from workbench.domain.gold import Decision, Gold
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.store import annotations, articles, corpus, golds, people, schema, suggestions
from workbench.store.corpus import read_corpus
from workbench.store.project import Project

WHERE = (Span(0, 7),)


@pytest.fixture
def ann(project: Project) -> Annotator:
    return add_person(project, "ann")


def mark(project: Project, who: Annotator, article: str) -> Annotation:
    """Mark the first word, and relate the mark to itself."""
    made = Annotation(new_id(), article, who.id, "entity", "person", WHERE, "Harbour")
    relation = Relation(new_id(), article, who.id, "source", made.id, made.id)
    with project.transaction("annotate", person=who.id) as transaction:
        annotations.insert_many(transaction, [made])
        annotations.insert_relations(transaction, [relation])
    return made


def test_everything_that_is_said_of_an_article_comes_along_by_name(
    project: Project, ann: Annotator
) -> None:
    article = add_article(project)
    made = mark(project, ann, article)
    appearance = Appearance("The Harbour Post")
    label = ArticleLabel(new_id(), article, ann.id, "genre", "report")
    assignment = Assignment(new_id(), article, ann.id, "entity", "done")
    ghost = Suggestion(new_id(), article, "entity", "person", WHERE, "Harbour", "news-en", "1", 0.5)
    arrow = SuggestionRelation(new_id(), ghost.id, "source", made.id)
    settled = Gold(new_id(), article, "entity", "person", WHERE, "Harbour", Decision("rev"))
    with project.transaction("planted", person="", kind="record") as transaction:
        transaction.insert(schema.article_label_type, {"id": "genre", "name": "Genre"})
        articles.add_appearances(transaction, article, [appearance])
        articles.put_label(transaction, label)
        people.insert_assignments(transaction, [assignment])
        suggestions.insert_many(transaction, [ghost], [arrow])
        suggestions.set_states(transaction, [ghost], ann.id, "rejected")
        golds.insert_many(transaction, [settled])
    (found,) = read_corpus(project, [article])
    assert found.text == TEXT
    assert found.structure == articles.text_of(project, article).structure
    assert found.appearances == (appearance,)
    assert found.labels == (replace(label, annotator="ann"),)
    assert found.assignments == (replace(assignment, annotator="ann"),)
    assert found.annotations == (replace(made, annotator="ann"),)
    assert [(r.annotator, r.source) for r in found.relations] == [("ann", made.id)]
    assert found.suggestions[0].states == {"ann": "rejected"}
    assert found.suggestion_relations == (arrow,)
    assert found.gold == (settled,)


def test_articles_come_in_the_order_in_which_they_are_wanted_over_all_batches(
    project: Project, ann: Annotator
) -> None:
    ids = [add_article(project, f"{TEXT}{number}") for number in range(2 * corpus._BATCH + 5)]
    for id in ids[::50]:
        mark(project, ann, id)
    wanted = [*reversed(ids), "nobody's"]
    found = list(read_corpus(project, wanted))
    assert [each.article.id for each in found] == ids[::-1]
    assert {each.article.id for each in found if each.annotations} == set(ids[::50])
    assert all(each.text.startswith(TEXT) for each in found)


def test_an_untouched_article_says_nothing_of_anybody(project: Project) -> None:
    article = add_article(project)
    (found,) = read_corpus(project, [article])
    assert found == CorpusArticle(
        article=articles.by_ids(project, [article])[0],
        text=TEXT,
        structure=articles.text_of(project, article).structure,
        assignments=(),
    )


def test_who_joins_and_marks_while_it_is_read_out_is_in_it_whole_or_not_at_all(
    project: Project, ann: Annotator
) -> None:
    ids = [add_article(project, f"{TEXT}{number}") for number in range(corpus._BATCH + 1)]
    mark(project, ann, ids[0])
    reading = read_corpus(project, ids)
    first = next(reading)
    bo = add_person(project, "bo")
    for id in (ids[1], ids[-1]):
        mark(project, bo, id)
    rest = list(reading)
    assert [a.annotator for a in first.annotations] == ["ann"]
    for each in rest:
        ends = {end for relation in each.relations for end in (relation.source, relation.target)}
        assert ends == {annotation.id for annotation in each.annotations}
    assert rest[0].annotations == ()
    assert [a.annotator for a in rest[-1].annotations] == ["bo"]
