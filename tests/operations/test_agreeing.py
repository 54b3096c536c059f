"""Agreement compares what two people have finished, as they first finished it, with coverage."""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.operations.conftest import mark, propose, refused
from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.operations import accepting, agreeing, annotating, statuses
from workbench.operations.finished import Choice, finished_spans
from workbench.operations.progress import finish as finish_verb
from workbench.operations.workers import Worker
from workbench.store import people
from workbench.store.project import Project

Agreement = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    assert list(worker.run("workbench.agreement.tasks:begin", {}, 1, 1)) == [0]
    yield worker
    worker.close()


@pytest.fixture
def agreement(worker: Worker) -> Agreement:
    """The verb, run to its end in one worker for all tests."""
    return lambda project, **choice: finish_verb(
        agreeing.agreement(project, **choice, worker=worker)
    )


def finish(project: Project, who: Annotator, article: str, *layers: str) -> None:
    statuses.mark_done(project, annotator=who, article=article, layers=layers or ["entity"])


def exact(report: dict[str, Any], layer: str = "entity") -> dict[str, Any]:
    """The exact scores of the only pair."""
    (pair,) = report["layers"][layer]["pairs"]
    scores: dict[str, Any] = pair["exact"]
    return scores


@pytest.fixture
def done(project: Project, article: str, ann: Annotator, bo: Annotator) -> str:
    """An article in which both have finished entities: two by ann, one by bo, one shared."""
    for who, words in ((ann, "mayor"), (ann, "Nobody"), (bo, "mayor")):
        mark(project, who, article, words, "entity")
    for who in (ann, bo):
        finish(project, who, article)
    return article


def test_near_duplicates_are_drawn_together(
    project: Project, ann: Annotator, bo: Annotator, agreement: Agreement
) -> None:
    story = " ".join(f"word{number} of the harbour report" for number in range(100))
    other = " ".join(f"line{number} in another piece" for number in range(100))
    twins = [add_article(project, story), add_article(project, f"Late edition\n\n{story}")]
    for article in twins:
        both = (ann, bo) if article == twins[0] else (ann,)
        for who in both:
            annotate(project, who, article, Span(0, 5))
        for who in (ann, bo):
            finish(project, who, article)
    report = agreement(project, layers=["entity"])
    f1 = report["layers"]["entity"]["mean_f1"]
    assert report["near_duplicates"] == 1
    assert report["layers"]["entity"]["ci95"]["mean_f1"] == (f1, f1)
    apart = add_article(project, other)
    for who in (ann, bo):
        annotate(project, who, apart, Span(0, 5))
        finish(project, who, apart)
    report = agreement(project, layers=["entity"])
    low, high = report["layers"]["entity"]["ci95"]["mean_f1"]
    assert report["near_duplicates"] == 1
    assert low < high


def annotate(project: Project, who: Annotator, article: str, span: Span) -> None:
    annotating.annotate(
        project, annotator=who, article=article, span=span, layer="entity", label="person"
    )


@pytest.mark.usefixtures("done")
def test_a_pair_is_scored_on_what_both_finished(project: Project, agreement: Agreement) -> None:
    report = agreement(project)
    assert report["annotators"] == ["ann", "bo"]
    assert exact(report) == {"precision": 1.0, "recall": 0.5, "f1": 2 / 3, "shared": 1}
    assert report["coverage"]["entity"] == {
        "finished_by_two": 1,
        "assigned": 1,
        "assigned_to_two": 1,
    }
    (pair,) = report["layers"]["entity"]["pairs"]
    assert (pair["articles"], pair["spans"]) == (1, {"ann": 2, "bo": 1})


def test_what_was_finished_first_is_compared_unless_the_present_is_wanted(
    project: Project, done: str, bo: Annotator, agreement: Agreement
) -> None:
    mark(project, bo, done, "Nobody", "entity")
    assert exact(agreement(project))["f1"] == 2 / 3
    assert exact(agreement(project, choice=Choice("current")))["f1"] == 1.0


def test_a_moved_span_of_several_fragments_counts_as_it_was_when_finished(
    project: Project, article: str, ann: Annotator, bo: Annotator, agreement: Agreement
) -> None:
    for who in (ann, bo):
        span = mark(project, who, article, "mayor", "entity")
        fragments = (Span(0, 7), Span(8, 14))
        annotating.move(project, annotator=who, annotation=span, fragments=fragments)
        finish(project, who, article)
    found = finished_spans(project, annotators=[ann, bo])
    assert found["ann", "entity"] == {article: [(((0, 7), (8, 14)), "person")]}
    assert exact(agreement(project))["f1"] == 1.0


