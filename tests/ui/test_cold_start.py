"""Nothing is imported that the first screen does not need: a start must take no second."""

import json
import os
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

START = """
import json, sys
import workbench.__main__
from workbench.ui.application import make_window, tune_python
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

tune_python()
app = QApplication(["workbench"])
program = make_window(app)
program.window.show()
QTimer.singleShot(0, app.quit)
app.exec()
program.window.close()
print(json.dumps(sorted(sys.modules)))
"""
# What a start may load besides Python's own: the window, the project file, the command line.
PACKAGES = frozenset(
    {
        *("PySide6", "shiboken6"),
        *("sqlalchemy", "greenlet", "typing_extensions"),
        *("typer", "shellingham", "annotated_doc"),
        *("platformdirs", "workbench"),
        "_distutils_hack",  # which setuptools puts into every process
    }
)
QT = frozenset({"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"})
# What many people never open, or what runs in processes of its own.
LATER = (
    *("workbench.suggest.news_en", "workbench.suggest.training", "workbench.suggest.personal"),
    *("workbench.ui.review", "workbench.ui.scheme", "workbench.ui.suggesters"),
    *("workbench.ui.team", "workbench.ui.looking"),
    *("workbench.ui.corpus", "workbench.ui.pictures", "workbench.operations.charts", "pyqtgraph"),
    *("workbench.intake", "workbench.agreement.unitizing", "workbench.store.migrations"),
    *("workbench.operations.importing", "workbench.operations.exporting"),
    *("workbench.operations.merging", "workbench.operations.handing_out"),
    *("workbench.operations.carrying", "workbench.operations.training"),
)


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a fresh process has loaded once its first screen stands."""
    env = {"QT_QPA_PLATFORM": "offscreen", "WORKBENCH_HOME": str(tmp_path_factory.mktemp("home"))}
    command = [sys.executable, "-c", START]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | env)
    found: list[str] = json.loads(done.stdout)
    return found


def test_only_these_packages_are_loaded(modules: list[str]) -> None:
    installed = packages_distributions().keys()
    loaded = {name.partition(".")[0] for name in modules}
    assert {"sqlalchemy", "platformdirs"} <= loaded & installed <= PACKAGES


def test_only_these_parts_of_qt_are_loaded(modules: list[str]) -> None:
    assert {name for name in modules if name.startswith("PySide6.Qt")} == QT


def test_what_is_opened_later_is_loaded_later(modules: list[str]) -> None:
    assert "workbench.ui.window" in modules
    assert [name for name in modules if name.startswith(LATER)] == []


def test_no_source_is_read_for_what_is_imported() -> None:
    code = "import workbench.ui.application, linecache; print(len(linecache.cache))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 20
