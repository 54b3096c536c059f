"""Schemes come back equal, both spellings say the same, and every refusal names its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CHECKOUT
from workbench.domain.errors import UserError
from workbench.domain.scheme import (
    LAYERS,
    ArticleLabelType,
    Attribute,
    End,
    Flag,
    Label,
    Layer,
    RelationType,
    Scheme,
)
from workbench.formats.scheme_yaml import read_scheme, write_scheme

DRAFT = CHECKOUT.parent / "shared" / "scheme-news.yaml"
SHIPPED = sorted((CHECKOUT / "resources" / "schemes").glob("*.yaml"))
KEYS = "123456789"

SHORT = """\
scheme: {id: small, version: 2}
any: {unsure: {type: flag, key: q}}
lists: {frames: [policy, other]}
article:
  frame: {values: frames, required: true}
layers:
  entity:
    key: e
    span: the name
    labels:
      person: [1, {conll: PER, ace: [PER, GPE]}, A human being.]
      time: [2, {conll: null, apart: true}, A date.]
    attributes:
      use: [location, actor]
  claim: {labels: {factual: [1, {}, Judged true or false.]}}
relations:
  source: [1, claim, "entity: person time", one, {kind: [direct, other]}]
  same_as: [9, [entity, claim], same layer, many, {directed: false}]
"""
LONG = """\
scheme: {id: small, version: 2}
any: {unsure: {type: flag, name: unsure, key: q}}
article:
  frame: {values: [policy, other], required: true, scale: nominal, multiple: false}
layers:
  entity:
    name: entity
    key: e
    span: the name
    labels:
      person:
        name: person
        key: 1
        color: "#0072b2"
        names: {conll: PER, ace: PER GPE}
        guideline: A human being.
      time: {key: 2, names: {conll: }, apart: true, guideline: A date.}
    attributes:
      use: {type: choice, values: [location, actor]}
  claim: {labels: {factual: {key: 1, guideline: Judged true or false.}}}
relations:
  source:
    key: 1
    from: [claim]
    to:
      - entity: person time
    many: false
    attributes: {kind: {values: [direct, other]}}
  same_as: {key: 9, from: [entity, claim], to: [same layer], directed: false}
