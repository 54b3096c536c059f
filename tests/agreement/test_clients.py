"""Random items have the same values here as in programs that others wrote.

They live in an environment of their own, `.clients` beside the checkout's files or wherever
WORKBENCH_CLIENTS says, which `.ci/run` makes.
"""

import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CHECKOUT
from workbench.agreement import (
    cohen_kappa,
    fleiss_kappa,
    interval_alpha,
    masi_alpha,
    nominal_alpha,
    ordinal_alpha,
    scott_pi,
    span_f1,
)

CLIENTS = Path(os.environ.get("WORKBENCH_CLIENTS", CHECKOUT / ".clients")) / "bin" / "python"
CASES = 40

pytestmark = pytest.mark.skipif(
    not CLIENTS.exists(), reason="Needs the other programs' environment, which .ci/run makes."
)


def case(chance: random.Random) -> dict[str, Any]:
    """Random items of each kind, with enough variety for all programs to have a value."""
    values = [[chance.randrange(4) for _ in range(2)] for _ in range(30)]
    return {
        "two": [[0, 0], [1, 1], [2, 3], *values],
        "missing": [
            [0, 0, 1],
            [3, 2, None],
            *([chance.choice([0, 1, 2, 3, None]) for _ in range(3)] for _ in range(30)),
        ],
        "sets": [[chance.sample("abc", chance.randint(1, 3)) for _ in range(2)] for _ in range(20)],
        "spans": [apart(chance), apart(chance)],
    }


def apart(chance: random.Random) -> list[list[Any]]:
    """Spans that do not overlap, since other programs match them greedily."""
    starts = sorted(chance.sample(range(0, 200, 10), 8))
    return [[start, start + chance.choice((4, 5)), chance.choice("xy")] for start in starts]


def ours(case: dict[str, Any]) -> dict[str, float | None]:
    """What we say of a case."""
    a, b = [item[0] for item in case["two"]], [item[1] for item in case["two"]]
    spans = ([tuple(span) for span in side] for side in case["spans"])
    return {
        "nominal": nominal_alpha(case["missing"]).value,
        "ordinal": ordinal_alpha(case["missing"]).value,
        "interval": interval_alpha(case["missing"]).value,
        "cohen_kappa": cohen_kappa(a, b).value,
        "scott_pi": scott_pi(a, b).value,
        "fleiss_kappa": fleiss_kappa(case["two"]).value,
        "masi": masi_alpha(case["sets"]).value,
        "strict": span_f1(*spans).value,
    }


def test_random_items_have_the_same_values_elsewhere() -> None:
    chance = random.Random(11)  # noqa: S311 - reproducible, not secret
    cases = [case(chance) for _ in range(CASES)]
    script = Path(__file__).with_name("clients.py")
    done = subprocess.run(
        [CLIENTS, "-I", script],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
    )
    assert done.returncode == 0, done.stderr
    theirs = json.loads(done.stdout)
    assert len(theirs) == CASES
    for each, wanted in zip(cases, theirs, strict=True):
        assert ours(each) == pytest.approx(wanted, abs=1e-9)
