"""Each condition lets the right articles pass, all hold together, and the cost is linear."""

from dataclasses import replace
from typing import Any

import pytest

from tests.clock import processor_seconds
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
from workbench.store.transaction import Transaction

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
    assert matching(project, wanted, among=[first]) == set()
    assert matching(project, wanted, among=[first, second]) == {second}
    assert wanted.conditions() == 5
    assert matching(project, replace(wanted, status="done")) == set()


@pytest.mark.parametrize(
    "condition",
    [
        {"status": "open"},
        {"layer": "claim", "status": "done"},
        {"source": "Herald", "since": "2023"},
        {"label": ("entity", "person")},
        {"open_suggestions": True},
    ],
)
def test_four_times_the_articles_cost_about_four_times_as_much(
    project: Project, ann: Annotator, condition: dict[str, Any]
) -> None:
    asked = ArticleFilter(ann.id, **condition)

    def seconds() -> float:
        return processor_seconds(lambda: matching(project, asked), runs=20)

    add_bulk(project, ann, 750)
    few = seconds()
    add_bulk(project, ann, 2250)
    assert seconds() < 9 * few


def add_bulk(project: Project, ann: Annotator, number: int) -> None:
    """Articles of which every other one fulfils each of the conditions above."""
    ids = [new_id() for _ in range(number)]
    with project.transaction("import", person="", kind="record") as transaction:
        transaction.insert_many(schema.article, [{"id": id, "text_hash": id} for id in ids])
        transaction.insert_many(schema.article_text, [{"id": id, "text": TEXT} for id in ids])
        for place, id in enumerate(ids):
            _fill(transaction, ann, id, fits=place % 2 == 0)


def _fill(transaction: Transaction, ann: Annotator, article: str, *, fits: bool) -> None:
    source = {"id": new_id(), "article": article, "source": "Herald" if fits else "Courier"}
    transaction.insert(schema.appearance, source | {"published": "2024"})
    who = ann.id
    status: Status = "done" if fits else "started"
    for layer in ("entity", "claim"):
        assignment = Assignment(new_id(), article, who, layer, status)
        people.insert_assignments(transaction, [assignment])
    place, quote = NAME, TEXT[:7]
    label = ("entity", "person") if fits else ("claim", "factual")
    marked = [Annotation(new_id(), article, who, *label, place, quote) for _ in range(3)]
    annotations.insert_many(transaction, marked)
    same = Suggestion(new_id(), article, "claim", "factual", place, quote, "s", "1", score=0.5)
    suggestions.insert_many(transaction, [same])
