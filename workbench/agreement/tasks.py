"""Tasks for a worker: it is brought articles some at a time, and keeps what figures follow from.

Its parent reads them, and holds no more of them than it hands over.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.agreement.report import Running, disorders
from workbench.agreement.work import Layer, Text
from workbench.domain.errors import UserError

Part = tuple[Layer, Sequence[Text]]

# What was counted, by layer, and of how many calls it is.
_RUNNING: dict[str, Running] = {}
_CALLS = [0]


def begin(groups: Mapping[str, int], samples: int, seed: int) -> Iterator[int]:
    """Begin to count layers, in each of which so many groups of articles will come."""
    _RUNNING.clear()
    for layer, number in groups.items():
        _RUNNING[layer] = Running(groups=number, samples=samples, seed=seed)
    _CALLS[:] = [0]
    yield 0


def count(call: int, parts: Sequence[Part], articles: int) -> Iterator[int]:
    """Count some articles in each layer, after so many calls before; gives how many they are."""
    _check(call)
    for layer, texts in parts:
        _RUNNING[layer.id].add(layer, texts)
    _CALLS[:] = [call + 1]
    yield articles


def figures(call: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every figure but γ of each layer that was counted in so many calls."""
    _check(call)
    while _RUNNING:
        layer = next(iter(_RUNNING))
        yield layer, _RUNNING.pop(layer).figures()


def _check(call: int) -> None:
    """Refuse to go on where calls are missing: a process that died took along what it knew."""
    if not _RUNNING or _CALLS[0] != call:
        raise UserError("operations.worker_died", reason="started anew")


def gamma(
    layer: Layer, texts: Sequence[Text], seed: int, samples: int
) -> Iterator[tuple[float, float]]:
    """δ and δₑ of each article, weighed by its units."""
    yield from disorders(layer, texts, seed=seed, samples=samples)
