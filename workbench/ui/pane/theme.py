"""The colours of the pane, kept such that every text on them is readable.

Label colours are chosen by people, so none can be trusted: a tint is thinned until the text on it
has the contrast that WCAG asks of text (4.5), a stroke is drawn towards the text's colour until it
has a little more than is asked of graphics (3), and a tag's ground until the page's colour can be
read on it.
"""

from dataclasses import dataclass
from functools import lru_cache

from workbench.domain.colors import blend, contrast, standing_out

TEXT_CONTRAST = 4.5
STROKE_CONTRAST = 4.0
TINT, STRONG_TINT, SELECTED = 0.24, 0.36, 0.62


@dataclass(frozen=True, slots=True)
class PaneTheme:
    """The colours of the pane, each as "#rrggbb"; `strength` multiplies the shares of tints."""

    background: str
    text: str
    muted: str
    selection: str
    caret: str
    found: str
    found_now: str
    strength: float = 1.0


LIGHT = PaneTheme(
    background="#fcfbf8",
    text="#21252b",
    muted="#434952",
    selection="#b3d3f6",
    caret="#1257a8",
    found="#fbe9a9",
    found_now="#f9cf58",
)
DARK = PaneTheme(
    background="#1d1f23",
    text="#e3e4e6",
    muted="#b6bbc3",
    selection="#234a7d",
    caret="#8fc1ff",
    found="#40370f",
    found_now="#504208",
    strength=1.55,
)


@lru_cache(maxsize=4096)
def tint(theme: PaneTheme, color: str, share: float = TINT) -> str:
    """A label's colour as a ground for text, thinned until text on it is readable."""
    share *= theme.strength
    while True:
        ground = blend(color, theme.background, share)
        if share <= 0 or all(_readable(theme, spot) for spot in (ground, selected(theme, ground))):
            return ground
        share = max(0.0, share - 0.02)


@lru_cache(maxsize=4096)
def stroke(theme: PaneTheme, color: str, share: float = 1.0) -> str:
    """A label's colour as a line; with a lower share a paler one."""
    return _standing_out(theme, blend(color, theme.background, share), STROKE_CONTRAST)


@lru_cache(maxsize=4096)
def tag_ground(theme: PaneTheme, color: str) -> str:
    """A label's colour as the ground of a tag that is written in the page's own colour."""
    return _standing_out(theme, color, TEXT_CONTRAST)


def _standing_out(theme: PaneTheme, color: str, least: float) -> str:
    """A colour drawn towards the text's until it has a contrast to the page."""
    return standing_out(color, text=theme.text, ground=theme.background, least=least)


def selected(theme: PaneTheme, ground: str) -> str:
    """What a ground looks like under the selection."""
    return blend(theme.selection, ground, SELECTED)


def _readable(theme: PaneTheme, ground: str) -> bool:
    """Whether the text of the theme is readable on a ground."""
    return all(contrast(ink, ground) >= TEXT_CONTRAST for ink in (theme.text, theme.muted))