def test_finished_without_a_span_is_an_empty_set_and_unfinished_is_missing(
    project: Project, done: str, ann: Annotator, bo: Annotator, agreement: Agreement
) -> None:
    empty, unfinished = add_article(project, TEXT + "2"), add_article(project, TEXT + "3")
    finish(project, ann, empty)
    mark(project, bo, unfinished, "mayor", "entity")
    finish(project, ann, unfinished)
    found = finished_spans(project, annotators=[ann, bo])
    assert found["ann", "entity"].keys() == {done, empty, unfinished}
    assert found["ann", "entity"][empty] == []
    assert found["bo", "entity"].keys() == {done}
    assert agreement(project)["coverage"]["entity"] == {
        "finished_by_two": 1,
        "assigned": 3,
        "assigned_to_two": 2,
    }


def test_skipped_and_reopened_layers_are_not_compared(
    project: Project, done: str, ann: Annotator, bo: Annotator, agreement: Agreement
) -> None:
    statuses.skip(project, annotator=ann, article=done, layers=["entity"], reason="later")
    with refused("operations.too_few_annotators"):
        agreement(project)
    assert finished_spans(project, annotators=[ann, bo]).keys() == {("bo", "entity")}


def test_nothing_in_common_is_undefined_and_never_a_number(
    project: Project, article: str, ann: Annotator, bo: Annotator, agreement: Agreement
) -> None:
    mark(project, ann, article, "mayor", "entity")
    finish(project, ann, article)
    finish(project, bo, article, "claim")
    report = agreement(project, layers=["entity"])
    assert list(report["layers"]) == ["entity"]
    assert report["layers"]["entity"]["mean_f1"] is None
    assert report["coverage"]["entity"]["finished_by_two"] == 0


def test_a_later_round_counts_once_it_is_finished(
    project: Project, done: str, bo: Annotator, agreement: Agreement
) -> None:
    again = Assignment(new_id(), done, bo.id, "entity", round=2)
    with project.transaction("assign", person="", kind="record") as transaction:
        people.insert_assignments(transaction, [again])
    mark(project, bo, done, "Nobody", "entity")
    assert exact(agreement(project))["f1"] == 2 / 3
    finish(project, bo, done)
    assert exact(agreement(project))["f1"] == 1.0


def test_only_those_who_finished_something_are_compared_or_those_named(
    project: Project, done: str, agreement: Agreement
) -> None:
    cy = add_person(project, "cy")
    mark(project, cy, done, "mayor", "entity")
    assert agreement(project)["annotators"] == ["ann", "bo"]
    assert agreement(project, names=["cy", "ann"])["annotators"] == ["ann", "cy"]


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize("names", [["ann"], ["ann", "ann"]])
def test_one_person_agrees_with_nobody(
    project: Project, names: list[str], agreement: Agreement
) -> None:
    with refused("operations.too_few_annotators"):
        agreement(project, names=names)


@pytest.mark.usefixtures("done")
def test_unknown_people_and_layers_are_refused(project: Project, agreement: Agreement) -> None:
    with refused("operations.unknown_annotator"):
        agreement(project, names=["ann", "zed"])
    with refused("domain.unknown_layer"):
        agreement(project, layers=["mood"])


@pytest.mark.usefixtures("done")
def test_every_figure_of_the_layer_is_there(project: Project, agreement: Agreement) -> None:
    found = agreement(project, layers=["entity"])["layers"]["entity"]
    assert found["pairs"][0]["partial"]["f1"] == 2 / 3
    assert 0 < found["u_alpha"] < 1
    assert found["u_alpha_binary"] == found["u_alpha"]  # the scheme has one label alone
    assert (found["cu_alpha"], found["undefined"]["cu_alpha"][:6]) == (None, "chance")
    assert found["gamma"] is not None
    assert found["gamma_settings"]["articles"] == found["gamma_settings"]["of"] == 1
    assert found["ci95"]["mean_f1"] == pytest.approx((2 / 3, 2 / 3))
    assert found["confusion"] == {"person": {"person": 2, "missed": 1, "other boundary": 0}}
    assert found["left_out"] == {"overlap": 0, "carried": 0}
    assert found["presence"]["sentences"]["person"]["kappa"] is not None
    assert found["worst"][0]["unshared"] == 1
    assert found["suggested_share"] == 0


