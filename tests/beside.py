"""The bytes of a file that this process has open as a project, read as another program would.

To open it here would give up SQLite's locks on it when it is closed again (workbench.store.held);
conftest.py refuses that.
"""

import subprocess
from pathlib import Path


def seen_beside(path: Path) -> bytes:
    """What another program reads in a file."""
    return subprocess.run(["cat", path], check=True, capture_output=True).stdout


def copied_beside(path: Path, target: Path) -> None:
    """Copy a file as another program would."""
    target.write_bytes(seen_beside(path))
