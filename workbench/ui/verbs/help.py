"""What can be said, and how: the palette of commands, and the sheet of their keys."""

from workbench.ui.commands import COMMANDS
from workbench.ui.keys_sheet import KeysSheet
from workbench.ui.palette import Palette
from workbench.ui.preferences import Preferences
from workbench.ui.window import Window


class HelpVerbs:
    """Shows what there is to say."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences
        self._palette = Palette(window)
        self._palette.chosen.connect(window.dispatch.say)
        self._sheet: KeysSheet | None = None

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

    def _change_keys(self, changed: dict[str, tuple[str, ...]]) -> None:
        self._preferences.change(keys=changed)
        self._window.use_keys(changed)
