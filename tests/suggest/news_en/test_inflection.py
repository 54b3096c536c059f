"""Regular inflection."""

import pytest

from workbench.suggest.news_en.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("attack", ("attacks", "attacked", "attacking")),
        ("invade", ("invades", "invaded", "invading")),
        ("deny", ("denies", "denied", "denying")),
        ("deploy", ("deploys", "deployed", "deploying")),
        ("clash", ("clashes", "clashed", "clashing")),
        ("rob", ("robs", "robbed", "robbing")),
        ("raid", ("raids", "raided", "raiding")),
    ],
)
def test_verbs(base: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(base) == forms


@pytest.mark.parametrize(
    ("base", "plural"), [("treaty", "treaties"), ("crash", "crashes"), ("delay", "delays")]
)
def test_nouns(base: str, plural: str) -> None:
    assert noun_forms(base) == (base, plural)
