"""What the benchmarks share: results with their budgets, percentiles, growth, interleaved runs."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

Clock = Callable[[], float]  # seconds, of which only differences mean something
WORK: Clock = time.thread_time  # what this thread works, which no other program adds to


@dataclass(frozen=True, slots=True)
class Result:
    """One measured value and the budget it must keep; without one it is shown for comparison.

    A budget is the most that a value may be, or with `at_least` the least.
    """

    name: str
    value: float
    unit: str
    budget: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def ok(self) -> bool:
        """Whether the budget is kept."""
        if self.budget is None:
            return True
        return self.value >= self.budget if self.at_least else self.value <= self.budget

    def as_json(self) -> dict[str, object]:
        """The result as plain values."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "budget": self.budget,
            "ok": self.ok,
        }


@dataclass(frozen=True, slots=True)
class Scale:
    """How large and how often: the full measure, or one that the suite can wait for."""

    repetitions: int = 5
    doubled: int = 3  # repetitions of each size that is doubled
    articles: int = 1_000
    spans: int = 25  # annotations of an article and annotator
    gamma_spans: int = 1_600  # the same of the longest article for γ
    project_articles: int = 10_000
    huge_articles: int = 100_000
    characters: int = 1_000_000
    marks: int = 10_000
    openings: int = 10
    acts: int = 300  # key presses and frames
    stall_articles: int = 300
    commands: int = 1  # one in so many of the table is said
    times: int = 4  # how often a size is doubled
    idle: float = 1.0  # of the time for which an idle loop is watched

    def sizes(self, most: int) -> list[int]:
        """Sizes up to `most`, each twice the one before."""
        return doubled(most, times=self.times)


FULL = Scale()
SHORT = Scale(
    repetitions=1,
    doubled=1,
    articles=40,
    gamma_spans=200,
    project_articles=200,
    huge_articles=120,
    characters=100_000,
    marks=1_000,
    openings=2,
    acts=20,
    stall_articles=20,
    commands=15,
    times=2,
    idle=0.2,
)


def seconds(act: Callable[[], object], *, clock: Clock = time.perf_counter) -> float:
    """How long an act takes, by a clock."""
    begun = clock()
    act()
    return clock() - begun


def waited(act: Callable[[], object]) -> float:
    """The seconds that an act takes beyond what this thread works for it."""
    worked = WORK()
    taken = seconds(act)
    return max(0.0, taken - (WORK() - worked))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def undisturbed(values: Sequence[float]) -> float:
    """What an act costs while nothing else has the machine: one in ten is quicker.

    Two sizes are timed one after the other, and what disturbs only one of them is no growth.
    """
    return percentile(values, 0.1)


def p99(values: Sequence[float]) -> float:
    """The value that one in a hundred exceeds."""
    return percentile(values, 0.99)


def growth(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The exponent with which a cost grows: 1 is linear, 2 is quadratic (least squares of logs)."""
    xs, ys = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    x, y = fmean(xs), fmean(ys)
    above = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return above / sum((a - x) ** 2 for a in xs)


def doubled(most: int, *, times: int) -> list[int]:
    """Sizes up to `most`, each twice the one before, doubled so many times."""
    return [max(1, most >> step) for step in range(times, -1, -1)]


def grown(
    name: str, sizes: Sequence[int], costs: Sequence[float], *, budget: float = 1.2
) -> Result:
    """The exponent with which some seconds grow with a size that is doubled, and the seconds."""
    told = ", ".join(map(_milliseconds, costs))
    note = f"{told} ms for {sizes[0]:,} to {sizes[-1]:,}"
    return Result(f"{name}: growth", growth(sizes, costs), "exponent", budget, note=note)


def spread(times: Sequence[float]) -> str:
    """The median and the 99th percentile of some seconds, and of how many."""
    middle, most = map(_milliseconds, (median(times), p99(times)))
    return f"median {middle}, p99 {most} ms of {len(times)}"


def _milliseconds(value: float) -> str:
    """Some seconds in milliseconds, with no more digits than say something."""
    value *= 1_000
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def side_by_side(
    ours: Callable[[], object], bare: Callable[[], object], *, repetitions: int
) -> list[tuple[float, float]]:
    """The seconds of both, run in turns after a warm-up, so that a busy moment hits both."""
    return [(seconds(ours), seconds(bare)) for _ in range(repetitions + 1)][1:]


def against(name: str, pairs: Sequence[tuple[float, float]], *, budget: float) -> Result:
    """How many times a bare script's time ours takes, by the medians of runs in turns."""
    ours, bare = zip(*pairs, strict=True)
    note = f"{spread(ours)}; bare {spread(bare)}"
    return Result(name, median(ours) / median(bare), "× bare", budget, note=note)
