"""A long day in the window: `python -m tests.soak [--acts N] [--articles M] [--seed S]`."""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from tests.soak.working import Part

_HEAD = (
    "acts  memory MB  threads  timers  processes  files  windows  objects  p50 ms  p99 ms"
    "  yardstick ms"
)


def main() -> int:
    """Print what is held after each tenth of the day; 1 where anything grew or slowed down."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--acts", type=int, default=50_000)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="workbench-soak-") as folder:
        os.environ["WORKBENCH_HOME"] = str(Path(folder) / "home")
        from tests.soak.working import broken, work  # noqa: PLC0415  (after the environment is set)

        _say(_HEAD)
        parts = work(
            Path(folder),
            number=said.acts,
            articles=said.articles,
            seed=said.seed,
            told=lambda part: _say(_row(part)),
        )
    found = broken(parts)
    for line in found:
        _say(line)
    _say("Something grew." if found else "Nothing grew.")
    return 1 if found else 0


def _row(part: "Part") -> str:
    """One line of the table, its numbers under their names."""
    held = part.held
    values = (
        *(f"{part.acts}", f"{held.memory / 1e6:.1f}", held.threads, held.timers, held.processes),
        *(held.files, held.windows, held.objects),
        *(f"{cost * 1000:.2f}" for cost in (part.p50, part.p99, part.yardstick)),
    )
    widths = (len(name) for name in _HEAD.split("  "))
    return "  ".join(f"{value!s:>{width}}" for value, width in zip(values, widths, strict=True))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
