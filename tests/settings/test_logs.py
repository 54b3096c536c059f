"""The log: written where it should be, bounded, and no reason not to start."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.settings import logs
from workbench.settings.logs import start_log, stop_log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "log"
    handler = start_log(folder)
    yield folder
    stop_log(handler)


def test_what_is_logged_stands_in_the_file_with_its_trace(log: Path) -> None:
    try:
        int("no such luck")
    except ValueError:
        logging.getLogger("workbench.test").exception("It went wrong: 🦉")
    text = (log / "workbench.log").read_text(encoding="utf-8")
    assert "ERROR" in text
    assert "workbench.test: It went wrong: 🦉" in text
    assert "ValueError: invalid literal" in text


def test_the_log_never_outgrows_its_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "BYTES", 2_000)
    handler = start_log(tmp_path)
    for number in range(200):
        logging.getLogger("workbench.test").info("line %d %s", number, "x" * 80)
    stop_log(handler)
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == logs.FILES
    assert max(sizes) <= 2_000
    assert "line 199" in (tmp_path / "workbench.log").read_text()


def test_after_the_stop_nothing_is_written(tmp_path: Path) -> None:
    stop_log(start_log(tmp_path))
    logging.getLogger("workbench.test").error("too late")
    assert "too late" not in (tmp_path / "workbench.log").read_text()


def test_a_folder_that_cannot_be_made_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file in the way")
    handler = start_log(tmp_path / "log")
    logging.getLogger("workbench.test").error("nowhere to go")
    stop_log(handler)
    assert (tmp_path / "log").read_text() == "a file in the way"
