"""The short form of `python -m tests.soak`, and that it would see what grows."""

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.conftest import CHECKOUT, NO_QT, WITHOUT_QT

if NO_QT:
    pytest.skip(WITHOUT_QT.format(error=NO_QT), allow_module_level=True)

from tests.soak.holding import Held
from tests.soak.working import Part, broken

ACTS, ARTICLES = 300, 60
EARLY = Part(5_000, 0.02, 0.1, 0.001, Held(100_000_000, 2, 3, 1, 9, 20, 800))
WARM = Part(10_000, 0.008, 0.04, 0.001, Held(200_000_000, 7, 16, 2, 21, 35, 1_200))


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_nothing_is_left_over_by_a_few_hundred_acts() -> None:
    program = [sys.executable, "-m", "tests.soak"]
    sizes = ["--acts", str(ACTS), "--articles", str(ARTICLES), "--seed", "3"]
    done = subprocess.run(
        [*program, *sizes], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Nothing grew." in done.stdout


@pytest.mark.parametrize("name", ["threads", "timers", "processes", "files", "windows"])
def test_one_more_of_anything_is_seen(name: str) -> None:
    one_more = replace(WARM.held, **{name: getattr(WARM.held, name) + 1})
    (told,) = broken([EARLY, WARM, replace(WARM, held=one_more)])
    assert told.startswith(name)


def test_memory_and_objects_may_grow_a_little() -> None:
    little = replace(WARM.held, memory=219_000_000, objects=1_224)
    much = replace(WARM.held, memory=221_000_000, objects=1_225)
    assert broken([EARLY, WARM, replace(WARM, held=little)]) == []
    assert len(broken([EARLY, WARM, replace(WARM, held=much)])) == 2


def test_acts_may_not_become_slower() -> None:
    assert broken([EARLY, WARM, replace(WARM, p50=0.0099, p99=0.049)]) == []
    assert len(broken([EARLY, WARM, replace(WARM, p50=0.0101, p99=0.051)])) == 2


def test_a_machine_that_is_busy_at_the_end_is_no_slower_act() -> None:
    busy = replace(WARM, p50=0.016, p99=0.08, yardstick=0.002)
    assert broken([EARLY, WARM, busy]) == []
    assert len(broken([EARLY, WARM, replace(busy, yardstick=0.0015)])) == 2
