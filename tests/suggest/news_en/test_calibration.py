"""How often each kind of evidence is right."""

import json
from typing import get_args

import pytest

from tests.suggest.news_en.words import FOLDER
from workbench.suggest.news_en.calibration import (
    CLAIMS,
    DEVICES,
    EVENT_WORDS,
    HAPPENINGS,
    NAMES,
    SURENESS,
    VERBS,
    Evidence,
    NameWay,
)


def test_all_that_claims_are_found_by_has_a_score() -> None:
    assert set(CLAIMS) == set(get_args(Evidence))


def test_scores_are_shares() -> None:
    for scores in (EVENT_WORDS, HAPPENINGS, VERBS, DEVICES):
        assert all(0 < score < 1 for score in scores.values())


def test_names_have_the_scores_that_were_measured_when_the_recognizer_was_made() -> None:
    told = json.loads((FOLDER / "scores.json").read_text(encoding="utf-8"))["entities"]
    assert set(NAMES) == set(get_args(NameWay)) == set(told["evidence"])
    for way, steps in told["evidence"].items():
        assert len(steps) == len(NAMES[way]) == len(SURENESS) + 1
        for score, measured in zip(NAMES[way], steps, strict=True):
            if measured["of"] >= 30:
                assert score == pytest.approx(measured["right"] / 100, abs=0.0051), way
            assert 0 < score < 1
