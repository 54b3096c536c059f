"""Pictures as SVG: sound XML, nothing from elsewhere, nothing unescaped."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workbench.domain.colors import contrast
from workbench.operations.charts import svg
from workbench.operations.charts.drawing import (
    DARK,
    LIGHT,
    Box,
    Dot,
    Drawing,
    Line,
    Look,
    Words,
    fitting,
    width_of,
)

HOSTILE = '</text><script>alert("x")</script>&\x00\x0b'
SHAPES = (
    Box(1, 2, 30, 4, "#ffff00", said=HOSTILE, share=0.5),
    Line(((0, 0), (5.25, 9)), "muted", 2, (3, 1)),
    Dot(4, 4, 2, "#101010"),
    Words(3, 9, HOSTILE, anchor="end", bold=True),
)
DRAWING = Drawing(40, 20.5, HOSTILE, SHAPES)
NAME = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_a_picture_by_itself_is_sound_and_holds_nothing_that_runs(look: Look) -> None:
    root = etree.fromstring(svg.alone(DRAWING, look).encode())
    tags = {element.tag.removeprefix(NAME) for element in root.iter()}
    assert tags == {"svg", "title", "rect", "polyline", "circle", "text"}
    assert root.findtext(f"{NAME}text").startswith("</text><script>")
    assert not re.search(r"(href|url\(|@import|\bon\w+=)", svg.alone(DRAWING, look))


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("color", ["#ffff00", "#101010", "#fcfbf8"])
def test_a_colour_of_whatever_kind_is_seen_on_the_ground(look: Look, color: str) -> None:
    assert contrast(look.color(color), look.ground) >= 3
    assert contrast(look.muted, look.ground) >= 4.5


def test_a_page_gives_every_colour_that_its_pictures_name() -> None:
    named = set(re.findall(r"var\((--[\w-]+)\)", svg.within(DRAWING)))
    for look in (LIGHT, DARK):
        given = dict(re.findall(r"(--[\w-]+):(#[0-9a-f]{6});", svg.styles([DRAWING], look)))
        assert set(given) == named
    assert svg.styles([DRAWING], LIGHT) != svg.styles([DRAWING], DARK)


def test_a_picture_is_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "chart.svg"
    svg.write_svg(DRAWING, LIGHT, out)
    assert etree.fromstring(out.read_bytes()).get("viewBox") == "0 0 40 20.5"


@given(text=st.text(), width=st.floats(0, 500))
def test_words_that_are_cut_fit_where_anything_does(text: str, width: float) -> None:
    cut = fitting(text, width)
    assert cut == text or width_of(cut) <= max(width, width_of("…"))
