"""Colours: whatever a label's colour, text stays readable and lines stay visible."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.colors import blend, contrast
from workbench.ui.pane.shapes import GHOST_SHARE, GHOST_TINT
from workbench.ui.pane.theme import (
    DARK,
    LIGHT,
    STRONG_TINT,
    TINT,
    PaneTheme,
    selected,
    stroke,
    tag_ground,
    tint,
)

colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@themes
@given(color=colors)
@example(color="#000000")
@example(color="#ffffff")
@example(color="#ffff00")
def test_text_is_readable_on_every_tint_also_when_selected(theme: PaneTheme, color: str) -> None:
    for share in (GHOST_TINT, TINT, STRONG_TINT):
        ground = tint(theme, color, share)
        for spot in (ground, selected(theme, ground)):
            assert contrast(theme.text, spot) >= 4.5
            assert contrast(theme.muted, spot) >= 4.5


@themes
@given(color=colors)
@example(color="#fcfbf8")
@example(color="#1d1f23")
def test_lines_stand_out_from_the_page(theme: PaneTheme, color: str) -> None:
    assert contrast(stroke(theme, color), theme.background) >= 3
    assert contrast(stroke(theme, color, GHOST_SHARE), theme.background) >= 3


@themes
@pytest.mark.parametrize("color", ["#1f883d", "#8250df", "#0969da", "#b35900", "#cf222e"])
def test_tints_are_seen_and_the_focused_one_more_so(theme: PaneTheme, color: str) -> None:
    plain = contrast(tint(theme, color), theme.background)
    strong = contrast(tint(theme, color, STRONG_TINT), theme.background)
    assert plain > 1.3
    assert strong > plain + 0.2


@themes
@given(color=colors)
def test_tags_are_readable(theme: PaneTheme, color: str) -> None:
    assert contrast(theme.background, tag_ground(theme, color)) >= 4.5
    assert contrast(theme.background, theme.caret) >= 4.5


@themes
def test_text_is_readable_where_something_was_found(theme: PaneTheme) -> None:
    for ground in (theme.found, theme.found_now):
        for spot in (ground, selected(theme, ground)):
            assert contrast(theme.text, spot) >= 4.5
            assert contrast(theme.muted, spot) >= 4.5


def test_blending_goes_from_one_colour_to_the_other() -> None:
    assert blend("#ff0000", "#0000ff", 0) == "#0000ff"
    assert blend("#ff0000", "#0000ff", 1) == "#ff0000"
