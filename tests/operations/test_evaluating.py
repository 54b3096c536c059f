"""A suggester is scored against finished work alone, in real processes, and writes nothing."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.beside import seen_beside
from tests.operations.conftest import news_scheme, refused
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.matching import Match
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggester_source import NEWS_EN
from workbench.domain.suggestion import Draft
from workbench.operations import accepting, adjudicating, annotating, comparing, statuses
from workbench.operations.evaluating import Reference, evaluate
from workbench.operations.progress import finish
from workbench.operations.scoring import matches
from workbench.operations.suggesting import suggest
from workbench.operations.workers import Worker
from workbench.settings.resources import resources_folder
from workbench.store import suggestions
from workbench.store.project import Project

TEXT = (
    "Talks in Port Ennis\n\nMaria Olsen said that the talks in Norway would end on Monday. "
    "“Nobody wants a war,” the minister told reporters.\n"
)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One process for all tests here, begun before the first of them."""
    worker = Worker()
    chunk: tuple[Scheme, list[object]] = (news_scheme(), [])
    list(worker.run("workbench.operations.scoring:score", NEWS_EN, str(resources_folder()), chunk))
    yield worker
    worker.close()


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def story(project: Project) -> str:
    return add_article(project, TEXT)


def say(project: Project, who: Annotator, article: str, words: str, label: str) -> None:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    annotating.annotate(
        project, annotator=who, article=article, span=span, layer="entity", label=label
    )


def done(project: Project, who: Annotator, article: str, *layers: str) -> None:
    statuses.mark_done(project, annotator=who, article=article, layers=layers)


def run(project: Project, worker: Worker, **choice: Any) -> dict[str, Any]:  # noqa: ANN401
    return finish(evaluate(project, reference=Reference(**choice), worker=worker))


def test_kinds_and_borders_are_told_apart(
    project: Project, story: str, ann: Annotator, worker: Worker
) -> None:
    say(project, ann, story, "Maria Olsen", "person")
    say(project, ann, story, "Norway", "organization")
    done(project, ann, story, "entity")
    entity = run(project, worker)["layers"]["entity"]
    assert (entity["marked"], entity["finished"], entity["taken_from_it"]) == (2, 1, 0)
    assert (entity["exact"]["right"], entity["borders"]["right"]) == (1, 2)
    assert entity["borders"]["recall"] == 1.0
    assert entity["labels"]["person"]["exact"]["f1"] == 1.0
    assert entity["labels"]["organization"]["exact"]["recall"] == 0.0


def test_only_finished_layers_count_and_an_empty_one_that_is_finished_does(
    project: Project, story: str, ann: Annotator, worker: Worker
) -> None:
    say(project, ann, story, "Maria Olsen", "person")
    with refused("operations.nothing_finished"):
        run(project, worker)
    done(project, ann, story, "claim")
    report = run(project, worker)
    assert report["layers"].keys() == {"claim"}
    claim = report["layers"]["claim"]
    assert (claim["marked"], claim["exact"]["precision"], claim["exact"]["recall"]) == (
        0,
        0.0,
        None,
    )


def test_one_person_or_everybody_and_one_layer(
    project: Project, story: str, ann: Annotator, bo: Annotator, worker: Worker
) -> None:
    say(project, ann, story, "Maria Olsen", "person")
    done(project, ann, story, "entity", "event")
    done(project, bo, story, "entity")
    assert run(project, worker, layer="entity")["layers"].keys() == {"entity"}
    assert run(project, worker)["layers"]["entity"]["finished"] == 2
    mine = run(project, worker, annotator=ann)["layers"]["entity"]
    assert (mine["finished"], mine["exact"]["recall"]) == (1, 1.0)
    assert run(project, worker, annotator=bo)["layers"]["entity"]["marked"] == 0
    with refused("domain.unknown_layer"):
        run(project, worker, layer="mood")


def test_gold_counts_once_it_is_settled(
    project: Project, story: str, ann: Annotator, bo: Annotator, worker: Worker
) -> None:
    for who in (ann, bo):
        say(project, who, story, "Maria Olsen", "person")
        say(project, who, story, "Norway", "place" if who is ann else "organization")
        done(project, who, story, "entity")
    first, second = comparing.differences(project, [story])
    adjudicating.take(project, reviewer=bo, difference=first, annotator=ann.id)
    with refused("operations.nothing_finished"):
        run(project, worker, gold=True)
    adjudicating.take(project, reviewer=bo, difference=second, annotator=ann.id)
    entity = run(project, worker, gold=True)["layers"]["entity"]
    assert (entity["marked"], entity["exact"]["right"]) == (2, 2)


def test_marks_that_came_from_the_suggester_are_told_and_nothing_is_written(
    project: Project, story: str, ann: Annotator, worker: Worker
) -> None:
    finish(suggest(project, annotator=ann, worker=worker))
    person = next(s for s in suggestions.of_article(project, story) if s.quote == "Maria Olsen")
    accepting.accept(project, annotator=ann, suggestion=person)
    done(project, ann, story, "entity")
    stood = seen_beside(project.path)
    assert run(project, worker)["layers"]["entity"]["taken_from_it"] == 1
    assert seen_beside(project.path) == stood


def test_a_mark_of_several_fragments_counts_by_its_hull() -> None:
    draft = Draft("claim", "factual", (Span(0, 4), Span(9, 12)), 0.9)
    found = matches([draft], [("claim", ((0, 12, "factual"),))])
    assert found["claim", "factual", "exact"] == Match(1, 1, 1, 1)
