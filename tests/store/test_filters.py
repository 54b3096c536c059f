"""Each condition lets the right articles pass, all hold together, and ten thousand are quick."""

import time
from dataclasses import replace

import pytest

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator, Assignment, Status
from workbench.domain.article import Appearance
from workbench.domain.article_filter import ArticleFilter
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.store import annotations, articles, filters, people, schema, suggestions
from workbench.store.filters import matching
from workbench.store.project import Project

NAME = (Span(0, 7),)


@pytest.fixture
def ann(project: Project) -> Annotator:
    return add_person(project, "ann")


@pytest.fixture
def three(project: Project) -> list[str]:
    return [add_article(project, f"{TEXT}{n}") for n in range(3)]


def assign(project: Project, who: Annotator, article: str, layer: str, status: Status) -> None:
    with project.transaction("assign", person=who.id) as transaction:
        known = people.assignment_of(transaction, annotator=who.id, article=article, layer=layer)
        number = known.round + 1 if known else 1
        new = Assignment(new_id(), article, who.id, layer, status, number)
        people.insert_assignments(transaction, [new])


def annotate(project: Project, who: Annotator, article: str, **values: str) -> None:
    plain = Annotation(new_id(), article, who.id, "entity", "person", NAME, TEXT[:7])
    with project.transaction("annotate", person=who.id) as transaction:
        annotations.insert_many(transaction, [replace(plain, **values)])  # type: ignore[arg-type]


def propose(project: Project, article: str) -> Suggestion:
    proposed = Suggestion(
        new_id(), article, "entity", "person", NAME, TEXT[:7], "news-en", "1", score=0.9
    )
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, [proposed])
    return proposed


def appear(project: Project, article: str, source: str, published: str) -> None:
    with project.transaction("import", person="") as transaction:
        articles.add_appearances(transaction, article, [Appearance(source, published=published)])


def test_without_a_condition_everything_passes(
    project: Project, ann: Annotator, three: list[str]
) -> None:
    assert matching(project, ArticleFilter(ann.id)) == set(three)


def test_the_status_of_one_layer_is_that_of_its_newest_round(
    project: Project, ann: Annotator, three: list[str]
) -> None:
    first, second, third = three
    assign(project, ann, first, "claim", "done")
    assign(project, ann, second, "claim", "done")
    assign(project, ann, second, "claim", "started")
    assign(project, add_person(project, "bo"), third, "claim", "done")
    wanted = ArticleFilter(ann.id, layer="claim")
    assert matching(project, replace(wanted, status="done")) == {first}
    assert matching(project, replace(wanted, status="started")) == {second}
    assert matching(project, replace(wanted, status="new")) == {third}
    assert matching(project, replace(wanted, status="open")) == {second, third}
    assert matching(project, replace(wanted, status="skipped")) == set()


def test_the_status_of_all_layers(project: Project, ann: Annotator, three: list[str]) -> None:
    first, second, third = three
    assign(project, ann, first, "claim", "done")
    assign(project, ann, first, "entity", "skipped")
    assign(project, ann, second, "claim", "done")
    wanted = ArticleFilter(ann.id)
    assert matching(project, replace(wanted, status="done")) == {first}
    assert matching(project, replace(wanted, status="open")) == {second, third}
    assert matching(project, replace(wanted, status="new")) == {third}
    assert matching(project, replace(wanted, status="skipped")) == {first}


def test_source_and_dates_are_asked_of_one_appearance(
    project: Project, ann: Annotator, three: list[str]
) -> None:
    first, second, third = three
    appear(project, first, "Courier", "2024-01-19")
    appear(project, first, "Herald", "2024-03-02")
    appear(project, second, "Herald", "2024-01")
    appear(project, third, "Herald", "")
    wanted = ArticleFilter(ann.id, source="Herald")
    assert matching(project, wanted) == set(three)
    assert matching(project, replace(wanted, since="2024-02")) == {first}
    assert matching(project, replace(wanted, until="2024-01-31")) == {second}
    assert matching(project, ArticleFilter(ann.id, until="2024-01")) == {first, second}
    assert matching(project, ArticleFilter(ann.id, until="2024-01-18")) == {second}
    assert filters.sources(project) == ["Courier", "Herald"]


