"""A reviewer settles differences by hand: what becomes gold, whose it was, and what undo gives."""

import pytest

from tests.operations.conftest import mark, place, refused
from tests.store.conftest import add_person
from workbench.domain.annotator import Annotator
from workbench.domain.gold import Gold
from workbench.domain.span import Span
from workbench.operations import adjudicating, annotating, statuses, undoing
from workbench.operations.comparing import Difference, differences, letters, standings
from workbench.store import golds
from workbench.store.project import Project


@pytest.fixture
def rev(project: Project) -> Annotator:
    return add_person(project, "rev")


def done(project: Project, article: str, *people: Annotator, layer: str = "entity") -> None:
    for who in people:
        statuses.mark_done(project, annotator=who, article=article, layers=[layer])


def read(project: Project, article: str, layer: str = "entity") -> list[Difference]:
    return differences(project, [article], layers=[layer])


def gold(project: Project, article: str) -> list[Gold]:
    return golds.of_articles(project, [article])


@pytest.fixture
def apart(project: Project, article: str, ann: Annotator, bo: Annotator) -> str:
    """An article with a place both have, one with other borders, and one that only ann has."""
    for who in (ann, bo):
        mark(project, who, article, "mayor", "entity")
    mark(project, ann, article, "Harbour", "entity")
    mark(project, bo, article, "Harbour closed", "entity")
    mark(project, ann, article, "Nobody", "entity")
    done(project, article, ann, bo)
    return article


def test_differences_stand_in_the_order_of_the_text_with_their_kinds(
    project: Project, apart: str, ann: Annotator, bo: Annotator
) -> None:
    harbour, mayor, nobody = read(project, apart)
    assert [d.kinds for d in (harbour, mayor, nobody)] == [("boundary",), (), ("missed",)]
    assert mayor.agreed
    assert nobody.cost == 1
    assert harbour.readers == tuple(sorted((ann.id, bo.id)))
    (standing,) = standings([harbour, mayor, nobody])
    assert (standing.places, standing.open, standing.settled) == (3, 3, False)


def test_a_layer_that_one_alone_has_finished_is_not_compared(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, bo, article, "Nobody", "entity")
    done(project, article, ann)
    assert read(project, article) == []


def test_taking_a_lane_makes_its_span_gold_with_whose_it_was(
    project: Project, apart: str, bo: Annotator, rev: Annotator
) -> None:
    (harbour, *_) = read(project, apart)
    adjudicating.take(project, reviewer=rev, difference=harbour, annotator=bo.id, reason="whole")
    (made,) = gold(project, apart)
    assert (made.quote, made.label) == ("Harbour closed", "person")
    decision = made.decision
    assert (decision.by, decision.source, decision.change) == ("rev", ("bo",), "taken")
    assert decision.reason == "whole"
    (settled, *_) = read(project, apart)
    assert settled.gold == made
    assert not settled.open


def test_taking_the_lane_of_one_who_has_nothing_is_nothing_here(
    project: Project, apart: str, bo: Annotator, rev: Annotator
) -> None:
    nobody = read(project, apart)[-1]
    adjudicating.take(project, reviewer=rev, difference=nobody, annotator=bo.id)
    settled = read(project, apart)[-1]
    assert settled.ruling is not None
    assert settled.ruling.decision.change == "nothing"
    assert not settled.open
    assert gold(project, apart) == []


def test_merging_borders_takes_all_that_anyone_marked(
    project: Project, apart: str, rev: Annotator
) -> None:
    harbour = read(project, apart)[0]
    adjudicating.merge_borders(project, reviewer=rev, difference=harbour)
    (made,) = gold(project, apart)
    assert made.fragments == (place("Harbour closed"),)
    assert (made.decision.source, made.decision.change) == (("ann", "bo"), "boundary")


