"""What was said to be done is on the disk, however often the program is killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

ROUNDS = 30  # `python -m tests.store.killing FOLDER 300` is the long form


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked")
def test_every_acknowledged_act_outlives_being_killed(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.store.killing", tmp_path, ROUNDS, 7]
    done = subprocess.run(
        [str(part) for part in program], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    acts, _, kills = done.stdout.partition(" acts outlived ")
    assert int(acts) > 0
    assert kills == f"{ROUNDS} kills\n"
