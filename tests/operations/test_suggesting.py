"""Suggesting over a project: stopped runs go on, nothing is proposed twice, nobody is bothered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.operations.conftest import mark, news_scheme, refused
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import NEWS_EN
from workbench.domain.suggestion import place_of
from workbench.operations import accepting, correcting, projects, undoing
from workbench.operations.progress import finish
from workbench.operations.proposal_writing import AT_ONCE
from workbench.operations.suggesting import SuggestReport, suggest
from workbench.operations.workers import Worker
from workbench.settings.resources import resources_folder
from workbench.store import annotations, articles, schema, suggestions
from workbench.store.checking import check
from workbench.store.project import Project

LOAD = "workbench.operations.proposing:load"
TEXTS = [
    f"Talks in Port Ennis, part {number}\n\nMaria Olsen said that the talks in Norway would end "
    f"on day {number}. “Nobody wants a war,” the minister told reporters.\n"
    for number in range(5)
]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One process for all tests here, with the suggester loaded before the first of them."""
    worker = Worker()
    list(worker.run(LOAD, NEWS_EN, str(resources_folder())))
    yield worker
    worker.close()


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def ids(project: Project) -> list[str]:
    return [add_article(project, text) for text in TEXTS]


def run(project: Project, who: Annotator, worker: Worker) -> SuggestReport:
    return finish(suggest(project, annotator=who, worker=worker))


def rows(project: Project, ids: list[str]) -> dict[str, str]:
    """The quote of every suggestion, by its id."""
    return {found.id: found.quote for found in suggestions.of_articles(project, ids)}


def forget_runs(project: Project) -> None:
    """Make every article unseen, as it is for the next version of a model."""
    with project.transaction("planted", person="", kind="record") as transaction:
        table = schema.suggestion_run
        transaction.delete_many(table, [row["id"] for row in project.images(table)])


def test_suggestions_are_proposed_and_nothing_is_annotated(
    project: Project, ids: list[str], ann: Annotator, worker: Worker
) -> None:
    report = run(project, ann, worker)
    found = suggestions.of_articles(project, ids)
    assert (report.suggester, report.articles, report.failed) == ("news-en", 5, [])
    assert sum(report.suggestions.values()) == len(found) > 5
    assert {"Maria Olsen", "Norway", "Nobody wants a war,"} <= {one.quote for one in found}
    assert {state for one in found for state in one.states} == set()
    assert annotations.of_articles(project, ids) == []
    assert undoing.next_undo(project, ann) is None
    assert check(project) == []


def test_a_second_run_proposes_nothing_new(
    project: Project, ids: list[str], ann: Annotator, worker: Worker
) -> None:
    run(project, ann, worker)
    before = rows(project, ids)
    assert run(project, ann, worker).articles == 0
    assert rows(project, ids) == before


def test_a_cancelled_run_keeps_what_it_has_and_the_next_goes_on_from_there(
    project: Project, ids: list[str], ann: Annotator, worker: Worker
) -> None:
    running = suggest(project, annotator=ann, worker=worker)
    told = [next(running), next(running)]
    running.close()
    assert [(progress.done, progress.total) for progress in told] == [(1, 5), (3, 5)]
    kept = rows(project, ids)
    assert len(suggestions.counts_by_article(project)) == 3
    assert run(project, ann, worker).articles == 2
    assert kept.items() <= rows(project, ids).items()
    assert len(suggestions.counts_by_article(project)) == 5


def test_a_text_that_is_corrected_while_it_is_read_gets_nothing_made_on_the_old_one(
    project: Project, ids: list[str], ann: Annotator, worker: Worker
) -> None:
    running = suggest(project, annotator=ann, worker=worker)
    next(running)
    (head,) = articles.by_ids(project, ids[3:4])
    text = f"In short: {TEXTS[3]}"
    correcting.correct(project, annotator=ann, article=head.id, text=text, basis=head.text_hash)
    report = finish(running)
    assert [failure["article"] for failure in report.failed] == [head.id]
    assert suggestions.counts_by_article(project).keys() == {*ids} - {head.id}
    assert run(project, ann, worker).articles == 1
    assert check(project) == []


def test_only_the_articles_that_are_wanted_are_read(
    project: Project, ids: list[str], ann: Annotator, worker: Worker
) -> None:
    report = finish(suggest(project, annotator=ann, wanted=ids[1:2], worker=worker))
    assert report.articles == 1
    assert suggestions.counts_by_article(project).keys() == {ids[1]}


def test_a_new_model_brings_back_nothing_that_was_turned_down_or_taken(
    project: Project, ids: list[str], ann: Annotator, bo: Annotator, worker: Worker
) -> None:
    run(project, ann, worker)
    before = rows(project, ids)
    first, second, *_ = suggestions.of_article(project, ids[0])
    accepting.reject(project, annotator=ann, suggestion=first)
    accepting.accept(project, annotator=bo, suggestion=second)
    forget_runs(project)
    report = run(project, ann, worker)
    assert (report.articles, sum(report.suggestions.values())) == (5, 0)
    assert rows(project, ids) == before
    again, taken, *_ = suggestions.of_article(project, ids[0])
    assert (again.states, taken.state_for(bo.id)) == ({ann.id: "rejected"}, "accepted")


