"""Keys pressed in the text of the page on which an article is settled.

Digits take lanes; letters say the commands of the page; arrows move the caret, so that a reviewer
can select words of their own.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.commands import COMMANDS, ChangedKeys
from workbench.ui.dispatch import Dispatch
from workbench.ui.pane_keys import digit_of, motion_of, move_by, sequence_of
from workbench.ui.review.lanes.page import LanesPage


class LanesKeys(QObject):
    """Listens to the keys of the page."""

    def __init__(self, page: LanesPage, dispatch: Dispatch, changed: ChangedKeys) -> None:
        super().__init__(page.pane)
        self._page = page
        self._dispatch = dispatch
        self._commands: dict[str, str] = {}
        self.use_keys(changed)
        page.pane.installEventFilter(self)

    def use_keys(self, changed: ChangedKeys) -> None:
        """Listen to these keys from now on."""
        self._commands = {
            QKeySequence(key).toString(): command.id
            for command in COMMANDS
            if command.in_lanes
            for key in command.keys_now(changed)
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry out the command of a key; leave all other events alone."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and self._means_something(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _means_something(self, event: QKeyEvent) -> bool:
        known = sequence_of(event) in self._commands
        return known or motion_of(event) is not None or digit_of(event) != ""

    def _pressed(self, event: QKeyEvent) -> bool:
        command = self._commands.get(sequence_of(event))
        if command is not None:
            return self._dispatch.say(command)
        digit = digit_of(event)
        if digit:
            self._page.answer(int(digit))
            return True
        return move_by(self._page.pane, event)
