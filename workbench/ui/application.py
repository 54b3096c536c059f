"""The running program: one application, one window, until it closes."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workbench.settings.folders import find_folders
from workbench.settings.logs import start_log, stop_log
from workbench.settings.resources import resources_folder
from workbench.ui.crash import CrashReporter
from workbench.ui.handover import Handover
from workbench.ui.interrupts import Interrupts
from workbench.ui.language import use_language
from workbench.ui.placement import Placement
from workbench.ui.preferences import Preferences
from workbench.ui.theme import apply_theme
from workbench.ui.tidying import Tidying, leave_garbage
from workbench.ui.verbs.corpus import CorpusVerbs
from workbench.ui.verbs.help import HelpVerbs
from workbench.ui.verbs.languages import LanguageVerbs
from workbench.ui.verbs.learning import LearningVerbs
from workbench.ui.verbs.looks import LooksVerbs
from workbench.ui.verbs.projects import ProjectVerbs
from workbench.ui.verbs.rooms import RoomVerbs
from workbench.ui.verbs.scheme import SchemeVerbs
from workbench.ui.verbs.suggesters import SuggesterVerbs
from workbench.ui.verbs.team import TeamVerbs
from workbench.ui.verbs.twins import TwinVerbs
from workbench.ui.window import Window

GIVES_WAY = 0.0005  # seconds after which a busy thread lets another go on; Python's own are 0.005


@dataclass(frozen=True, slots=True)
class Program:
    """The window, and those of its verbs that are told more than a command can say."""

    window: Window
    projects: ProjectVerbs
    corpus: CorpusVerbs


def make_window(app: QApplication, theme: str = "") -> Program:
    """The window with its commands, in the colours of the settings or of `theme`."""
    preferences = Preferences()
    use_language(app, preferences.settings.language)
    window = Window()
    projects = ProjectVerbs(window, preferences)
    corpus = CorpusVerbs(window, projects)
    looks, helping = LooksVerbs(window, preferences), HelpVerbs(window, preferences)
    learning = LearningVerbs(window, find_folders().data / "models")
    languages, schemes = LanguageVerbs(window, preferences), SchemeVerbs(window)
    rooms, team = RoomVerbs(window), TeamVerbs(window, schemes)
    twins = TwinVerbs(window)
    suggesters = SuggesterVerbs(window, preferences)
    Placement(window, preferences)
    Tidying(window)
    window.dispatch.enlist(
        *(projects, rooms, corpus, learning, suggesters, schemes, team, twins),
        *(looks, languages, helping),
    )
    window.make_menus()
    window.use_keys(preferences.keys())
    window.wear(apply_theme(app, theme or preferences.settings.theme))
    return Program(window, projects, corpus)


def tune_python() -> None:
    """Make Python serve a window rather than a script.

    Garbage is looked for between acts, and a thread that works beside the window gives way at once.
    """
    leave_garbage()
    sys.setswitchinterval(GIVES_WAY)


def run(path: Path | None) -> int:
    """Show the window, on a project where one is named; returns the program's exit code."""
    tune_python()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Workbench")
    app.setDesktopFileName("workbench")
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / "workbench.png")))
    log = start_log(find_folders().log)
    code = serve(app, Handover(project=path))
    stop_log(log)
    return code


def serve(app: QApplication, handed: Handover) -> int:
    """Show a window, and those that follow it, until one closes for good; returns the exit code."""
    code, following = _show(app, handed)
    return serve(app, following) if following else code


def _show(app: QApplication, handed: Handover) -> tuple[int, Handover | None]:
    """Show a window until it closes; returns the exit code, and what it hands over, if it does."""
    program = make_window(app)
    reporter, interrupts = CrashReporter(program.window), Interrupts(program.window)
    reporter.install()
    interrupts.install()
    program.window.show()
    if handed.project is not None:
        program.projects.open_path(handed.project, article=handed.article)
    code = app.exec()
    interrupts.remove()
    reporter.remove()
    program.window.deleteLater()
    return code, program.window.following