def test_one_who_marked_nothing_agrees_on_nothing_not_wholly(
    project: Project, article: str, ann: Annotator, bo: Annotator, agreement: Agreement
) -> None:
    mark(project, ann, article, "mayor", "entity")
    for who in (ann, bo):
        finish(project, who, article, "entity", "claim")
    layers = agreement(project)["layers"]
    assert layers["entity"]["mean_f1"] == 0
    claim = layers["claim"]
    for name in ("mean_f1", "u_alpha", "u_alpha_binary", "cu_alpha"):
        assert claim[name] is None
        assert "nobody marked a span" in claim["undefined"][name]
    assert (claim["gamma"], claim["token_kappa"], claim["alpha_u_1995"]) == (None, None, None)


def test_attributes_relations_and_suggested_spans_are_told_apart(
    project: Project, article: str, ann: Annotator, bo: Annotator, agreement: Agreement
) -> None:
    for who in (ann, bo):
        claim = mark(project, who, article, "The harbour is closed", "claim")
        annotating.set_attribute(
            project, annotator=who, annotation=claim, attribute="stance", value="denies"
        )
        mayor = mark(project, who, article, "mayor", "entity")
        annotating.relate(project, annotator=who, type="source", source=claim.id, target=mayor.id)
        suggestion = propose(project, article, "Nobody", "entity", "person", id=f"s{who.name}")
        if who is ann:
            accepting.accept(project, annotator=who, suggestion=suggestion)
        finish(project, who, article, "entity", "claim")
    layers = agreement(project)["layers"]
    assert layers["claim"]["attributes"]["stance"]["matched_share"] == 1.0
    assert layers["claim"]["attributes"]["stance"]["alpha"] is None  # one value alone
    assert layers["claim"]["relations"]["source"]["f1"] == 1.0
    assert layers["entity"]["suggested_share"] == pytest.approx(1 / 3)
    assert (layers["entity"]["mean_f1"], layers["entity"]["f1_by_hand"]) == (
        pytest.approx(2 / 3),
        1.0,
    )


@pytest.mark.usefixtures("done")
def test_rounds_and_help_choose_what_is_compared(project: Project, agreement: Agreement) -> None:
    for choice in (Choice(round=2), Choice(help="off")):
        with refused("operations.too_few_annotators"):
            agreement(project, choice=choice)
    assert agreement(project, choice=Choice(round=1, help="on"))["round"] == 1


def test_articles_that_are_read_one_at_a_time_give_what_all_at_once_give(
    project: Project,
    ann: Annotator,
    bo: Annotator,
    agreement: Agreement,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(4):
        id = add_article(project, f"{TEXT} Once more: {number}.")
        for who, words in ((ann, "mayor"), (bo, "mayor" if number % 2 else "Nobody")):
            claim = mark(project, who, id, "The harbour is closed", "claim")
            value = "denies" if who is ann and number else "asserts"
            annotating.set_attribute(
                project, annotator=who, annotation=claim, attribute="stance", value=value
            )
            name = mark(project, who, id, words, "entity")
            annotating.relate(
                project, annotator=who, type="source", source=claim.id, target=name.id
            )
            done = ("entity", "claim") if who is ann or number else ("entity",)
            finish(project, who, id, *done)
    monkeypatch.setattr(agreeing, "GAMMA_ARTICLES", 2)
    whole = agreement(project)
    monkeypatch.setattr(agreeing, "AT_ONCE", 1)
    apart = agreement(project)
    assert whole["layers"]["claim"]["attributes"]["stance"]["alpha"] is not None
    assert whole["layers"]["entity"]["gamma_settings"]["articles"] == 2
    assert apart["coverage"] == whole["coverage"]
    assert apart["layers"] == nearly(whole["layers"])


def nearly(figures: Any) -> Any:  # noqa: ANN401
    """The same figures, but for the last place of a number."""
    if isinstance(figures, dict):
        return {name: nearly(each) for name, each in figures.items()}
    if isinstance(figures, list | tuple):
        return type(figures)(nearly(each) for each in figures)
    return pytest.approx(figures) if isinstance(figures, float) else figures


def test_a_worker_that_was_started_anew_has_no_figures_of_some_articles_alone() -> None:
    tasks = "workbench.agreement.tasks"
    with closing(Worker()) as worker:
        assert list(worker.run(f"{tasks}:begin", {"entity": 1}, 1, 1)) == [0]
        assert list(worker.run(f"{tasks}:count", 0, [], 5)) == [5]
        worker.close()
        with refused("operations.worker_died"):
            list(worker.run(f"{tasks}:count", 1, [], 5))
        with refused("operations.worker_died"):
            list(worker.run(f"{tasks}:figures", 1))
