"""A disk that refuses costs the act in hand and one sentence; nothing before it, and no later act.

The command line and the window are the real programs, whose writes fail after some calls that are
drawn at random.
"""

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.failing_disk import FailingDisk, library
from workbench.operations import importing, people, projects
from workbench.operations.progress import finish
from workbench.store import annotations, articles

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or library() is None,
    reason="needs a C compiler (cc) on Linux to make a disk fail",
)
TEXT = "Harbour closed\n\nThe mayor said: “The harbour is closed.” Nobody disagreed.\n"
ROUNDS = 12
IN_THE_WINDOW = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from workbench.domain.span import Span
from workbench.operations import annotating
from workbench.store import annotations
from workbench.ui.application import make_window

path, order, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
app = QApplication(sys.argv[:1])
window_program = make_window(app, "light")
window = window_program.window
window.show()
window_program.projects.open_path(path)
window.reading.cancel("suggest")
session = window.session


def mark(start):
    return session.do(annotating.annotate, article=session.article, span=Span(start, start + 1),
                      layer="entity", label="person")


shown = [0]
assert mark(0)
for round in range(1, 9):
    order.write_text(str((seed + round) % 4))
    refused = not mark(2 * round)
    order.unlink()
    if refused:
        assert "The disk refused" in window.message.text(), window.message.text()
        assert mark(2 * round), "the act cannot be repeated"
    shown.append(2 * round)
    found = annotations.of_article(session.project, session.article)
    assert sorted(each.span.start for each in found) == shown
    print("refused" if refused else "done")
window.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with one article, closed."""
    (tmp_path / "a.txt").write_text("a" * 40 + TEXT, encoding="utf-8")
    path = tmp_path / "p.workbench"
    with closing(projects.create(path)) as project:
        ann = people.annotator_named(project, "ann")
        finish(importing.import_paths(project, [tmp_path / "a.txt"], annotator=ann))
    return path


@pytest.fixture
def disk(tmp_path: Path) -> FailingDisk:
    return FailingDisk(tmp_path / "order")


def told(disk: FailingDisk, *words: object) -> subprocess.CompletedProcess[str]:
    """What a command says whose disk may fail."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, words)],
        env=disk.environment,
        capture_output=True,
        text=True,
        check=False,
    )


def titles(path: Path) -> set[str]:
    """The titles in a project, which must be sound."""
    with closing(projects.open_(path)) as project:
        assert projects.check(project) == []
        return {article.title for article in articles.list_articles(project)}


def test_a_command_says_one_sentence_and_can_be_repeated(path: Path, disk: FailingDisk) -> None:
    chance, refused = random.Random(7), 0  # noqa: S311  (reproducible, not secret)
    known = titles(path)
    for number in range(ROUNDS):
        file = path.with_name(f"{number}.txt")
        file.write_text(f"Title {number}\n\n{TEXT}", encoding="utf-8")
        disk.fail(after=chance.randrange(400))
        done = told(disk, "import", path, file, "--as", "ann")
        disk.heal()
        if done.returncode:
            refused += 1
            assert done.stdout == ""
            assert "disk" in done.stderr
            assert "Traceback" not in done.stderr
            assert known <= titles(path) <= known | {f"Title {number}"}
        again = told(disk, "import", path, file, "--as", "ann")
        assert again.returncode == 0, again.stderr
        known |= {f"Title {number}"}
        assert titles(path) == known
    assert 0 < refused < ROUNDS


def test_the_window_says_one_sentence_and_what_was_shown_is_there(
    path: Path, disk: FailingDisk
) -> None:
    words = [sys.executable, "-c", IN_THE_WINDOW, str(path), str(disk.order), "3"]
    done = subprocess.run(
        words,
        env=disk.environment | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "refused" in done.stdout
    with closing(projects.open_(path)) as project:
        assert projects.check(project) == []
        (article,) = articles.list_articles(project)
        assert len(annotations.of_article(project, article.id)) == 9
