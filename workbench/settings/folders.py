"""The folders of this user on this machine: settings, trained models, caches, logs, backups.

Everything but the project file itself lives in the places that the system has for it, or, where
WORKBENCH_HOME is set, in folders of their own below that one. Projects hold what other people must
not read, and so do their backups and logs: the folders are made for the user alone.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things go; none of the folders need exist until `made` was called."""

    config: Path
    data: Path
    cache: Path
    log: Path
    backup: Path

    def made(self) -> "Folders":
        """Itself, once all folders are there; raises `OSError` where one cannot be made."""
        for field in fields(self):
            make_private(getattr(self, field.name))
        return self


def find_folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """The folders as the environment has them; nothing is made yet."""
    home = environment.get("WORKBENCH_HOME", "")
    if home:
        below = Path(home).expanduser().absolute()
        return Folders(
            config=below / "config",
            data=below / "data",
            cache=below / "cache",
            log=below / "log",
            backup=below / "backup",
        )
    system = PlatformDirs("workbench", appauthor=False)
    return Folders(
        config=system.user_config_path,
        data=system.user_data_path,
        cache=system.user_cache_path,
        log=system.user_log_path,
        backup=system.user_data_path / "backup",
    )


def make_private(folder: Path) -> None:
    """Make a folder, and those on the way to it, for the user alone; what is there stays so."""
    if not folder.parent.exists():
        make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def private(path: str, flags: int) -> int:
    """Opens a file that is made for the user alone; an `opener` for `open`."""
    return os.open(path, flags, 0o600)
