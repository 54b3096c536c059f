"""The command line as its tests speak to it: real processes, and what they print."""

import atexit
import functools
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from tests.conftest import CHECKOUT, LAUNCHER

ARTICLE = """Harbour stays closed

The harbour of Port Ilsen stays closed, officials say.

The mayor, Maria Zakharova, said on Thursday: “The harbour is closed 🙂 and will stay closed.”
Russia blamed Armenia for the collapse of the talks in Moscow.
"""


def run(*arguments: object, code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; its exit code must be the one expected.

    Where variables are set that Python itself may heed, it is started by Python.
    """
    words = list(map(str, arguments))
    done = _started(words, environment) if environment or os.name == "nt" else _forked(words)
    assert done.returncode == code, done.stderr
    return done


def _started(
    words: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workbench", *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | environment
    )


def _forked(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    launcher = _launcher()
    assert launcher.stdin is not None
    assert launcher.stdout is not None
    with NamedTemporaryFile("r") as out, NamedTemporaryFile("r") as errors:
        order = {
            "arguments": words,
            "environment": dict(os.environ),
            "folder": str(Path.cwd()),
            "streams": [out.name, errors.name],
        }
        launcher.stdin.write(json.dumps(order) + "\n")
        launcher.stdin.flush()
        code = int(launcher.stdout.readline())
        return subprocess.CompletedProcess(words, code, out.read(), errors.read())


@functools.cache
def _launcher() -> subprocess.Popen[str]:
    """What runs the commands of all tests of this process, and ends with it."""
    command = [sys.executable, "-m", LAUNCHER]
    launcher = subprocess.Popen(
        command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    atexit.register(launcher.communicate)
    return launcher


def answer(*arguments: object) -> Any:  # noqa: ANN401  (whatever JSON says)
    """What a command prints as JSON."""
    return json.loads(run(*arguments, "--json").stdout)


def exported(folder: Path) -> list[Mapping[str, Any]]:
    answer("export", folder / "p.workbench", folder / "o.jsonl", "--format", "jsonl")
    lines = (folder / "o.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
