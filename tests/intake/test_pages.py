"""How printed lines become paragraphs: the rules one by one."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.intake.pages import Line, running_text

WIDTH = 400.0


def lines(*texts: str, top: float = 700.0, size: float = 10.0) -> list[Line]:
    """Full lines one under the other; ">" marks an indented one, "_" at the end a short one."""
    return [
        Line(
            text.strip(">_"),
            90.0 if text.startswith(">") else 72.0,
            150.0 if text.endswith("_") else 72.0 + WIDTH,
            top - number * 12,
            size,
        )
        for number, text in enumerate(texts)
    ]


def test_an_indent_begins_a_paragraph() -> None:
    page = lines(">One line of it", "and its end.", ">Another one", "and its end.", "Now")
    assert running_text([page]).split("\n\n")[:2] == [
        "One line of it and its end.",
        "Another one and its end. Now",
    ]


def test_a_short_last_line_ends_a_paragraph_and_a_short_line_in_midst_does_not() -> None:
    page = lines("One line of it", "and its end._", "Another one", "goes on_", "and on.", "So.")
    assert running_text([page]).split("\n\n") == [
        "One line of it and its end.",
        "Another one goes on and on. So.",
    ]


def test_a_larger_line_stands_by_itself() -> None:
    page = [*lines("A heading", top=760, size=14), *lines("The first line", "and the last.")]
    assert running_text([page]) == "A heading\n\nThe first line and the last."


def test_a_paragraph_goes_on_over_columns() -> None:
    page = [
        *lines("Up here", "it begins", "and goes"),
        *lines("on over there", "until the end.", top=700),
    ]
    assert running_text([page]) == "Up here it begins and goes on over there until the end."


def test_a_headline_that_runs_over_all_pages_stays_on_the_first() -> None:
    head = lines("The bridge vote", top=760, size=16)
    small = lines("The bridge vote", top=760, size=8)
    bodies = [lines(f"Page {word} begins", "and goes on", "and ends.") for word in ("a", "b", "c")]
    text = running_text(
        [[*head, *bodies[0]], [*small, *bodies[1]], [*small, *bodies[2]]],
    )
    assert text.count("The bridge vote") == 1
    assert text.startswith("The bridge vote\n\nPage a begins")


def test_a_hyphen_stays_where_the_word_has_it_elsewhere() -> None:
    page = lines(
        "They met the wire-tap crew and wire-", "tap men, ten-", "ants too", "1990-", "95."
    )
    assert (
        running_text([page]) == "They met the wire-tap crew and wire-tap men, tenants too 1990-95."
    )


def test_a_dash_at_a_line_end_keeps_its_blank() -> None:
    assert running_text([lines("He said -", "and left.", "So.")]) == "He said - and left. So."


def test_a_number_that_stands_apart_is_a_page_number_and_a_year_at_the_end_is_none() -> None:
    page = [*lines("It was built", "in the year", "1995."), *lines("Page 3 of 9", top=40)]
    assert running_text([page]) == "It was built in the year 1995."


LINES = st.builds(
    Line,
    st.text("ab-. 1Z", min_size=1).map(str.strip).filter(bool),
    st.floats(0, 500),
    st.floats(0, 600),
    st.floats(0, 800),
    st.floats(0, 30),
)


@given(st.lists(st.lists(LINES, max_size=8), max_size=4))
def test_no_letter_is_lost_but_heads_and_hyphens(content: list[list[Line]]) -> None:
    text = running_text(content)
    given_letters = "".join(line.text for page in content for line in page)
    assert {character for character in text if character.isalpha()} <= set(given_letters)
    assert running_text([]) == ""
