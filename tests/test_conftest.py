"""The frame of the tests itself: what it lets through, and what it catches."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from tests.store.conftest import small_scheme
from workbench.store.opening import create_project

A_WINDOW_TEST = "from PySide6 import QtWidgets\n\ndef test_window(qtbot): pass\n"
LEAVES_A_THREAD = """\
import threading

stop = threading.Event()

def test_starts_a_thread():
    threading.Thread(target=stop.wait, name="straggler").start()

def test_ends_it():
    stop.set()
"""
LEAVES_A_PROCESS = """\
import subprocess, sys

started = []

def test_starts_a_process():
    started.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_ends_it():
    started[0].communicate(b"go\\n")
"""
ASKS_THE_NETWORK = "import socket\n\ndef test_asks(): socket.socket()\n"
TALKS_THROUGH_A_PIPE = (
    "import socket\n\ndef test_talks(): [s.close() for s in socket.socketpair()]\n"
)
SEES_ITS_HOME = (
    "import os\n\ndef test_home(): assert os.listdir(os.environ['WORKBENCH_HOME']) == []\n"
)


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A checkout that has the frame of the tests, and no test yet."""
    folder = tmp_path / "checkout"
    (folder / "tests" / "ui").mkdir(parents=True)
    for name in (
        "pyproject.toml",
        "tests/__init__.py",
        "tests/conftest.py",
        "tests/ui/__init__.py",
    ):
        shutil.copy(CHECKOUT / name, folder / name)
    return folder


def run(suite: Path, *, without_qt: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the suite's tests in a process of its own, if wanted where Qt cannot be loaded."""
    environment = {**os.environ, "PYTHONPATH": ""}
    if without_qt:
        broken = suite / "broken" / "PySide6"
        broken.mkdir(parents=True)
        (broken / "__init__.py").write_text("")
        (broken / "QtWidgets.py").write_text("raise ImportError('libEGL.so.1: no such file')\n")
        environment["PYTHONPATH"] = str(broken.parent)
    command = [sys.executable, "-m", "pytest", "-n", "0", "-rs", "-p", "no:cacheprovider"]
    return subprocess.run(
        command, cwd=suite, env=environment, capture_output=True, text=True, check=False
    )


def test_what_tests_may_do_passes(suite: Path) -> None:
    for number, code in enumerate([A_WINDOW_TEST, TALKS_THROUGH_A_PIPE, SEES_ITS_HOME]):
        (suite / "tests" / "ui" / f"test_{number}.py").write_text(code)
    outcome = run(suite)
    assert "3 passed" in outcome.stdout, outcome.stdout


def test_what_tests_must_not_do_fails_and_is_named(suite: Path) -> None:
    for number, code in enumerate([LEAVES_A_THREAD, LEAVES_A_PROCESS, ASKS_THE_NETWORK]):
        (suite / "tests" / f"test_{number}.py").write_text(code)
    outcome = run(suite)
    assert outcome.returncode == 1
    assert "1 failed, 4 passed, 2 errors" in outcome.stdout
    assert "left running: thread straggler" in outcome.stdout
    assert "left running: process" in outcome.stdout
    assert "tried to use socket" in outcome.stdout


def test_without_qt_window_tests_are_skipped_in_plain_words_and_the_others_run(
    suite: Path,
) -> None:
    (suite / "tests" / "ui" / "test_window.py").write_text(A_WINDOW_TEST)
    (suite / "tests" / "test_home.py").write_text(SEES_ITS_HOME)
    outcome = run(suite, without_qt=True)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "1 passed, 1 skipped" in outcome.stdout
    assert "Qt cannot be loaded (libEGL.so.1: no such file)" in outcome.stdout
    assert "apt-get install libegl1" in outcome.stdout


def test_no_project_is_opened_beside_sqlite_by_the_process_that_has_it(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    with pytest.raises(AssertionError, match=r"a\.workbench is opened while"):
        project.path.read_bytes()
    project.close()
    assert project.path.read_bytes().startswith(b"SQLite format 3")
