"""A scheme is written as a person would write it: short, plain, and whole whatever its texts."""

from dataclasses import replace

import pytest

from workbench.domain.scheme import (
    ArticleLabelType,
    Attribute,
    End,
    Label,
    Layer,
    RelationType,
    Scheme,
)
from workbench.formats.scheme_writing import COLORS, write_scheme
from workbench.formats.scheme_yaml import read_scheme

LABEL = Label("scare_quotes", "scare quotes", "", COLORS["framing"])
LAYER = Layer("framing", "framing", "", "", (LABEL,))
SCHEME = Scheme("s", 1, (LAYER,))


def test_what_is_at_its_default_is_not_written() -> None:
    assert write_scheme(SCHEME).splitlines() == [
        "scheme:",
        "  id: s",
        "  version: 1",
        "layers:",
        "  framing:",
        "    labels:",
        "      scare_quotes: {}",
    ]


def test_lists_of_values_and_ends_stand_on_one_line() -> None:
    attribute = Attribute("voice", "voice", values=("outlet", "source"), required=True)
    target = RelationType(
        "target", "target", "1", (End("framing"),), (End("framing", ("scare_quotes",)),), many=False
    )
    same = RelationType(
        "same_as", "same as", "", (End("framing"),), (End("framing"),), same_layer=True
    )
    kind = ArticleLabelType("tone", "Tone", ("bad", "good"), "ordinal")
    layer = replace(LAYER, attributes=(attribute,))
    text = write_scheme(Scheme("s", 1, (layer,), (target, same), (kind,)))
    for line in (
        "values: [outlet, source]",
        "required: true",
        "from: [framing]",
        "to: ['framing: scare_quotes']",
        "many: false",
        "to: [same layer]",
        "values: [bad, good]",
        "scale: ordinal",
    ):
        assert f" {line}\n" in text
    assert "directed" not in text


def test_letters_of_every_script_are_written_as_they_are() -> None:
    text = write_scheme(Scheme("s", 1, (replace(LAYER, name="Рамка 枠 إطار 🙂"),)))
    assert "name: Рамка 枠 إطار 🙂" in text


@pytest.mark.parametrize(
    "awkward",
    [
        *("a\x85b", "a\u2028b", "\ufeffa", "a\r\nb", "\x07a", "\x00a", "a\x7f", "\ufffe"),
        *(
            "a\n\nb\n",
            "  lead",
            "trail  ",
            "'q'",
            '"q"',
            "#c",
            "a: b # c",
            "- x",
            "a\tb",
            "\u00a0x",
        ),
        *("null", "~", "yes", "1", "true", "%x", "@x", "`x", "!!x", "&x", "*x", "|\n"),
        "x" * 300,
    ],
)
def test_any_text_comes_back_as_it_was(awkward: str) -> None:
    label = replace(LABEL, name=awkward, guideline=awkward, examples=(f"{awkward}1",))
    scheme = Scheme("s", 1, (replace(LAYER, labels=(label,), span_rule=awkward),))
    text = write_scheme(scheme)
    assert read_scheme(text) == scheme
    assert text.encode()
