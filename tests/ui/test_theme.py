"""Text can be read on every surface, in both themes."""

import pytest

from workbench.ui.pane.theme import contrast
from workbench.ui.theme import DARK, LIGHT, Tokens

ENOUGH = 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_every_surface(tokens: Tokens) -> None:
    surfaces = (tokens.window, tokens.surface, tokens.raised, tokens.selected)
    pairs = [(text, on) for text in (tokens.text, tokens.muted) for on in surfaces]
    pairs += [(tokens.accent_text, tokens.accent), (tokens.alarm_text, tokens.alarm)]
    weak = [pair for pair in pairs if contrast(*pair) < ENOUGH]
    assert weak == []
