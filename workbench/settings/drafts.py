"""Texts half corrected: kept beside the settings until they are applied or dropped.

A draft is known by what it is a draft of, and survives the window. It is a convenience: where the
disk refuses it, the text is still in the editor, and nothing is said.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from workbench.settings.folders import make_private, private


class Drafts:
    """Keeps drafts as files in a folder; `of` names what each is a draft of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, text: str, *, of: str) -> None:
        """Keep a draft, in place of one that was kept before."""
        path = self._path(of)
        part = path.with_suffix(f".{os.getpid()}.part")
        with suppress(OSError):
            make_private(self._folder)
            with open(part, "wb", opener=private) as file:
                file.write(text.encode())
            part.replace(path)

    def find(self, *, of: str) -> str | None:
        """The draft that is kept, or None."""
        with suppress(OSError, UnicodeDecodeError):
            return self._path(of).read_bytes().decode()
        return None

    def drop(self, *, of: str) -> None:
        """Keep no draft of it any more."""
        with suppress(OSError):
            self._path(of).unlink(missing_ok=True)

    def _path(self, of: str) -> Path:
        # Ids of articles may come from files, so that they are no names of files.
        return self._folder / f"{hashlib.sha256(of.encode()).hexdigest()}.txt"
