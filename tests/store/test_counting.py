"""The counts of a project: what is counted one by one, grouped by the database instead."""

from collections import Counter

import pytest
from sqlalchemy import event

from tests.store.conftest import TEXT, add_article, add_articles, add_person
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.article import Appearance
from workbench.domain.counts import DecisionCount, LabelCount, PersonCount, SourceCount
from workbench.domain.gold import Decision, Gold
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, fragments_of, quote_of
from workbench.domain.suggestion import Suggestion
from workbench.store import annotations, articles, counting, golds, people, suggestions
from workbench.store.project import Project

LABELS = {"entity": "person", "claim": "factual"}
HERE = fragments_of([(0, 7)])


@pytest.fixture
def ann(project: Project) -> Annotator:
    return add_person(project, "ann")


@pytest.fixture
def bo(project: Project) -> Annotator:
    return add_person(project, "bo")


def mark(project: Project, who: Annotator, article: str, *layers: str) -> None:
    made = [_annotation(who, article, layer, HERE) for layer in layers]
    with project.transaction("annotate", person=who.id) as transaction:
        annotations.insert_many(transaction, made)


def _annotation(who: Annotator, article: str, layer: str, fragments: Fragments) -> Annotation:
    return Annotation(
        id=new_id(),
        article=article,
        annotator=who.id,
        layer=layer,
        label=LABELS[layer],
        fragments=fragments,
        quote=quote_of(TEXT, fragments),
    )


def appear(project: Project, article: str, *sources: str) -> None:
    with project.transaction("import", person="", kind="record") as transaction:
        articles.add_appearances(
            transaction, article, [Appearance(s, file=str(n)) for n, s in enumerate(sources)]
        )


def named(*everyone: Annotator) -> dict[str, str]:
    return {person.id: person.name for person in everyone}


def test_an_empty_project_counts_nothing(project: Project) -> None:
    assert counting.articles(project) == (0, 0)
    assert (counting.labels(project), counting.sources(project)) == ((), ())
    assert (counting.people(project, {}), counting.decisions(project)) == ((), ())


def test_annotations_are_counted_by_label_and_gold_beside_them(
    project: Project, ann: Annotator, bo: Annotator
) -> None:
    one, other = add_articles(project, 2)
    mark(project, ann, one, "entity", "entity")
    mark(project, bo, other, "entity")
    with project.transaction("settle", person=ann.id) as transaction:
        gold = Gold(
            new_id(), one, "claim", "factual", HERE, quote_of(TEXT, HERE), Decision(by="rev")
        )
        golds.insert_many(transaction, [gold])
    both = (LabelCount("claim", "factual", 0, 1), LabelCount("entity", "person", 3, 0))
    assert counting.labels(project) == both
    assert counting.labels(project, annotator=ann.id) == (LabelCount("entity", "person", 2),)


def test_people_are_counted_by_layer_with_what_they_finished_in_any_round(
    project: Project, ann: Annotator, bo: Annotator
) -> None:
    one, other = add_articles(project, 2)
    mark(project, ann, one, "entity", "claim", "claim")
    mark(project, ann, other, "claim")
    done = [(one, "claim", 1), (one, "claim", 2), (other, "claim", 1)]
    with project.transaction("assign", person=ann.id) as transaction:
        new = [Assignment(new_id(), a, bo.id, layer, "done", n) for a, layer, n in done]
        started = Assignment(new_id(), one, ann.id, "claim", status="started")
        people.insert_assignments(transaction, [*new, started])
    anns = [PersonCount("ann", "entity", 1, 0), PersonCount("ann", "claim", 3, 0)]
    assert counting.people(project, named(ann, bo)) == (*anns, PersonCount("bo", "claim", 0, 2))
    assert counting.people(project, named(ann, bo), annotator=ann.id) == tuple(anns)


def test_an_article_counts_for_each_of_its_sources_once(project: Project, ann: Annotator) -> None:
    twice, plain, without = add_articles(project, 3)
    appear(project, twice, "Gull", "Gull", "Tide")
    appear(project, plain, "Gull")
    mark(project, ann, twice, "entity", "claim")
    mark(project, ann, without, "claim")
    assert counting.sources(project) == (
        SourceCount("Gull", 2, 2),
        SourceCount("", 1, 1),
        SourceCount("Tide", 1, 2),
    )


def test_decisions_are_counted_by_day_of_one_person_or_of_all(
    project: Project, ann: Annotator, bo: Annotator
) -> None:
    article = add_article(project)
    new = [
        Suggestion(new_id(), article, "claim", "factual", fragments_of([(0, end)]), "", "s", "1", 1)
        for end in (3, 5, 7)
    ]
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, new)
        suggestions.set_states(transaction, new[:2], ann.id, "accepted")
        suggestions.set_states(transaction, new[2:], bo.id, "rejected")
        suggestions.set_states(transaction, new[:1], bo.id, "open")
        day = transaction.time[:10]
    taken, refused = (
        DecisionCount(day, "claim", "accepted", 2),
        DecisionCount(day, "claim", "rejected", 1),
    )
    assert counting.decisions(project) == (taken, refused)
    assert counting.decisions(project, annotator=bo.id) == (refused,)


def test_what_is_asked_does_not_grow_with_the_project(project: Project, ann: Annotator) -> None:
    asked: Counter[int] = Counter()
    with project.reading() as connection:
        engine = connection.engine
    for round in range(2):
        for article in add_articles_named(project, round, 20):
            mark(project, ann, article, "entity", "claim")

        def note(*_: object, round: int = round) -> None:
            asked[round] += 1

        event.listen(engine, "before_cursor_execute", note)
        counting.labels(project)
        counting.people(project, named(ann))
        counting.sources(project)
        counting.decisions(project)
        event.remove(engine, "before_cursor_execute", note)
    assert asked[0] == asked[1] > 0


def add_articles_named(project: Project, round: int, number: int) -> list[str]:
    """Articles of texts that no other round has."""
    return [add_article(project, f"{TEXT}{round} {place}") for place in range(number)]
