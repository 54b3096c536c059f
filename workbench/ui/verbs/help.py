"""Where help is: the palette of commands, their keys, the manual, what is new, the log."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from workbench.settings.folders import find_folders, make_private
from workbench.ui.commands import COMMANDS
from workbench.ui.keys_sheet import KeysSheet
from workbench.ui.language import translate
from workbench.ui.palette import Palette
from workbench.ui.preferences import Preferences
from workbench.ui.rail import ANNOTATE, CORPUS, REVIEW
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.ui.manual.window import Manual

_FIRST = "first-hour"
_CHAPTERS = {ANNOTATE: "annotating", REVIEW: "reviewing", CORPUS: "corpora"}


class HelpVerbs:
    """Shows what there is to say and to know."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences
        self._palette = Palette(window)
        self._palette.chosen.connect(window.dispatch.say)
        self._sheet: KeysSheet | None = None
        self._manual: Manual | None = None

    def show_palette(self) -> None:
        """Offer all commands that can be carried out now, to be found by their words."""
        able = [command for command in COMMANDS if self._window.dispatch.find(command.id)]
        self._palette.offer(able, self._preferences.keys())

    def show_keys(self) -> None:
        """List all commands with their keys, which can be changed there."""
        if self._sheet is None:
            self._sheet = KeysSheet(self._preferences.keys(), self._window)
            self._sheet.changed.connect(self._change_keys)
        self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def show_manual(self) -> None:
        """Open the manual at the chapter on what is in front."""
        room = self._window.rail.room() if self._window.session is not None else ""
        self._open_manual(_CHAPTERS.get(room, _FIRST))

    def show_news(self) -> None:
        """Tell what is new."""
        from workbench.operations.manual import NEWS  # noqa: PLC0415

        self._open_manual(NEWS)

    def open_log_folder(self) -> None:
        """Open the folder of the log, or say where it is."""
        folder = find_folders().log
        make_private(folder)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            told = translate("HelpVerbs", "The log is in {}.")
            self._window.message.say(told.format(folder))

    def _open_manual(self, chapter: str) -> None:
        if self._manual is None:
            self._manual = self._make_manual()
        self._manual.show_chapter(chapter)
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def _make_manual(self) -> "Manual":
        """Make the manual; whoever never reads it never loads what it needs."""
        from workbench.ui.manual.window import Manual  # noqa: PLC0415

        window = self._window
        manual = Manual(window.keys(), window)
        manual.use_tokens(window.tokens)
        manual.said.connect(window.dispatch.say)
        window.keys_given.connect(manual.use_keys)
        window.tokens_changed.connect(manual.use_tokens)
        return manual

    def _change_keys(self, changed: dict[str, tuple[str, ...]]) -> None:
        self._preferences.change(keys=changed)
        self._window.use_keys(changed)
