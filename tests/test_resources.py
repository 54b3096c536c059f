"""What travels with the program: complete schemes, and sample articles worth trying it on."""

import colorsys
import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from workbench.settings.resources import resources_folder

SAMPLES = sorted((resources_folder() / "sample").glob("*.txt"))
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
HUES = {"entity": (190, 250), "claim": (10, 45), "event": (85, 185), "framing": (260, 350)}


def scheme(name: str) -> dict[str, Any]:
    text = (resources_folder() / "schemes" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def labels(name: str) -> list[tuple[str, str, dict[str, Any]]]:
    layers = scheme(name)["layers"]
    return [(x, y, label) for x, layer in layers.items() for y, label in layer["labels"].items()]


@pytest.mark.parametrize("name", ["news", "minimal"])
def test_every_guideline_has_two_examples_a_counter_example_and_a_border_rule(name: str) -> None:
    for layer, label, told in labels(name):
        assert len(told["examples"]) == 2, (layer, label)
        assert all("[" in example for example in told["examples"]), (layer, label)
        assert all(told[part] for part in ("name", "guideline", "counter_example", "border"))


@pytest.mark.parametrize("name", ["news", "minimal"])
def test_no_key_picks_two_labels_of_a_layer_or_two_layers(name: str) -> None:
    layers = scheme(name)["layers"]
    assert len({layer["key"] for layer in layers.values()}) == len(layers)
    for layer in layers.values():
        assert len({label["key"] for label in layer["labels"].values()}) == len(layer["labels"])


@pytest.mark.parametrize("name", ["news", "minimal"])
def test_colours_stay_in_the_hues_of_their_layer_and_none_stands_twice(name: str) -> None:
    colors = [label["color"] for _, _, label in labels(name)]
    assert len(set(colors)) == len(colors)
    for layer, label, told in labels(name):
        red, green, blue = (int(told["color"][i : i + 2], 16) / 255 for i in (1, 3, 5))
        low, high = HUES[layer]
        hue = colorsys.rgb_to_hls(red, green, blue)[0] * 360
        assert low <= (hue + 10) % 360 - 10 <= high, (layer, label, hue)


def test_nothing_required_has_a_silent_default() -> None:
    layers = scheme("news")["layers"].values()
    attributes = chain.from_iterable(layer["attributes"].values() for layer in layers)
    required = [attribute for attribute in attributes if attribute.get("required")]
    assert required
    assert not any("default" in attribute for attribute in required)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_article_is_long_enough_and_has_quotations_and_a_date(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.split()) >= 350
    assert len(re.findall("“[^”]+”", text)) >= 4
    assert "'" not in text
    assert '"' not in text
    assert re.search(r"^.*\b\d{1,2} (March|September|November) 20\d\d$", text, re.MULTILINE)


def test_the_samples_bring_what_shifts_offsets_and_what_stands_twice() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    assert len(texts) >= 3
    assert any("“" in text[found.end() :] for text in texts if (found := EMOJI.search(text)))
    assert any(lines[0] == lines[2] for text in texts if (lines := text.split("\n")))
