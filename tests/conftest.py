"""What every test stands on: a home of its own, no network, and nothing left running.

Qt is loaded only where it can be. A machine without Qt's system libraries still runs every test
that needs no window, and skips the others in one plain sentence. pytest-qt would end the whole run
there, so its own start is switched off in pyproject.toml and made here instead.
"""

import compileall
import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from workbench.store import held

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")  # the window speaks as the system: English here
# A core for each process of a run: products of matrices that spread over two wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

CHECKOUT = Path(__file__).resolve().parents[1]
ARTICLES = CHECKOUT.parent / "shared" / "articles"
LAUNCHER = "tests.commands.launcher"  # what runs the commands of all tests
# What lasts as long as the process that started it: multiprocessing keeps one tracker, too.
LASTING = (LAUNCHER, "multiprocessing.resource_tracker")
GRACE = 5.0  # seconds that a thread or process gets to end after it was told to
WITHOUT_QT = (
    "Qt cannot be loaded ({error}). On Debian or Ubuntu, install its system libraries: "
    "apt-get install libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3."
)
WITHOUT_DISPLAY = (
    "Needs an X display: QT_QPA_PLATFORM=xcb xvfb-run -a .venv/bin/pytest -m xvfb gives it one."
)


def _why_no_qt() -> str:
    """Why Qt's widgets cannot be imported here; empty where they can."""
    try:
        from PySide6 import QtWidgets  # noqa: F401, PLC0415
    except ImportError as error:
        return str(error)
    return ""


# How long an example takes is measured by the benchmarks; on a busy machine it fails at random.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


def _leave_to_sqlite(event: str, args: tuple[object, ...]) -> None:
    """Refuse to open a project beside SQLite, whose locks would go when it is closed again."""
    if event != "open" or not str(args[0]).endswith(".workbench"):
        return
    if held.is_held(Path(str(args[0]))):
        raise AssertionError(f"{args[0]} is opened while this process has it as a project")


sys.addaudithook(_leave_to_sqlite)

NO_QT = _why_no_qt()
pytest_plugins = [] if NO_QT else ["pytestqt.plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know pytest-qt's settings where the plugin is absent, since unknown ones are errors."""
    if NO_QT:
        parser.addini("qt_api", "unused without pytest-qt")
        parser.addini("qt_log_level_fail", "unused without pytest-qt")
        parser.addini("qt_log_ignore", "unused without pytest-qt", type="linelist")


def compile_program() -> None:
    """Compile the program as an installed one is, for the processes that are started.

    Where Python was told to leave nothing beside the sources, each would compile it anew.
    """
    compileall.compile_dir(CHECKOUT / "workbench", quiet=2)


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once, for the processes that tests start."""
    if not hasattr(config, "workerinput"):
        compile_program()


def pytest_collection_finish() -> None:
    """Look seldom for garbage, and not among what all share: it took a seventh of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


class _WindowTests(pytest.Module):
    """A module of window tests on a machine that cannot load Qt: skipped, not imported."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        pytest.skip(WITHOUT_QT.format(error=NO_QT))


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Skip the modules of window tests as a whole where Qt cannot be loaded."""
    if NO_QT and "ui" in module_path.relative_to(CHECKOUT / "tests").parts[:-1]:
        return _WindowTests.from_parent(parent, path=module_path)
    return None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip the tests that need a true X display where there is none."""
    if item.get_closest_marker("xvfb") and os.environ["QT_QPA_PLATFORM"] != "xcb":
        pytest.skip(WITHOUT_DISPLAY)


@pytest.fixture(autouse=True)
def workbench_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A fresh WORKBENCH_HOME, and workers without network, in processes started from here too."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("WORKBENCH_HOME", str(home))
    monkeypatch.setenv("WORKBENCH_REFUSE_SOCKETS", "1")
    return home


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread or a child process behind."""
    threads, processes = set(threading.enumerate()), _children()
    yield
    left = _after_grace(lambda: _threads_besides(threads)) or _after_grace(
        lambda: _children_besides(processes)
    )
    if left:
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


def _after_grace(running: Callable[[], list[str]]) -> list[str]:
    """What is still running once everything that is ending has had its time to end."""
    end = time.monotonic() + GRACE
    while (left := running()) and time.monotonic() < end:
        time.sleep(0.01)
    return left


def _threads_besides(known: Collection[threading.Thread]) -> list[str]:
    """The names of living threads that Python started and that are not among the known ones."""
    # Threads of Qt show up as dummies when they run Python code, and stay listed after their end.
    return [
        f"thread {thread.name}"
        for thread in threading.enumerate()
        if thread not in known and not isinstance(thread, threading._DummyThread)
    ]


def _children_besides(known: Collection[int]) -> list[str]:
    """The command lines of child processes that are not among the known ones."""
    return [f"process {pid}: {line}" for pid, line in _children().items() if pid not in known]


def _children() -> dict[int, str]:
    """Command lines of this process's living children by id; empty where Linux does not tell."""
    found = {}
    for thread in Path("/proc/self/task").glob("*/children"):
        for child in _read_if_there(thread).split():
            line = _command_line(Path("/proc") / child)
            if line and not any(name in line for name in LASTING):
                found[int(child)] = line
    return found


def _read_if_there(thread: Path) -> str:
    """The ids of a thread's children, none where it ended since it was listed."""
    try:
        return thread.read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def _command_line(process: Path) -> str:
    """The command line of a process, empty if it has ended; one that just begins has none yet."""
    try:
        line = (process / "cmdline").read_text(errors="replace")  # names need not be UTF-8
        state = (process / "stat").read_text(errors="replace").rpartition(")")[2].split()[0]
    except OSError:  # it ended between being listed and being read
        return ""
    return "" if state in {"Z", "X"} else line.replace("\0", " ").strip() or "a beginning one"


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Where a test's project file goes; nothing is there yet."""
    return tmp_path / "test.workbench"


@pytest.fixture
def real_article() -> Path:
    """A real news article, kept beside the checkout and not a part of it."""
    return _beside_checkout(ARTICLES / "000_9eb3c7f2906fb457.txt")


@pytest.fixture
def wikinews() -> Path:
    """A folder of real news articles, kept beside the checkout and not a part of it."""
    return _beside_checkout(ARTICLES / "wikinews")


def _beside_checkout(path: Path) -> Path:
    """The path, or a skipped test where nothing stands there."""
    if not path.exists():
        pytest.skip(f"needs {path.name} in a folder shared/articles beside the checkout")
    return path
