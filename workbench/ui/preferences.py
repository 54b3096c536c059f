"""The person's settings as the window uses them: read once, written at each change."""

import getpass
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.settings.folders import find_folders
from workbench.settings.settings import read_settings, settings_file, with_recent, write_settings


class Preferences:
    """Settings, with the file they are kept in."""

    def __init__(self) -> None:
        self._path = settings_file(find_folders().made().config)
        self.settings = read_settings(self._path)

    def user(self) -> str:
        """The person's name: the last one used here, or that of the account."""
        return self.settings.user or getpass.getuser()

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that the person changed, by command."""
        return self.settings.keys

    def remember(self, project: Path) -> None:
        """Put a project at the head of the recent ones."""
        self.settings = with_recent(self.settings, project)
        write_settings(self.settings, self._path)

    def change(self, **values: Any) -> None:  # noqa: ANN401  (fields of the settings)
        """Change settings and keep them."""
        self.settings = replace(self.settings, **values)
        write_settings(self.settings, self._path)
