"""Kill the program over and over: `python -m tests.crash [--kills N] [--seed S]`."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    """Kill so many times, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="workbench-crash-") as folder:
        os.environ["WORKBENCH_HOME"] = str(Path(folder) / "home")
        from tests.crash.rounds import Rounds  # noqa: PLC0415  (after the environment is set)

        rounds = Rounds(Path(folder), said.seed)
        for number, killed in enumerate(rounds.run(said.kills), start=1):
            sys.stderr.write(f"\r{number} of {said.kills}: {killed:<20}")
        found = rounds.figures
    kinds = ", ".join(f"{name} {number}" for name, number in sorted(found.kills.items()))
    sys.stderr.write("\n")
    sys.stdout.write(
        f"{found.kills.total()} kills at work ({kinds}), {found.too_late} after the end: "
        f"{found.acts} acts shown in the window, none lost, none half done; "
        f"{found.half_way} commands found between two steps and finished when said again; "
        "every project sound.\n"
    )


if __name__ == "__main__":
    main()
