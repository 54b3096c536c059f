"""A piece laid out: boxes and places in mixed directions, wrapped lines and behind emoji."""

import pytest

from workbench.ui.pane.piece_layout import PieceLayout, Stretch
from workbench.ui.pane.typography import Look, typography

pytestmark = pytest.mark.usefixtures("qapp")
MIXED = "abc אבג דהו def"


def laid_out(text: str, *, width: int = 600, lanes: int = 0) -> PieceLayout:
    return PieceLayout(text, typography(Look(14)).styles["paragraph"], width=width, lanes=lanes)


def boxes(piece: PieceLayout, part: str) -> list[Stretch]:
    start = piece.text.index(part)
    return list(piece.stretches(start, start + len(part)))


def test_a_range_over_two_directions_is_seen_in_two_places() -> None:
    piece = laid_out(MIXED)
    found = boxes(piece, "abc אבג")
    assert len(found) == 2
    gap = boxes(piece, "דהו")[0].box
    assert found[0].box.right() <= gap.left() + 8
    assert found[1].box.left() >= gap.right()
    assert [(s.left_end, s.right_end) for s in found] == [(True, False), (True, False)]


def test_a_range_in_one_direction_is_seen_in_one_place() -> None:
    for part in ("abc", "אבג דהו", "def", "אבג"):
        (found,) = boxes(laid_out(MIXED), part)
        assert found.left_end
        assert found.right_end
        assert found.box.width() > 10


def test_the_boxes_of_single_characters_make_up_those_of_the_text() -> None:
    piece = laid_out(MIXED)
    whole = sum(s.box.width() for s in piece.stretches(0, len(MIXED)))
    single = sum(s.box.width() for i in range(len(MIXED)) for s in piece.stretches(i, i + 1))
    assert single == pytest.approx(whole, abs=4)  # kerning


def test_the_character_at_a_place_is_that_whose_box_it_is_in() -> None:
    for text in ("a 😀😀 b 😀 cde", MIXED, "\U00020000\U00020001x"):
        piece = laid_out(text)
        for position in range(len(text)):
            for stretch in piece.stretches(position, position + 1):
                middle = stretch.box.center()
                assert piece.character_at(middle.x(), middle.y()) == position


def test_beside_the_text_there_is_no_character() -> None:
    piece = laid_out("short")
    assert piece.character_at(500, 10) is None
    assert piece.character_at(5, 500) is None


def test_a_wrapped_range_is_open_where_it_goes_on_and_leaves_out_the_blank() -> None:
    piece = laid_out("several words that do not fit into one narrow line", width=160)
    found = list(piece.stretches(0, len(piece.text)))
    assert len(found) == piece.line_count > 2
    assert [s.left_end for s in found] == [True] + [False] * (len(found) - 1)
    assert [s.right_end for s in found] == [False] * (len(found) - 1) + [True]
    assert all(s.box.right() <= 160 for s in found)


def test_a_click_behind_a_wrapped_line_stays_in_it() -> None:
    piece = laid_out("several words that do not fit into one narrow line", width=160)
    end = piece.position_at(1000, 5)
    assert piece.line_of(end) == 0
    assert piece.text[end] == " "


def test_more_lanes_than_fit_widen_every_line_alike() -> None:
    plain, crowded = laid_out("some words"), laid_out("some words", lanes=7)
    style = plain.style
    extra = (7 - style.free_lanes) * style.lane
    assert crowded.height - plain.height == extra > 0
