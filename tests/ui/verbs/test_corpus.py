"""Suggestions for a whole corpus run beside the window, and the article in hand waits for none."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import ARTICLE, Driven, open_again
from workbench.operations import importing, people, projects
from workbench.store import articles, suggestions
from workbench.store.project import Project

MANY = 250


@pytest.fixture
def corpus(qtbot: QtBot, tmp_path: Path) -> Driven:
    """The window on many articles, of which the first is read."""
    path, folder = tmp_path / "p.workbench", tmp_path / "in"
    folder.mkdir()
    for number in range(MANY):
        text = f"Report {number}\n\n" + 4 * ARTICLE
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    project = projects.create(path)
    who = people.annotator_named(project, "ann")
    for _ in importing.import_paths(project, [folder], annotator=who):
        pass
    project.close()
    driven = open_again(qtbot, path)
    qtbot.waitUntil(lambda: not driven.program.window.jobs.busy(), timeout=60_000)
    return driven


def read(project: Project, ids: list[str]) -> set[str]:
    """The articles that a suggester has been through."""
    return {id for id in ids if suggestions.suggesters_through(project, id)}


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
    with qtbot.waitSignal(jobs.finished, timeout=120_000):
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
    with qtbot.waitSignal(jobs.progressed, timeout=60_000) as first:
        corpus.program.window.dispatch.say("suggest_all")
    assert first.args is not None
    assert first.args[1].total == left
    with qtbot.waitSignal(jobs.finished, timeout=120_000):
        pass
    assert read(project, ids) == set(ids)
    assert not corpus.program.window.message.text()
    corpus.close()
