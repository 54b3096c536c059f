"""What was said once on this machine, and need not be said again.

Kept beside the settings, as what each was hashed to: a project's name is nobody's business. It is a
convenience: where it cannot be kept, something is said twice.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from workbench.settings.folders import make_private, private


class Told:
    """Remembers what was said, in a file in a folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "told.txt"

    def first(self, what: str) -> bool:
        """Whether something is said for the first time, which is remembered."""
        line = hashlib.sha256(what.encode()).hexdigest()
        with suppress(OSError, UnicodeDecodeError):
            if line in self._file.read_text("ascii").split():
                return False
        with suppress(OSError):
            make_private(self._file.parent)
            with open(self._file, "a", encoding="ascii", opener=private) as file:
                file.write(f"{line}\n")
        return True
