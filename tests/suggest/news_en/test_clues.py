"""What the recognizer is told of each word."""

from tests.suggest.news_en.words import LEXICON, words_of_text
from workbench.domain.span import Span
from workbench.suggest.news_en.clues import COLUMNS, Clues, Teller
from workbench.suggest.news_en.names import Name, evidence_of
from workbench.suggest.news_en.times import find_times

TEXT = "Anna Velde left the town of Weslow in May 2020. Later Velde said that many left."


def _clues(text: str, *names: Name) -> tuple[list[str], Clues]:
    reading = words_of_text(text)
    teller = Teller(LEXICON, {"left": 7})
    clues = teller.clues(reading, evidence_of(reading), names, find_times(text))
    return reading.words, clues


def _name(first: int, after: int, label: str, score: float) -> Name:
    return Name(first, after, Span(0, 1), label, score, "")


def test_there_is_one_row_a_word_and_each_number_within_its_column() -> None:
    words, clues = _clues(TEXT)
    assert clues.shape == (len(words), 1 + len(COLUMNS))
    for column, size in enumerate(COLUMNS.values(), start=1):
        assert clues[:, column].max() < size


def test_a_word_has_the_row_of_its_vector_and_others_have_none() -> None:
    words, clues = _clues(TEXT)
    assert [int(row[0]) for row in clues] == [7 if word == "left" else 0 for word in words]


def test_names_of_one_shape_look_the_same() -> None:
    words, clues = _clues(TEXT)
    shape = list(COLUMNS).index("shape") + 1
    shapes = dict(zip(words, clues[:, shape].tolist(), strict=True))
    assert shapes["Anna"] == shapes["Velde"] == shapes["Weslow"] != shapes["left"]
    assert shapes["2020"] not in {shapes["Anna"], shapes["left"]}


def test_what_the_rules_drafted_is_told_with_its_kind_its_sureness_and_its_border() -> None:
    draft = list(COLUMNS).index("draft") + 1

    def told(*names: Name) -> list[int]:
        return [int(number) for number in _clues(TEXT, *names)[1][:4, draft]]

    first, further, *rest = told(_name(0, 2, "person", 0.9))
    assert rest == [0, 0]
    assert len({0, first, further}) == 3
    assert told(_name(0, 2, "person", 0.3))[0] != first
    assert told(_name(0, 2, "place", 0.9))[0] != first


def test_a_capital_letter_counts_by_what_the_article_says_of_it() -> None:
    words, clues = _clues(TEXT)
    told = [int(number) for number in clues[:, list(COLUMNS).index("capital") + 1]]
    first, second = words.index("Velde"), words.index("Velde", 2)
    assert told[first] == told[second]
    assert told[words.index("Anna")] != told[first]  # it opens a sentence
    assert told[words.index("May")] != told[first]  # it stands in a date


def test_a_text_without_words_has_no_clues() -> None:
    assert _clues(" \n ")[1].shape == (0, 1 + len(COLUMNS))
