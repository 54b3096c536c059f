"""The look before import, driven as a person does it: what is chosen shows, and so it comes in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.intake.samples import ARTICLE, HEADLINE, LEAD, written
from tests.ui.annotate.driven import Driven, drive
from workbench.store import corpus
from workbench.store.articles import list_articles
from workbench.ui.looking.dialog import LookDialog

TABLE = f"Nr,Kopf,Inhalt,Amt\n7,Brücke,{LEAD},x\n8,Fähre,Sie fährt nicht mehr.,y\n"


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    folder = tmp_path / "project"
    folder.mkdir()
    return drive(qtbot, folder)


class Hand:
    """Stands before the dialog as a person does."""

    def __init__(self, qtbot: QtBot, dialog: LookDialog) -> None:
        self._qtbot, self.dialog = qtbot, dialog

    def choose(self, name: str, text: str) -> None:
        """Choose an entry of a list by its text, with the keys."""
        (choice,) = [c for c in self.dialog.findChildren(QComboBox) if c.accessibleName() == name]
        place = next(n for n in range(choice.count()) if choice.itemText(n).startswith(text))
        choice.setFocus()
        key = Qt.Key.Key_Down if place > choice.currentIndex() else Qt.Key.Key_Up
        for _ in range(abs(place - choice.currentIndex())):
            QTest.keyClick(choice, key)

    def rows(self) -> list[list[str]]:
        """The articles that are shown, cell by cell."""
        articles = self._tree("The first articles as they would come in")
        return _cells(articles)

    def columns(self) -> dict[str, str]:
        """What each column is taken for."""
        tree = self._tree("Columns of the table")
        choices = [
            c for c in self.dialog.findChildren(QComboBox) if c.accessibleName() != "Encoding"
        ]
        names = [row[0] for row in _cells(tree)] if tree.isVisible() else []
        return {
            name: next(c.currentText() for c in choices if name in c.accessibleName().split())
            for name in names
        }

    def waits(self, shown: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(shown, timeout=30_000)

    def told(self) -> str:
        return " ".join(label.text() for label in self.dialog.findChildren(QLabel))

    def opening(self) -> str:
        (opening,) = self.dialog.findChildren(QPlainTextEdit)
        return opening.toPlainText()

    def write(self, pattern: str) -> None:
        (names,) = self.dialog.findChildren(QLineEdit)
        names.clear()
        QTest.keyClicks(names, pattern)

    def agree(self) -> None:
        (buttons,) = self.dialog.findChildren(QDialogButtonBox)
        QTest.mouseClick(buttons.button(_OK), Qt.MouseButton.LeftButton)

    def may_agree(self) -> bool:
        (buttons,) = self.dialog.findChildren(QDialogButtonBox)
        return buttons.button(_OK).isEnabled()

    def _tree(self, name: str) -> QTreeWidget:
        trees = self.dialog.findChildren(QTreeWidget)
        return next(tree for tree in trees if tree.accessibleName() == name)


_OK = QDialogButtonBox.StandardButton.Ok
_NO_KEYS = Qt.KeyboardModifier.NoModifier


def _cells(tree: QTreeWidget) -> list[list[str]]:
    items = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    return [[i.text(c) for c in range(tree.columnCount())] for i in items if i is not None]


def imports(
    driven: Driven,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    paths: list[Path],
    act: Callable[[Hand], None],
) -> None:
    """Pick files, and act in the dialog; wait for the import where it was agreed to."""
    window = driven.program.window
    monkeypatch.setattr(window.ask, "files_to_import", lambda: paths)
    _acts(driven, qtbot, monkeypatch, act)
    window.dispatch.say("import_files")
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=60_000)


def _acts(
    driven: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, act: Callable[[Hand], None]
) -> None:
    """Let a hand act in the dialog once it opens."""

    def answered(dialog: LookDialog) -> bool:
        dialog.open()
        act(Hand(qtbot, dialog))
        return bool(dialog.result())

    monkeypatch.setattr(driven.program.window.ask, "answered", answered)


def test_columns_are_shown_and_said_better_and_come_in_so(
    driven: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.csv", TABLE)

    def act(hand: Hand) -> None:
        hand.waits(lambda: len(hand.columns()) == 4)
        assert set(hand.columns().values()) == {"Metadata, by its name"}
        assert "No column holds the text" in hand.rows()[0][0]
        hand.choose("What Inhalt is", "Text")
        hand.waits(lambda: len(hand.rows()) == 2)
        hand.choose("What Amt is", "Title")
        hand.choose("What Kopf is", "Title")  # which Amt then is no more
        hand.choose("What Nr is", "Id")
        hand.waits(lambda: [row[0] for row in hand.rows()] == ["Brücke", "Fähre"])
        assert hand.columns()["Amt"] == "Metadata, by its name"
        hand.agree()

    imports(driven, qtbot, monkeypatch, [path], act)
    seven, eight = corpus.read_corpus(driven.project, ["7", "8"])
    assert (seven.article.title, eight.article.title) == ("Brücke", "Fähre")
    assert seven.article.meta == {"Amt": "x"}
    driven.close()


def test_an_encoding_and_a_pattern_show_at_once_and_come_in_so(
    driven: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = f"{HEADLINE}\n\nŻona Łukasza mówiła o moście, że już nie stoi."
    path = written(tmp_path, "Gull_2024-05-03.txt", text.encode("cp1250"))

    def act(hand: Hand) -> None:
        hand.waits(lambda: "Łukasza" in hand.opening())
        assert hand.rows()[0][4] == "windows-1250?"
        hand.choose("Encoding", "windows-1252")
        hand.waits(lambda: "£ukasza" in hand.opening())
        hand.choose("Encoding", "windows-1250")
        hand.write("{source}_{date")
        hand.waits(lambda: not hand.may_agree())
        hand.write("{source}_{date}")
        hand.waits(lambda: bool(hand.rows()) and hand.rows()[0][2] == "Gull")
        assert hand.rows()[0][4] == "windows-1250"
        assert hand.may_agree()
        hand.agree()

    imports(driven, qtbot, monkeypatch, [path], act)
    ids = [article.id for article in list_articles(driven.project)]
    told = [a for a in corpus.read_corpus(driven.project, ids) if a.article.file == path.name]
    assert [(a.text, a.appearances[0].source) for a in told] == [(text, "Gull")]
    driven.close()


def _drop(window: QWidget, paths: list[Path]) -> None:
    """Drag files over the window, and let them go there."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, _NO_KEYS)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *how))


