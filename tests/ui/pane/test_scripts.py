"""Every script by real hands: what is swept over is what is seen, and what is kept.

The words of each line are swept one by one, as are single characters, whatever way they run.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint

from tests.ui.pane.hands import click_times, painted, place, pull
from workbench.domain.graphemes import next_grapheme
from workbench.domain.span import Span
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.reading_pane import ReadingPane

Show = Callable[..., ReadingPane]
LINES = {
    "hebrew": "אמר השר במוסקבה שלום עולם ועוד",
    "arabic": "قال الوزير في موسكو إن السلام قريب",
    "hebrew with english": "אמר השר about the treaty במוסקבה אתמול",
    "english with arabic": "The minister قال الوزير said in موسكو today",
    "numbers": "בשנת 2024 שילמו 300 שקלים",
    "pictures": "before 👨‍👩‍👧 middle 🇩🇪 after 👍🏽 end",
    "marks": "e\u0301te\u0301 nai\u0308ve Z\u0335a\u0300lgo words",
    "devanagari": "हिन्दी में क्षेत्र शांति होगी",
    "astral": "\U00020000\U00020001 and 𝒞𝓁𝒶𝒾𝓂 here",
}
scripts = pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())


def words(line: str) -> Iterator[Span]:
    start = 0
    for word in line.split(" "):
        yield Span(start, start + len(word))
        start += len(word) + 1


def graphemes(line: str, word: Span) -> Iterator[Span]:
    start = word.start
    while start < word.end:
        end = next_grapheme(line, start)
        yield Span(start, end)
        start = end


def sides(pane: ReadingPane, span: Span) -> tuple[QPoint, QPoint]:
    """Left and right of what is seen of a span, two pixels inside."""
    pane.select(span)
    box = pane.anchor_rect()
    middle = box.center().y()
    return QPoint(box.left() + 2, middle), QPoint(box.right() - 2, middle)


@scripts
def test_each_word_is_swept_where_it_is_seen(show: Show, line: str) -> None:
    pane = show(line)
    for word in words(line):
        left, right = sides(pane, word)
        for start, end in ((left, right), (right, left)):
            pull(pane, start, end)
            found = pane.selection()
            assert found is not None
            assert found.covers(word)
            assert found == word or line[word.start] > "\u2e7f"  # each Han character is a word


@scripts
def test_each_word_is_taken_by_a_double_click(show: Show, line: str) -> None:
    pane = show(line)
    for word in words(line):
        left, right = sides(pane, word)
        at = pane.position_on_screen(pane.viewport().mapToGlobal((left + right) / 2))
        click_times(pane, min(max(at, word.start), word.end - 1), 2)
        found = pane.selection()
        assert found is not None
        assert word.covers(found)


@scripts
def test_each_side_of_a_character_means_its_border_there(show: Show, line: str) -> None:
    pane = show(line)
    for word in words(line):
        for character in graphemes(line, word):
            left, right = sides(pane, character)
            if right.x() - left.x() < 4:
                continue  # joined with others into one glyph
            found = {
                pane.position_on_screen(pane.viewport().mapToGlobal(side)) for side in (left, right)
            }
            assert found == {character.start, character.end}


@scripts
def test_the_caret_visits_each_character_once_both_ways(show: Show, line: str) -> None:
    pane = show(line)
    borders = [0]
    while borders[-1] < len(line):
        borders.append(next_grapheme(line, borders[-1]))
    visited = [pane.caret()]
    while pane.caret() < len(line):
        pane.move_caret("character", 1, extend=False)
        visited.append(pane.caret())
    assert visited == borders
    while pane.caret() > 0:
        pane.move_caret("character", -1, extend=False)
        assert pane.caret() == borders[borders.index(visited.pop()) - 1]


@scripts
def test_each_mark_is_clicked_where_it_is_seen(show: Show, line: str) -> None:
    spans = list(words(line))
    marks = [Mark(f"{word.start}", "entity", "x", (word,)) for word in spans]
    pane = show(line, *marks)
    for word in spans:
        left, right = sides(pane, word)
        pull(pane, (left + right) / 2, (left + right) / 2)
        assert pane.focused() == f"{word.start}"


@scripts
def test_borders_are_dragged_where_they_are_seen(show: Show, line: str) -> None:
    """The end of the first word, taken at either of its sides, goes to the end of the third."""
    first, _, last = list(words(line))[:3]
    pane = show(line, Mark("m", "entity", "x", (first,)))
    found: list[Span] = []
    pane.border_dragged.connect(lambda _, fragments: found.append(fragments[0]))
    target = sum(sides(pane, Span(last.end - 1, last.end)), QPoint()) / 2
    for side in sides(pane, first):
        pane.focus_mark("m")
        pull(pane, side, target)
    assert Span(first.start, last.end) in found
    assert all(span.start == first.start or span.end == first.end for span in found)


def test_paragraphs_stand_on_the_side_that_they_run_from(show: Show) -> None:
    pane = show("שלום.\n\nGood morning.\n\nسلام.")
    starts = [place(pane, pane.text().index(word)).x() for word in ("שלום", "Good", "سلام")]
    assert starts[0] == pytest.approx(starts[2], abs=2)
    assert starts[0] - starts[1] > 500


def test_a_part_of_a_long_paragraph_runs_as_the_whole(show: Show) -> None:
    parts = ["שלום עולם. " * 225, "Words. " + "שלום עולם. " * 220, "שלום עולם. " * 100]
    pane = show("".join(parts))
    english = len(parts[0])
    pane.place_caret(english)
    after = english + len("Words. ")
    assert place(pane, english).y() == place(pane, after + 1).y()
    assert place(pane, english + 1).x() > place(pane, after + 1).x()


def test_a_script_without_a_font_beside_one_that_runs_left_is_shown(show: Show) -> None:
    line = "שלום हिन्दी में עולם 👨‍👩‍👧 𒀀𒀁 סוף"
    spans = list(words(line))
    marks = [Mark(f"{word.start}", "claim", "x", (word,)) for word in spans]
    pane = show(line, *marks)
    painted(pane)
    for word in spans:
        left, right = sides(pane, word)
        pull(pane, (left + right) / 2, (left + right) / 2)
        assert pane.focused() == f"{word.start}"
