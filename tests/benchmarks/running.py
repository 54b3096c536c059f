"""The topics by name; each runs in a process of its own, so that none profits from another."""

import multiprocessing
import os
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path

from tests.benchmarks.measuring import Result, Scale

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
    """The results of topics, one topic after another."""
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
        return list(module.measure(scale, Path(folder)))
