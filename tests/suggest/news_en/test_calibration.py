"""How often each kind of evidence is right."""

from typing import get_args

from workbench.suggest.news_en.calibration import (
    CLAIMS,
    DEVICES,
    EVENT_WORDS,
    HAPPENINGS,
    VERBS,
    Evidence,
)


def test_all_that_claims_are_found_by_has_a_score() -> None:
    assert set(CLAIMS) == set(get_args(Evidence))


def test_scores_are_shares() -> None:
    for scores in (EVENT_WORDS, HAPPENINGS, VERBS, DEVICES):
        assert all(0 < score < 1 for score in scores.values())
