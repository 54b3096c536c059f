"""Figures as the window words them."""

from dataclasses import replace

from tests.operations.conftest import news_scheme
from workbench.agreement import reasons
from workbench.agreement.differences import Mark
from workbench.domain.span import Span
from workbench.operations.comparing import Difference
from workbench.ui.review.figures import WHY, Cell, pair_grid
from workbench.ui.review.places import Wanted


def test_every_reason_of_the_arithmetic_has_its_words_in_the_window() -> None:
    words = {word for name, word in vars(reasons).items() if name.startswith("NO")}
    assert set(WHY) == words


def test_an_undefined_figure_is_no_number() -> None:
    assert Cell(None).said() == "–"
    assert Cell(0.0, (0.0, 0.25)).said() == "0.00\n0.00–0.25"


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert Cell(-0.001, (-0.004, 1.0)).said() == "0.00\n0.00–1.00"


def test_a_pair_without_an_article_in_common_is_told_so() -> None:
    part = {"f1": None, "ci95": {"f1": None}, "spans": {"ann": 0, "bo": 2}}
    pair = {
        "a": "ann",
        "b": "bo",
        "articles": 0,
        "exact": {"f1": None},
        "ci95": {"f1": None},
        "labels": {label.id: part for label in news_scheme().layer("entity").labels},
    }
    grid = pair_grid({"layers": {"entity": {"pairs": [pair]}}}, "entity", news_scheme())
    assert {cell.why for row in grid.cells for cell in row} == {
        "they have finished no article in common"
    }


def place(*marks: Mark, readers: tuple[str, ...] = ("x", "y", "z")) -> Difference:
    """A place that three have read."""
    return Difference("a", "entity", Span(0, 4), readers, marks, ("missed",), 1.0)


def test_behind_a_pairs_figure_stands_what_these_two_have_in_the_label() -> None:
    here = (Span(0, 4),)
    of_z = place(Mark("x", "1", "person", here), Mark("z", "2", "other", here))
    wanted = Wanted(open_only=False, layer="entity", pair=("x", "y"), label="other")
    assert not wanted.takes(of_z)
    assert replace(wanted, label="person").takes(of_z)
    assert not replace(wanted, pair=("y", "z"), label="person").takes(of_z)
    both = place(Mark("x", "1", "person", here), Mark("y", "2", "person", here))
    assert not replace(wanted, label="person").takes(both)
