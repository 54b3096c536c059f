"""Labels are called as was asked for, in the scheme as in the annotations."""

from dataclasses import replace

import pytest

from tests.formats.corpora import full
from tests.operations.conftest import news_scheme
from workbench.domain.annotation import Annotation
from workbench.domain.errors import UserError
from workbench.domain.relabelling import Relabelling


def mark(layer: str, label: str, **attributes: str) -> Annotation:
    return replace(full().annotations[0], layer=layer, label=label, attributes=attributes)


def called(how: Relabelling, annotation: Annotation) -> str | None:
    now = how.named(annotation)
    return now.label if now else None


def test_nothing_is_renamed_where_nothing_was_asked_for() -> None:
    scheme = news_scheme()
    how = Relabelling.of(scheme, names="scheme", label_as=())
    annotation = mark("entity", "person")
    assert how.named(annotation) is annotation
    assert how.scheme == scheme


def test_names_elsewhere_are_those_of_the_scheme() -> None:
    how = Relabelling.of(news_scheme(), names="conll", label_as=())
    assert called(how, mark("entity", "person")) == "PER"
    assert called(how, mark("entity", "time")) is None
    assert called(how, mark("claim", "factual")) == "factual"
    assert [label.id for label in how.scheme.layer("entity").labels] == [
        "PER",
        "ORG",
        "LOC",
        "MISC",
    ]
    assert how.scheme.layer("claim") == news_scheme().layer("claim")


def test_a_template_makes_one_of_a_label_and_what_describes_it() -> None:
    how = Relabelling.of(news_scheme(), names="scheme", label_as=["claim={label}.{attribution}"])
    value = next(
        a for a in news_scheme().layer("claim").attributes if a.id == "attribution"
    ).values[0]
    name = f"factual.{value.replace(' ', '_')}"
    assert called(how, mark("claim", "factual", attribution=value)) == name
    assert called(how, mark("claim", "factual")) == "factual"
    assert called(how, mark("entity", "person")) == "person"
    labels = {label.id for label in how.scheme.layer("claim").labels}
    assert {name, "factual"} <= labels


def test_ends_follow_their_labels_and_go_with_the_last_of_them() -> None:
    before = news_scheme()
    how = Relabelling.of(before, names="conll", label_as=["claim={label}.{attribution}"])
    assert len(how.scheme.relations) <= len(before.relations)
    for relation in how.scheme.relations:
        was = before.relation(relation.id)
        assert was
        for end in (*relation.sources, *relation.targets):
            known = {label.id for label in how.scheme.layer(end.layer).labels}
            assert set(end.labels) <= known
        for ends, old in ((relation.sources, was.sources), (relation.targets, was.targets)):
            free = [end.layer for end in old if not end.labels]
            assert [end.layer for end in ends if not end.labels] == free


@pytest.mark.parametrize(
    ("label_as", "key"),
    [
        ("claim={label}.{colour}", "domain.bad_template"),
        ("claim={label}.{cue}{", "domain.bad_template"),
        ("claim=", "domain.empty_template"),
        ("claim=fixed", "domain.empty_template"),
        ("claims={label}", "domain.unknown_layer"),
    ],
)
def test_what_no_label_can_be_made_of_is_refused(label_as: str, key: str) -> None:
    with pytest.raises(UserError, check=lambda e: e.key == key):
        Relabelling.of(news_scheme(), names="scheme", label_as=[label_as])


def test_names_that_no_label_has_are_refused() -> None:
    with pytest.raises(UserError, check=lambda e: e.key == "domain.no_names_elsewhere"):
        Relabelling.of(news_scheme(), names="ontonotes", label_as=())
