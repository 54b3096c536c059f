"""A heat map: every cell is in it with its words, and its warmth."""

from workbench.operations.charts.drawing import Box, Words
from workbench.operations.charts.grid import HeatMap, Warmth, draw_heat_map

MAP = HeatMap(
    rows=(("ann · bo", "12 articles"), ("ann · cy", "3 articles")),
    columns=("all labels", "a label with a name that is far too long for any column of a table"),
    cells=(
        (Warmth(("0.75", "0.61–0.82"), "#d55e00", 0.2), Warmth(("–",))),
        (Warmth(("0.10",), "#d55e00", 0.4), Warmth(("0.99",), "#d55e00", 0.01)),
    ),
)


def test_every_figure_and_head_is_said() -> None:
    drawing = draw_heat_map("Entity", MAP)
    said = [shape.text for shape in drawing.shapes if isinstance(shape, Words)]
    assert {"Entity", "ann · bo", "12 articles", "0.75", "0.61–0.82", "–", "0.99"} <= set(said)
    assert any(text.startswith("a label with") and text.endswith("…") for text in said)


def test_a_cell_without_a_figure_has_no_ground() -> None:
    drawing = draw_heat_map("Entity", MAP)
    grounds = [shape for shape in drawing.shapes if isinstance(shape, Box)]
    assert [ground.share for ground in grounds] == [0.2, 0.4, 0.01]
    assert all(ground.x + ground.width <= drawing.width for ground in grounds)
    assert all(ground.y + ground.height <= drawing.height for ground in grounds)


def test_nothing_compared_is_a_picture_too() -> None:
    drawing = draw_heat_map("Entity", HeatMap((), (), ()))
    assert drawing.width > 0
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Words)] == ["Entity"]