"""


# --- reading


def test_the_short_and_the_long_spelling_say_the_same() -> None:
    assert read_scheme(SHORT) == read_scheme(LONG)


def test_what_is_missing_is_made_from_the_id_and_the_layer() -> None:
    scheme = read_scheme(
        "scheme: {id: s, version: 1}\nlayers: {framing: {labels: {scare_quotes: {}}}}"
    )
    label = scheme.label("framing", "scare_quotes")
    assert (label.name, label.key, label.color) == ("scare quotes", "", "#cc79a7")


def test_on_off_yes_and_no_are_text() -> None:
    text = SHORT.replace("[location, actor]", "[on, off, yes, no, 1, 2026-01-02]")
    (use,) = read_scheme(text).layer("entity").attributes
    assert use.values == ("on", "off", "yes", "no", "1", "2026-01-02")


def test_all_that_a_label_can_say_is_read() -> None:
    said = (
        'person: {name: Person, key: p, color: "#12aB3f", examples: ["[A] b", c], border: tight,'
        " counter_example: d, folded: true}"
    )
    text = f"scheme: {{id: s, version: 1}}\nlayers:\n  entity:\n    labels:\n      {said}\n"
    label = read_scheme(text).label("entity", "person")
    assert (label.name, label.key, label.color, label.folded) == ("Person", "p", "#12aB3f", True)
    assert (label.examples, label.counter_example, label.border) == (("[A] b", "c"), "d", "tight")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_scheme_comes_back_equal(path: Path) -> None:
    scheme = read_scheme(path)
    assert read_scheme(write_scheme(scheme)) == scheme


def test_the_draft_is_read_in_its_short_spelling() -> None:
    if not DRAFT.exists():
        pytest.skip("Needs the draft scheme beside the checkout, which is not on this machine.")
    scheme = read_scheme(DRAFT)
    assert [layer.id for layer in scheme.layers] == list(LAYERS)
    assert scheme.label("claim", "cue").apart
    assert scheme.label("event", "conflict").names["plover"] == "ASSAULT COERCE MOBILIZE"
    same_as = scheme.relation("same_as")
    assert same_as
    assert (same_as.same_layer, same_as.directed) == (True, False)
    assert read_scheme(write_scheme(scheme)) == scheme


# --- the round trip

ids = st.from_regex("[a-z][a-z0-9_]{0,8}", fullmatch=True)
phrases = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t"), max_size=20
)
filled = phrases.filter(str.strip)
values = st.lists(filled, min_size=1, max_size=3, unique=True).map(tuple)
colors = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


def attributes(labels: list[str]) -> st.SearchStrategy[Attribute]:
    """Attributes of a layer with these labels, or of a relation where there are none."""
    some = (
        st.lists(st.sampled_from(labels), max_size=2, unique=True).map(tuple)
        if labels
        else st.just(())
    )
    own = {
        "only_for": some,
        "not_for": some,
        "complete": st.sampled_from(["", "project"]),
        "prefill": phrases,
        "folded": st.booleans(),
    }
    shared = {"id": ids, "name": filled, "required": st.booleans(), "help": phrases}
    choice = st.builds(Attribute, **shared, **(own if labels else {}), values=values)
    free = st.builds(
        Attribute, **shared, **(own if labels else {}), type=st.sampled_from(["text", "date"])
    )
    return choice | free


def several(made: st.SearchStrategy[Attribute]) -> st.SearchStrategy[tuple[Attribute, ...]]:
    return st.lists(made, max_size=2, unique_by=lambda attribute: attribute.id).map(tuple)


@st.composite
def layers(draw: st.DrawFn, id: str) -> Layer:
    names = draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    elsewhere = st.dictionaries(ids, st.sampled_from(["", "PER", "A B"]), max_size=2)
    labels = tuple(
        Label(
            *(name, draw(filled), KEYS[place], draw(colors), draw(phrases), draw(elsewhere)),
            draw(st.booleans()),
            draw(st.just(()) | values),
            *(draw(phrases), draw(phrases), draw(st.booleans())),
        )
        for place, name in enumerate(names)
    )
    key = KEYS[LAYERS.index(id)]
    return Layer(id, draw(filled), key, draw(phrases), labels, draw(several(attributes(names))))


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    found = draw(st.lists(st.sampled_from(LAYERS), min_size=1, unique=True))
    made = tuple(draw(layers(id)) for id in found)
    end = st.sampled_from(
        [End(layer.id) for layer in made] + [End(layer.id, (layer.labels[0].id,)) for layer in made]
    )
    ends = st.lists(end, min_size=1, max_size=2).map(tuple)
    relations = tuple(
        RelationType(
            id=name,
            name=draw(filled),
            key=draw(st.sampled_from(["", KEYS[place]])),
            sources=draw(ends),
            targets=draw(ends),
            many=draw(st.booleans()),
            directed=draw(st.booleans()),
            same_layer=draw(st.booleans()),
            attributes=draw(several(attributes([]))),
            folded=draw(st.booleans()),
        )
        for place, name in enumerate(draw(st.lists(ids, max_size=3, unique=True)))
    )
    article_labels = st.builds(
        ArticleLabelType,
        id=ids,
        name=filled,
        values=values,
        scale=st.sampled_from(["nominal", "ordinal"]),
        multiple=st.booleans(),
        required=st.booleans(),
        help=phrases,
    ) | st.builds(ArticleLabelType, id=ids, name=filled, scale=st.just("text"))
    labels = st.lists(article_labels, max_size=2, unique_by=lambda label: label.id).map(tuple)
    flags = st.sampled_from([(), (Flag("unsure", "unsure", "q"),), (Flag("unsure", "?", ""),)])
    version = draw(st.integers(1, 999_999_999))
    return Scheme(draw(ids), version, made, relations, draw(labels), draw(flags))


@given(scheme=schemes())
def test_any_scheme_comes_back_equal(scheme: Scheme) -> None:
    assert read_scheme(write_scheme(scheme)) == scheme


def test_what_is_written_has_no_alias_that_reading_would_refuse() -> None:
    shared = Attribute("use", "use", values=("a", "b"))
    label = Label("person", "person", "", "#0072b2", examples=("x", "y"))
    layer = Layer("entity", "entity", "e", "", (label,), (shared,))
    claim = Layer("claim", "claim", "c", "", (label,), (shared,))
    scheme = Scheme("s", 1, (layer, claim))
    assert "&" not in write_scheme(scheme)
    assert read_scheme(write_scheme(scheme)) == scheme


# --- refusals


@pytest.mark.parametrize(
    ("old", "new", "key", "line"),
    [
        ("key: e\n", "key: e\n    colour: x\n", "formats.yaml_unknown_key", 9),
        ("key: e\n", "key: e\n    key: f\n", "formats.yaml_twice", 9),
        ("key: e\n", "key: eh\n", "formats.scheme_bad_key", 8),
        ("key: e\n", "key: &here e\n", "formats.yaml_alias", 8),
        ("key: e\n", "key: *here\n", "formats.yaml_alias", 8),
        ("key: e\n", "key: !!python/name:os.system e\n", "formats.yaml_tag", 8),
        ("key: e\n", "key: [e\n", "formats.yaml_syntax", 9),
        ("key: e\n", "key: {a: b}\n", "formats.yaml_not_text", 8),
        ("key: e\n", "key: ~\n", "formats.yaml_not_text", 8),
        ("version: 2", "version: two", "formats.yaml_not_number", 1),
        ("version: 2", "version: 0", "formats.yaml_not_number", 1),
        ("id: small, ", "", "formats.yaml_missing", 1),
        ("id: small", "id: Small", "formats.yaml_bad_id", 1),
        ("unsure: {", "sure: {", "formats.yaml_unknown_key", 2),
        ("type: flag", "type: text", "formats.yaml_not_known", 2),
        ("[policy, other]", "[policy, policy]", "formats.yaml_twice", 3),
        ("[policy, other]", "policy", "formats.yaml_not_list", 3),
        ("values: frames", "values: frame", "formats.yaml_not_known", 5),
        ("values: frames", "scale: ordinal", "formats.yaml_missing", 5),
        ("values: frames", "values: frames, scale: text", "formats.scheme_no_values", 5),
        ("required: true", "required: yes", "formats.yaml_not_flag", 5),
        ("  entity:\n", "  people:\n", "formats.yaml_unknown_key", 7),
        ("person: [", "Person: [", "formats.yaml_bad_id", 11),
        ("A human being.]", "A human, being.]", "formats.scheme_short_label", 11),
        ("time: [2", "time: [1", "formats.scheme_key_taken", 12),
        ("use: [location, actor]", "use: {for: [plate]}", "formats.yaml_missing", 14),
        ("use: [location, actor]", "use: {values: [a], for: [x]}", "formats.yaml_not_known", 14),
        ("use: [location, actor]", "use: {type: date, values: a}", "formats.scheme_no_values", 14),
        ("{factual: [1, {}, Judged true or false.]}", "{}", "formats.scheme_no_labels", 15),
        ('claim, "entity', 'claims, "entity', "formats.yaml_not_known", 17),
        ('person time"', 'person tim"', "formats.yaml_not_known", 17),
        ("same_as: [9", "same_as: [1", "formats.scheme_key_taken", 18),
        (", many, {directed: false}]", "]", "formats.scheme_short_relation", 18),
        ("[entity, claim]", "[]", "formats.scheme_no_end", 18),
        ("[entity, claim]", "[{entity: person, claim: factual}]", "formats.scheme_two_ends", 18),
    ],
)  # fmt: skip
def test_a_refusal_names_the_line_and_is_a_whole_sentence(
    old: str, new: str, key: str, line: int
) -> None:
    assert old in SHORT
    with pytest.raises(UserError) as caught:
        read_scheme(SHORT.replace(old, new, 1), file="mine.yaml")
    assert (caught.value.key, caught.value.values["line"]) == (key, line)
    assert f"mine.yaml, line {line}" in str(caught.value)


@pytest.mark.parametrize(
    ("color", "line"), [("#aabbcc", 5), ("'#abc'", 5), ("red", 5), ("'#aabbcg'", 5)]
)
def test_a_colour_is_six_hexadecimal_digits_in_quotes(color: str, line: int) -> None:
    start = "scheme: {id: s, version: 1}\nlayers:\n  entity:\n    labels:\n"
    text = f"{start}      a: {{color: {color}\n      }}\n"
    with pytest.raises(UserError) as caught:
        read_scheme(text)
    assert (caught.value.key, caught.value.values["line"]) == ("formats.scheme_bad_color", line)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "formats.yaml_empty"),
        ("[" * 10_000, "formats.yaml_deep"),
        ("a" * 1_000_001, "formats.yaml_long"),
        ("a: \x07", "formats.yaml_syntax"),
        ("a: 1\n---\nb: 2", "formats.yaml_syntax"),
        ("- a", "formats.yaml_not_mapping"),
        ("? [a]\n: b", "formats.yaml_not_text"),
    ],
)
def test_what_is_no_scheme_at_all_is_refused_in_words(text: str, key: str) -> None:
    with pytest.raises(UserError) as caught:
        read_scheme(text)
    assert caught.value.key == key
    assert str(caught.value)


@given(text=st.text(alphabet=st.sampled_from("ab:[]{}-&*!#|> \n'\"0~,"), max_size=60))
def test_any_text_is_a_scheme_or_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_scheme(text)
    assert str(caught.value)


@pytest.mark.parametrize(
    ("content", "key"), [(None, "formats.cannot_read"), (b"\xff", "formats.yaml_not_utf8")]
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    content: bytes | None, key: str, tmp_path: Path
) -> None:
    path = tmp_path / "mine.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_scheme(path)
    assert caught.value.key == key
    assert "mine.yaml" in str(caught.value)
