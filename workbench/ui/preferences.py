"""The person's settings as the window uses them: read once, written at each change.

What a gesture changes many times in a second, a wheel or a slider, is written once it rests.
"""

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from workbench.settings.folders import find_folders
from workbench.settings.settings import (
    account,
    read_settings,
    settings_file,
    with_recent,
    write_settings,
)

REST = 500  # milliseconds

log = logging.getLogger(__name__)


class Preferences:
    """Settings, with the file they are kept in."""

    def __init__(self) -> None:
        self._path = settings_file(find_folders().config)
        self.settings = read_settings(self._path)
        self._answered = self.settings.pipelines
        self._rest = QTimer()
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.keep)

    def user(self) -> str:
        """The person's name: the last one used here, or that of the account."""
        return self.settings.user or account()

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that the person changed, by command."""
        return self.settings.keys

    def remember(self, project: Path) -> None:
        """Put a project at the head of the recent ones."""
        self.settings = with_recent(self.settings, project)
        self.keep()

    def change(self, **values: Any) -> None:  # noqa: ANN401  (fields of the settings)
        """Change settings and keep them."""
        self.settings = replace(self.settings, **values)
        self.keep()

    def change_often(self, **values: Any) -> None:  # noqa: ANN401  (fields of the settings)
        """Change settings in the middle of a gesture; they are kept once it rests."""
        self.settings = replace(self.settings, **values)
        self._rest.start()

    def keep(self) -> None:
        """Write the settings; a folder that cannot be written must not stop the work."""
        self._rest.stop()
        self._hear_answers()
        try:
            write_settings(self.settings, self._path)
        except OSError as error:
            log.warning("The settings %s cannot be kept: %s", self._path, error)

    def _hear_answers(self) -> None:
        """Take over what was answered elsewhere meanwhile, as by the command line."""
        own = self.settings.pipelines.items() - self._answered.items()
        self._answered = {**read_settings(self._path).pipelines, **dict(own)}
        self.settings = replace(self.settings, pipelines=self._answered)
