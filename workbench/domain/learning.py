"""Learning from one person: what is learned from, and whether it was worth it.

Only articles whose layer its annotator has finished are learned from, so that what is not marked in
them is known not to be marked. A model takes the place of another only where cross-validation over
the same folds says that it finds more, by more than the error of that very figure: a suggester that
gets worse by chance costs a person's trust, one that stays as it is costs nothing.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev
from types import MappingProxyType
from typing import Literal

from workbench.domain.article import ArticleText
from workbench.domain.suggestion import Draft

Labelled = tuple[int, int, str]
"""Start and end in code points, and a label."""

Maker = Literal["model", "base", "both"]
Kind = tuple[Maker, str]
Tally = Mapping[Kind, tuple[int, int]]
"""Of each kind: how many were right, and how many there were."""

FEWEST = 10  # finished articles
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Lesson:
    """A finished layer of an article: everything in it that its annotator marked."""

    article: ArticleText
    marked: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """What the base drafts for one article, and the label each draft has in the project's words."""

    drafts: tuple[Draft, ...]
    labels: tuple[str, ...]  # empty where the project has no word for it


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that a model of a layer is taught by and tried on: one hint a lesson."""

    layer: str
    lessons: tuple[Lesson, ...]
    hints: tuple[Hint, ...]
    turned_down: Tally  # elsewhere, of the base
    seed: int


@dataclass(frozen=True, slots=True)
class Trial:
    """How a model did on lessons held back: exact places with their labels."""

    shared: int
    found: int
    marked: int
    tally: Tally

    @property
    def f1(self) -> float:
        """F1 from 0 to 1; 1 where there was nothing to find and nothing was found."""
        both = self.found + self.marked
        return 2 * self.shared / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """F1 of two suggesters on the same folds, each from 0 to 1, one value a fold."""

    before: tuple[float, ...]
    after: tuple[float, ...]
    articles: int

    @property
    def mean_before(self) -> float:
        """How well the first does, in the mean of the folds."""
        return fmean(self.before)

    @property
    def mean_after(self) -> float:
        """How well the second does, in the mean of the folds."""
        return fmean(self.after)

    @property
    def gain(self) -> float:
        """How much better the second is, in the mean of the folds."""
        return fmean(self._gains)

    @property
    def error(self) -> float:
        """The standard error of the gain over the folds."""
        return stdev(self._gains) / sqrt(len(self._gains))

    @property
    def better(self) -> bool:
        """Whether the gain is more than its standard error."""
        return self.gain > self.error

    @property
    def _gains(self) -> list[float]:
        return [new - old for old, new in zip(self.before, self.after, strict=True)]


def folds(
    articles: Sequence[str],
    *,
    groups: Mapping[str, int] = MappingProxyType({}),
    seed: int = 0,
    number: int = FOLDS,
) -> list[list[str]]:
    """The articles, by id, in parts of about the same size, the same for the same articles.

    Those of one group, near-duplicates, stay in one part: what is tried on must not have taught.
    """
    together: dict[int | str, list[str]] = {}
    for article in sorted(articles):
        together.setdefault(groups.get(article, article), []).append(article)
    order = list(together.values())
    random.Random(seed).shuffle(order)  # noqa: S311 - chance that can be repeated is wanted
    parts: list[list[str]] = [[] for _ in range(number)]
    for several in order:
        min(parts, key=len).extend(several)
    return [sorted(part) for part in parts]


def sums(tallies: Iterable[Tally]) -> dict[Kind, tuple[int, int]]:
    """Several tallies as one."""
    added: dict[Kind, tuple[int, int]] = {}
    for tally in tallies:
        for kind, (right, made) in tally.items():
            before = added.get(kind, (0, 0))
            added[kind] = before[0] + right, before[1] + made
    return added
