"""The receipt of an export: what the format could not hold, counted by kind, with examples.

Nothing is dropped in silence: whoever trains on a corpus must know what is not in it.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from workbench.domain.corpus import Loss

EXAMPLES = 5  # a kind


class Receipt:
    """Losses by kind; it keeps the number of all and the first few of each."""

    def __init__(self, losses: Iterable[Loss] = ()) -> None:
        self.counts: Counter[str] = Counter()
        self._examples: dict[str, list[Loss]] = {}
        for loss in losses:
            self.add(loss)

    def add(self, loss: Loss) -> None:
        """Count a loss."""
        self.counts[loss.kind] += 1
        examples = self._examples.setdefault(loss.kind, [])
        if len(examples) < EXAMPLES:
            examples.append(loss)

    def as_json(self) -> dict[str, Any]:
        """How many of each kind there are, and examples."""
        return {
            kind: {
                "count": number,
                "examples": [
                    {"article": loss.article, "annotation": loss.annotation, "what": loss.detail}
                    for loss in self._examples[kind]
                ],
            }
            for kind, number in sorted(self.counts.items())
        }
