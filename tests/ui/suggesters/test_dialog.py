"""The list of suggesters, driven by keys in the real window; what comes of it is in the project."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.suggest import pipelines_made
from tests.ui.annotate.driven import Driven, open_again
from workbench.domain.suggester_source import SuggesterSource, pipeline_source, words_source
from workbench.operations import suggesters
from workbench.store import suggestions
from workbench.ui.ask import Ask
from workbench.ui.suggesters.dialog import SuggestersDialog
from workbench.ui.suggesters.labels_dialog import LabelsDialog
from workbench.ui.suggesters.rule_dialog import RuleDialog

Act = Callable[[QDialog], bool]


class Asked(Ask):
    """Answers in the user's place: what a test types into a dialog, a folder, and yes or no."""

    def __init__(
        self, act: Act = lambda _: True, folder: Path | None = None, *, trusts: bool = True
    ) -> None:
        self.act, self.folder, self.trusts = act, folder, trusts
        self.questions: list[str] = []

    def answered(self, dialog: QDialog) -> bool:
        dialog.show()
        wanted = self.act(dialog)
        dialog.close()
        return wanted

    def pipeline_folder(self) -> Path | None:
        return self.folder

    def sure(self, question: str) -> bool:
        self.questions.append(question)
        return self.trusts


def shown(driven: Driven, qtbot: QtBot, asked: Asked | None = None) -> SuggestersDialog:
    """The list, opened by its key."""
    window = driven.program.window
    window.ask = asked or Asked()
    QTest.keySequence(driven.pane, QKeySequence("Ctrl+Shift+S"))
    (dialog,) = (w for w in window.findChildren(SuggestersDialog) if w.isVisible())
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def names(driven: Driven) -> list[str]:
    return [source.name for source in suggesters.known_sources(driven.project)]


def type_in(dialog: QWidget, name: str, text: str) -> None:
    """Type into the field that is called so."""
    (there,) = (w for w in dialog.findChildren(QWidget) if w.accessibleName() == name)
    QTest.keyClicks(there, text)


def settled(driven: Driven, qtbot: QtBot) -> None:
    """Wait until nothing is looked up or read, and hear of what came of it."""
    window = driven.program.window
    qtbot.waitUntil(lambda: not (window.lookups.busy() or window.reading.busy()), timeout=60_000)
    driven.session.look_for_news()


def test_words_are_written_seen_and_stand_as_ghosts_at_once(driven: Driven, qtbot: QtBot) -> None:
    def write(dialog: QDialog) -> bool:
        assert isinstance(dialog, RuleDialog)
        type_in(dialog, "Name", "offices")
        type_in(dialog, "Words, one a line", "Coast Guard\rOfficials of the port")
        qtbot.waitUntil(lambda: "2" in dialog.preview.text(), timeout=60_000)
        return True

    dialog = shown(driven, qtbot, Asked(write))
    QTest.keySequence(dialog.list, QKeySequence("Alt+W"))
    assert names(driven) == ["news-en", "offices"]
    settled(driven, qtbot)
    found = suggestions.of_article(driven.project, driven.session.article)
    words = {each.quote for each in found if each.suggester == "offices"}
    assert words == {"Coast Guard", "Officials of the port"}
    assert words <= {each.quote for each in driven.workspace.ghosts()}
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keySequence(dialog.list, QKeySequence("Del"))
    assert names(driven) == ["news-en"]
    assert "offices" not in {each.suggester for each in driven.workspace.ghosts()}
    QTest.keySequence(dialog.list, QKeySequence("Ctrl+Z"))
    assert names(driven) == ["news-en", "offices"]


def test_a_broken_pattern_says_where_and_cannot_be_kept(driven: Driven, qtbot: QtBot) -> None:
    def write(dialog: QDialog) -> bool:
        assert isinstance(dialog, RuleDialog)
        (ok,) = (each for each in dialog.findChildren(QPushButton) if each.text() == "OK")
        type_in(dialog, "Name", "days")
        type_in(dialog, "Regular expression", r"\w+day\b")
        qtbot.waitUntil(ok.isEnabled, timeout=60_000)
        type_in(dialog, "Regular expression", "(")
        assert not ok.isEnabled()
        qtbot.waitUntil(lambda: "at character 10" in dialog.preview.text(), timeout=60_000)
        return ok.isEnabled()

    QTest.keySequence(shown(driven, qtbot, Asked(write)).list, QKeySequence("Alt+P"))
    assert names(driven) == ["news-en"]
    assert not driven.program.window.message.text()


