"""The person's settings as the window uses them: read once, written at each change."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.settings.folders import find_folders
from workbench.settings.settings import (
    Settings,
    account,
    read_settings,
    settings_file,
    with_recent,
    write_settings,
)

log = logging.getLogger(__name__)


class Preferences:
    """Settings, with the file they are kept in."""

    def __init__(self) -> None:
        self._path = settings_file(find_folders().config)
        self.settings = read_settings(self._path)

    def user(self) -> str:
        """The person's name: the last one used here, or that of the account."""
        return self.settings.user or account()

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that the person changed, by command."""
        return self.settings.keys

    def remember(self, project: Path) -> None:
        """Put a project at the head of the recent ones."""
        self._keep(with_recent(self.settings, project))

    def change(self, **values: Any) -> None:  # noqa: ANN401  (fields of the settings)
        """Change settings and keep them."""
        self._keep(replace(self.settings, **values))

    def _keep(self, settings: Settings) -> None:
        """Use settings from here on; a folder that cannot be written must not stop the work."""
        self.settings = settings
        try:
            write_settings(settings, self._path)
        except OSError as error:
            log.warning("The settings %s cannot be kept: %s", self._path, error)
