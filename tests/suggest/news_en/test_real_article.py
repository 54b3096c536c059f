"""What the suggester says of a real news article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.suggest.conftest import Read, article
from workbench.domain.span import check_fragments
from workbench.suggest.suggester import Suggester

QUOTED = (
    "If our Armenian partners are really interested in solving the problems … "
    "it’s important to keep working together,"
)
REPORTED = (
    "Armenia’s decision to cancel a meeting in Moscow scheduled for last December has "
    "impeded talks on a peace deal"
)


@pytest.fixture
def found(read: Callable[[str], Read], real_article: Path) -> Read:
    return read(real_article.read_text(encoding="utf-8"))


def test_the_actors_are_named_with_the_right_kind(found: Read) -> None:
    labels = found.labels("entity")
    places = ("Russia", "Armenia", "Azerbaijan", "Nagorno-Karabakh", "Moscow", "Yerevan")
    assert {labels.get(name) for name in places} == {"place"}
    assert {labels.get(name) for name in ("Maria Zakharova", "Nikol Pashinyan")} == {"person"}
    assert {labels.get(name) for name in ("CSTO", "NATO", "Foreign Ministry")} == {"organization"}


@pytest.mark.parametrize(
    ("claim", "source", "attribution", "stance"),
    [
        (
            QUOTED,
            "Zakharova",
            "direct quote",
            "asserts",
        ),
        (
            "In the current situation, this is inappropriate",
            "Nikol Pashinyan",
            "indirect",
            "asserts",
        ),
        (
            REPORTED,
            "Maria Zakharova",
            "indirect",
            "asserts",
        ),
        ("making contradictory statements", "She", "indirect", "asserts"),
        ("it is doing everything it can", "Moscow", "indirect", "asserts"),
        ("access to Nagorno-Karabakh is being blocked", "Azerbaijan", "indirect", "denies"),
    ],
)
def test_the_claims_have_their_sources(
    found: Read, claim: str, source: str, attribution: str, stance: str
) -> None:
    draft = found.one("claim", claim)
    assert found.ends(draft)["source"] == source
    assert draft.attributes == {"attribution": attribution, "stance": stance}


def test_what_happened_is_found(found: Read) -> None:
    triggers = set(found.labels("event"))
    assert triggers >= {"talks", "ceasefire", "exercises", "blockade", "blocked"}
    assert triggers >= {"fighting", "broke out", "signed", "meeting"}
    assert found.one("event", "meeting").attributes == {"reality": "called_off"}
    assert found.one("event", "exercises").attributes == {"reality": "called_off"}


def test_the_distance_of_the_outlet_is_found(found: Read) -> None:
    labels = found.labels("framing")
    assert labels["self-styled"] == labels["supposed"] == "distancing"


def test_real_articles_get_sound_spans(suggester: Suggester, wikinews: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(wikinews.glob("*.txt"))]
    for text, drafts in zip(
        texts, suggester.suggest([article(text) for text in texts]), strict=True
    ):
        assert len(drafts) > 10
        for draft in drafts:
            check_fragments(len(text), draft.fragments)