def test_a_tick_shows_or_hides_a_layer(driven: Driven, qtbot: QtBot) -> None:
    dialog = shown(driven, qtbot)
    QTest.keyClick(dialog.list, Qt.Key.Key_Right)
    QTest.keyClick(dialog.list, Qt.Key.Key_Right)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QApplication.sendPostedEvents()
    layers = suggesters.source_named(driven.project, "news-en").layers
    assert layers == ("claim", "event", "framing")
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QApplication.sendPostedEvents()
    assert "entity" in suggesters.source_named(driven.project, "news-en").layers


def test_an_earlier_learned_model_is_chosen(driven: Driven, qtbot: QtBot) -> None:
    session = driven.session
    for number, layers in (1, ()), (2, ("claim",)):
        spec = {"folder": "gone", "layer": "claim", "figures": "21 → 47 ± 3"}
        name, who = f"ann · claim {number}", session.annotator.id
        source = SuggesterSource(name, "personal", spec, layers, who)
        session.do(suggesters.add, source=source)
    dialog = shown(driven, qtbot)
    first = dialog.list.topLevelItem(1)
    assert first is not None
    assert first.text(1) == "learned, F1 21 → 47 ± 3"
    dialog.list.setCurrentItem(first, 3)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    QApplication.sendPostedEvents()
    using = suggesters.in_use_for(driven.project, session.annotator)
    assert using.shows("ann · claim 1", "claim")
    assert not using.shows("ann · claim 2", "claim")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return pipelines_made.make(tmp_path / "boats")


def test_a_folder_is_loaded_after_a_yes_under_the_labels_that_are_chosen(
    driven: Driven, qtbot: QtBot, folder: Path
) -> None:
    def choose(dialog: QDialog) -> bool:
        assert isinstance(dialog, LabelsDialog)
        (boat,) = (b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "BOAT")
        assert boat.currentText() == "nothing"
        for _ in range(boat.findData("entity/other")):
            QTest.keyClick(boat, Qt.Key.Key_Down)
        return True

    asked = Asked(choose, folder, trusts=False)
    dialog = shown(driven, qtbot, asked)
    QTest.keySequence(dialog.list, QKeySequence("Alt+F"))
    assert len(asked.questions) == 1
    assert str(folder) in asked.questions[0]
    assert names(driven) == ["news-en"]
    asked.trusts = True
    QTest.keySequence(dialog.list, QKeySequence("Alt+F"))
    assert names(driven) == ["news-en", "boats"]
    labels = suggesters.source_named(driven.project, "boats").spec["labels"]
    assert labels == {"BOAT": "entity/other", "ORG": "entity/organization"}
    settled(driven, qtbot)
    assert not driven.program.window.message.text()
    asked.act = lambda again: isinstance(again, QMessageBox)
    QTest.keySequence(dialog.list, QKeySequence("Alt+C"))
    assert len(asked.questions) == 2


def test_what_is_no_pipeline_is_said_in_the_list(
    driven: Driven, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(driven, qtbot, Asked(folder=tmp_path))
    QTest.keySequence(dialog.list, QKeySequence("Alt+F"))
    assert any("cannot be loaded" in label.text() for label in dialog.findChildren(QLabel))
    assert names(driven) == ["news-en"]


def test_a_project_from_elsewhere_asks_once_by_a_question_that_a_key_answers(
    driven: Driven, qtbot: QtBot, folder: Path
) -> None:
    path = driven.project.path
    labels = {"BOAT": "entity/other"}
    source = pipeline_source("boats", labels=labels, folder=str(folder))
    suggesters.add(driven.project, annotator=driven.session.annotator, source=source)
    driven.close()
    seen: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            seen.append(box.text())
            QTest.keyClick(box, Qt.Key.Key_Escape)

    for _ in range(2):
        timer = QTimer(interval=20)
        timer.timeout.connect(answer)
        timer.start()
        again = open_again(qtbot, path)
        timer.stop()
        settled(again, qtbot)
        found = suggestions.of_article(again.project, again.session.article)
        assert "boats" not in {each.suggester for each in found}
        assert not again.program.window.message.text()
        again.close()
    assert len(seen) == 1
    assert str(folder) in seen[0]


def test_a_changed_list_gets_the_next_name(driven: Driven, qtbot: QtBot) -> None:
    source = words_source("w", ["port"], term=("entity", "place"))
    driven.session.do(suggesters.add, source=source)

    def write(dialog: QDialog) -> bool:
        type_in(dialog, "Words, one a line", "a ")
        return True

    dialog = shown(driven, qtbot, Asked(write))
    dialog.list.go_to("w")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert names(driven) == ["news-en", "w 2"]
    assert suggesters.source_named(driven.project, "w 2").spec["words"] == ["a port"]
