"""Pieces: every character lies in one, and none is longer than can be laid out at once."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.article import Structure, Zone
from workbench.domain.span import Span
from workbench.domain.structure import structure_of
from workbench.ui.pane.pieces import LONGEST, PART, Pieces

PLAIN = Structure((), (), 1)


@given(st.text(st.sampled_from("ab .\n😀"), max_size=80))
def test_pieces_and_line_breaks_make_up_the_text(text: str) -> None:
    pieces = Pieces(text, structure_of(text))
    again = [pieces.span(i).of(text) for i in range(len(pieces))]
    assert "\n".join(again) == text
    for position in range(len(text)):
        index = pieces.at(position)
        assert pieces.starts[index] <= position <= pieces.ends[index]


def test_a_long_paragraph_is_cut_at_sentence_starts() -> None:
    text = "This is a sentence of some length. " * 400
    structure = structure_of(text)
    pieces = Pieces(text, structure)
    starts = {sentence.start for sentence in structure.sentences}
    assert len(pieces) > 4
    assert all(len(pieces.span(i)) <= PART for i in range(len(pieces)))
    assert set(pieces.starts[1:]) <= starts
    assert pieces.last == [False] * (len(pieces) - 1) + [True]


def test_a_paragraph_of_usual_length_stays_whole() -> None:
    assert len(Pieces("word " * (LONGEST // 5), PLAIN)) == 1


def test_without_sentences_and_blanks_it_is_cut_between_characters() -> None:
    text = "e\u0301" * LONGEST
    pieces = Pieces(text, PLAIN)
    assert all(pieces.span(i).of(text).startswith("e") for i in range(len(pieces)))


def test_a_character_without_end_is_split_rather_than_hung_on() -> None:
    assert len(Pieces("e" + "\u0301" * 3 * LONGEST, PLAIN)) > 1


def test_kinds_are_those_of_the_zones() -> None:
    text = "Head\n\nFirst lines\nwrapped\n\nEnd"
    zones = (Zone("headline", Span(0, 4)), Zone("paragraph", Span(6, 25)))
    pieces = Pieces(text, Structure(zones, (), 1))
    assert pieces.kinds == ["headline", "blank", "paragraph", "paragraph", "blank", "paragraph"]
    assert pieces.last == [True, True, False, True, True, True]
