"""The running program: one application, one window, until it closes."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench.settings.folders import find_folders
from workbench.settings.logs import start_log, stop_log
from workbench.ui.crash import CrashReporter
from workbench.ui.preferences import Preferences
from workbench.ui.theme import apply_theme
from workbench.ui.verbs.corpus import CorpusVerbs
from workbench.ui.verbs.help import HelpVerbs
from workbench.ui.verbs.looks import LooksVerbs
from workbench.ui.verbs.projects import ProjectVerbs
from workbench.ui.window import Window


@dataclass(frozen=True, slots=True)
class Program:
    """The window, and those of its verbs that are told more than a command can say."""

    window: Window
    projects: ProjectVerbs
    corpus: CorpusVerbs


def make_window(app: QApplication, theme: str = "") -> Program:
    """The window with its commands, in the colours of the settings or of `theme`."""
    preferences = Preferences()
    window = Window()
    projects = ProjectVerbs(window, preferences)
    corpus = CorpusVerbs(window, projects)
    looks, helping = LooksVerbs(window, preferences), HelpVerbs(window, preferences)
    window.dispatch.enlist(projects, corpus, looks, helping)
    window.make_menus()
    window.use_keys(preferences.keys())
    window.set_tokens(apply_theme(app, theme or preferences.settings.theme))
    return Program(window, projects, corpus)


def run(path: Path | None) -> int:
    """Show the window, on a project where one is named; returns the program's exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Workbench")
    log = start_log(find_folders().made().log)
    program = make_window(app)
    reporter = CrashReporter(program.window)
    reporter.install()
    program.window.show()
    if path is not None:
        program.projects.open_path(path)
    code = app.exec()
    reporter.remove()
    stop_log(log)
    return code
