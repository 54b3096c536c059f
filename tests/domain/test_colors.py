"""The arithmetic of colours: as WCAG 2 has it, and every colour can be made to be seen."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.colors import contrast, standing_out

colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(color=colors)
@example(color="#ffffff")
@example(color="#000000")
def test_every_colour_can_be_drawn_so_that_it_is_seen(color: str) -> None:
    for text, ground in (("#000000", "#ffffff"), ("#ffffff", "#101214")):
        drawn = standing_out(color, text=text, ground=ground, least=3.0)
        assert contrast(drawn, ground) >= 3.0


def test_a_colour_that_is_seen_stays_as_it_is() -> None:
    assert standing_out("#463bb1", text="#000000", ground="#ffffff", least=3.0) == "#463bb1"