def test_settling_anew_changes_the_gold_span_in_place(
    project: Project, apart: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    adjudicating.merge_borders(project, reviewer=rev, difference=read(project, apart)[0])
    (first,) = gold(project, apart)
    again = read(project, apart)[0]
    adjudicating.take(project, reviewer=rev, difference=again, annotator=ann.id)
    (second,) = gold(project, apart)
    assert (second.id, second.quote) == (first.id, "Harbour")
    adjudicating.nothing_here(project, reviewer=rev, difference=read(project, apart)[0])
    assert gold(project, apart) == []
    again = read(project, apart)[0]
    adjudicating.take(project, reviewer=rev, difference=again, annotator=bo.id)
    assert golds.rulings_of_articles(project, [apart]) == []


def test_a_place_left_open_is_open_but_looked_at(
    project: Project, apart: str, rev: Annotator
) -> None:
    adjudicating.leave_open(
        project, reviewer=rev, difference=read(project, apart)[-1], reason="ask the desk"
    )
    found = read(project, apart)[-1]
    assert found.open
    assert found.left_open
    assert found.ruling is not None
    assert found.ruling.decision.reason == "ask the desk"


def test_all_agreed_is_one_act_and_leaves_what_differs(
    project: Project, apart: str, rev: Annotator
) -> None:
    found = read(project, apart)
    assert [d.marks[0].label for d in adjudicating.agreed(found)] == ["person"]
    adjudicating.take_agreed(project, reviewer=rev, differences=found)
    (made,) = gold(project, apart)
    assert (made.quote, made.decision.change) == ("mayor", "unanimous")
    assert adjudicating.agreed(read(project, apart)) == []
    project.turn(rev.id, "undo")
    assert gold(project, apart) == []


def test_an_own_span_may_stand_where_nobody_marked(
    project: Project, article: str, rev: Annotator
) -> None:
    adjudicating.write_own(
        project,
        reviewer=rev,
        article=article,
        layer="entity",
        label="person",
        fragments=(place("mayor"),),
    )
    (found,) = read(project, article)
    assert found.gold is not None
    assert (found.gold.decision.change, found.marks) == ("own", ())
    adjudicating.unsettle(project, reviewer=rev, difference=found)
    assert read(project, article) == []


def test_every_verb_can_be_undone(
    project: Project, apart: str, ann: Annotator, rev: Annotator
) -> None:
    before = read(project, apart)
    adjudicating.take(project, reviewer=rev, difference=before[0], annotator=ann.id)
    adjudicating.nothing_here(project, reviewer=rev, difference=before[2])
    adjudicating.set_reason(project, reviewer=rev, gold=gold(project, apart)[0], reason="so")
    adjudicating.unsettle(project, reviewer=rev, difference=read(project, apart)[0])
    for _ in range(4):
        project.turn(rev.id, "undo")
    assert read(project, apart) == before


def test_attributes_and_relations_are_settled_after_their_span(
    project: Project, article: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    for who, stance in ((ann, "asserts"), (bo, "denies")):
        claim = mark(project, who, article, "The harbour is closed", "claim")
        annotating.set_attribute(
            project, annotator=who, annotation=claim, attribute="stance", value=stance
        )
        mayor = mark(project, who, article, "mayor", "entity")
        if who is ann:
            annotating.relate(
                project, annotator=who, type="source", source=claim.id, target=mayor.id
            )
        done(project, article, who)
        done(project, article, who, layer="claim")
    entity, claim_ = differences(project, [article])
    assert claim_.kinds == ("attribute", "relation")
    adjudicating.take_agreed(project, reviewer=rev, differences=[entity, claim_])
    (unsettled,) = read(project, article, "claim")
    assert unsettled.unsettled == ("stance",)
    assert unsettled.open
    source, target = (g for g in sorted(gold(project, article), key=lambda g: g.layer))
    adjudicating.set_gold_attribute(
        project, reviewer=rev, gold=source, attribute="stance", value="denies"
    )
    adjudicating.relate_gold(project, reviewer=rev, type="source", source=source, target=target)
    adjudicating.relate_gold(project, reviewer=rev, type="source", source=source, target=target)
    (relation,) = golds.relations_of_articles(project, [article])
    assert (relation.source, relation.target) == (source.id, target.id)
    assert not read(project, article, "claim")[0].open
    adjudicating.unrelate_gold(project, reviewer=rev, relation=relation)
    assert golds.relations_of_articles(project, [article]) == []
    with refused("domain.bad_value"):
        adjudicating.set_gold_attribute(
            project, reviewer=rev, gold=source, attribute="stance", value="perhaps"
        )
    with refused("domain.unknown_relation"):
        adjudicating.relate_gold(project, reviewer=rev, type="source", source=target, target=source)


def test_the_relations_of_a_reader_are_taken_once_both_ends_are_settled(
    project: Project, article: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    for who in (ann, bo):
        claim = mark(project, who, article, "The harbour is closed", "claim")
        mayor = mark(project, who, article, "mayor", "entity")
        if who is ann:
            annotating.relate(
                project, annotator=who, type="source", source=claim.id, target=mayor.id
            )
        done(project, article, who)
        done(project, article, who, layer="claim")
    entity, claim_ = differences(project, [article])

    def take(annotator: Annotator) -> None:
        among = differences(project, [article])
        adjudicating.take_relations(
            project, reviewer=rev, difference=among[1], annotator=annotator.id, among=among
        )

    adjudicating.take_agreed(project, reviewer=rev, differences=[claim_])
    with refused("operations.no_relations_to_take"):
        take(ann)
    adjudicating.take_agreed(project, reviewer=rev, differences=[entity])
    with refused("operations.no_relations_to_take"):
        take(bo)
    take(ann)
    (relation,) = golds.relations_of_articles(project, [article])
    assert relation.type == "source"
    undoing.undo(project, annotator=rev)
    assert golds.relations_of_articles(project, [article]) == []


def test_gold_that_is_gone_is_said_plainly(project: Project, apart: str, rev: Annotator) -> None:
    adjudicating.merge_borders(project, reviewer=rev, difference=read(project, apart)[0])
    (made,) = gold(project, apart)
    adjudicating.unsettle(project, reviewer=rev, difference=read(project, apart)[0])
    with refused("operations.gold_gone"):
        adjudicating.set_reason(project, reviewer=rev, gold=made, reason="late")


def test_merging_other_labels_asks_which_and_bad_spans_are_refused(
    project: Project, apart: str, rev: Annotator
) -> None:
    nothing = Difference(apart, "entity", Span(0, 3), (), (), (), 0.0)
    with refused("operations.which_label"):
        adjudicating.merge_borders(project, reviewer=rev, difference=nothing)
    with refused("domain.span_beyond_text"):
        adjudicating.write_own(
            project,
            reviewer=rev,
            article=apart,
            layer="entity",
            label="person",
            fragments=(Span(0, 10_000),),
        )


def test_lanes_have_letters_that_are_shuffled_by_article() -> None:
    people = [f"p{number}" for number in range(5)]
    assert sorted(letters("1", people).values()) == ["A", "B", "C", "D", "E"]
    assert letters("1", people) == letters("1", reversed(people))
    assert len({tuple(letters(str(n), people).items()) for n in range(20)}) > 1
