"""Names of labels in files of others: what is sure is taken, what is not is asked about."""

from dataclasses import replace

import pytest

from tests.operations.conftest import news_scheme
from workbench.domain.annotation import Annotation
from workbench.domain.errors import UserError
from workbench.domain.label_names import LabelNames
from workbench.domain.scheme import Label
from workbench.domain.span import Span

NAMES = LabelNames(news_scheme())


@pytest.mark.parametrize(
    ("layer", "label"),
    [
        ("entity", "person"),
        ("", "person"),
        ("", "PERSON"),
        ("", "PER"),
        ("", "entity/person"),
        ("", "entity-person"),
        ("", "Entity:Person"),
        ("entity", "Person"),
    ],
)
def test_a_name_that_one_label_has_is_that_label(layer: str, label: str) -> None:
    assert NAMES.find(layer, label) == ("entity", "person")


def test_a_name_of_two_labels_is_refused_with_both() -> None:
    with pytest.raises(UserError) as refused:
        NAMES.find("", "MISC")
    assert refused.value.key == "domain.unclear_label"
    assert refused.value.values["meant"] == "entity/group, entity/other"


def test_a_name_of_none_says_how_to_give_it_a_meaning() -> None:
    with pytest.raises(UserError, match="Disease=LAYER/LABEL"):
        NAMES.find("", "Disease")
    with pytest.raises(UserError, match="layer “entity” has no label “Disease”"):
        NAMES.find("entity", "Disease")


def test_a_given_meaning_comes_first_and_must_be_in_the_scheme() -> None:
    given = LabelNames(news_scheme(), {"MISC": "entity/other", "PER": "entity/nobody"})
    assert given.find("", "MISC") == ("entity", "other")
    with pytest.raises(UserError, match="no label “nobody”"):
        given.find("", "PER")


def test_a_name_elsewhere_counts_in_any_spelling_and_no_empty_one_does() -> None:
    label = Label("ship", "Vessel", "1", "#000000", names={"x": "BOAT Schiff", "conll": ""})
    (entity, *others) = news_scheme().layers
    scheme = replace(news_scheme(), layers=(replace(entity, labels=(label,)), *others))
    for name in ("boat", "Schiff", "vessel"):
        assert LabelNames(scheme).find("", name) == ("entity", "ship")
    with pytest.raises(UserError):
        LabelNames(scheme).find("", "")


def test_an_annotation_that_is_named_right_is_the_same_object() -> None:
    found = Annotation("a", "x", "ann", "entity", "person", (Span(0, 1),), "I")
    assert NAMES.named(found) is found
    assert NAMES.named(replace(found, layer="", label="PER")) == found
