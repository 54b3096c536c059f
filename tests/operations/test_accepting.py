"""Suggestions become annotations only by a person, whole, once, and never against that person."""

import pytest

from tests.operations.conftest import mark, news_scheme, propose, refused
from tests.operations.test_correcting import correct
from tests.store.conftest import TEXT
from workbench.domain.annotator import Annotator, Assignment, Help
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import State, Suggestion
from workbench.operations import accepting, annotating, undoing
from workbench.store import annotations, people, suggestions
from workbench.store.project import Project

CLAIM = "The harbour is closed"


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def source(project: Project, article: str) -> Suggestion:
    return propose(project, article, "The mayor", "entity", "mention")


@pytest.fixture
def cue(project: Project, article: str) -> Suggestion:
    return propose(project, article, "said", "claim", "cue")


@pytest.fixture
def claim(project: Project, article: str, source: Suggestion, cue: Suggestion) -> Suggestion:
    """A claim as the suggester brings it: with attribution, stance, cue and source."""
    return propose(
        project,
        article,
        CLAIM,
        "claim",
        "factual",
        attributes={"attribution": "direct quote", "stance": "asserts"},
        relations={"source": source.id, "cue": cue.id},
    )


def assign(project: Project, who: Annotator, article: str, layer: str, help: Help) -> None:
    """Give a person a layer of an article to do."""
    with project.transaction("assign", person="", kind="record") as transaction:
        new = Assignment(new_id(), article, who.id, layer, help=help)
        people.insert_assignments(transaction, [new])


def state(project: Project, suggestion: Suggestion, who: Annotator) -> State:
    (found,) = suggestions.by_ids(project, [suggestion.id])
    return found.state_for(who.id)


def quotes(project: Project, article: str, who: Annotator) -> list[str]:
    """What a person has marked, in the order of the text."""
    return [a.quote for a in annotations.of_article(project, article, annotator=who.id)]


def relations(project: Project, article: str) -> list[tuple[str, str, str]]:
    """The relations of an article: type, and the quotes at both ends."""
    drawn = annotations.relations_of_article(project, article)
    quote = {a.id: a.quote for a in annotations.of_article(project, article)}
    return sorted((r.type, quote[r.source], quote[r.target]) for r in drawn)


# --- taking one as it is


def test_an_accepted_suggestion_is_an_annotation_that_knows_where_it_came_from(
    project: Project, article: str, ann: Annotator, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source)
    (made,) = annotations.of_article(project, article)
    assert (made.layer, made.label, made.quote) == ("entity", "mention", "The mayor")
    assert (made.annotator, made.scheme_version) == (ann.id, news_scheme().version)
    origin = made.origin
    assert (origin.by, origin.suggester, origin.suggestion, origin.score) == (
        "suggestion",
        "news-en",
        source.id,
        0.9,
    )
    assert state(project, source, ann) == "accepted"
    (assignment,) = people.assignments(project)
    assert (assignment.layer, assignment.status) == ("entity", "started")


def test_a_claim_comes_with_attribution_stance_cue_and_source_in_one_act(
    project: Project, article: str, ann: Annotator, claim: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=claim)
    assert quotes(project, article, ann) == ["The mayor", "said", CLAIM]
    assert relations(project, article) == [
        ("cue", CLAIM, "said"),
        ("source", CLAIM, "The mayor"),
    ]
    made = annotations.of_article(project, article)[-1]
    assert made.attributes == {"attribution": "direct quote", "stance": "asserts"}
    undoing.undo(project, annotator=ann)
    assert annotations.of_article(project, article) == []
    assert annotations.relations_of_article(project, article) == []
    assert people.assignments(project) == []
    assert undoing.next_undo(project, ann) is None


def test_a_source_does_not_bring_its_claim(
    project: Project, article: str, ann: Annotator, claim: Suggestion, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source)
    assert quotes(project, article, ann) == ["The mayor"]
    assert state(project, claim, ann) == "open"


def test_suggestions_that_point_at_each_other_come_once_each(
    project: Project, article: str, ann: Annotator
) -> None:
    ids = {words: new_id() for words in ("harbour is closed", CLAIM, "closed")}
    around = zip(ids, [*list(ids)[1:], *list(ids)[:1]], strict=True)
    first, *_ = [
        propose(
            project,
            article,
            words,
            "claim",
            "factual",
            id=ids[words],
            relations={"responds_to": ids[following]},
        )
        for words, following in around
    ]
    accepting.accept(project, annotator=ann, suggestion=first)
    assert len(quotes(project, article, ann)) == len(relations(project, article)) == 3


