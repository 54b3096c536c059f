"""What is asked for while annotating is what *done* lists: one rule for both."""

from dataclasses import replace

import pytest

from workbench.domain.annotation import Annotation
from workbench.domain.completeness import missing, missing_in, needed_relation, prefilled
from workbench.domain.scheme import Attribute, End, Label, Layer, RelationType, Scheme
from workbench.domain.span import Span

ATTRIBUTION = Attribute(
    "attribution", "Attribution", values=("direct quote", "none"), required=True
)
VOICE = Attribute(
    "voice",
    "Voice",
    values=("outlet", "source"),
    prefill="source if inside a claim that has a source",
)
SCHEME = Scheme(
    "s",
    1,
    (
        Layer("entity", "Entity", "e", "", (Label("person", "Person", "1", "#112233"),)),
        Layer(
            "claim",
            "Claim",
            "c",
            "",
            (Label("factual", "Factual", "1", "#112233"),),
            (ATTRIBUTION,),
        ),
        Layer(
            "framing",
            "Framing",
            "f",
            "",
            (Label("blame", "Blame", "5", "#112233"), Label("other", "Other", "9", "#112233")),
            (VOICE,),
        ),
    ),
    (
        RelationType("source", "Source", "1", (End("claim"),), (End("entity"),)),
        RelationType("target", "Target", "1", (End("framing"),), (End("entity"),)),
    ),
)
CLAIM = Annotation("c", "a", "p", "claim", "factual", (Span(0, 20),), "q")
BLAME = Annotation("b", "a", "p", "framing", "blame", (Span(5, 9),), "q")


def test_a_claim_lacks_its_required_attribute_first() -> None:
    assert missing(SCHEME, CLAIM, ()) == [("attribute", "attribution")]


@pytest.mark.parametrize(
    ("value", "leading", "lacks"),
    [
        ("direct quote", set(), [("relation", "source")]),
        ("direct quote", {"source"}, []),
        ("none", set(), []),
    ],
)
def test_an_attributed_claim_needs_a_source(
    value: str, leading: set[str], lacks: list[tuple[str, str]]
) -> None:
    claim = replace(CLAIM, attributes={"attribution": value})
    assert missing(SCHEME, claim, leading) == lacks


def test_a_blame_needs_a_target_and_another_device_a_note() -> None:
    assert missing(SCHEME, BLAME, ()) == [("relation", "target")]
    other = replace(BLAME, label="other")
    assert missing(SCHEME, other, ()) == [("note", "note")]
    assert missing(SCHEME, replace(other, note="an echo"), ()) == []


def test_what_a_label_requires_is_found_once_for_thousands_of_marks() -> None:
    asked: list[str] = []

    class Asked(Layer):
        def attributes_of(self, label: str) -> tuple[Attribute, ...]:
            asked.append(label)
            return super().attributes_of(label)

    claim = SCHEME.layer("claim")
    layer = Asked(claim.id, claim.name, claim.key, "", claim.labels, claim.attributes)
    claims = [replace(CLAIM, id=str(number)) for number in range(3)]
    found = list(missing_in(replace(SCHEME, layers=(layer,)), claims, {}))
    assert found == [(each, ("attribute", "attribution")) for each in claims]
    assert asked == ["factual"]


def test_a_relation_that_the_scheme_does_not_have_is_not_missed() -> None:
    bare = replace(SCHEME, relations=())
    assert missing(bare, BLAME, ()) == []
    assert needed_relation(BLAME) == "target"


def test_a_value_is_offered_inside_a_claim_that_has_a_source() -> None:
    assert prefilled([VOICE], BLAME, [CLAIM]) == {"voice": "source"}
    assert prefilled([VOICE], BLAME, []) == {}
    outside = replace(CLAIM, fragments=(Span(0, 7),))
    assert prefilled([VOICE], BLAME, [outside]) == {}


def test_no_annotation_is_looked_at_where_no_rule_asks_for_it() -> None:
    sourced = iter([CLAIM])
    assert prefilled([replace(VOICE, prefill="")], BLAME, sourced) == {}
    assert next(sourced) is CLAIM
