"""Marking spans keeps every promise: right quotes, own work only, one undoable act."""

import pytest

from tests.operations.conftest import mark, place, refused
from workbench.domain.annotator import Annotator
from workbench.domain.span import Span
from workbench.operations import annotating, statuses, undoing
from workbench.store import annotations, people, schemes
from workbench.store.project import Project


def test_a_marked_span_keeps_its_quote_also_behind_an_emoji(
    project: Project, article: str, ann: Annotator
) -> None:
    assert mark(project, ann, article, "disagreed", "claim").quote == "disagreed"


def test_marking_starts_the_layer(project: Project, article: str, ann: Annotator) -> None:
    mark(project, ann, article, "mayor", "entity")
    (assignment,) = people.assignments(project, annotator=ann.id)
    assert (assignment.layer, assignment.status) == ("entity", "started")


def test_marking_is_one_act_to_undo(project: Project, article: str, ann: Annotator) -> None:
    mark(project, ann, article, "mayor", "entity")
    undoing.undo(project, annotator=ann)
    assert annotations.of_article(project, article) == []
    assert people.assignments(project) == []
    assert undoing.next_undo(project, ann) is None


def test_the_same_span_and_label_twice_is_refused(
    project: Project, article: str, ann: Annotator
) -> None:
    mark(project, ann, article, "mayor", "entity")
    with refused("operations.already_marked"):
        mark(project, ann, article, "mayor", "entity")


def test_overlapping_spans_and_other_layers_are_welcome(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    for who in (ann, bo):
        mark(project, who, article, "The mayor", "entity")
        mark(project, who, article, "mayor", "entity")
        mark(project, who, article, "The mayor", "claim")
    assert len(annotations.of_article(project, article)) == 6


@pytest.mark.parametrize("span", [Span(0, 10_000), Span(-1, 4), Span(5, 3)])
def test_a_span_beyond_the_text_is_refused(
    project: Project, article: str, ann: Annotator, span: Span
) -> None:
    with refused("domain.span_beyond_text"):
        annotating.annotate(
            project, annotator=ann, article=article, span=span, layer="entity", label="person"
        )
    assert annotations.of_article(project, article) == []


def test_moving_keeps_identity_and_relations(
    project: Project, article: str, ann: Annotator
) -> None:
    claim = mark(project, ann, article, "harbour is closed", "claim")
    source = mark(project, ann, article, "mayor", "entity")
    annotating.relate(project, annotator=ann, type="source", source=claim.id, target=source.id)
    fragments = (place("The harbour is"), place("closed.”"))
    annotating.move(project, annotator=ann, annotation=claim, fragments=fragments)
    (moved,) = annotations.by_ids(project, [claim.id])
    assert moved.quote == "The harbour is closed.”"
    assert [r.source for r in annotations.relations_of_article(project, article)] == [claim.id]


def test_deleting_takes_the_relations_along_and_undo_brings_them_back(
    project: Project, article: str, ann: Annotator
) -> None:
    claim = mark(project, ann, article, "harbour is closed", "claim")
    source = mark(project, ann, article, "mayor", "entity")
    annotating.relate(project, annotator=ann, type="source", source=claim.id, target=source.id)
    annotating.delete(project, annotator=ann, annotation=source)
    assert annotations.relations_of_article(project, article) == []
    undoing.undo(project, annotator=ann)
    assert len(annotations.relations_of_article(project, article)) == 1


def test_relabelling_drops_what_the_new_label_cannot_have(
    project: Project, article: str, ann: Annotator
) -> None:
    claim = mark(project, ann, article, "harbour is closed", "claim")
    annotating.set_attribute(
        project, annotator=ann, annotation=claim, attribute="stance", value="denies"
    )
    annotating.relabel(project, annotator=ann, annotation=claim, layer="entity", label="person")
    (changed,) = annotations.by_ids(project, [claim.id])
    assert (changed.layer, changed.attributes) == ("entity", {})


def test_relabelling_with_the_label_it_has_changes_nothing(
    project: Project, article: str, ann: Annotator
) -> None:
    claim = mark(project, ann, article, "harbour is closed", "claim")
    assert not annotating.relabel(
        project, annotator=ann, annotation=claim, layer=claim.layer, label=claim.label
    )


def test_an_unknown_value_is_refused(project: Project, article: str, ann: Annotator) -> None:
    claim = mark(project, ann, article, "harbour is closed", "claim")
    with refused("domain.bad_value"):
        annotating.set_attribute(
            project, annotator=ann, annotation=claim, attribute="stance", value="shouts"
        )


def test_nobody_changes_anothers_annotation(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mine = mark(project, ann, article, "mayor", "entity")
    with refused("operations.not_yours"):
        annotating.delete(project, annotator=bo, annotation=mine)


def test_what_is_missing_before_done_is_listed(
    project: Project, article: str, ann: Annotator
) -> None:
    claim = mark(project, ann, article, "harbour is closed", "claim")
    scheme = schemes.read_scheme(project)
    gaps = statuses.incomplete(scheme, marks=[claim], relations=[], ghosts=[])
    assert [(gap.mark.id, gap.what) for gap in gaps] == [(claim.id, "stance")]
