"""Workbench among the programs of a Linux desktop: its entry, its icon, and the type of its files.

What is written follows the freedesktop.org specifications: Desktop Entry, Shared MIME-info, and
Icon Theme. All of it goes below the user's own data folder, and can be taken away again.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.settings.resources import resources_folder

_ENTRY = """[Desktop Entry]
Type=Application
Name=Workbench
GenericName=Text annotation
GenericName[de]=Textannotation
Comment=Mark entities, claims, events and framing in news text
Comment[de]=Entitäten, Behauptungen, Ereignisse und Framing in Nachrichten markieren
Exec={command}
Icon=workbench
Terminal=false
Categories=Office;Education;
MimeType=application/x-workbench-project;
StartupWMClass=workbench
"""
_TYPE = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-workbench-project">
    <comment>Workbench project</comment>
    <comment xml:lang="de">Workbench-Projekt</comment>
    <sub-class-of type="application/vnd.sqlite3"/>
    <icon name="workbench"/>
    <glob pattern="*.workbench"/>
  </mime-type>
</mime-info>
"""
_ICONS = {"scalable": "workbench.svg", "256x256": "workbench.png"}
# What tells a desktop that something changed; where one is missing it notices by itself, later.
_TELL = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))


def install(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Put the program among those of the desktop; the files that were written.

    Raises `UserError` where there is no such desktop, or the folder cannot be written to.
    """
    data = _data_folder(environment)
    files = _files(data)
    try:
        for file, content in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    except OSError as error:
        raise UserError("store.cannot_create", path=data, reason=error.strerror) from error
    _tell(data)
    return [str(file) for file in files]


def remove(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Take it away again; the files that went."""
    data = _data_folder(environment)
    there = [file for file in _files(data) if file.exists()]
    for file in there:
        file.unlink()
    _tell(data)
    return [str(file) for file in there]


def _files(data: Path) -> dict[Path, bytes]:
    """What stands where."""
    icons = resources_folder() / "icons"
    return {
        data / "applications" / "workbench.desktop": _ENTRY.format(command=_command()).encode(),
        data / "mime" / "packages" / "workbench.xml": _TYPE.encode(),
        **{
            data / "icons" / "hicolor" / size / "apps" / name: (icons / name).read_bytes()
            for size, name in _ICONS.items()
        },
    }


def _command(arguments: Sequence[str] = tuple(sys.argv)) -> str:
    """How to start this very program on a file, as the specification wants it written."""
    beside = Path(sys.executable).with_name("workbench")
    if getattr(sys, "frozen", False):
        words = [sys.executable]
    elif beside.exists():
        words = [str(beside)]
    else:
        words = [shutil.which("workbench") or arguments[0]]
    return " ".join([*map(_quoted, words), "open", "%f"])


def _quoted(word: str) -> str:
    """A word in quotation marks; what has a meaning within them is escaped."""
    escaped = word.replace("\\", "\\\\").replace("%", "%%")
    for character in '"`$':
        escaped = escaped.replace(character, f"\\{character}")
    return f'"{escaped}"'


def _data_folder(environment: Mapping[str, str]) -> Path:
    """Where a user's desktop entries, types and icons are."""
    if sys.platform != "linux":
        raise UserError("operations.no_desktop")
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _tell(data: Path) -> None:
    """Tell the desktop."""
    for program, folder in _TELL:
        found = shutil.which(program)
        if found and (data / folder).is_dir():
            subprocess.run([found, str(data / folder)], capture_output=True, check=False)  # noqa: S603
