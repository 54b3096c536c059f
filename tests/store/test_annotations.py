"""Annotations and relations come out as they went in, by place, and never without their ends."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation, Origin, OriginKind, Relation
from workbench.domain.annotator import Annotator
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, Span, fragments_of, quote_of
from workbench.store import annotations, schema
from workbench.store.project import Project

KINDS: tuple[OriginKind, ...] = ("hand", "suggestion", "import", "adjudication", "carried")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@pytest.fixture
def article(project: Project) -> str:
    return add_article(project)


@pytest.fixture
def ann(project: Project) -> Annotator:
    return add_person(project, "ann")


def made(article: str, who: Annotator, *ranges: tuple[int, int]) -> Annotation:
    fragments = fragments_of(ranges)
    quote = quote_of(TEXT, fragments)
    return Annotation(new_id(), article, who.id, "entity", "person", fragments, quote)


def write(project: Project, *marks: Annotation) -> None:
    with project.transaction("annotate", person="") as transaction:
        annotations.insert_many(transaction, marks)


@st.composite
def fragments(draw: st.DrawFn) -> Fragments:
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=8)))
    return fragments_of(zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def whole_annotations(draw: st.DrawFn) -> Annotation:
    """An annotation that says all it can, of nobody in no article yet."""
    place = draw(fragments())
    score = draw(st.none() | st.floats(0, 1))
    return Annotation(
        id=new_id(),
        article="",
        annotator="",
        layer="claim",
        label="factual",
        fragments=place,
        quote=quote_of(TEXT, place),
        attributes=draw(st.dictionaries(texts, texts, max_size=3)),
        note=draw(texts),
        unsure=draw(texts),
        answer=draw(texts),
        created="2024-01-19T00:00:00+00:00",
        modified="2024-01-20T00:00:00+00:00",
        scheme_version=draw(st.integers(1, 99)),
        origin=Origin(draw(st.sampled_from(KINDS)), draw(texts), draw(texts), score),
    )


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=whole_annotations())
def test_an_annotation_comes_out_as_it_went_in(
    project: Project, article: str, ann: Annotator, drawn: Annotation
) -> None:
    annotation = replace(drawn, id=new_id(), article=article, annotator=ann.id)
    write(project, annotation)
    assert annotations.by_ids(project, [annotation.id]) == [annotation]


def test_annotations_are_read_in_the_order_of_the_text(
    project: Project, article: str, ann: Annotator
) -> None:
    marks = [made(article, ann, *ranges) for ranges in ([(8, 14)], [(0, 14)], [(0, 3), (5, 7)])]
    write(project, *marks)
    found = annotations.of_article(project, article)
    assert [mark.span for mark in found] == [Span(0, 7), Span(0, 14), Span(8, 14)]


def test_annotations_are_read_by_person_and_article(
    project: Project, article: str, ann: Annotator
) -> None:
    bo, other = add_person(project, "bo"), add_article(project, TEXT + "2")
    hers, his, there = (
        made(article, ann, (0, 7)),
        made(article, bo, (0, 7)),
        made(other, bo, (0, 7)),
    )
    write(project, hers, his, there)
    assert annotations.of_article(project, article, annotator=bo.id) == [his]
    assert annotations.at_place(project, article=article, annotator=ann.id, start=0) == [hers]
    assert annotations.at_place(project, article=article, annotator=ann.id, start=1) == []
    assert annotations.counts_by_article(project) == {
        (article, ann.id): 1,
        (article, bo.id): 1,
        (other, bo.id): 1,
    }
    assert annotations.counts_by_article(project, annotator=bo.id, articles=[other]) == {
        (other, bo.id): 1
    }


def test_many_ids_are_looked_up_and_unknown_ones_passed_over(
    project: Project, article: str, ann: Annotator
) -> None:
    marks = [made(article, ann, (0, 7)) for _ in range(1_201)]
    write(project, *marks)
    wanted = [mark.id for mark in reversed(marks)]
    assert len(annotations.by_ids(project, [*wanted, "nobody's"])) == 1_201
    assert annotations.by_ids_in_order(project, wanted) == marks[::-1]


def test_changes_touch_what_they_name_and_the_time(
    project: Project, article: str, ann: Annotator
) -> None:
    mark = made(article, ann, (0, 7))
    write(project, mark)
    with project.transaction("change", person=ann.id) as transaction:
        annotations.update(transaction, mark.id, {"note": "why", "label": "person"})
        annotations.update_attributes(transaction, mark.id, {"b": "2", "a": "1"})
        annotations.update_span(transaction, mark.id, (Span(8, 10), Span(11, 14)), "cl sed")
    (changed,) = annotations.of_article(project, article)
    assert changed == replace(
        mark,
        note="why",
        attributes={"a": "1", "b": "2"},
        fragments=(Span(8, 10), Span(11, 14)),
        quote="cl sed",
        modified=transaction.time,
    )


def test_the_order_of_attributes_is_no_difference(
    project: Project, article: str, ann: Annotator
) -> None:
    mark = replace(made(article, ann, (0, 7)), attributes={"a": "1", "b": "2"}, modified="now")
    write(project, mark)
    (stored,) = project.images(schema.annotation)
    write(project, replace(mark, id="twin", attributes={"b": "2", "a": "1"}))
    twin = next(row for row in project.images(schema.annotation) if row["id"] == "twin")
    assert twin == stored | {"id": "twin"}


# --- relations


def related(project: Project, source: Annotation, target: Annotation) -> Relation:
    relation = Relation(
        new_id(),
        source.article,
        source.annotator,
        "source",
        source.id,
        target.id,
        {"role": "agent"},
        "a note",
        "then",
        "now",
    )
    with project.transaction("relate", person="") as transaction:
        annotations.insert_relations(transaction, [relation])
    return relation


def test_relations_are_found_from_both_ends(project: Project, article: str, ann: Annotator) -> None:
    source, target, third = (made(article, ann, (start, 7)) for start in (0, 1, 2))
    write(project, source, target, third)
    relation = related(project, source, target)
    assert annotations.relations_of_article(project, article, annotator=ann.id) == [relation]
    assert annotations.relations_at(project, source.id) == [relation]
    assert annotations.relations_at(project, target.id) == [relation]
    assert annotations.relations_at(project, third.id) == []


def without(project: Project, mark: Annotation) -> None:
    """Remove an annotation and nothing that refers to it."""
    with project.transaction("delete", person="") as transaction:
        annotations.delete(transaction, mark.id)


def test_an_annotation_never_goes_from_under_its_relations(
    project: Project, article: str, ann: Annotator
) -> None:
    source, target = made(article, ann, (0, 7)), made(article, ann, (8, 14))
    write(project, source, target)
    relation = related(project, source, target)
    with pytest.raises(IntegrityError):
        without(project, target)
    assert annotations.relations_at(project, target.id) == [relation]
    assert annotations.by_ids(project, [target.id]) == [target]
