"""The command line as its tests speak to it: real processes, and what they print."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ARTICLE = """Harbour stays closed

The harbour of Port Ilsen stays closed, officials say.

The mayor, Maria Zakharova, said on Thursday: “The harbour is closed 🙂 and will stay closed.”
Russia blamed Armenia for the collapse of the talks in Moscow.
"""


def run(*arguments: object, code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; its exit code must be the one expected."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )
    assert done.returncode == code, done.stderr
    return done


def answer(*arguments: object) -> Any:  # noqa: ANN401  (whatever JSON says)
    """What a command prints as JSON."""
    return json.loads(run(*arguments, "--json").stdout)


def exported(folder: Path) -> list[Mapping[str, Any]]:
    answer("export", folder / "p.workbench", folder / "o.jsonl", "--format", "jsonl")
    lines = (folder / "o.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
