"""The running program: one application, one window, until it closes."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench.settings.folders import find_folders
from workbench.settings.logs import start_log, stop_log
from workbench.ui.crash import CrashReporter
from workbench.ui.preferences import Preferences
from workbench.ui.theme import apply_theme
from workbench.ui.verbs import Verbs
from workbench.ui.window import Window


def make_window(app: QApplication, theme: str = "") -> tuple[Window, Verbs]:
    """The window with its commands, in the colours of the settings or of `theme`."""
    preferences = Preferences()
    window = Window()
    verbs = Verbs(window, preferences)
    window.make_menus(verbs)
    window.set_tokens(apply_theme(app, theme or preferences.settings.theme))
    return window, verbs


def run(path: Path | None) -> int:
    """Show the window, on a project where one is named; returns the program's exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Workbench")
    log = start_log(find_folders().made().log)
    window, verbs = make_window(app)
    reporter = CrashReporter(window)
    reporter.install()
    window.show()
    if path is not None:
        verbs.open_path(path)
    code = app.exec()
    reporter.remove()
    stop_log(log)
    return code
