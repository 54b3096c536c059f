from dataclasses import replace

from workbench.domain.span import Span
from workbench.domain.suggester_source import NEWS_EN, SuggesterSource, in_use
from workbench.domain.suggestion import Suggestion, still_open

LEARNED = SuggesterSource("ann · claim 1", "personal", {"base": "news-en"}, ("claim",), "ann")
WORDS = SuggesterSource("ports", "plugin", {}, ("entity",))
GHOST = Suggestion("n", "a", "claim", "factual", (Span(0, 9),), "…", "news-en", "1", 0.5)
ALIKE = replace(GHOST, id="l", suggester=LEARNED.name, score=0.4)


def ids(*suggestions: Suggestion, who: str, sources: tuple[SuggesterSource, ...] = ()) -> list[str]:
    using = in_use(sources, annotator=who)
    return [each.id for each in still_open(suggestions, [], annotator=who, using=using)]


def test_without_entries_everything_is_shown() -> None:
    assert ids(GHOST, who="ann") == ["n"]
    assert in_use([], annotator="ann").shows(NEWS_EN.name, "claim")


def test_a_suggester_is_shown_in_its_layers_alone() -> None:
    using = in_use([WORDS], annotator="ann")
    assert using.shows("ports", "entity")
    assert not using.shows("ports", "claim")


def test_what_one_person_taught_is_hidden_from_all_others() -> None:
    assert ids(ALIKE, who="bo", sources=(LEARNED,)) == []
    assert ids(ALIKE, who="ann", sources=(LEARNED,)) == ["l"]


def test_a_learned_model_takes_the_place_of_the_one_under_it_for_its_person() -> None:
    assert ids(GHOST, ALIKE, who="ann", sources=(LEARNED,)) == ["l"]
    assert ids(GHOST, ALIKE, who="bo", sources=(LEARNED,)) == ["n"]
    unused = replace(LEARNED, layers=())
    assert ids(GHOST, ALIKE, who="ann", sources=(unused,)) == ["n"]


def test_of_several_that_say_the_same_the_surest_stands() -> None:
    surer = replace(GHOST, id="s", suggester="other", score=0.8)
    assert ids(GHOST, surer, who="ann") == ["s"]
    assert ids(surer, GHOST, who="ann") == ["s"]


def test_a_place_that_was_decided_on_is_never_offered_again_by_anyone() -> None:
    refused = replace(GHOST, states={"ann": "rejected"})
    again = replace(GHOST, id="s", suggester="other", score=0.8)
    assert ids(refused, again, who="ann") == []
    assert ids(refused, again, who="bo") == ["s"]
