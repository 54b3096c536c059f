"""Where layers stand: done is a fact that is kept, skipping says why, and all can be taken back."""

import json

import pytest

from tests.operations.conftest import mark, news_scheme, propose, refused
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import still_open
from workbench.operations import accepting, annotating, statuses, undoing
from workbench.store import annotations, articles, people, schema, suggestions
from workbench.store.project import Project

CLAIM = "The harbour is closed"


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


def standing(project: Project, who: Annotator) -> dict[str, tuple[str, str]]:
    """Status and reason by layer."""
    found = people.assignments(project, annotator=who.id)
    return {assignment.layer: (assignment.status, assignment.reason) for assignment in found}


def frozen_quotes(project: Project, article: str) -> list[list[str]]:
    """The quotes of each frozen layer."""
    kept = people.frozen(project, [article]).values()
    return sorted([row["quote"] for row in json.loads(text)] for text in kept)


# --- done


def test_done_without_a_span_is_an_empty_set_and_not_nothing(
    project: Project, article: str, ann: Annotator
) -> None:
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity", "claim"])
    assert standing(project, ann) == {"entity": ("done", ""), "claim": ("done", "")}
    assert frozen_quotes(project, article) == [[], []]


def test_done_keeps_its_own_layers_spans_and_their_relations(
    project: Project, article: str, ann: Annotator
) -> None:
    source = mark(project, ann, article, "The mayor", "entity", label="mention")
    claim = mark(project, ann, article, CLAIM, "claim")
    annotating.relate(project, annotator=ann, type="source", source=claim.id, target=source.id)
    statuses.mark_done(project, annotator=ann, article=article, layers=["claim"])
    assert frozen_quotes(project, article) == [[CLAIM]]
    (row,) = project.images(schema.frozen_layer)
    assert [relation["target"] for relation in json.loads(row["relations"])] == [source.id]


