"""The manual's window: chapters at the left, found by their words, and the page in hand.

It stays open beside the work. Nothing is fetched from anywhere: links lead to other chapters, or
say a command to the window.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.operations.manual import Chapter, as_html, chapters
from workbench.ui.commands import COMMANDS, shown_keys
from workbench.ui.language import language_in_use
from workbench.ui.manual.page import Page
from workbench.ui.on_screen import begin_with
from workbench.ui.theme import Tokens

_NAME = Qt.ItemDataRole.UserRole
_COMMAND = "command"


class Manual(QDialog):
    """Shows the chapters, and finds words in them."""

    said = Signal(str)  # the id of a command that a link says

    def __init__(self, keys: Mapping[str, Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        begin_with(self, 1080, 760)
        self._keys = keys
        self._chapters = {chapter.name: chapter for chapter in chapters(language_in_use())}
        self._search, self._list, self.page = QLineEdit(self), QListWidget(self), Page(self)
        self._set_up()
        self._lay_out()
        self._fill("")

    def _set_up(self) -> None:
        self._search.setPlaceholderText(self.tr("Search the manual"))
        self._search.setAccessibleName(self.tr("Search the manual"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        self._search.returnPressed.connect(self._find)
        self._list.setAccessibleName(self.tr("Chapters"))
        self._list.setFixedWidth(250)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self.page.setAccessibleName(self.tr("Page"))
        self.page.anchorClicked.connect(self._on_link)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search.setFocus)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self._search)
        beside.addWidget(self._list, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(beside)
        layout.addWidget(self.page, 1)

    def show_chapter(self, name: str) -> None:
        """Show a chapter from its beginning."""
        self._search.clear()
        for row in range(self._list.count()):
            if self._list.item(row).data(_NAME) == name:
                self._list.setCurrentRow(row)

    def use_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Show these keys from now on."""
        self._keys = keys
        self._show(self._in_hand())

    def use_tokens(self, tokens: Tokens) -> None:
        """Show the page in these colours from now on."""
        self.page.use_tokens(tokens)
        self._show(self._in_hand())

    def _fill(self, words: str) -> None:
        """List the chapters that have all of the words; the one in hand stays, if it is there."""
        before = self._in_hand()
        self._list.clear()
        for chapter in self._chapters.values():
            if chapter.has(words):
                item = QListWidgetItem(chapter.title, self._list)
                item.setData(_NAME, chapter.name)
                if chapter is before:
                    self._list.setCurrentItem(item)
        if self._list.currentItem() is None:
            self._list.setCurrentRow(0)
        self._find()

    def _find(self) -> None:
        """Go to the next place of the words in the page."""
        if self._search.text():
            self.page.find_next(self._search.text())

    def _in_hand(self) -> Chapter | None:
        item = self._list.currentItem()
        return self._chapters[item.data(_NAME)] if item is not None else None

    def _on_current_changed(self) -> None:
        self._show(self._in_hand())

    def _show(self, chapter: Chapter | None) -> None:
        self.page.setHtml(as_html(chapter, self._shown_keys) if chapter is not None else "")

    def _shown_keys(self, id: str) -> str:
        """The first key of a command, as it is called on this keyboard."""
        (command,) = (command for command in COMMANDS if command.id == id)
        keys = command.keys_now(self._keys)
        return shown_keys(keys[:1]) if keys else self.tr("no key")

    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == _COMMAND:
            self.said.emit(url.path())
        else:
            self.show_chapter(url.path())
