"""Measure what is promised: `python -m tests.benchmarks [--only NAME…] [--json]`."""

import argparse
import json
import sys

from tests.benchmarks.measuring import FULL, SHORT, Result
from tests.benchmarks.running import TOPICS, measured


def main() -> int:
    """Print what was measured; 1 where a budget is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=TOPICS, default=list(TOPICS), metavar="NAME")
    parser.add_argument("--json", action="store_true", help="print a list of results")
    parser.add_argument("--short", action="store_true", help="small sizes, as in the tests")
    said = parser.parse_args()
    found = []
    for result in measured(said.only, SHORT if said.short else FULL):
        found.append(result)
        if not said.json:
            _say(_row(result))
    if said.json:
        rows = [result.as_json() for result in found]
        _say(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0 if all(result.ok for result in found) else 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _row(result: Result) -> str:
    """One line of the table."""
    limit = "" if result.budget is None else f"{'≥' if result.at_least else '≤'} {result.budget:g}"
    kept = "" if result.budget is None else "ok" if result.ok else "OVER"
    value = f"{result.value:,.2f} {result.unit}"
    return f"{result.name:<58} {value:>24} {limit:>8} {kept:<5} {result.note}"


if __name__ == "__main__":
    raise SystemExit(main())