def test_accepting_twice_changes_nothing_more(
    project: Project, article: str, ann: Annotator, claim: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=claim)
    before = annotations.of_article(project, article)
    assert not accepting.accept(project, annotator=ann, suggestion=claim)
    assert annotations.of_article(project, article) == before


def test_a_relation_waits_until_both_its_ends_are_annotations(
    project: Project, article: str, ann: Annotator, claim: Suggestion, source: Suggestion
) -> None:
    accepting.reject(project, annotator=ann, suggestion=source)
    accepting.accept(project, annotator=ann, suggestion=claim)
    assert quotes(project, article, ann) == ["said", CLAIM]
    assert relations(project, article) == [("cue", CLAIM, "said")]
    accepting.accept(project, annotator=ann, suggestion=source)
    assert ("source", CLAIM, "The mayor") in relations(project, article)


def test_a_relation_may_end_at_an_annotation_of_the_persons_own(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mine = mark(project, ann, article, "mayor", "entity")
    claim = propose(project, article, CLAIM, "claim", "factual", relations={"source": mine.id})
    accepting.accept(project, annotator=ann, suggestion=claim)
    accepting.accept(project, annotator=bo, suggestion=claim)
    drawn = annotations.relations_of_article(project, article)
    assert [(r.annotator, r.target) for r in drawn] == [(ann.id, mine.id)]


def test_a_suggestion_is_taken_as_it_stands_now_or_refused_where_it_is_gone(
    project: Project, article: str, ann: Annotator, source: Suggestion
) -> None:
    correct(project, ann, article, f"New: {TEXT}")
    accepting.accept(project, annotator=ann, suggestion=source, label="person")
    (made,) = annotations.of_article(project, article)
    assert made.quote == "The mayor"
    assert made.fragments[0].start == source.fragments[0].start + len("New: ")
    gone = propose(project, article, "Nobody", "entity", "mention")
    correct(project, ann, article, "Quite another text.")
    for verb in (accepting.accept, accepting.reject):
        with refused("operations.suggestion_gone"):
            verb(project, annotator=ann, suggestion=gone)


# --- never against the person


def test_a_mark_that_is_there_already_is_what_the_suggestion_became(
    project: Project, article: str, ann: Annotator, claim: Suggestion
) -> None:
    mine = mark(project, ann, article, "The mayor", "entity", label="mention")
    accepting.accept(project, annotator=ann, suggestion=claim)
    assert quotes(project, article, ann) == ["The mayor", "said", CLAIM]
    assert annotations.by_ids(project, [mine.id]) == [mine]
    assert ("source", CLAIM, "The mayor") in relations(project, article)


def test_what_the_person_turned_down_does_not_come_along(
    project: Project, article: str, ann: Annotator, claim: Suggestion, source: Suggestion
) -> None:
    accepting.reject(project, annotator=ann, suggestion=source)
    accepting.accept(project, annotator=ann, suggestion=claim)
    assert state(project, source, ann) == "rejected"
    assert "The mayor" not in quotes(project, article, ann)


def test_the_single_cue_that_a_person_drew_is_not_replaced(
    project: Project, article: str, ann: Annotator, claim: Suggestion
) -> None:
    mine = mark(project, ann, article, CLAIM, "claim")
    verb = mark(project, ann, article, "disagreed", "claim", label="cue")
    annotating.relate(project, annotator=ann, type="cue", source=mine.id, target=verb.id)
    accepting.accept(project, annotator=ann, suggestion=claim)
    assert [r for r in relations(project, article) if r[0] == "cue"] == [
        ("cue", CLAIM, "disagreed")
    ]


def test_a_relation_that_the_scheme_forbids_for_a_changed_end_is_left_out(
    project: Project, article: str, ann: Annotator, claim: Suggestion, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source, label="time")
    accepting.accept(project, annotator=ann, suggestion=claim)
    assert relations(project, article) == [("cue", CLAIM, "said")]


def test_a_layer_without_help_gets_nothing_along(
    project: Project, article: str, ann: Annotator, claim: Suggestion
) -> None:
    assign(project, ann, article, "entity", "off")
    accepting.accept(project, annotator=ann, suggestion=claim)
    assert quotes(project, article, ann) == ["said", CLAIM]


# --- taking one as something else


def test_another_label_takes_the_suggestion_alone_and_counts_as_changed(
    project: Project, article: str, ann: Annotator, claim: Suggestion, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=claim, label="opinion")
    (made,) = annotations.of_article(project, article)
    assert (made.label, made.attributes["stance"]) == ("opinion", "asserts")
    assert (made.origin.by, made.origin.suggestion) == ("suggestion", claim.id)
    assert (state(project, claim, ann), state(project, source, ann)) == ("changed", "open")
    accepting.accept(project, annotator=ann, suggestion=source)
    assert relations(project, article) == [("source", CLAIM, "The mayor")]
    undoing.undo(project, annotator=ann)
    undoing.undo(project, annotator=ann)
    assert (quotes(project, article, ann), state(project, claim, ann)) == ([], "open")


def test_a_changed_suggestion_is_joined_to_ends_that_are_there_before_it(
    project: Project, article: str, ann: Annotator, claim: Suggestion, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source)
    accepting.accept(project, annotator=ann, suggestion=claim, label="opinion")
    assert relations(project, article) == [("source", CLAIM, "The mayor")]


def test_another_layer_keeps_only_the_attributes_that_it_knows(
    project: Project, article: str, ann: Annotator, claim: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=claim, layer="framing", label="loaded")
    (made,) = annotations.of_article(project, article)
    assert (made.layer, made.label, made.attributes) == ("framing", "loaded", {})
    assert [a.layer for a in people.assignments(project)] == ["framing"]


def test_another_label_is_refused_where_the_person_has_it_or_the_scheme_has_it_not(
    project: Project, article: str, ann: Annotator, source: Suggestion
) -> None:
    mark(project, ann, article, "The mayor", "entity", label="person")
    with refused("operations.already_marked"):
        accepting.accept(project, annotator=ann, suggestion=source, label="person")
    with refused("domain.unknown_label"):
        accepting.accept(project, annotator=ann, suggestion=source, label="robot")
    assert state(project, source, ann) == "open"


def test_what_was_taken_is_not_taken_again_as_something_else(
    project: Project, article: str, ann: Annotator, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source)
    assert not accepting.accept(project, annotator=ann, suggestion=source, label="person")
    assert quotes(project, article, ann) == ["The mayor"]


# --- turning down


def test_a_rejection_holds_for_its_person_only_and_can_be_undone(
    project: Project, ann: Annotator, bo: Annotator, source: Suggestion
) -> None:
    accepting.reject(project, annotator=ann, suggestion=source)
    assert (state(project, source, ann), state(project, source, bo)) == ("rejected", "open")
    accepting.accept(project, annotator=bo, suggestion=source)
    assert (state(project, source, ann), state(project, source, bo)) == ("rejected", "accepted")
    undoing.undo(project, annotator=ann)
    assert (state(project, source, ann), state(project, source, bo)) == ("open", "accepted")


def test_turning_down_what_was_taken_leaves_the_annotation_and_its_state(
    project: Project, article: str, ann: Annotator, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source)
    assert not accepting.reject(project, annotator=ann, suggestion=source)
    assert (quotes(project, article, ann), state(project, source, ann)) == (
        ["The mayor"],
        "accepted",
    )


def test_deleting_what_a_suggestion_became_turns_the_suggestion_down(
    project: Project, article: str, ann: Annotator, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source)
    (made,) = annotations.of_article(project, article)
    annotating.delete(project, annotator=ann, annotation=made)
    assert state(project, source, ann) == "rejected"
    undoing.undo(project, annotator=ann)
    assert state(project, source, ann) == "accepted"


def test_deleting_what_was_accepted_can_be_taken_back_and_done_again(
    project: Project, article: str, ann: Annotator, source: Suggestion
) -> None:
    accepting.accept(project, annotator=ann, suggestion=source)
    (annotation,) = annotations.of_article(project, article)
    annotating.delete(project, annotator=ann, annotation=annotation)
    undoing.undo(project, annotator=ann)
    assert state(project, source, ann) == "accepted"
    undoing.redo(project, annotator=ann)
    assert annotations.of_article(project, article) == []
    assert state(project, source, ann) == "rejected"
