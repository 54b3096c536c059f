"""Suggesters that people write themselves."""

from pathlib import Path

import pytest

from tests.operations.conftest import refused
from tests.suggest.conftest import article
from workbench.domain.suggester_source import SuggesterSource, pattern_source, words_source
from workbench.suggest import registry, rules, tasks
from workbench.suggest.suggester import Suggester

TERM = ("entity", "organization")


def loaded(source: SuggesterSource) -> Suggester:
    return registry.load(source, Path("nowhere"))


def found(source: SuggesterSource, text: str) -> list[str]:
    (drafts,) = loaded(source).suggest([article(text)])
    assert all((draft.layer, draft.label) == TERM for draft in drafts)
    return [draft.fragments[0].of(text) for draft in drafts]


def test_a_pattern_is_found_without_blanks_at_its_ends() -> None:
    source = pattern_source("acts", r"\s*\bAct \d{4}\s*", term=TERM)
    assert found(source, "😀 the act 1998 , an Act 2001\nand Action 5") == ["act 1998", "Act 2001"]
    exact = pattern_source("acts", r"\bAct \d{4}", term=TERM, case=True)
    assert found(exact, "the act 1998, an Act 2001") == ["Act 2001"]


def test_a_pattern_that_matches_nothing_at_all_proposes_nothing() -> None:
    assert found(pattern_source("empty", r"x*|\s+", term=TERM), "a b xx") == ["xx"]


def test_words_are_found_as_whole_words() -> None:
    source = words_source("parties", ["SPD", " Die  Linke ", "SPD", ""], term=TERM)
    assert source.spec["words"] == ["SPD", "Die Linke"]
    assert found(source, "SPD and Die Linke, not SPDs") == ["SPD", "Die Linke"]


def test_another_pattern_is_another_model() -> None:
    one, other = (loaded(pattern_source("p", text, term=TERM)).model for text in ("a", "b"))
    assert one != other
    assert one == loaded(pattern_source("p", "a", term=TERM)).model


@pytest.mark.parametrize(("pattern", "place"), [("a(b", 4), ("[a", 3), ("a**", 3), ("(?<n", 5)])
def test_a_broken_pattern_is_refused_with_the_place(pattern: str, place: int) -> None:
    with refused("suggest.broken_pattern") as refusal:
        rules.compiled(pattern, case=True)
    assert refusal.value.values["place"] == place


def test_a_pattern_that_would_fill_the_memory_is_refused() -> None:
    with refused("suggest.pattern_too_long"):
        rules.compiled("(((a{9999}){9999}){9999})*", case=True)
    assert rules.compiled(r"\d{4}-\d{2}-\d{2}", case=True)


@pytest.mark.parametrize("pattern", ["(" * 5_000 + ")" * 5_000, "|".join(map(str, range(9_999)))])
def test_a_pattern_that_nests_too_deep_or_goes_on_and_on_is_refused(pattern: str) -> None:
    with refused("suggest.pattern_too_large") as refusal:
        rules.compiled(pattern, case=True)
    assert len(str(refusal.value)) < 200


def test_an_endless_pattern_costs_the_one_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "SECONDS", 0.2)
    source = pattern_source("endless", "(?:a|a)+$", term=TERM)
    articles = [article("a" * 60 + "!", "slow"), article("a fine aaa", "quick")]
    _, slow, quick = tasks.suggest(source, "nowhere", articles)
    assert slow[0] == "slow"
    assert "takes too long" in str(slow[1])
    assert [draft.fragments[0].start for draft in quick[1] if not isinstance(draft, str)] == [7]


def test_a_kind_of_a_later_version_is_named() -> None:
    unknown = SuggesterSource("future", "oracle")  # type: ignore[arg-type]
    with refused("suggest.unknown_kind"):
        loaded(unknown)
