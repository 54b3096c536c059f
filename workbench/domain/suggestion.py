"""Suggestions: what a suggester proposes, never an annotation until a person accepts it.

A suggester works on plain values in a process of its own: `ArticleText` goes in, `Draft`s come out.
A draft names the other end of a relation by its place in the list of drafts of its article, since
it has no id yet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.domain.annotation import Annotation
from workbench.domain.span import Fragments, Span, hull
from workbench.domain.suggester_source import InUse

State = Literal["open", "accepted", "changed", "rejected"]
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class DraftRelation:
    """A proposed relation from one draft to the draft at index `target` of the same list."""

    type: str
    target: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One proposed span of one layer, with a score from 0 to 1 and why it was made."""

    layer: str
    label: str
    fragments: Fragments
    score: float
    attributes: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[DraftRelation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionRelation:
    """A relation of a suggestion to another suggestion or to an annotation of the article."""

    id: str
    source: str
    type: str
    target: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed span of an article; `states` hold what each annotator made of it, else open."""

    id: str
    article: str
    layer: str
    label: str
    fragments: Fragments
    quote: str
    suggester: str
    model: str
    score: float
    attributes: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    states: Mapping[str, State] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """The hull of the fragments."""
        return hull(self.fragments)

    @property
    def percent(self) -> int:
        """The score as it is said."""
        return round(100 * self.score)

    def state_for(self, annotator: str) -> State:
        """What the annotator made of it."""
        return self.states.get(annotator, "open")


def still_open(
    suggestions: Iterable[Suggestion],
    annotations: Iterable[Annotation],
    *,
    annotator: str,
    using: InUse = InUse(),  # noqa: B008 - a frozen value
) -> list[Suggestion]:
    """What a person has still to decide on, of all suggestions for an article.

    Open, of a suggester that they see, and neither marked so at its place already nor decided on
    there, whoever proposed it then. Of several that say the same the most certain one stands.
    """
    open_: list[tuple[Place, Suggestion]] = []
    decided: set[Place] = set()
    for each in suggestions:
        if each.states and each.state_for(annotator) != "open":
            decided.add(place_of(each))
        elif using.shows(each.suggester, each.layer):
            open_.append((place_of(each), each))
    # Comparing numbers first spares the many annotations that stand elsewhere.
    starts = {each.fragments[0].start for _, each in open_}
    decided |= {place_of(each) for each in annotations if each.fragments[0].start in starts}
    best: dict[Place, Suggestion] = {}
    for place, each in open_:
        if place not in decided:
            other = best.setdefault(place, each)
            if (other.score, other.id) < (each.score, each.id):
                best[place] = each
    return list(best.values())


def leading(relations: Iterable[SuggestionRelation]) -> dict[str, list[str]]:
    """What each suggestion's relations lead to, by id."""
    targets: dict[str, list[str]] = {}
    for relation in relations:
        targets.setdefault(relation.source, []).append(relation.target)
    return targets


def reached(starts: Iterable[str], targets: Mapping[str, Iterable[str]]) -> list[str]:
    """What can be reached from suggestions along relations, each once and they themselves too."""
    found = dict.fromkeys(starts)
    waiting = list(found)
    while waiting:
        new = [target for target in targets.get(waiting.pop(), ()) if target not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return list(found)


def place_of(mark: Suggestion | Annotation) -> Place:
    """What makes two marks say the same: layer, label, and where each fragment begins and ends."""
    if len(mark.fragments) == 1:  # nearly all, and the numbers themselves are compared fastest
        (only,) = mark.fragments
        return mark.layer, mark.label, only.start, only.end
    ends = (end for fragment in mark.fragments for end in (fragment.start, fragment.end))
    return mark.layer, mark.label, *ends
