"""Suggestions for a whole corpus run beside the window, and the article in hand waits for none."""

import shutil
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.operations import moody
from tests.ui.annotate.driven import ARTICLE, Driven, open_again
from workbench.domain.suggester_source import SuggesterSource
from workbench.operations import importing, people, projects, suggesters
from workbench.operations.progress import LongVerb, Progress, finish
from workbench.operations.workers import Worker
from workbench.store import articles, suggestions
from workbench.store.project import Project

MANY = 120  # articles: six times what a process is given at once


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the project of many articles stays, once a test has asked for it."""
    return tmp_path_factory.mktemp("many")


@pytest.fixture
def corpus(qtbot: QtBot, shelf: Path, tmp_path: Path) -> Driven:
    """The window on many articles, of which the first is read."""
    made, path = shelf / "p.workbench", tmp_path / "p.workbench"
    if not made.exists():
        make_corpus(made)
    shutil.copy(made, path)
    driven = open_again(qtbot, path)
    rest(driven, qtbot)
    return driven


def make_corpus(path: Path) -> None:
    """A project of many articles, none of which is read."""
    folder = path.parent / "in"
    folder.mkdir()
    for number in range(MANY):
        text = f"Report {number}\n\n" + 4 * ARTICLE
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    project = projects.create(path)
    who = people.annotator_named(project, "ann")
    finish(importing.import_paths(project, [folder], annotator=who))
    project.close()


def rest(driven: Driven, qtbot: QtBot) -> None:
    """Wait until the article in hand is read."""
    qtbot.waitUntil(lambda: not driven.program.window.reading.busy(), timeout=60_000)


def read(project: Project, ids: list[str]) -> set[str]:
    """The articles that a suggester has been through."""
    return {id for id in ids if suggestions.suggesters_through(project, id)}


def is_suggesting(job: str, _report: object) -> bool:
    """Whether what ended is the reading, and not the look for near-duplicates beside it."""
    return job == "suggest"


def test_the_article_in_hand_waits_for_no_long_job(corpus: Driven, qtbot: QtBot) -> None:
    jobs, project = corpus.program.window.jobs, corpus.project
    ids = [article.id for article in articles.list_articles(project)]
    with qtbot.waitSignal(jobs.progressed, timeout=60_000):
        corpus.program.window.dispatch.say("suggest_all")
    corpus.session.open_article(ids[-1])
    qtbot.waitUntil(lambda: bool(corpus.workspace.ghosts()), timeout=60_000)
    seen = read(project, ids)
    assert ids[-1] in seen
    assert jobs.busy()
    assert ids[-2] not in seen
    with qtbot.waitSignal(jobs.finished, timeout=120_000, check_params_cb=is_suggesting):
        pass  # the long run comes to the article that was read meanwhile
    assert read(project, ids) == set(ids)
    assert not corpus.program.window.message.text()
    corpus.close()


def test_a_stopped_run_goes_on_where_it_was(corpus: Driven, qtbot: QtBot) -> None:
    jobs, project = corpus.program.window.jobs, corpus.project
    ids = [article.id for article in articles.list_articles(project)]
    with qtbot.waitSignal(jobs.progressed, timeout=60_000):
        corpus.program.window.dispatch.say("suggest_all")
    corpus.session.open_article(ids[-1])
    qtbot.waitUntil(lambda: bool(corpus.workspace.ghosts()), timeout=60_000)
    with qtbot.waitSignal(jobs.finished, timeout=60_000):
        jobs.cancel()
    left = len(ids) - len(read(project, ids))
    assert 0 < left < len(ids) - 1
    with qtbot.waitSignal(
        jobs.progressed, timeout=60_000, check_params_cb=lambda job, _: job == "suggest"
    ) as first:
        corpus.program.window.dispatch.say("suggest_all")
    assert first.args is not None
    assert first.args[1].total == left
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=120_000)
    assert read(project, ids) == set(ids)
    assert not corpus.program.window.message.text()
    corpus.close()


def test_a_window_that_is_closed_in_the_middle_goes_on_where_it_was(
    corpus: Driven, qtbot: QtBot
) -> None:
    path = corpus.project.path
    with qtbot.waitSignal(corpus.program.window.jobs.progressed, timeout=60_000):
        corpus.program.window.dispatch.say("suggest_all")
    corpus.close()
    again = open_again(qtbot, path)
    ids = [article.id for article in articles.list_articles(again.project)]
    left = len(ids) - len(read(again.project, ids))
    assert 0 < left < len(ids) - 1
    with qtbot.waitSignal(again.program.window.jobs.progressed, timeout=60_000) as first:
        again.program.window.dispatch.say("suggest_all")
    assert first.args is not None
    assert first.args[1].total == left
    assert not again.program.window.message.text()
    again.close()


def test_who_stops_a_search_stops_not_the_reading_of_the_article_in_hand(
    corpus: Driven, qtbot: QtBot
) -> None:
    window, project = corpus.program.window, corpus.project
    ids = [article.id for article in articles.list_articles(project)]
    corpus.session.open_article(ids[-1])
    assert window.reading.busy()
    window.lookups.cancel()
    window.lookups.cancel("suggest")
    rest(corpus, qtbot)
    assert ids[-1] in read(project, ids)
    qtbot.waitUntil(lambda: bool(corpus.workspace.ghosts()))
    corpus.close()


def test_articles_that_are_passed_are_not_waited_for(corpus: Driven, qtbot: QtBot) -> None:
    ids = [article.id for article in articles.list_articles(corpus.project)]
    turn = threading.Event()

    def another(_: Worker) -> LongVerb[None]:
        turn.wait(10)
        yield Progress(1, 1)

    corpus.program.window.reading.run("another", another)
    for id in ids[10:15]:
        corpus.session.open_article(id)
    turn.set()
    rest(corpus, qtbot)
    assert read(corpus.project, ids) == {ids[0], ids[14]}
    corpus.close()


@pytest.fixture
def moody_corpus(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driven:
    """The window on articles of which some are more than a plug-in in use can bear."""
    moody.install(tmp_path, monkeypatch)
    path, folder = tmp_path / "p.workbench", tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        mood = "raises" if number % 2 else "pleases"
        text = f"Report {number} {mood}\n\n{ARTICLE}"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    project = projects.create(path)
    who = people.annotator_named(project, "ann")
    source = SuggesterSource("moody", "plugin", layers=("entity",))
    suggesters.add(project, annotator=who, source=source)
    finish(importing.import_paths(project, [folder], annotator=who))
    project.close()
    driven = open_again(qtbot, path)
    rest(driven, qtbot)
    return driven


def test_articles_that_cannot_be_read_are_named_in_one_message(
    moody_corpus: Driven, qtbot: QtBot
) -> None:
    window = moody_corpus.program.window
    assert not window.message.text()
    window.dispatch.say("suggest_all")
    qtbot.waitUntil(lambda: bool(window.message.text()), timeout=60_000)
    lines = window.message.text().splitlines()
    assert lines[0].startswith("“Report 1 raises” was not read: ValueError: this text is too much")
    assert [line.split(" raises” was")[0] for line in lines[1:3]] == ["“Report 3", "“Report 5"]
    assert lines[3:] == ["Others that were not read: 1."]
    ids = [article.id for article in articles.list_articles(moody_corpus.project)]
    assert read(moody_corpus.project, ids) == set(ids)  # by the other suggester
    moody_corpus.close()


def test_what_cannot_be_read_is_told_once_while_articles_are_walked_through(
    moody_corpus: Driven, qtbot: QtBot
) -> None:
    window = moody_corpus.program.window
    ids = [article.id for article in articles.list_articles(moody_corpus.project)]
    told = []
    for number in (1, 0, 1, 3):
        window.message.clear()
        moody_corpus.session.open_article(ids[number])
        rest(moody_corpus, qtbot)
        told.append(window.message.text().partition(" was not read")[0])
    assert told == ["“Report 1 raises”", "", "", "“Report 3 raises”"]
    moody_corpus.close()


def test_of_many_files_that_are_refused_some_are_named(
    driven: Driven, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "page_files"
    folder.mkdir()
    for number in range(14):
        (folder / f"{number:02}.png").write_bytes(b"\x89PNG")
    window = driven.program.window
    driven.program.corpus.take_files([folder])
    qtbot.waitUntil(lambda: bool(window.message.text()), timeout=60_000)
    told, *lines = window.message.text().splitlines()
    assert told == "New articles: 0, known: 0, annotations: 0."
    assert [Path(line.partition(": ")[0]).stem for line in lines[:-1]] == [
        f"{number:02}" for number in range(10)
    ]
    assert lines[-1] == "Others that were not read: 4."
    driven.close()
