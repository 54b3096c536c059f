"""Suggesters by name."""

import shutil
from pathlib import Path

import pytest

from tests.suggest.conftest import RESOURCES
from workbench.domain.errors import UserError
from workbench.domain.suggester_source import NEWS_EN, SuggesterSource
from workbench.suggest import registry


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError, match="news-en") as caught:
        registry.load(SuggesterSource("news-xx", "bundled"), RESOURCES)
    assert caught.value.key == "suggest.unknown_suggester"


def test_a_missing_word_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"countries\.txt"):
        registry.load(NEWS_EN, tmp_path)


def test_the_model_changes_with_a_word_list(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES / "models", tmp_path / "models")
    before = registry.load(NEWS_EN, tmp_path).model
    assert before == registry.load(NEWS_EN, RESOURCES).model
    events = tmp_path / "models" / "news-en" / "events.txt"
    events.write_text(events.read_text(encoding="utf-8") + "other noun: gala\n", encoding="utf-8")
    assert registry.load(NEWS_EN, tmp_path).model != before
