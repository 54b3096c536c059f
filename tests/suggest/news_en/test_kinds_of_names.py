"""What a run of capitalised words names, and by which rule."""

import pytest

from tests.suggest.news_en.words import LEXICON, words_of_text
from workbench.suggest.news_en.kinds_of_names import Kinds
from workbench.suggest.news_en.names import Listed, Name, evidence_of


def kind(
    text: str, name: str, *, titled: bool = False, listed: Listed | None = None
) -> Name | None:
    """What the named words of a text are."""
    reading = words_of_text(text)
    parts = name.split()
    first = next(i for i in range(len(reading.words)) if reading.words[i : i + len(parts)] == parts)
    kinds = Kinds(reading, LEXICON, listed or {}, evidence_of(reading))
    return kinds.classified(first, first + len(parts), titled=titled)


@pytest.mark.parametrize(
    ("text", "name", "label", "reason"),
    [
        ("He met Anna Velde.", "Anna Velde", "person", "title or given name"),
        ("He met Tarla Velde.", "Tarla Velde", "person", "capitalised words"),
        ("In the Weslow Institute.", "Weslow Institute", "organization", "ends in Institute"),
        ("The Weslow Institutes.", "Weslow Institutes", "organization", "ends in Institutes"),
        ("At the Bank of Weslow.", "Bank of Weslow", "organization", "body of something"),
        ("The Clean Water Act.", "Clean Water Act", "other", "ends in Act"),
        ("On the Ordel River.", "Ordel River", "place", "ends in River"),
        ("On Mount Ordel.", "Mount Ordel", "place", "begins with Mount"),
        ("The WTQR met.", "WTQR", "organization", "acronym"),
        ("Now Ordel said no.", "Ordel", "person", "beside a reporting verb"),
        ("Fishing near Ordel stopped.", "Ordel", "place", "after near"),
        ("The Ordel came.", "Ordel", "organization", "article before a name"),
        ("Many Armenians came.", "Armenians", "group", "listed people"),
        ("The Armenian parliament met.", "Armenian", "organization", "body of a country"),
    ],
)
def test_the_first_rule_that_knows_it_decides(
    text: str, name: str, label: str, reason: str
) -> None:
    found = kind(text, name)
    assert found is not None
    assert (found.label, found.reason) == (label, reason)


def test_a_title_makes_a_person_of_a_single_name_and_of_a_listed_city() -> None:
    found = kind("President Ordel came.", "Ordel", titled=True)
    assert found is not None
    assert found.label == "person"
    city = kind("Then Mr. Paris came.", "Paris", titled=True, listed={2: (3, "place")})
    assert city is not None
    assert city.label == "person"


def test_a_place_with_its_adjective_elsewhere_is_a_place() -> None:
    found = kind("He likes Ordelia. The Ordelian boats left.", "Ordelia")
    assert found is not None
    assert (found.label, found.reason) == ("place", "its adjective stands elsewhere")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He likes Rain. The rain fell.", "Rain"),
        ("He left in August.", "August"),
        ("The Russian side left.", "Russian"),
        ("BREAKING NEWS came.", "BREAKING NEWS"),
        ("Ordel Tarla Velde Kelm Orrin Vale Sarn came.", "Ordel Tarla Velde Kelm Orrin Vale Sarn"),
    ],
)
def test_some_capitals_name_nothing(text: str, name: str) -> None:
    assert kind(text, name) is None
