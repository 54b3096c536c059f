"""What a project knows of suggesters: added, changed, used and removed, as acts."""

import pytest

from tests.operations.conftest import news_scheme, refused
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import LAYERS, Scheme
from workbench.domain.suggester_source import SuggesterSource, pattern_source, words_source
from workbench.operations import suggesters, undoing
from workbench.operations.progress import finish
from workbench.operations.suggesting import suggest, suggest_in_use
from workbench.store import suggestions
from workbench.store.project import Project

TERM = ("entity", "organization")


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


def names(project: Project) -> list[str]:
    return [source.name for source in suggesters.known_sources(project)]


def shown(project: Project, who: Annotator, article: str) -> set[tuple[str, str]]:
    """Who suggests what in an article, of those of whom the person sees anything."""
    using = suggesters.in_use_for(project, who)
    return {
        (each.suggester, each.quote)
        for each in suggestions.of_article(project, article)
        if using.shows(each.suggester, each.layer)
    }


def test_words_and_patterns_are_kept_and_asked(project: Project, ann: Annotator) -> None:
    article = add_article(project, "The Quiet Party met the MPs 12 and 14.\n")
    words = words_source("parties", ["Quiet Party"], term=TERM)
    suggesters.add(project, annotator=ann, source=words)
    pattern = pattern_source("numbers", r"\b\d+\b", term=("entity", "other"))
    suggesters.add(project, annotator=ann, source=pattern)
    for name in ("parties", "numbers"):
        report = finish(suggest(project, annotator=ann, suggester=name))
        assert report.failed == []
    expected = {("parties", "Quiet Party"), ("numbers", "12"), ("numbers", "14")}
    assert shown(project, ann, article) == expected


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (pattern_source("p", "a(", term=TERM), "suggest.broken_pattern"),
        (words_source("w", ["  "], term=TERM), "operations.no_words"),
        (words_source("w", ["a"], term=("entity", "nobody")), "domain.unknown_label"),
        (words_source("w", ["a"], term=("colour", "red")), "domain.unknown_layer"),
        (words_source(" ", ["a"], term=TERM), "operations.suggester_without_name"),
        (words_source("news-en", ["a"], term=TERM), "operations.suggester_exists"),
    ],
)
def test_what_could_propose_nothing_is_refused(
    project: Project, ann: Annotator, source: SuggesterSource, key: str
) -> None:
    with refused(key):
        suggesters.add(project, annotator=ann, source=source)
    assert names(project) == ["news-en"]


def test_a_name_is_given_once(project: Project, ann: Annotator) -> None:
    source = words_source("w", ["a"], term=TERM)
    suggesters.add(project, annotator=ann, source=source)
    with refused("operations.suggester_exists"):
        suggesters.add(project, annotator=ann, source=source)


def test_what_a_removed_one_proposed_is_out_of_sight_until_that_is_undone(
    project: Project, ann: Annotator
) -> None:
    article = add_article(project, "The Quiet Party met.\n")
    source = words_source("w", ["Quiet"], term=TERM)
    suggesters.add(project, annotator=ann, source=source)
    finish(suggest(project, annotator=ann, suggester="w"))
    suggesters.remove(project, annotator=ann, name="w")
    assert names(project) == ["news-en"]
    assert shown(project, ann, article) == set()
    with refused("suggest.none_kept"):
        suggesters.remove(project, annotator=ann, name="w")
    undoing.undo(project, annotator=ann)
    assert names(project) == ["news-en", "w"]
    assert shown(project, ann, article) == {("w", "Quiet")}


def test_a_changed_one_takes_the_place_of_the_first_and_gets_the_next_name(
    project: Project, ann: Annotator
) -> None:
    article = add_article(project, "The Quiet Party met.\n")
    suggesters.add(project, annotator=ann, source=words_source("w", ["Quiet"], term=TERM))
    finish(suggest(project, annotator=ann, suggester="w"))
    for words, name in (["Party", "met"], "w 2"), (["Party"], "w 3"):
        source = words_source("w", words, term=TERM)
        suggesters.change(project, annotator=ann, name=names(project)[-1], source=source)
        assert names(project) == ["news-en", name]
    finish(suggest(project, annotator=ann, suggester="w 3"))
    assert shown(project, ann, article) == {("w 3", "Party")}
    with refused("suggest.broken_pattern"):
        broken = pattern_source("w 3", "(", term=TERM)
        suggesters.change(project, annotator=ann, name="w 3", source=broken)
    assert names(project) == ["news-en", "w 3"]


def test_the_one_that_travels_along_is_put_out_of_use_by_layers(
    project: Project, ann: Annotator
) -> None:
    article = add_article(project, "Maria Olsen said that the talks in Norway would end.\n")
    suggesters.use(project, annotator=ann, name="news-en", layers=["entity"])
    finish(suggest_in_use(project, annotator=ann))
    assert ("news-en", "Maria Olsen") in shown(project, ann, article)
    using = suggesters.in_use_for(project, ann)
    assert [layer for layer in LAYERS if using.shows("news-en", layer)] == ["entity"]
    suggesters.use(project, annotator=ann, name="news-en", layers=[])
    assert suggesters.asked_for(project, ann) == []
    assert names(project) == ["news-en"]
    undoing.undo(project, annotator=ann)
    undoing.undo(project, annotator=ann)
    assert suggesters.source_named(project, "news-en").layers == LAYERS
