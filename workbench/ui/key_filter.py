"""Keys pressed in a reading pane, sent to the command or the caret motion that they name.

A pane is read-only, so that every letter is free. Which commands are heard, and what a digit does,
is said by those who use the pane: the text to annotate, and the page where an article is settled.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from workbench.ui.commands import ChangedKeys, Command
from workbench.ui.dispatch import Dispatch
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane_keys import digit_of, motion_of, move_by, sequence_of


class KeyFilter(QObject):
    """Listens to a pane's keys; shortcuts of the menus never reach it."""

    def __init__(
        self, pane: ReadingPane, dispatch: Dispatch, heard: Iterable[Command], changed: ChangedKeys
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._dispatch = dispatch
        self._heard = tuple(heard)
        self._commands: dict[str, Command] = {}
        self.use_keys(changed)
        pane.installEventFilter(self)

    def use_keys(self, changed: ChangedKeys) -> None:
        """Listen to these keys from now on."""
        self._commands = {
            QKeySequence(key).toString(): command
            for command in self._heard
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

    def means_now(self, _command: Command) -> bool:
        """Whether a command's keys mean it now."""
        return True

    def answer(self, digit: str) -> None:
        """Do what a digit means."""
        raise NotImplementedError

    def turn_to(self, _command: Command | None) -> None:
        """Something else than a digit was pressed: a command, or none for a motion of the caret."""

    def _means_something(self, event: QKeyEvent) -> bool:
        known = self._command(event) is not None
        return known or motion_of(event) is not None or digit_of(event) != ""

    def _pressed(self, event: QKeyEvent) -> bool:
        command = self._command(event)
        if command is not None:
            self.turn_to(command)
            return self._dispatch.say(command.id)
        digit = digit_of(event)
        if digit:
            self.answer(digit)
            return True
        if motion_of(event) is not None:
            self.turn_to(None)
        return move_by(self._pane, event)

    def _command(self, event: QKeyEvent) -> Command | None:
        """What a key means now."""
        command = self._commands.get(sequence_of(event))
        return command if command is not None and self.means_now(command) else None