def test_marks_made_by_hand_are_untouched(
    project: Project, article: str, ann: Annotator, worker: Worker
) -> None:
    mine = mark(project, ann, article, "harbour", "entity", label="other")
    run(project, ann, worker)
    assert annotations.of_article(project, article) == [mine]


def test_a_project_with_another_scheme_gets_suggestions_in_its_own_words(
    tmp_path: Path, worker: Worker
) -> None:
    project = projects.create(tmp_path / "minimal.workbench", scheme="minimal")
    article = add_article(project, TEXTS[0])
    finish(suggest(project, annotator=Annotator("", "ann"), worker=worker))
    found = {(s.layer, s.label): s.quote for s in suggestions.of_article(project, article)}
    assert found.keys() == {("entity", "entity"), ("claim", "claim")}
    assert check(project) == []
    project.close()


def test_an_unknown_suggester_is_refused_with_those_there_are(
    project: Project, ann: Annotator, worker: Worker
) -> None:
    with refused("suggest.unknown_suggester") as unknown:
        finish(suggest(project, annotator=ann, suggester="oracle", worker=worker))
    assert "news-en" in str(unknown.value)


def test_a_run_on_its_own_ends_its_process(
    project: Project, ids: list[str], ann: Annotator
) -> None:
    assert finish(suggest(project, annotator=ann)).articles == len(ids)


def test_a_scheme_that_changes_while_articles_are_read_gets_nothing_made_for_the_old_one(
    project: Project, ids: list[str], ann: Annotator, worker: Worker
) -> None:
    running = suggest(project, annotator=ann, worker=worker)
    next(running)
    with project.transaction("planted", person="", kind="record") as transaction:
        (head,) = project.images(schema.scheme)
        values = {"version": head["version"] + 1, "edition": "planted"}
        transaction.update(schema.scheme, head["id"], values)
    report = finish(running)
    assert [failure["article"] for failure in report.failed] == ids[1:]
    assert run(project, ann, worker).articles == 4
    assert check(project) == []


def test_many_articles_are_written_in_few_transactions(
    project: Project, ids: list[str], ann: Annotator, worker: Worker
) -> None:
    run(project, ann, worker)
    query = select(schema.journal.c.time).where(schema.journal.c.verb == "suggest")
    entries = project.rows(query)
    assert len(entries) == len(ids)
    assert len({entry.time for entry in entries}) == 3


def proposed(project: Project, article: str) -> tuple[set[tuple[object, ...]], set[object]]:
    """What is proposed for an article, by places: suggestions, and relations between them."""
    found = suggestions.of_article(project, article)
    places = {each.id: place_of(each) for each in found}
    relations = suggestions.relations_of_articles(project, [article]).get(article, [])
    assert len(places) == len(set(places.values()))
    return set(places.values()), {(places[r.source], r.type, places[r.target]) for r in relations}


def test_a_long_text_is_written_part_by_part_and_a_part_leads_nowhere_else(
    project: Project, ann: Annotator, worker: Worker
) -> None:
    whole, torn = (add_article(project, name + TEXTS[0] * 200) for name in ("One ", "Two "))
    assert finish(suggest(project, annotator=ann, wanted=[whole], worker=worker)).articles == 1
    running = suggest(project, annotator=ann, wanted=[torn], worker=worker)
    sizes = []
    while not proposed(project, torn)[1]:
        next(running)
        sizes.append(len(proposed(project, torn)[0]))
    running.close()
    assert sizes == [number * AT_ONCE for number in range(1, len(sizes) + 1)]
    assert sizes[-1] < len(proposed(project, whole)[0])
    report = finish(suggest(project, annotator=ann, wanted=[torn], worker=worker))
    assert report.articles == 1
    assert sum(report.suggestions.values()) == len(proposed(project, whole)[0]) - sizes[-1]
    assert proposed(project, torn) == proposed(project, whole)
    assert check(project) == []


def test_a_text_that_is_corrected_between_two_parts_gets_no_more_made_on_the_old_one(
    project: Project, ann: Annotator, worker: Worker
) -> None:
    text = TEXTS[0] * 120
    article = add_article(project, text)
    running = suggest(project, annotator=ann, worker=worker)
    next(running)
    (head,) = articles.by_ids(project, [article])
    correcting.correct(
        project, annotator=ann, article=article, text=f"In short: {text}", basis=head.text_hash
    )
    report = finish(running)
    assert [failure["article"] for failure in report.failed] == [article]
    assert len(proposed(project, article)[0]) <= AT_ONCE
    assert check(project) == []
