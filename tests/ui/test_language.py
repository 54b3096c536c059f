"""The window speaks the language that was chosen, or the system's, in texts and in numbers."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.translations import Text, texts
from tests.ui.annotate.driven import drive
from workbench.domain.errors import UserError
from workbench.operations import projects
from workbench.operations.progress import LongVerb, Progress
from workbench.settings.folders import find_folders
from workbench.settings.settings import read_settings, settings_file
from workbench.ui.application import make_window, serve
from workbench.ui.commands import shown_keys
from workbench.ui.handover import Handover
from workbench.ui.language import day, number, short_quote, translate, use_language
from workbench.ui.messages import sentence
from workbench.ui.preferences import Preferences
from workbench.ui.window import Window

SPOKEN = """
import sys
from PySide6.QtCore import QCoreApplication
from workbench.ui.commands import shown_keys
from workbench.ui.language import day, number, short_quote, translate, use_language
app = QCoreApplication([])
use_language(app, sys.argv[1])
print(translate("commands", "Project"))
"""


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which speaks English again afterwards."""
    yield qapp
    use_language(qapp, "")


def cancel(qtbot: QtBot) -> str:
    """What Qt itself calls the button for changing one's mind."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_texts_refusals_numbers_and_the_buttons_of_qt_change_together(
    qtbot: QtBot, app: QApplication
) -> None:
    use_language(app, "de")
    assert translate("commands", "Project") == "Projekt"
    assert sentence(UserError("store.nothing_to_redo")) == "Es gibt nichts zu wiederholen."
    assert cancel(qtbot) == "Abbrechen"
    assert number(1234567) == "1.234.567"
    use_language(app, "en")
    assert translate("commands", "Project") == "Project"
    assert cancel(qtbot) == "Cancel"
    assert number(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("written", "english", "german"),
    [
        ("2024-01-19", "19/01/2024", "19.01.2024"),
        ("2024-01-19T20:15:00+02:00", "19/01/2024", "19.01.2024"),
        ("2024-01", "2024-01", "2024-01"),
        ("2024", "2024", "2024"),
        ("", "", ""),
    ],
)
def test_a_day_is_written_in_full_and_what_is_no_day_stays(
    app: QApplication, written: str, english: str, german: str
) -> None:
    use_language(app, "en")
    assert day(written) == english
    use_language(app, "de")
    assert day(written) == german


def test_keys_are_called_as_on_the_keyboard(app: QApplication) -> None:
    assert shown_keys(["Space", "Ctrl+Return"]) == "Space, Ctrl+Return"
    use_language(app, "de")
    assert shown_keys(["Space", "Ctrl+Return"]) == "Leertaste, Strg+Return"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sets the language as Linux does")
@pytest.mark.parametrize(
    ("chosen", "system", "said"),
    [
        ("", "de_AT", "Projekt"),
        ("", "fr:de", "Projekt"),
        ("", "fr", "Project"),
        ("", "en:de", "Project"),
        ("en", "de", "Project"),
        ("de", "en", "Projekt"),
        ("tlh", "de", "Projekt"),
    ],
)
def test_the_system_decides_where_no_known_language_is_chosen(
    chosen: str, system: str, said: str
) -> None:
    env = os.environ | {"LC_ALL": "", "LANG": "en_GB.UTF-8", "LANGUAGE": system}
    command = [sys.executable, "-c", SPOKEN, chosen]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == said


def in_sight() -> Window | None:
    """The window in sight; none is while one takes another's place."""
    windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, Window))
    return next((window for window in windows if window.isVisible()), None)


def say(window: Window, command: str) -> None:
    """Choose a command from the menu."""
    next(a for a in window.findChildren(QAction) if a.text() == command).trigger()


def test_the_language_changes_at_once_and_the_project_stays_open(
    tmp_path: Path, app: QApplication
) -> None:
    projects.create(tmp_path / "p.workbench").close()
    seen: list[str] = []

    def look(window: Window) -> None:
        assert window.session is not None
        seen.append(f"{window.session.project.path.name} {window.menuBar().actions()[0].text()}")

    steps: list[Callable[[Window], object]] = [
        look,
        lambda window: say(window, "Language: Deutsch"),
        look,
        lambda window: say(window, "Sprache: English"),
        look,
        lambda window: window.close(),
    ]

    def step() -> None:
        window = in_sight()
        if window is not None:
            steps.pop(0)(window)

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(20)
    assert serve(app, Handover(project=tmp_path / "p.workbench")) == 0
    timer.stop()
    assert seen == ["p.workbench Project", "p.workbench Projekt", "p.workbench Project"]
    assert read_settings(settings_file(find_folders().config)).language == "en"


