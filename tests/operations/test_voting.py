"""Rules settle what all or more than half have alike, and never touch what was settled before."""

from typing import Any

import pytest

from tests.operations.conftest import mark, refused
from tests.operations.test_adjudicating import done, gold, read
from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotator import Annotator
from workbench.operations import adjudicating, annotating
from workbench.operations.progress import finish
from workbench.operations.voting import Rule, adjudicate
from workbench.store import golds
from workbench.store.project import Project


@pytest.fixture
def rev(project: Project) -> Annotator:
    return add_person(project, "rev")


@pytest.fixture
def three(project: Project, article: str, ann: Annotator, bo: Annotator) -> list[Annotator]:
    """Three people: all have “mayor”, two “Nobody”, one “Harbour”, and two borders of “closed”."""
    cy = add_person(project, "cy")
    for who in (ann, bo, cy):
        mark(project, who, article, "mayor", "entity")
    for who in (ann, cy):
        mark(project, who, article, "Nobody", "entity")
    mark(project, bo, article, "Harbour", "entity")
    mark(project, ann, article, "said", "entity")
    mark(project, bo, article, "mayor said", "entity")
    done(project, article, ann, bo, cy)
    return [ann, bo, cy]


def run(project: Project, rev: Annotator, rule: Rule, **choice: Any) -> dict[str, Any]:  # noqa: ANN401
    return finish(adjudicate(project, reviewer=rev, rule=rule, **choice))


@pytest.mark.usefixtures("three")
def test_unanimous_is_what_all_have(project: Project, article: str, rev: Annotator) -> None:
    report = run(project, rev, "unanimous")
    assert [made.quote for made in gold(project, article)] == ["mayor"]
    assert report == {
        "rule": "unanimous",
        "articles": 1,
        "gold": {"entity": 1},
        "nothing": {},
        "relations": 0,
        "open": {"entity": 3},
    }


@pytest.mark.usefixtures("three")
def test_majority_is_more_than_half_and_leaves_borders_open(
    project: Project, article: str, rev: Annotator
) -> None:
    report = run(project, rev, "majority")
    made = gold(project, article)
    assert [each.quote for each in made] == ["mayor", "Nobody"]
    assert made[1].decision.source == ("ann", "cy")
    assert made[1].decision.change == "majority"
    assert report["nothing"] == {"entity": 1}
    (ruling,) = golds.rulings_of_articles(project, [article])
    assert ruling.decision.reason == "2 of 3 marked nothing"
    assert report["open"] == {"entity": 1}
    assert [d.kinds for d in read(project, article) if d.open] == [("missed", "boundary")]


def test_majority_of_two_is_unanimous(
    project: Project, article: str, three: list[Annotator], rev: Annotator
) -> None:
    report = run(project, rev, "majority", annotators=three[:2])
    assert [made.quote for made in gold(project, article)] == ["mayor"]
    assert report["nothing"] == {}


@pytest.mark.usefixtures("three")
def test_running_again_destroys_no_work_by_hand_and_undo_takes_all(
    project: Project, article: str, rev: Annotator
) -> None:
    harbour = next(d for d in read(project, article) if d.span.start == 0)
    mayor = next(d for d in read(project, article) if d.agreed)
    adjudicating.nothing_here(project, reviewer=rev, difference=mayor, reason="no name")
    adjudicating.merge_borders(project, reviewer=rev, difference=harbour, reason="a name")
    by_hand = gold(project, article)
    run(project, rev, "majority")
    after = gold(project, article)
    assert {g.quote for g in after} == {"Harbour", "Nobody"}
    assert by_hand[0] in after
    assert run(project, rev, "majority")["gold"] == {}
    assert run(project, rev, "unanimous")["gold"] == {}
    assert gold(project, article) == after
    project.turn(rev.id, "undo")
    assert gold(project, article) == by_hand


def test_all_articles_are_one_act(
    project: Project, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    ids = [add_article(project, f"{TEXT}{number}") for number in range(60)]
    for id in ids:
        for who in (ann, bo):
            mark(project, who, id, "mayor", "entity")
            done(project, id, who)
    assert run(project, rev, "unanimous")["gold"] == {"entity": 60}
    project.turn(rev.id, "undo")
    assert golds.of_articles(project, ids) == []


def test_attributes_and_relations_are_voted_on_too(
    project: Project, article: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    cy = add_person(project, "cy")
    for who, stance in ((ann, "asserts"), (bo, "denies"), (cy, "denies")):
        claim = mark(project, who, article, "The harbour is closed", "claim")
        annotating.set_attribute(
            project, annotator=who, annotation=claim, attribute="stance", value=stance
        )
        mayor = mark(project, who, article, "mayor", "entity")
        if who is not bo:
            annotating.relate(
                project, annotator=who, type="source", source=claim.id, target=mayor.id
            )
        done(project, article, who)
        done(project, article, who, layer="claim")
    report = run(project, rev, "majority")
    made = {g.layer: g for g in gold(project, article)}
    assert made["claim"].attributes == {"stance": "denies"}
    (relation,) = golds.relations_of_articles(project, [article])
    assert (relation.source, relation.target) == (made["claim"].id, made["entity"].id)
    assert (report["relations"], report["open"]) == (1, {})


def test_a_tie_of_attributes_stays_open(
    project: Project, article: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    for who, stance in ((ann, "asserts"), (bo, "denies")):
        claim = mark(project, who, article, "The harbour is closed", "claim")
        annotating.set_attribute(
            project, annotator=who, annotation=claim, attribute="stance", value=stance
        )
        done(project, article, who, layer="claim")
    assert run(project, rev, "unanimous")["open"] == {"claim": 1}
    assert read(project, article, "claim")[0].unsettled == ("stance",)


def test_one_alone_is_no_majority(
    project: Project, article: str, ann: Annotator, rev: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    done(project, article, ann)
    with refused("operations.nobody_to_adjudicate"):
        run(project, rev, "majority")
    assert gold(project, article) == []