def test_only_the_first_done_is_kept_whatever_comes_after(
    project: Project, article: str, ann: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    mark(project, ann, article, "Nobody", "entity")
    assert standing(project, ann)["entity"] == ("done", "")
    statuses.reopen(project, annotator=ann, article=article, layers=["entity"])
    assert standing(project, ann)["entity"] == ("started", "")
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    assert frozen_quotes(project, article) == [["mayor"]]


def test_every_person_has_a_done_of_their_own(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, bo, article, "Nobody", "entity")
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    assert standing(project, bo) == {"entity": ("started", "")}
    statuses.mark_done(project, annotator=bo, article=article, layers=["entity"])
    assert frozen_quotes(project, article) == [["Nobody"], ["mayor"]]


def test_undoing_done_takes_back_the_kept_state_too_and_redo_brings_it_again(
    project: Project, article: str, ann: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity", "claim"])
    undoing.undo(project, annotator=ann)
    assert standing(project, ann) == {"entity": ("started", "")}
    assert frozen_quotes(project, article) == []
    undoing.redo(project, annotator=ann)
    assert standing(project, ann) == {"entity": ("done", ""), "claim": ("done", "")}
    assert frozen_quotes(project, article) == [[], ["mayor"]]


def test_done_again_is_no_act(project: Project, article: str, ann: Annotator) -> None:
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    assert not statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    undoing.undo(project, annotator=ann)
    assert standing(project, ann) == {}


def test_done_is_said_of_the_newest_round(project: Project, article: str, ann: Annotator) -> None:
    rounds = [
        Assignment(new_id(), article, ann.id, "entity", status="done"),
        Assignment(new_id(), article, ann.id, "entity", round=2),
    ]
    with project.transaction("assign", person="", kind="record") as transaction:
        people.insert_assignments(transaction, rounds)
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    found = people.assignments(project, annotator=ann.id)
    assert [(a.round, a.status) for a in found] == [(1, "done"), (2, "done")]
    assert list(people.frozen(project, [article])) == [rounds[1].id]


def test_a_layer_that_the_scheme_has_not_is_refused_whole(
    project: Project, article: str, ann: Annotator
) -> None:
    with refused("domain.unknown_layer"):
        statuses.mark_done(project, annotator=ann, article=article, layers=["entity", "mood"])
    assert standing(project, ann) == {}


# --- skipping


def test_skipping_says_why_and_reopening_forgets_it(
    project: Project, article: str, ann: Annotator
) -> None:
    statuses.skip(
        project, annotator=ann, article=article, layers=["entity"], reason=" broken text\n"
    )
    assert standing(project, ann) == {"entity": ("skipped", "broken text")}
    assert frozen_quotes(project, article) == []
    statuses.reopen(project, annotator=ann, article=article, layers=["entity"])
    assert standing(project, ann) == {"entity": ("started", "")}
    undoing.undo(project, annotator=ann)
    assert standing(project, ann) == {"entity": ("skipped", "broken text")}


@pytest.mark.parametrize("reason", ["", " \n"])
def test_skipping_without_a_reason_is_refused(
    project: Project, article: str, ann: Annotator, reason: str
) -> None:
    with refused("operations.no_reason"):
        statuses.skip(project, annotator=ann, article=article, layers=["entity"], reason=reason)
    assert standing(project, ann) == {}


def test_done_after_skipping_leaves_no_reason(
    project: Project, article: str, ann: Annotator
) -> None:
    statuses.skip(project, annotator=ann, article=article, layers=["entity"], reason="later")
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    assert standing(project, ann) == {"entity": ("done", "")}


# --- what is open before done


def gaps(project: Project, who: Annotator, article: str) -> list[tuple[str, str, str]]:
    """What is open: the quote, the kind, and what is missing, a suggestion's id aside."""
    marks = annotations.of_article(project, article, annotator=who.id)
    proposed = suggestions.of_article(project, article)
    found = statuses.incomplete(
        news_scheme(),
        marks=marks,
        relations=annotations.relations_of_article(project, article, annotator=who.id),
        ghosts=still_open(proposed, marks, annotator=who.id),
    )
    return [(g.mark.quote, g.kind, "" if g.kind == "suggestion" else g.what) for g in found]


def tell(project: Project, who: Annotator, marked: Annotation, **attributes: str) -> None:
    for name, value in attributes.items():
        annotating.set_attribute(
            project, annotator=who, annotation=marked, attribute=name, value=value
        )


def test_a_required_attribute_is_open_until_it_is_set(
    project: Project, article: str, ann: Annotator
) -> None:
    event = mark(project, ann, article, "closed", "event", label="other")
    assert gaps(project, ann, article) == [("closed", "attribute", "reality")]
    tell(project, ann, event, reality="happened")
    assert gaps(project, ann, article) == []


def test_an_attributed_claim_is_open_until_it_has_a_source(
    project: Project, article: str, ann: Annotator
) -> None:
    claim = mark(project, ann, article, CLAIM, "claim")
    tell(project, ann, claim, stance="asserts", attribution="none")
    assert gaps(project, ann, article) == []
    tell(project, ann, claim, attribution="direct quote")
    assert gaps(project, ann, article) == [(CLAIM, "relation", "source")]
    source = mark(project, ann, article, "mayor", "entity")
    annotating.relate(project, annotator=ann, type="source", source=claim.id, target=source.id)
    assert gaps(project, ann, article) == []


def test_a_blame_is_open_until_it_has_a_target(
    project: Project, article: str, ann: Annotator
) -> None:
    blame = mark(project, ann, article, "disagreed", "framing", label="blame")
    tell(project, ann, blame, voice="outlet")
    assert gaps(project, ann, article) == [("disagreed", "relation", "target")]
    culprit = mark(project, ann, article, "mayor", "entity")
    annotating.relate(project, annotator=ann, type="target", source=blame.id, target=culprit.id)
    assert gaps(project, ann, article) == []


def test_another_device_is_open_until_a_note_says_which(
    project: Project, article: str, ann: Annotator
) -> None:
    other = mark(project, ann, article, "disagreed", "framing", label="other")
    tell(project, ann, other, voice="outlet")
    assert gaps(project, ann, article) == [("disagreed", "note", "note")]
    annotating.set_note(project, annotator=ann, annotation=other, note="irony")
    assert gaps(project, ann, article) == []


def test_a_ghost_is_open_until_this_person_decides(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    ghost = propose(project, article, "mayor", "entity", "person")
    taken = propose(project, article, "Nobody", "entity", "person")
    accepting.reject(project, annotator=bo, suggestion=ghost)
    accepting.accept(project, annotator=ann, suggestion=taken)
    assert gaps(project, ann, article) == [("mayor", "suggestion", "")]
    assert gaps(project, bo, article) == [("Nobody", "suggestion", "")]
    accepting.reject(project, annotator=ann, suggestion=ghost)
    assert gaps(project, ann, article) == []


def test_what_is_open_is_listed_in_the_order_of_the_text_and_is_ones_own(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "disagreed", "framing", label="blame")
    propose(project, article, "mayor", "entity", "person")
    mark(project, ann, article, "closed", "event", label="other")
    mark(project, bo, article, CLAIM, "claim")
    assert gaps(project, ann, article) == [
        ("closed", "attribute", "reality"),
        ("mayor", "suggestion", ""),
        ("disagreed", "attribute", "voice"),
        ("disagreed", "relation", "target"),
    ]


def test_done_overrides_whatever_is_open(project: Project, article: str, ann: Annotator) -> None:
    mark(project, ann, article, CLAIM, "claim")
    statuses.mark_done(project, annotator=ann, article=article, layers=["claim"])
    assert standing(project, ann) == {"claim": ("done", "")}


# --- labels of the whole article


def labels(project: Project, article: str) -> dict[str, str | tuple[str, ...]]:
    return {label.name: label.value for label in articles.labels_of(project, [article])}


def label(project: Project, who: Annotator, article: str, name: str, *values: str) -> None:
    statuses.label_article(project, annotator=who, article=article, name=name, values=values)


def test_an_article_takes_one_value_or_several_as_the_scheme_says(
    project: Project, article: str, ann: Annotator
) -> None:
    label(project, ann, article, "genre", "report")
    label(project, ann, article, "frames", "policy", "morality")
    label(project, ann, article, "genre", "opinion")
    assert labels(project, article) == {"genre": "opinion", "frames": ("policy", "morality")}
    undoing.undo(project, annotator=ann)
    assert labels(project, article)["genre"] == "report"


def test_each_person_labels_the_article_for_themselves(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    label(project, ann, article, "genre", "report")
    label(project, bo, article, "genre", "satire")
    assert {(label.annotator, label.value) for label in articles.labels_of(project, [article])} == {
        (ann.id, "report"),
        (bo.id, "satire"),
    }


def test_no_value_takes_a_label_away_and_undo_brings_it_back(
    project: Project, article: str, ann: Annotator
) -> None:
    label(project, ann, article, "frames", "policy", "morality")
    label(project, ann, article, "frames")
    assert labels(project, article) == {}
    undoing.undo(project, annotator=ann)
    assert labels(project, article) == {"frames": ("policy", "morality")}


def test_unknown_labels_and_values_of_articles_are_refused(
    project: Project, article: str, ann: Annotator
) -> None:
    with refused("domain.unknown_article_label"):
        label(project, ann, article, "mood", "grim")
    with refused("domain.bad_value"):
        label(project, ann, article, "genre", "poem")
    with refused("domain.bad_value"):
        label(project, ann, article, "genre", "report", "opinion")
    assert labels(project, article) == {}


def test_marks_made_before_done_stay_with_the_person_who_made_them(
    project: Project, article: str, ann: Annotator
) -> None:
    made = mark(project, ann, article, "mayor", "entity")
    statuses.skip(project, annotator=ann, article=article, layers=["entity"], reason="later")
    assert annotations.of_article(project, article) == [made]
