"""Where names begin and end."""

import pytest

from tests.suggest.news_en.words import LEXICON, words_of_text
from workbench.suggest.news_en.names import Listed, evidence_of
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.runs import Runs


def runs_of(text: str, listed: Listed | None = None) -> tuple[Reading, Runs]:
    reading = words_of_text(text)
    return reading, Runs(reading, LEXICON, listed or {}, evidence_of(reading))


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("They met Anna Velde today.", "Anna Velde"),
        ("They met Ursula von der Leyen today.", "Ursula von der Leyen"),
        ("They sued Marks & Spencer today.", "Marks & Spencer"),
        ("She runs the Ministry of Defence today.", "Ministry of Defence"),
        ("They met Anna and Bo today.", "Anna"),
        ("They met Velde on Monday.", "Velde"),
        ("They met Velde. Nobody came.", "Velde"),
        ("It was US-led and French.", "French"),
        ("They met Velde Monday.", "Velde"),
        ("They met Anna Velde. Hi Bo.", "Anna Velde"),
        ("They met Velde A company paid.", "Velde"),
        ("They met Velde Currently nobody pays.", "Velde"),
        ("They saw James “Bo” Velde today.", "James “Bo” Velde"),
        ("They saw James “Bo is here” Velde today.", "James"),
        ("They crossed the Ordel river today.", "Ordel river"),
        ("They joined the Russian party today.", "Russian"),
        ("They met James King, Jr. today.", "James King, Jr."),
        ("They met James Velde & Mary Quill today.", "James Velde"),
        ("She runs the Centre for Peace today.", "Centre for Peace"),
        ("She joined the National League for Democracy today.", "National League for Democracy"),
        ("They met Bo Velde Daily staff.", "Bo Velde Daily"),
        ("She left the Legislative Assembly of Veldria today.", "Legislative Assembly of Veldria"),
    ],
)
def test_a_run_goes_on_over_links_and_ends_where_something_begins(text: str, run: str) -> None:
    reading, runs = runs_of(text)
    (sentence, *_) = reading.sentences
    found = [(word, runs.run(word, sentence.stop)) for word in sentence[1:]]
    first, after = next((w, end) for w, end in found if end > w)
    assert reading.quote(first, after) == run


def test_a_listed_name_is_one_step_of_a_run() -> None:
    reading, runs = runs_of("They left the west bank Authority.", {3: (5, "place")})
    assert reading.quote(3, runs.run(3, 6)) == "west bank Authority"


def test_titles_come_off_at_the_front_and_part_a_run_inside() -> None:
    reading, runs = runs_of("It was Ukraine President Olena Marchuk.")
    first = reading.words.index("President")
    end = reading.words.index("Marchuk") + 1
    assert runs.title_inside(first - 1, end) == first
    assert runs.after_titles(first, end) == first + 1


def test_a_title_without_a_name_is_no_title() -> None:
    reading, runs = runs_of("They met the President.")
    word = reading.words.index("President")
    assert runs.title_at(word, word + 1) == word


def test_a_postal_district_ends_a_place() -> None:
    reading, runs = runs_of("They left London E17 Velde.", {2: (3, "place")})
    assert reading.quote(2, runs.run(2, 6)) == "London"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("James Velde Mary Quill", "Mary"),
        ("Mary Mary", "Mary"),
        ("Ukraine President Olena Marchuk", "President"),
        ("Mary Jane Velde", None),
        ("James Velde King", None),
        ("Velde Harbour Mary Quill", None),
    ],
)
def test_a_run_is_parted_where_a_second_name_begins(text: str, second: str | None) -> None:
    reading, runs = runs_of(f"They met {text} today.")
    parted = runs.parted(2, len(reading.words) - 2)
    assert (parted and reading.words[parted]) == second


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi Velde", "Velde"),
        ("Visiting Mary", "Mary"),
        ("Rolling Velde", "Rolling Velde"),
        ("Apparently Velde", "Velde"),
        ("South Velde", "South Velde"),
        ("Tower Man George Velde", "George Velde"),
        ("Norwegian George Velde", "George Velde"),
        ("Tower Man George", "Tower Man George"),
        ("Tower George School", "Tower George School"),
        ("Velde George Quill", "Velde George Quill"),
    ],
)
def test_what_describes_or_greets_stays_outside(text: str, name: str) -> None:
    reading, runs = runs_of(f"{text}, as they say.")
    after = reading.words.index(",")
    assert reading.quote(runs.trimmed(0, after), after) == name


def test_what_only_opens_a_sentence_is_trimmed() -> None:
    reading, runs = runs_of("Angry Velde left. They were angry at Velde.")
    assert reading.words[runs.trimmed(0, 2)] == "Velde"
    reading, runs = runs_of("The Velde left.")
    assert reading.words[runs.trimmed(0, 2)] == "Velde"


def test_an_unknown_opener_stays_with_its_name() -> None:
    _, runs = runs_of("Tarla Velde left.")
    assert runs.trimmed(0, 2) == 0


def test_a_role_in_lower_case_stands_before_a_name() -> None:
    reading, runs = runs_of("Then spokeswoman Tarvian spoke to Velde.")
    assert runs.role_before(reading.words.index("Tarvian"))
    assert not runs.role_before(reading.words.index("Velde"))
