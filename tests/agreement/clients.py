"""What other programs make of the same items, in an environment of their own: JSON in, JSON out.

Run by `test_clients`, never imported: none of these is a dependency of Workbench.
"""

import json
import sys
import warnings
from typing import Any

import krippendorff
import numpy as np
from nervaluate.evaluator import Evaluator
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import masi_distance
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

warnings.simplefilter("ignore")


def alpha(items: list[list[int | None]], level: str) -> float:
    """The alpha of the package krippendorff."""
    data = np.array([[np.nan if v is None else v for v in item] for item in items], dtype=float).T
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement=level))


def of_two(items: list[list[int]]) -> dict[str, float]:
    """Kappa by scikit-learn and statsmodels, pi by NLTK."""
    task = AnnotationTask(
        data=[
            (str(who), str(n), str(v)) for n, item in enumerate(items) for who, v in enumerate(item)
        ]
    )
    a, b = zip(*items, strict=True)
    return {
        "cohen_kappa": float(cohen_kappa_score(a, b)),
        "scott_pi": float(task.pi()),
        "fleiss_kappa": float(fleiss_kappa(aggregate_raters(np.array(items))[0])),
    }


def masi(items: list[list[list[str]]]) -> float:
    """Alpha with MASI by NLTK."""
    data = [
        (str(who), str(n), frozenset(values))
        for n, item in enumerate(items)
        for who, values in enumerate(item)
    ]
    return float(AnnotationTask(data=data, distance=masi_distance).alpha())


def strict(gold: list[list[Any]], other: list[list[Any]]) -> float:
    """Strict F1 of spans by nervaluate."""
    lists = [
        [{"start": s, "end": e - 1, "label": label} for s, e, label in side]
        for side in (gold, other)
    ]
    evaluator = Evaluator([lists[0]], [lists[1]], tags=["x", "y"], loader="dict")
    return float(evaluator.evaluate()["overall"]["strict"].f1)


def answer(case: dict[str, Any]) -> dict[str, float]:
    """What the programs say of one case."""
    found = {level: alpha(case["missing"], level) for level in ("nominal", "ordinal", "interval")}
    return {
        **found,
        **of_two(case["two"]),
        "masi": masi(case["sets"]),
        "strict": strict(*case["spans"]),
    }


print(json.dumps([answer(case) for case in json.load(sys.stdin)]))  # noqa: T201
