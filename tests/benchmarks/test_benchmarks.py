"""The benchmarks run, and costs grow no faster than they may, also on a busy machine.

Times are not held to their budgets here: what else runs on the machine would decide.
"""

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.benchmarks.measuring import SHORT, Result, doubled, growth, p99, percentile
from tests.benchmarks.running import TOPICS, measured

RATIOS = frozenset({"× as long", "exponent"})  # that depend on no absolute size
SLACK = 2
PRINTED = "search"  # the topic that is measured where what is printed is read: the quickest


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic != PRINTED])
def test_a_topic_is_measured_and_grows_as_it_may(topic: str) -> None:
    hold(list(measured([topic], SHORT)))


def hold(results: Sequence[Result]) -> None:
    """Hold what was measured to what no busy machine changes."""
    assert results
    assert all(result.value >= 0 or is_difference(result) for result in results)
    for result in results:
        if result.unit in RATIOS and result.budget is not None:
            assert result.value <= SLACK * result.budget, result
        if result.unit == "modules of spaCy":
            assert result.ok


def is_difference(result: Result) -> bool:
    """Whether less than nothing can be left: a yardstick was taken off, or it is a slope."""
    slope = result.unit == "exponent"
    return slope or "stall" in result.name or "key press to painted" in result.name


def test_what_is_printed_is_a_list_of_results() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--short", "--json", "--only", PRINTED]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    rows = json.loads(done.stdout)
    assert {tuple(row) for row in rows} == {("name", "value", "unit", "budget", "ok")}
    assert done.returncode == (0 if all(row["ok"] for row in rows) else 1)
    hold([Result(row["name"], row["value"], row["unit"], row["budget"]) for row in rows])


def test_what_is_printed_for_the_readme_is_a_table() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--short", "--markdown"]
    done = subprocess.run(
        [*command, "--only", PRINTED], check=False, capture_output=True, text=True
    )
    machine, _, *table = done.stdout.splitlines()
    assert machine.startswith("Measured with ")
    assert {line.count(" | ") for line in table} == {3}
    assert [line for line in table if line.startswith("| search: growth | ")]


def test_growth_is_the_exponent_of_the_cost() -> None:
    sizes = doubled(1_600, times=4)
    assert sizes == [100, 200, 400, 800, 1_600]
    assert growth(sizes, [3 * size**2 for size in sizes]) == pytest.approx(2)
    assert growth(sizes, list(sizes)) == pytest.approx(1)


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(value) for value in range(1, 201)]
    assert (p99(values), percentile(values, 0.5)) == (198, 100)
    assert p99([5.0]) == 5


def test_a_budget_is_a_most_or_a_least() -> None:
    assert Result("a", 2, "s", 2).ok
    assert not Result("a", 2.1, "s", 2).ok
    assert not Result("a", 0.8, "×", 0.9, at_least=True).ok
    assert Result("a", 7, "s").ok
