"""What a person sees of the gold that was made out of their marks, and when."""

import pytest

from tests.operations.conftest import mark, news_scheme
from tests.operations.test_adjudicating import done, read
from tests.store.conftest import add_article, add_person
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.operations import adjudicating, annotating, statuses
from workbench.operations.feedback import Verdict, told, verdicts
from workbench.operations.progress import finish
from workbench.store import golds
from workbench.store.project import Project

CLAIM = "The harbour is closed"


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def rev(project: Project) -> Annotator:
    return add_person(project, "rev")


@pytest.fixture
def apart(project: Project, article: str, ann: Annotator, bo: Annotator) -> str:
    """Both have the mayor; ann and bo differ in borders; one place is ann's alone, one bo's."""
    for who in (ann, bo):
        mark(project, who, article, "mayor", "entity")
    mark(project, ann, article, "Harbour", "entity")
    mark(project, bo, article, "Harbour closed", "entity")
    mark(project, ann, article, "Nobody", "entity")
    mark(project, bo, article, "disagreed", "entity")
    done(project, article, ann, bo)
    return article


def settle(project: Project, article: str, rev: Annotator, bo: Annotator) -> None:
    """What both have stands, bo's borders are right, what ann alone has is not."""
    harbour, _, nobody, disagreed = read(project, article)
    adjudicating.take_agreed(project, reviewer=rev, differences=read(project, article))
    adjudicating.take(
        project, reviewer=rev, difference=harbour, annotator=bo.id, reason="the whole name"
    )
    adjudicating.nothing_here(project, reviewer=rev, difference=nobody, reason="no name")
    adjudicating.take(project, reviewer=rev, difference=disagreed, annotator=bo.id)


def said(found: list[Verdict] | None) -> list[tuple[str, tuple[str, ...], str]]:
    """The gold words or else nothing, what changed, and why."""
    assert found is not None
    return [
        (verdict.gold.quote if verdict.gold else "", verdict.changes, verdict.decision.reason)
        for verdict in found
    ]


def test_each_mark_is_held_against_gold_with_the_reason(
    project: Project, apart: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    settle(project, apart, rev, bo)
    found = verdicts(project, annotator=ann, article=apart)
    assert said(found) == [
        ("Harbour closed", ("boundary",), "the whole name"),
        ("mayor", (), ""),
        ("", ("removed",), "no name"),
        ("disagreed", ("added",), ""),
    ]
    assert found is not None
    assert [verdict.by_rule for verdict in found] == [False, True, False, False]
    assert {verdict.decision.by for verdict in found} == {"rev"}


def test_what_only_others_had_and_was_not_right_is_not_told_of(
    project: Project, apart: str, bo: Annotator, rev: Annotator
) -> None:
    settle(project, apart, rev, bo)
    assert said(verdicts(project, annotator=bo, article=apart)) == [
        ("Harbour closed", (), "the whole name"),
        ("mayor", (), ""),
        ("disagreed", (), ""),
    ]


def test_nothing_is_told_before_all_is_settled(
    project: Project, apart: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    assert verdicts(project, annotator=ann, article=apart) is None
    settle(project, apart, rev, bo)
    nobody = read(project, apart)[2]
    adjudicating.leave_open(project, reviewer=rev, difference=nobody)
    assert verdicts(project, annotator=ann, article=apart) is None


def test_nothing_is_told_while_the_person_is_still_at_work(
    project: Project, apart: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    settle(project, apart, rev, bo)
    mark(project, ann, apart, CLAIM, "claim")
    assert verdicts(project, annotator=ann, article=apart) is None
    statuses.mark_done(project, annotator=ann, article=apart, layers=["claim"])
    assert len(said(verdicts(project, annotator=ann, article=apart))) == 4
    statuses.reopen(project, annotator=ann, article=apart, layers=["entity"])
    assert verdicts(project, annotator=ann, article=apart) is None


def test_who_took_no_part_sees_nothing(
    project: Project, apart: str, bo: Annotator, rev: Annotator
) -> None:
    settle(project, apart, rev, bo)
    assert verdicts(project, annotator=add_person(project, "eve"), article=apart) is None


def test_labels_attributes_and_relations_that_gold_has_otherwise_are_told(
    project: Project, article: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    for who, label, source in ((ann, "factual", "mayor"), (bo, "opinion", "Nobody")):
        claim = mark(project, who, article, CLAIM, "claim", label=label)
        annotating.set_attribute(
            project, annotator=who, annotation=claim, attribute="stance", value="asserts"
        )
        end = mark(project, who, article, source, "entity")
        annotating.relate(project, annotator=who, type="source", source=claim.id, target=end.id)
        for layer in ("entity", "claim"):
            done(project, article, who, layer=layer)
    for layer in ("entity", "claim"):
        for difference in read(project, article, layer):
            both = {m.annotator for m in difference.marks}
            taken = bo.id if bo.id in both else ann.id
            adjudicating.take(project, reviewer=rev, difference=difference, annotator=taken)
    made = {gold.quote: gold for gold in golds.of_articles(project, [article])}
    claim_gold = made[CLAIM]
    adjudicating.set_gold_attribute(
        project, reviewer=rev, gold=claim_gold, attribute="stance", value="denies"
    )
    adjudicating.relate_gold(
        project, reviewer=rev, type="source", source=claim_gold, target=made["mayor"]
    )
    assert claim_verdict(project, article, ann).changes == ("label", "attribute")
    assert claim_verdict(project, article, bo).changes == ("attribute", "relation")


def claim_verdict(project: Project, article: str, who: Annotator) -> Verdict:
    found = verdicts(project, annotator=who, article=article)
    assert found is not None
    (verdict,) = (verdict for verdict in found if verdict.layer == "claim")
    return verdict


def test_the_next_article_with_verdicts_is_found_both_ways_round(
    project: Project, apart: str, ann: Annotator, bo: Annotator, rev: Annotator
) -> None:
    def following(direction: int) -> str:
        verb = told(project, annotator=ann, article=apart, direction=direction)
        found = finish(verb)
        assert found.verdicts == wanted(found.article)
        return found.article

    def wanted(article: str) -> tuple[Verdict, ...] | None:
        there = verdicts(project, annotator=ann, article=article)
        return None if there is None else tuple(there)

    other = add_article(project, "Harbour closed\n\nThe mayor said: “The harbour is open.”\n")
    add_article(project, "Nothing is known of this one.\n")
    assert following(1) == following(0) == apart
    settle(project, apart, rev, bo)
    assert following(1) == following(-1) == apart
    for who in (ann, bo):
        mark(project, who, other, "Harbour", "entity")
    done(project, other, ann, bo)
    adjudicating.take_agreed(project, reviewer=rev, differences=read(project, other))
    assert following(1) == following(-1) == other
    assert following(0) == apart
