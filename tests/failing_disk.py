"""A disk that refuses: writes, and waits for them, fail with EIO in programs that are started so.

A small library is compiled and loaded before the system's own. How many calls still go well stands
in a file, so that the disk of a running program fails from the moment that one is made, and is well
again once it is gone.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

_SOURCE = Path(__file__).with_suffix(".c")


@cache
def library() -> Path | None:
    """The library, compiled; None where nothing can compile it, or it cannot be loaded."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    built = Path(mkdtemp(prefix="workbench-failing-")) / "failing_disk.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(built), str(_SOURCE), "-ldl"]
    done = subprocess.run(command, capture_output=True, check=False)
    return built if done.returncode == 0 else None


@dataclass(frozen=True, slots=True)
class FailingDisk:
    """Says when the disk of programs with its `environment` fails, by a file."""

    order: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program must be started with."""
        return os.environ | {"LD_PRELOAD": str(library()), "FAILING_DISK": str(self.order)}

    def fail(self, *, after: int) -> None:
        """Let so many calls of each program go well, and none after them."""
        self.order.write_text(str(after))

    def heal(self) -> None:
        """Let all go well again."""
        self.order.unlink(missing_ok=True)
