"""The short form of `python -m tests.crash`: the real program is killed, and nothing is lost."""

import os
import subprocess
import sys

import pytest

from tests.conftest import CHECKOUT, NO_QT, WITHOUT_QT

KILLS = 30


@pytest.mark.skipif(bool(NO_QT), reason=WITHOUT_QT.format(error=NO_QT))
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program is forked")
def test_what_was_acknowledged_outlives_being_killed() -> None:
    program = [sys.executable, "-m", "tests.crash", "--kills", str(KILLS), "--seed", "7"]
    done = subprocess.run(program, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "none lost, none half done" in done.stdout
