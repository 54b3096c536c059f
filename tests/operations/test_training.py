"""Teaching by a project's own finished articles, through real worker processes.

To teach takes many seconds: what is asked of a model that has been learned is asked of copies of
one project, whose model was.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme, refused
from tests.store.conftest import add_article, add_person
from tests.suggest.personal.test_personal import saved
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggester_source import SuggesterSource
from workbench.operations import annotating, statuses, suggesters, voting
from workbench.operations.handing_out import hand_out
from workbench.operations.progress import finish
from workbench.operations.suggesting import suggest, suggest_in_use
from workbench.operations.training import Taught, train, train_layers
from workbench.operations.workers import Worker
from workbench.store import suggestions
from workbench.store.checking import check
from workbench.store.opening import create_project, open_project
from workbench.store.project import Project

BOATS = ("ferry", "barge", "trawler", "dinghy", "tanker", "schooner")


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


def text_of(number: int) -> str:
    boat, other = BOATS[number % 6], BOATS[(number + 2) % 6]
    return (
        f"Harbour news {number}\n\nThe {boat} left the quay at noon with the mayor on board. "
        f"Nobody saw the {other} come in, said a woman in the café by the old gate {number}.\n"
    )


def finished(project: Project, who: Annotator, number: int) -> str:
    """An article in which a person marked the boats as products and finished the layer."""
    text = text_of(number)
    article = add_article(project, text)
    marked_by(project, who, article, text)
    return article


def marked_by(project: Project, who: Annotator, article: str, text: str) -> None:
    for boat in BOATS:
        if boat in text:
            place = Span(text.index(boat), text.index(boat) + len(boat))
            annotating.annotate(
                project, annotator=who, article=article, span=place, layer="entity", label="other"
            )
    statuses.mark_done(project, annotator=who, article=article, layers=["entity"])


def learned(project: Project, who: Annotator, models: Path) -> Taught:
    return finish(train(project, annotator=who, layer="entity", models=models))


@dataclass(frozen=True, slots=True)
class Learned:
    """A project of twelve articles that ann has finished, and the model that they taught."""

    project: Project
    ann: Annotator
    articles: list[str]
    taught: Taught


@pytest.fixture(scope="module")
def shelf() -> dict[Path, Learned]:
    """Where the project that was taught stays; nothing is there before a test asks for it."""
    return {}


@pytest.fixture
def learned_once(
    shelf: dict[Path, Learned], tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> Iterator[Learned]:
    """A copy of the project that was taught."""
    if not shelf:
        path = tmp_path_factory.mktemp("taught") / "a.workbench"
        with closing(create_project(path, news_scheme())) as project:
            ann = add_person(project, "ann")
            done = [finished(project, ann, number) for number in range(12)]
            taught = learned(project, ann, path.parent)
            shelf[path] = Learned(project, ann, done, taught)
    ((path, found),) = shelf.items()
    shutil.copy(path, tmp_path)
    with closing(open_project(tmp_path / path.name, backups=tmp_path)) as project:
        yield replace(found, project=project)


def test_fewer_than_ten_finished_articles_are_refused(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    for number in range(9):
        finished(project, ann, number)
    with refused("operations.too_few_lessons"):
        learned(project, ann, tmp_path)
    with refused("operations.too_few_lessons"):
        finish(train_layers(project, annotator=ann, models=tmp_path))


def test_nothing_can_be_learned_from_articles_without_a_mark(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    for number in range(10):
        article = add_article(project, text_of(number))
        statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    with refused("operations.no_marks_to_learn"):
        learned(project, ann, tmp_path)


def test_a_model_that_helps_is_kept_and_shown_to_its_person_alone(learned_once: Learned) -> None:
    project, ann, taught = learned_once.project, learned_once.ann, learned_once.taught
    bo = add_person(project, "bo")
    assert taught.name == "ann · entity 1"
    assert taught.after > taught.before + taught.error
    fresh = add_article(project, "By night the trawler left the quay, past the ferry at anchor.\n")
    worker = Worker()
    finish(suggest_in_use(project, annotator=ann, worker=worker))
    found = [s for s in suggestions.of_article(project, fresh) if s.suggester == taught.name]
    assert {s.quote for s in found if s.label == "other"} == {"trawler", "ferry"}
    own = suggesters.in_use_for(project, ann)
    assert own.shows(taught.name, "entity")
    assert not own.shows("news-en", "entity")
    assert own.shows("news-en", "claim")
    assert not suggesters.in_use_for(project, bo).shows(taught.name, "entity")
    assert suggesters.in_use_for(project, bo).shows("news-en", "entity")
    on_taught = suggestions.of_articles(project, learned_once.articles)
    assert not [s for s in on_taught if s.suggester == taught.name and s.quote in BOATS]
    assert check(project) == []
    worker.close()


def test_settled_gold_teaches_a_model_that_everybody_sees(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    bo, cy = add_person(project, "bo"), add_person(project, "cy")
    for number in range(10):
        article = finished(project, ann, number)
        marked_by(project, bo, article, text_of(number))
    with refused("operations.too_few_lessons"):
        finish(train(project, annotator=cy, layer="entity", models=tmp_path, gold=True))
    finish(voting.adjudicate(project, reviewer=cy, rule="unanimous"))
    (taught,) = finish(train_layers(project, annotator=cy, models=tmp_path, gold=True))
    assert (taught.name, taught.layer, taught.articles) == ("gold · entity 1", "entity", 10)
    for who in (ann, bo, cy):
        assert suggesters.in_use_for(project, who).shows(taught.name, "entity")
        assert not suggesters.in_use_for(project, who).shows("news-en", "entity")
    out = tmp_path / "share.workbench"
    finish(hand_out(project, annotator=ann, out=out))
    share = open_project(out, backups=tmp_path)
    assert [source.name for source in suggesters.known_sources(share)] == ["news-en"]
    share.close()


def test_a_model_that_does_not_help_for_certain_changes_nothing(
    learned_once: Learned, tmp_path: Path
) -> None:
    project, first = learned_once.project, learned_once.taught.name
    again = learned(project, learned_once.ann, tmp_path)
    assert first
    assert again.name == ""
    assert again.before == pytest.approx(again.after)
    assert "not enough articles to tell" in str(again)
    assert [s.name for s in suggesters.known_sources(project)] == ["news-en", first]


def test_an_earlier_model_can_be_chosen_again(learned_once: Learned) -> None:
    project, ann, first = learned_once.project, learned_once.ann, learned_once.taught.name
    kept = suggesters.source_named(project, first)
    second = replace(kept, name="ann · entity 2")
    suggesters.add(project, annotator=ann, source=second)
    assert not suggesters.in_use_for(project, ann).shows(first, "entity")
    suggesters.use(project, annotator=ann, name=first, layers=["entity"])
    assert suggesters.in_use_for(project, ann).shows(first, "entity")
    assert not suggesters.in_use_for(project, ann).shows(second.name, "entity")


def test_a_model_whose_folder_is_gone_is_named_and_the_others_go_on(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    article = add_article(project, "Maria Olsen said that the talks in Norway would end.\n")
    spec = {"folder": str(tmp_path / "gone"), "base": "news-en", "taught": []}
    lost = SuggesterSource("lost", "personal", spec, ("claim",), ann.id)
    suggesters.add(project, annotator=ann, source=lost)
    with refused("suggest.damaged_model"):
        finish(suggest_in_use(project, annotator=ann))
    assert {s.suggester for s in suggestions.of_article(project, article)} == {"news-en"}
    with refused("suggest.damaged_model"):
        finish(suggest(project, annotator=ann, suggester="lost"))


def test_a_model_cut_short_costs_one_message_and_nothing_that_others_say(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    saved(tmp_path / "cut")
    weights = tmp_path / "cut" / "network" / "ner" / "model"
    weights.write_bytes(weights.read_bytes()[:1_000])
    spec = {"folder": str(tmp_path / "cut"), "base": "news-en", "taught": []}
    source = SuggesterSource("cut", "personal", spec, ("claim",), ann.id)
    suggesters.add(project, annotator=ann, source=source)
    texts = ("Maria Olsen spoke in Norway.\n", "Bo Reed left for Sweden on Monday.\n")
    ids = [add_article(project, text) for text in texts]
    worker = Worker()
    with refused("suggest.damaged_model"):
        finish(suggest_in_use(project, annotator=ann, worker=worker))
    said = suggestions.of_articles(project, ids)
    assert {s.article for s in said} == set(ids)
    assert {s.suggester for s in said} == {"news-en"}
    pid = worker.pid
    finish(suggest(project, annotator=ann, suggester="news-en", worker=worker))
    assert worker.pid == pid
    worker.close()
