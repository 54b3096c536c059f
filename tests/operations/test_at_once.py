"""Several programs on one project: each sees the others, nothing is lost, undo stays one's own."""

import contextlib
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.conftest import CHECKOUT
from tests.store.conftest import add_article, add_person, small_scheme
from workbench.operations import projects, undoing
from workbench.store import annotations, articles, people
from workbench.store.opening import create_project
from workbench.store.project import Project

NAMES = ("ann", "ben", "eve", "carl")
ACTS = 500


def start(path: Path, name: str, acts: int) -> subprocess.Popen[bytes]:
    """Let somebody work in a process of their own."""
    program = [sys.executable, "-m", "tests.operations.at_once", path, name, acts]
    return subprocess.Popen([str(part) for part in program], cwd=CHECKOUT)


def marked(project: Project, name: str) -> int:
    """How many marks a person has."""
    (article,) = articles.list_articles(project)
    who = next(one for one in people.annotators(project) if one.name == name)
    return len(annotations.of_article(project, article.id, annotator=who.id))


def heard_until_the_end(project: Project, at_work: subprocess.Popen[bytes]) -> set[str]:
    """The marks that are told of until a process has ended, and all that it did."""
    heard: set[str] = set()
    over = False
    while not over or project.behind:
        over = at_work.poll() is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            at_work.wait(timeout=0.2)  # as often as the window looks for news
        heard |= {id for news in project.news() for id in news.ids("annotation")}
    return heard


def test_four_at_work_lose_nothing_and_each_takes_back_their_own(tmp_path: Path) -> None:
    path = tmp_path / "p.workbench"
    with closing(create_project(path, small_scheme())) as project:
        add_article(project, "word " * ACTS)
        team = [add_person(project, name) for name in NAMES]
        project.news()
        at_work = [start(path, name, ACTS) for name in NAMES]
        told: set[str] = set()
        for one in at_work:
            told |= heard_until_the_end(project, one)
        assert [one.returncode for one in at_work] == [0] * len(NAMES)
        assert [marked(project, name) for name in NAMES] == [ACTS] * len(NAMES)
        assert len(told) == ACTS * len(NAMES)
        undoing.undo(project, annotator=team[0])
        assert [marked(project, name) for name in NAMES] == [ACTS - 1, ACTS, ACTS, ACTS]
        assert projects.check(project) == []
