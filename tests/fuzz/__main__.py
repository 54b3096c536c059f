"""Let hostile files loose on readers: `python -m tests.fuzz [--reader NAME…] [--executions N]`."""

import argparse
import sys
from pathlib import Path

from tests.fuzz.readers import BY_NAME
from tests.fuzz.running import Figures, fuzz

OUT = Path("build/fuzz")


def main() -> int:
    """Print what was seen of each reader; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--reader", nargs="+", choices=BY_NAME, default=list(BY_NAME))
    parser.add_argument("--executions", type=int, default=100_000, help="of each reader")
    parser.add_argument("--seed", type=int, default=0, help="gives the same files again")
    parser.add_argument("--out", type=Path, default=OUT, help="where files that do harm are kept")
    said = parser.parse_args()
    found = 0
    for name in said.reader:
        figures = fuzz(BY_NAME[name], executions=said.executions, seed=said.seed, out=said.out)
        found += len(figures.findings)
        _say(_row(figures))
        for finding in figures.findings:
            _say(f"    {finding.strip()}")
    return 1 if found else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _row(figures: Figures) -> str:
    """One line of the table."""
    rate = figures.executions / max(figures.seconds, 1e-9)
    return (
        f"{figures.reader:<14}{figures.executions:>9,} executions {figures.seconds:>8.1f} s"
        f" {rate:>8.0f}/s {len(figures.outcomes):>4} outcomes {len(figures.findings):>3} findings"
    )


if __name__ == "__main__":
    raise SystemExit(main())
