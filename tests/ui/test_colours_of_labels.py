"""The colours of the shipped schemes stay apart for every kind of eye.

Layers differ by shape as well, so what matters most is that labels of one layer can be told apart.
"""

from itertools import combinations, pairwise

import pytest

from tests.ui.colour_vision import Vision, distance
from workbench.domain.scheme import Layer, Scheme
from workbench.formats.scheme_yaml import read_scheme
from workbench.settings.resources import resources_folder

NOTICEABLE = 2.3
LEAST: dict[Vision, float] = {"full": 9.0, "protan": 9.0, "deutan": 9.0, "tritan": 2 * NOTICEABLE}


def scheme(name: str) -> Scheme:
    return read_scheme(resources_folder() / "schemes" / f"{name}.yaml")


def layers() -> list[Layer]:
    return [layer for name in ("news", "minimal") for layer in scheme(name).layers]


def test_the_simulation_confuses_what_such_eyes_confuse() -> None:
    red, green = "#c0392b", "#7a7a1e"
    assert distance(red, green, "deutan") < distance(red, green, "full") / 2
    assert distance("#ffffff", "#000000", "protan") == pytest.approx(100, abs=0.5)


@pytest.mark.parametrize("vision", ["full", "protan", "deutan", "tritan"])
def test_the_labels_of_a_layer_are_told_apart(vision: Vision) -> None:
    close = [
        (layer.id, a.id, b.id)
        for layer in layers()
        for a, b in combinations(layer.labels, 2)
        if distance(a.color, b.color, vision) < LEAST[vision]
    ]
    assert close == []


@pytest.mark.parametrize("vision", ["full", "protan", "deutan", "tritan"])
def test_neighbouring_layers_are_told_apart_by_colour_too(vision: Vision) -> None:
    first = [layer.labels[0].color for layer in scheme("news").layers]
    assert min(distance(a, b, vision) for a, b in pairwise(first)) >= 15
