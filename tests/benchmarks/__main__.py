"""Measure what is promised: `python -m tests.benchmarks [--only NAME…] [--json | --markdown]`."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence

from tests.benchmarks.measuring import FULL, SHORT, Result
from tests.benchmarks.running import TOPICS, measured


def main() -> int:
    """Print what was measured; 1 where a budget is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TOPICS, default=list(TOPICS), metavar="NAME")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="print a list of results")
    how.add_argument("--markdown", action="store_true", help="print the table of the README")
    parser.add_argument("--short", action="store_true", help="small sizes, as in the tests")
    said = parser.parse_args()
    found = []
    for result in measured(said.only, SHORT if said.short else FULL):
        found.append(result)
        if not (said.json or said.markdown):
            _say(_row(result))
    if said.json:
        rows = [result.as_json() for result in found]
        _say(json.dumps(rows, ensure_ascii=False, indent=1))
    if said.markdown:
        _say(_markdown(found))
    return 0 if all(result.ok for result in found) else 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _row(result: Result) -> str:
    """One line of the table."""
    kept = "" if result.budget is None else "ok" if result.ok else "OVER"
    return (
        f"{result.name:<58} {_value(result):>24} {_limit(result):>8} {kept:<5} {result.note}"
    ).rstrip()


def _value(result: Result) -> str:
    return f"{result.value:,.2f} {result.unit}"


def _limit(result: Result) -> str:
    if result.budget is None:
        return ""
    return f"{'≥' if result.at_least else '≤'} {result.budget:g}"


def _markdown(results: Sequence[Result]) -> str:
    """A table of all results, and the machine that they were measured on."""
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    rows = [
        (each.name, _value(each), f"{_limit(each)}{'' if each.ok else ' **over**'}", each.note)
        for each in results
    ]
    head = ("act", "measured", "budget", "how it spreads")
    table = (head, ("---",) * len(head), *rows)
    lines = ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table)
    return "\n".join((f"Measured with {machine}.", "", *lines))


if __name__ == "__main__":
    raise SystemExit(main())
