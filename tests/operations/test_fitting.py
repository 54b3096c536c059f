"""Suggestions are said in the project's own scheme, or left out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.operations.conftest import news_scheme
from workbench.domain.scheme import Label, Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Draft, DraftRelation
from workbench.formats.scheme_yaml import read_scheme
from workbench.operations.fitting import fitted, place_of
from workbench.settings.resources import resources_folder

MINIMAL = read_scheme(resources_folder() / "schemes" / "minimal.yaml")
HERE, THERE = (Span(0, 4),), (Span(9, 12),)


def draft(layer: str, label: str, *relations: DraftRelation, **attributes: str) -> Draft:
    return Draft(layer, label, HERE, 0.9, attributes, relations)


def claim(*relations: DraftRelation) -> Draft:
    return draft("claim", "factual", *relations, attribution="direct quote", stance="asserts")


PERSON = draft("entity", "person", actor="media")


LABELS = [(layer.id, label.id) for layer in news_scheme().layers for label in layer.labels]
TYPES = ("source", "cue", "same_as", "target", "unheard_of")
ATTRIBUTES: list[dict[str, str]] = [
    {},
    {"stance": "asserts"},
    {"stance": "shouts"},
    {"value": "soon"},
    {"use": "actor"},
]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Anything that a suggester may say, sense aside."""
    layer, label = draw(st.sampled_from([*LABELS, ("mood", "grim"), ("claim", "unheard_of")]))
    start = draw(st.integers(0, 3))
    relation = st.builds(DraftRelation, st.sampled_from(TYPES), st.integers(0, 9))
    return Draft(
        layer,
        label,
        (Span(start, start + 2),),
        0.5,
        draw(st.sampled_from(ATTRIBUTES)),
        tuple(draw(st.lists(relation, max_size=2))),
    )


def test_what_the_scheme_says_already_stays_as_it_is() -> None:
    said = [PERSON, claim(DraftRelation("source", 0))]
    assert fitted(news_scheme(), said) == said


def test_labels_of_news_become_those_that_stand_for_them() -> None:
    found = fitted(MINIMAL, [PERSON, claim(DraftRelation("source", 0))])
    assert [place_of(one) for one in found] == [
        ("entity", "entity", HERE),
        ("claim", "claim", HERE),
    ]
    assert [(one.attributes, one.relations) for one in found] == [({}, ()), ({}, ())]


def test_what_the_scheme_has_no_words_for_is_left_out() -> None:
    nameless = [draft("event", "legal"), draft("entity", "time"), draft("claim", "cue")]
    assert fitted(MINIMAL, nameless) == []


def test_two_labels_that_become_one_are_one_suggestion() -> None:
    group = replace(PERSON, label="group", score=0.3)
    elsewhere = replace(PERSON, fragments=THERE)
    found = fitted(MINIMAL, [PERSON, group, elsewhere])
    assert [(one.fragments, one.score) for one in found] == [(HERE, 0.9), (THERE, 0.9)]


def test_relations_follow_their_ends_to_where_those_came_to_stand() -> None:
    said = [draft("mood", "grim"), PERSON, PERSON, claim(DraftRelation("source", 2))]
    person, told = fitted(news_scheme(), said)
    assert person.label == "person"
    assert told.relations == (DraftRelation("source", 0),)


def test_a_relation_to_what_was_left_out_or_may_not_be_joined_goes() -> None:
    said = [
        draft("mood", "grim"),
        draft("entity", "time"),
        claim(
            DraftRelation("source", 0),
            DraftRelation("source", 1),
            DraftRelation("unheard_of", 1),
            DraftRelation("responds_to", 2),
        ),
    ]
    assert fitted(news_scheme(), said)[-1].relations == ()


def test_a_label_that_the_scheme_has_is_never_said_by_another_name() -> None:
    entity = MINIMAL.layer("entity")
    person = Label("person", "Person", "2", "#335577")
    both = Scheme("both", 1, (replace(entity, labels=(*entity.labels, person)),))
    (found,) = fitted(both, [PERSON])
    assert found.label == "person"


@given(st.lists(drafts(), min_size=10, max_size=10))
def test_whatever_is_kept_could_be_written_as_it_stands(said: list[Draft]) -> None:
    for scheme in (news_scheme(), MINIMAL):
        kept = fitted(scheme, said)
        assert len({place_of(one) for one in kept}) == len(kept)
        for one in kept:
            scheme.label(one.layer, one.label)
            scheme.check_attributes(one.layer, one.label, one.attributes)
            for relation in one.relations:
                end = kept[relation.target]
                ends = (one.layer, one.label), (end.layer, end.label)
                scheme.check_relation(relation.type, *ends)
        assert fitted(scheme, kept) == kept
