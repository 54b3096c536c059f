"""The published worked examples, read where the machine has them."""

import json
from typing import Any

import pytest

from tests.conftest import CHECKOUT
from workbench.agreement.continuum import Annotators, Unit

Example = dict[str, Any]

VECTORS = CHECKOUT.parent / "shared" / "iaa" / "vectors.json"
ABSENT = "Needs the published worked examples, which are not on this machine."


def examples(*metrics: str) -> list[Any]:
    """The worked examples of some measures as parameters, or one that is skipped."""
    if not VECTORS.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason=ABSENT), id="absent")]
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"]
    return [pytest.param(v, id=v["id"]) for v in vectors if v["metric"] in metrics]


def known_metrics() -> set[str]:
    """The names of all measures that have a worked example."""
    return {vector["metric"] for vector in json.loads(VECTORS.read_text("utf-8"))["vectors"]}


def near(example: Example, key: str) -> object:
    """What an example expects of a key, to compare within its tolerance; None for undefined."""
    return near_value(example, key, example["expected"][key])


def near_value(example: Example, key: str, wanted: object) -> object:
    """A value to compare within the tolerance of a key."""
    if wanted in ("NaN", "undefined"):
        return None
    allowed = example["tolerance"].get(key, example["tolerance"].get("*"))
    if isinstance(allowed, dict):
        return pytest.approx(wanted, **allowed)
    return pytest.approx(wanted, abs=allowed)


def continuum_of(example: Example) -> tuple[list[Unit], int, Annotators]:
    """The units of an example from the beginning of its text, its length, and who has read it."""
    given = example["input"]
    begin = given["begin"]
    units = [
        (unit["rater"], unit["start"] - begin, unit["end"] - begin, unit["label"])
        for unit in given["units"]
    ]
    return units, given["length"], given.get("raters") or given["n_raters"]
