"""What is compared, as plain values for a worker: texts, and who marked what in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Fragments = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of one annotator; `aided` where it began as a suggestion.

    `relations` are (type, key of the span that it leads to), and `key` is its own: layer, place and
    label in one word, so that the same span has the same key with everyone.
    """

    fragments: Fragments
    label: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    aided: bool = False
    key: str = ""
    relations: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> tuple[Fragments, str]:
        """Where and what: the form in which spans are compared."""
        return self.fragments, self.label

    @property
    def hull(self) -> tuple[int, int]:
        """The smallest range that holds all fragments."""
        return self.fragments[0][0], self.fragments[-1][1]


@dataclass(frozen=True, slots=True)
class Text:
    """An article: its length in code points, its sentences and paragraphs, where tokens start.

    Texts of one `group` are near-duplicates, which the bootstrap draws together.
    """

    id: str
    length: int
    sentences: Sequence[tuple[int, int]] = ()
    paragraphs: Sequence[tuple[int, int]] = ()
    tokens: Sequence[int] = ()
    group: str = ""


Spans = Mapping[str, Sequence[Marked]]  # article id → spans; an article that is missing is not done
Work = Mapping[str, Spans]  # annotator's name → what they finished


@dataclass(frozen=True, slots=True)
class Layer:
    """The work of all annotators in one layer, and what its scheme says of it.

    Labels in `apart` count for themselves and not in the layer's means; `attributes` are those that
    are compared, each with the labels that can have it. `gold` has the articles that were
    adjudicated, and `ends` the keys of all spans of any layer, by annotator and article.
    """

    id: str
    labels: tuple[str, ...]
    work: Work
    apart: frozenset[str] = frozenset()
    attributes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    gold: Spans = field(default_factory=dict)
    ends: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
