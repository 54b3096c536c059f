"""Why a figure is undefined: said beside it, as undefined is a result and never 0 or 1."""

from collections.abc import Iterable
from typing import Any

NOBODY = "no article was finished by two of these annotators"
NO_SPAN = "nobody marked a span in an article that two have finished"
NO_HAND = "every span began as a suggestion"
NO_CHANCE = "chance brings no disagreement here: there is one value alone"


def explained(found: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The figures of a layer, with the reason why any of those named is undefined.

    Where there is an F1 of spans, it is for want of chance that another figure is undefined.
    """
    known = found["undefined"]
    why = known.get("mean_f1", NO_CHANCE)
    return found | {"undefined": known | {name: why for name in names if found[name] is None}}
