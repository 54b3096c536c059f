"""What is said where no window can open: real processes on real displays and libraries, or none."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from workbench.commands import display

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems have a display and their libraries"
)
HERE = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
LIBRARIES = display._ALWAYS | display._FOR_X
OF_EVERY_SYSTEM = {"libdl.so.2", "libgcc_s.so.1", "libpthread.so.0", "librt.so.1", "libstdc++.so.6"}


def opened(**environment: object) -> subprocess.CompletedProcess[str]:
    """What becomes of the window where nothing else is known of a display."""
    cleared = {name: value for name, value in os.environ.items() if name not in HERE}
    return subprocess.run(
        [sys.executable, "-m", "workbench"],
        env=cleared | {name: str(value) for name, value in environment.items()},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def refusal(**environment: object) -> str:
    """The one sentence on standard error; the program must have ended with it."""
    done = opened(**environment)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_without_a_display_the_remedy_is_named() -> None:
    assert "Run this on a desktop" in refusal()


def test_a_platform_without_its_display_has_none() -> None:
    assert "no display" in refusal(QT_QPA_PLATFORM="xcb")
    assert "no display" in refusal(QT_QPA_PLATFORM="wayland;xcb")


def test_an_unknown_platform_is_named() -> None:
    assert "“tarot”" in refusal(QT_QPA_PLATFORM="tarot:deck=1")


def test_a_display_that_does_not_answer_is_named(tmp_path: Path) -> None:
    assert "“:6543”" in refusal(DISPLAY=":6543")
    assert "“nowhere:0”" in refusal(DISPLAY="nowhere:0", QT_QPA_PLATFORM="xcb")
    if display._loads("libwayland-cursor.so.0"):
        assert "“wayland-7”" in refusal(WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=tmp_path)


@pytest.mark.parametrize("library", ["libEGL.so.1", "libgthread-2.0.so.0", "libxcb-sync.so.1"])
def test_a_missing_library_is_named_by_its_package(tmp_path: Path, library: str) -> None:
    (tmp_path / library).touch()  # the loader takes the first of that name, and it is no library
    told = refusal(DISPLAY=":6543", LD_LIBRARY_PATH=tmp_path)
    assert re.search(rf"apt-get install .*\b{re.escape(LIBRARIES[library])}\b", told)


def test_no_display_is_needed_where_none_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display.why_no_display() is None


@pytest.mark.xvfb
def test_a_display_that_answers_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert display.why_no_display() is None


def linked(*names: object) -> set[str]:
    """The libraries that files or libraries load at their start, as the system's loader says."""
    told = subprocess.run(
        ["ldd", *map(str, names)], capture_output=True, text=True, check=True
    ).stdout
    return set(re.findall(r"^\t(?:/\S*/)?(lib\S+\.so\S*)", told, re.MULTILINE))


def found(library: str) -> str:
    """Where the system has a library."""
    listed = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    place = re.search(rf"^\t{re.escape(library)} .*=> (\S+)$", listed, re.MULTILINE)
    assert place, library
    return place[1]


def test_every_library_that_qt_links_to_is_asked_for() -> None:
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    qt = Path(spec.origin).parent / "Qt"
    brought = {path.name for path in (qt / "lib").iterdir()}
    needed = linked(qt / "plugins" / "platforms" / "libqxcb.so", qt / "lib" / "libQt6Widgets.so.6")
    asked = LIBRARIES.keys() | linked(*(found(library) for library in LIBRARIES))
    assert needed - brought - asked - OF_EVERY_SYSTEM == set()


def test_the_readme_names_every_package() -> None:
    told = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    listed = set(told[told.index("<!-- libraries -->") :].split("```")[1].split())
    assert set(LIBRARIES.values()) <= listed
