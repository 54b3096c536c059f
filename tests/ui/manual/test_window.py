"""The manual beside the window: opened by its key, searched, and followed by its links."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from tests.conftest import CHECKOUT
from tests.pictures import SCENES
from tests.ui.annotate.driven import Driven, drive
from workbench.operations.manual import chapters
from workbench.settings.folders import find_folders
from workbench.ui.keys_sheet import KeysSheet
from workbench.ui.language import use_language
from workbench.ui.manual.window import Manual


class Handler(QObject):
    """Takes addresses in place of the system's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(url)


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Driven:
    return drive(qtbot, tmp_path)


def opened(driven: Driven, command: str = "show_manual") -> Manual:
    driven.program.window.dispatch.say(command)
    manual = driven.program.window.findChild(Manual)
    assert manual is not None
    return manual


def listed(manual: Manual) -> list[str]:
    found = manual.findChild(QListWidget)
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def test_the_manual_opens_at_what_is_in_front_and_every_chapter_can_be_shown(
    driven: Driven,
) -> None:
    manual = opened(driven)
    assert manual.page.toPlainText().startswith("Annotating")
    for chapter in chapters():
        manual.show_chapter(chapter.name)
        assert manual.page.toPlainText().startswith(chapter.title)
        assert "no key" not in manual.page.toPlainText()
    assert opened(driven, "show_news") is manual
    assert manual.page.toPlainText().startswith("What is new")
    driven.close()


@pytest.mark.parametrize(("language", "title"), [("de", "Annotieren"), ("en", "Annotating")])
def test_it_speaks_the_language_of_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, title: str
) -> None:
    driven = drive(qtbot, tmp_path)
    use_language(qapp, language)
    try:
        assert opened(driven).page.toPlainText().startswith(title)
    finally:
        use_language(qapp, "")
    driven.close()


def test_chapters_are_found_by_words_and_the_place_is_selected(driven: Driven) -> None:
    manual = opened(driven)
    search = manual.findChild(QLineEdit)
    assert search is not None
    everything = listed(manual)
    QTest.keyClicks(search, "untick")
    assert listed(manual) == ["Annotating"]
    assert manual.page.textCursor().selectedText() == "Untick"
    search.clear()
    assert listed(manual) == everything
    driven.close()


def test_a_link_leads_to_a_chapter_or_says_a_command(driven: Driven) -> None:
    manual = opened(driven)
    manual.page.anchorClicked.emit(QUrl("suggestions"))
    assert manual.page.toPlainText().startswith("Suggestions")
    manual.page.anchorClicked.emit(QUrl("command:show_keys"))
    sheet = driven.program.window.findChild(KeysSheet)
    assert sheet is not None
    assert sheet.isVisible()
    driven.close()


def test_keys_are_shown_as_the_person_changed_them(driven: Driven) -> None:
    manual = opened(driven)
    driven.program.window.use_keys({"grow": ("Ctrl+Alt+W",)})
    manual.show_chapter("annotating")
    assert "Ctrl+Alt+W and - widen" in manual.page.toPlainText()
    driven.close()


def test_pictures_come_in_the_theme_of_the_window_and_nothing_else_is_loaded(
    driven: Driven, tmp_path: Path
) -> None:
    page = opened(driven).page
    image = page.loadResource(2, QUrl("pictures/annotate.png"))
    assert image.width() > 0
    light = image.pixelColor(5, 5).lightness()
    driven.program.window.dispatch.say("dark_theme")
    assert page.loadResource(2, QUrl("pictures/annotate.png")).pixelColor(5, 5).lightness() < light
    sheet = tmp_path / "s.css"
    sheet.write_text("p { color: red; }")
    assert page.loadResource(3, QUrl.fromLocalFile(str(sheet))) is None
    assert page.loadResource(2, QUrl("https://example.org/a.png")) is None
    driven.close()


def test_a_program_makes_every_picture(driven: Driven) -> None:
    folder = CHECKOUT / "resources" / "manual" / "pictures"
    assert {path.stem for path in folder.iterdir()} == {
        f"{scene}-{theme}" for scene in SCENES for theme in ("light", "dark")
    }
    driven.close()


def test_the_folder_of_the_log_is_opened(driven: Driven) -> None:
    handler = Handler()
    QDesktopServices.setUrlHandler("file", handler, "open")  # type: ignore[arg-type]  # as it is, not as it is typed
    driven.program.window.dispatch.say("open_log_folder")
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in handler.asked] == [find_folders().log]
    assert find_folders().log.is_dir()
    driven.close()