def one_step() -> LongVerb[None]:
    """A job that is soon done."""
    yield Progress(done=1, total=1)


def test_a_window_at_work_stays_and_says_when_the_language_changes(
    qtbot: QtBot, app: QApplication
) -> None:
    window = make_window(app, "light").window
    qtbot.addWidget(window)
    window.jobs.run("sample", lambda _: one_step())
    window.dispatch.say("german")
    assert "at the next start" in window.message.text()
    qtbot.waitUntil(lambda: not window.jobs.busy())
    window.close()
    assert read_settings(settings_file(find_folders().config)).language == "de"


class Listener(QTranslator):
    """Translates nothing, and notes what is looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[Text] = set()

    def translate(self, *asked: Any) -> None:  # noqa: ANN401  (context, text, and what we do not use)
        self.asked.add(Text(*asked[:2]))


def test_what_is_looked_up_stands_under_the_context_where_it_is_looked_up(
    qtbot: QtBot, tmp_path: Path, app: QApplication
) -> None:
    listener = Listener()
    app.installTranslator(listener)
    driven = drive(qtbot, tmp_path)
    driven.mark("Bo Reed", "E", "1")
    driven.select("Coast Guard")
    driven.keys("R", "Escape", "N", "G", "O", "Escape")
    for command in ("history", "find", "find_everywhere", "show_questions", "done_and_next"):
        driven.program.window.dispatch.say(command)
    driven.close()
    app.removeTranslator(listener)
    found = listener.asked & texts()
    sources = {text.source for text in found}
    lost = {text for text in listener.asked - found if text.source not in sources}
    assert len(found) > 150
    assert {text for text in lost if not text.context.startswith("Q")} == set()


def is_cut(widget: QWidget) -> bool:
    """Whether a widget has less room than its text of one line needs."""
    advance = widget.fontMetrics().horizontalAdvance
    match widget:
        case QWidget(isVisible=visible) if not visible():
            return False
        case QComboBox():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            place = QStyle.SubControl.SC_ComboBoxEditField
            kind = QStyle.ComplexControl.CC_ComboBox
            room = widget.style().subControlRect(kind, option, place, widget).width()
            texts = (widget.itemText(row) for row in range(widget.count()))
            return any(advance(text) > room for text in texts)
        case QLineEdit():
            return advance(widget.placeholderText()) > widget.width() - 20
        case QLabel() if widget.wordWrap():
            return False
        case QLabel() | QAbstractButton():
            return widget.sizeHint().width() > widget.width()
    return False


@given(words=st.lists(st.sampled_from(["a", "tide", "harbourmaster", "x" * 50]), min_size=1))
def test_of_a_long_quote_its_first_and_its_last_words_are_seen(words: list[str]) -> None:
    said = short_quote("\n".join(words), 40)[1:-1]
    assert len(said) <= 40
    if " … " not in said:
        assert said == " ".join(words)
    first, *_, last = [*said.split(" "), said.split(" ")[-1]]
    assert first == words[0] or len(words[0]) > 18
    assert last == words[-1] or len(words[-1]) > 18


def test_german_has_the_room_it_needs_in_a_narrow_window(
    qtbot: QtBot, tmp_path: Path, app: QApplication
) -> None:
    assert app
    Preferences().change(language="de")
    driven = drive(qtbot, tmp_path)
    window = driven.program.window
    window.resize(1000, 760)
    driven.mark("Bo Reed", "E", "1")
    pages = ("next_annotation", "history", "find", "filter_articles", "occurrences", "correct_text")
    for command in pages:
        window.dispatch.say(command)
        qtbot.waitUntil(lambda: not any(map(is_cut, window.findChildren(QWidget))))
    assert window.menuBar().actions()[0].text() == "Projekt"
    driven.close()
