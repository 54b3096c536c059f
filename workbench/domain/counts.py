"""How much there is in a project: what its tables count, before anybody draws it.

Everything is grouped already, so that it is small however large the project is.
"""

from dataclasses import dataclass
from typing import Literal

Decision = Literal["accepted", "changed", "rejected"]


@dataclass(frozen=True, slots=True)
class LabelCount:
    """How many annotations have a label, and how many gold spans."""

    layer: str
    label: str
    annotations: int
    gold: int = 0


@dataclass(frozen=True, slots=True)
class PersonCount:
    """What a person, by name, has in a layer: annotations, and articles that are done."""

    annotator: str
    layer: str
    annotations: int
    finished: int


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many articles appeared in a source, and how many annotations they have in all.

    An article that appeared in several counts for each; one of which no source is known counts for
    the source without a name.
    """

    source: str
    articles: int
    annotations: int


@dataclass(frozen=True, slots=True)
class DecisionCount:
    """How many suggestions of a layer were decided on so on a day of the form 2025-03-31."""

    day: str
    layer: str
    decision: Decision
    number: int


@dataclass(frozen=True, slots=True)
class Score:
    """What a model that one person taught was worth when it was taught: F1 from 0 to 1.

    `teacher` is the person's name, or "gold"; `before` is the F1 of what was there until then, on
    the same folds, and `error` that of the difference.
    """

    teacher: str
    layer: str
    articles: int
    before: float
    after: float
    error: float


@dataclass(frozen=True, slots=True)
class Counts:
    """All of it, of one moment; labels in the order of their ids, days in that of time."""

    articles: int = 0
    characters: int = 0
    labels: tuple[LabelCount, ...] = ()
    people: tuple[PersonCount, ...] = ()
    sources: tuple[SourceCount, ...] = ()
    decisions: tuple[DecisionCount, ...] = ()
    scores: tuple[Score, ...] = ()

    @property
    def annotations(self) -> int:
        """How many annotations there are."""
        return sum(count.annotations for count in self.labels)

    @property
    def gold(self) -> int:
        """How many gold spans there are."""
        return sum(count.gold for count in self.labels)

    @property
    def finished(self) -> int:
        """How often a layer of an article was finished by a person."""
        return sum(count.finished for count in self.people)
