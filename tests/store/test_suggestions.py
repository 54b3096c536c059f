"""Suggestions and what each person made of them, kept apart by person."""

from dataclasses import replace

import pytest

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.ids import new_id
from workbench.domain.span import Span, fragments_of, quote_of
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.store import annotations, suggestions
from workbench.store.project import Project


@pytest.fixture
def article(project: Project) -> str:
    return add_article(project)


@pytest.fixture
def ann(project: Project) -> Annotator:
    return add_person(project, "ann")


@pytest.fixture
def bo(project: Project) -> Annotator:
    return add_person(project, "bo")


def made(article: str, *ranges: tuple[int, int]) -> Suggestion:
    fragments = fragments_of(ranges)
    return Suggestion(
        id=new_id(),
        article=article,
        layer="claim",
        label="factual",
        fragments=fragments,
        quote=quote_of(TEXT, fragments),
        suggester="news-en",
        model="1.2",
        score=0.1 + 0.2,
        attributes={"stance": "asserts"},
        reason="a cue: “said”",
    )


def write(
    project: Project, *new: Suggestion, relations: tuple[SuggestionRelation, ...] = ()
) -> None:
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, new, relations)


def test_suggestions_come_out_as_they_went_in_by_place(project: Project, article: str) -> None:
    late, early, parted = (
        made(article, (8, 14)),
        made(article, (0, 14)),
        made(article, (0, 3), (5, 7)),
    )
    write(project, late, early, parted)
    assert suggestions.of_article(project, article) == [parted, early, late]
    assert suggestions.counts_by_article(project) == {article: 3}
    assert suggestions.counts_by_article(project, articles=["other"]) == {}


def test_relations_come_with_their_article(project: Project, article: str) -> None:
    claim, source = made(article, (8, 14)), made(article, (0, 7))
    relation = SuggestionRelation(new_id(), claim.id, "source", source.id)
    write(project, claim, source, relations=(relation,))
    assert suggestions.relations_of_articles(project, [article]) == {article: [relation]}


def test_what_is_led_to_is_found_from_afar_and_in_circles(project: Project, article: str) -> None:
    one, two, three, four = (made(article, (0, 7)) for _ in range(4))
    relations = tuple(
        SuggestionRelation(new_id(), source.id, "source", target.id)
        for source, target in ((one, two), (two, three), (three, one), (one, three), (four, one))
    )
    write(project, one, two, three, four, relations=relations)
    assert sorted(suggestions.reached(project, [one.id])) == sorted([one.id, two.id, three.id])
    assert suggestions.reached(project, []) == []
    ends = [four.id, two.id]
    found = suggestions.relations_touching(project, article, ends)
    assert found == [relations[0], relations[1], relations[4]]
    assert suggestions.relations_touching(project, "other", ends) == []


def test_each_persons_state_is_their_own_and_is_changed_in_place(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    one, two = made(article, (0, 7)), made(article, (8, 14))
    write(project, one, two)
    with project.transaction("reject", person=ann.id) as transaction:
        suggestions.set_states(transaction, [one, two], ann.id, "rejected")
        suggestions.set_states(transaction, [one], bo.id, "rejected")
        suggestions.set_states(transaction, [one], ann.id, "open")
    found = suggestions.of_article(project, article)
    assert [s.states for s in found] == [{ann.id: "open", bo.id: "rejected"}, {ann.id: "rejected"}]
    assert [s.state_for(bo.id) for s in found] == ["rejected", "open"]


def test_what_a_suggestion_became_is_known_by_person(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    one, two = made(article, (0, 7)), made(article, (8, 14))
    write(project, one, two)
    mark = Annotation("m", article, ann.id, "claim", "factual", (Span(0, 7),), "Harbour")
    with project.transaction("accept", person=ann.id) as transaction:
        annotations.insert_many(transaction, [mark])
        suggestions.set_states(transaction, [one], ann.id, "accepted", {one.id: "m"})
        suggestions.set_states(transaction, [two], ann.id, "rejected")
    ids = [one.id, two.id]
    assert suggestions.accepted_as(project, ids, ann.id) == {one.id: "m"}
    assert suggestions.accepted_as(project, ids, bo.id) == {}
    with project.transaction("delete", person=ann.id) as transaction:
        suggestions.reject_deleted(transaction, "m")
        annotations.delete(transaction, "m")
    assert suggestions.accepted_as(project, ids, ann.id) == {}
    (first, *_) = suggestions.of_article(project, article)
    assert first == replace(one, states={ann.id: "rejected"})


def test_many_at_once_are_no_different(project: Project, article: str, ann: Annotator) -> None:
    many = [made(article, (0, 7)) for _ in range(1_201)]
    write(project, *many)
    for state in ("rejected", "open"):
        with project.transaction("state", person=ann.id) as transaction:
            suggestions.set_states(transaction, many, ann.id, state)
    found = suggestions.by_ids(project, [s.id for s in many])
    assert [s.states for s in found] == [{ann.id: "open"}] * 1_201


def test_that_a_model_saw_an_article_is_remembered_also_where_it_found_nothing(
    project: Project, article: str
) -> None:
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.mark_seen(transaction, [article], "news-en", "1")
    assert suggestions.articles_seen(project, "news-en", "1") == {article}
    assert suggestions.articles_seen(project, "news-en", "2") == set()
    assert suggestions.articles_seen(project, "other", "1") == set()
    assert suggestions.suggesters_through(project, article) == {"news-en"}
    assert suggestions.suggesters_through(project, "other") == set()