def test_labels_people_and_questions_are_asked_of_one_annotation(
    project: Project, ann: Annotator, three: list[str]
) -> None:
    first, second, third = three
    bo = add_person(project, "bo")
    annotate(project, ann, first)
    annotate(project, bo, second, unsure="Is it?")
    annotate(project, bo, third, layer="claim", label="factual")
    wanted = ArticleFilter(ann.id)
    assert matching(project, replace(wanted, label=("entity", "person"))) == {first, second}
    assert matching(project, replace(wanted, annotator=bo.id)) == {second, third}
    assert matching(project, replace(wanted, unsure=True)) == {second}
    both = replace(wanted, label=("entity", "person"), annotator=bo.id)
    assert matching(project, both) == {second}
    assert matching(project, replace(both, annotator=ann.id, unsure=True)) == set()


def test_a_suggestion_is_open_until_it_is_decided_or_marked_by_hand(
    project: Project, ann: Annotator, three: list[str]
) -> None:
    first, second, third = three
    wanted = ArticleFilter(ann.id, open_suggestions=True)
    propose(project, first)
    propose(project, second)
    rejected = propose(project, third)
    assert matching(project, wanted) == set(three)
    annotate(project, ann, second)
    with project.transaction("reject", person=ann.id) as transaction:
        suggestions.set_states(transaction, [rejected], ann.id, "rejected")
    assert matching(project, wanted) == {first}
    bo = add_person(project, "bo")
    assert matching(project, replace(wanted, person=bo.id)) == set(three)


def test_conditions_hold_together(project: Project, ann: Annotator, three: list[str]) -> None:
    first, second, _ = three
    for article in (first, second):
        annotate(project, ann, article)
        assign(project, ann, article, "entity", "started")
    appear(project, second, "Herald", "2024-01-19")
    propose(project, second)
    annotate(project, ann, second, layer="claim", label="factual")
    wanted = ArticleFilter(
        ann.id,
        layer="entity",
        status="started",
        source="Herald",
        since="2024",
        until="2024",
        annotator=ann.id,
        label=("claim", "factual"),
    )
    assert matching(project, wanted) == {second}
    assert wanted.conditions() == 5
    assert matching(project, replace(wanted, status="done")) == set()


def test_a_large_project_is_filtered_at_once(project: Project, ann: Annotator) -> None:
    for _ in range(20):
        add_bulk(project, ann)
    everything = ArticleFilter(
        ann.id,
        status="open",
        source="Herald",
        since="2023",
        annotator=ann.id,
        label=("entity", "person"),
        open_suggestions=True,
    )
    matching(project, everything)
    start = time.process_time()
    found = matching(project, everything)
    assert len(found) == 2000
    assert time.process_time() - start < 0.5


def add_bulk(project: Project, ann: Annotator) -> None:
    """A hundred articles, each with an annotation, an appearance and an open suggestion."""
    with project.transaction("import", person="", kind="record") as transaction:
        ids = [new_id() for _ in range(100)]
        heads = [{"id": id, "text_hash": id} for id in ids]
        transaction.insert_many(schema.article, heads)
        texts = [{"id": id, "text": TEXT} for id in ids]
        transaction.insert_many(schema.article_text, texts)
        seen = [
            {"id": new_id(), "article": id, "source": "Herald", "published": "2024"} for id in ids
        ]
        transaction.insert_many(schema.appearance, seen)
        annotations.insert_many(
            transaction,
            [Annotation(new_id(), id, ann.id, "entity", "person", NAME, TEXT[:7]) for id in ids],
        )
        suggestions.insert_many(
            transaction,
            [
                Suggestion(
                    new_id(), id, "claim", "factual", NAME, TEXT[:7], "news-en", "1", score=0.9
                )
                for id in ids
            ],
        )
