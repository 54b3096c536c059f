"""The topics by name; each runs in a process of its own, so that none profits from another.

Shared machines are twice as slow at some times as at others, so that each topic ends with how long
a bare loop took before and after it: what was measured can be told from what the machine was doing.
"""

import multiprocessing
import os
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path

from tests.benchmarks.measuring import Result, Scale
from tests.clock import bare_loop, processor_seconds
from tests.conftest import compile_program

TOPICS = {
    "start": "starting",
    "long": "long_text",
    "stall": "stalling",
    "frames": "frames",
    "suggest": "suggesting",
    "import": "importing",
    "export": "exporting",
    "agreement": "agreeing",
    "search": "searching",
    "scale": "scaling",
}


def measured(topics: Iterable[str], scale: Scale) -> Iterator[Result]:
    """The results of topics, one topic after another, of a program compiled as an installed one."""
    compile_program()
    for topic in topics:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=1, mp_context=context) as process:
            yield from process.submit(results_of, topic, scale).result()


def results_of(topic: str, scale: Scale) -> list[Result]:
    """The results of a topic, measured in this process, in a folder and home of their own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    module = import_module(f"tests.benchmarks.{TOPICS[topic]}")
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        os.environ["WORKBENCH_HOME"] = f"{folder}/home"
        before = _pace()
        found = list(module.measure(scale, Path(folder)))
    return [*found, _machine(topic, before, _pace())]


def _machine(topic: str, before: float, after: float) -> Result:
    """How quick the machine was meanwhile, which no budget is kept or broken by."""
    note = f"{before:.1f} ms before, {after:.1f} after"
    name = f"a million additions, during {topic}"
    return Result(name, (before + after) / 2, "ms", note=note)


def _pace() -> float:
    """The milliseconds of a bare loop of a million additions."""
    return 1_000 * processor_seconds(bare_loop)