def test_files_that_are_dropped_are_looked_at_once_they_are_let_go(
    driven: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = driven.program.window
    path = written(tmp_path, "Gull_2024-05-03.txt", ARTICLE)
    other = written(tmp_path, "notes.txt", f"{HEADLINE}\n\n{LEAD}")
    opened: list[LookDialog] = []

    def act(hand: Hand) -> None:
        opened.append(hand.dialog)
        hand.waits(lambda: len(hand.rows()) == 2)
        hand.write("{source}_{date}")
        hand.waits(lambda: hand.rows()[0][2] == "Gull")
        assert "do not fit: 1." in hand.told()
        hand.agree()

    _acts(driven, qtbot, monkeypatch, act)
    _drop(window, [path, other])
    assert not opened  # whoever lets them go is not kept waiting
    qtbot.waitUntil(lambda: len(list_articles(driven.project)) == 3, timeout=60_000)
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=60_000)
    assert "Names that do not fit the pattern: 1 (notes.txt)." in window.message.text()
    driven.close()


def test_who_changes_their_mind_takes_nothing_in(
    driven: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = written(tmp_path, "a.txt", ARTICLE)

    def act(hand: Hand) -> None:
        hand.waits(lambda: len(hand.rows()) == 1)
        QTest.keyClick(hand.dialog, Qt.Key.Key_Escape)

    imports(driven, qtbot, monkeypatch, [path], act)
    assert len(list_articles(driven.project)) == 1
    assert not driven.program.window.lookups.busy()
    driven.close()
