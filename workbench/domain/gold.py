"""Gold: the reviewer's adjudicated annotations, each with the decision behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.domain.span import Fragments, Span


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, from whose annotations, what was changed and why."""

    by: str
    source: tuple[str, ...] = ()
    change: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """One adjudicated span of an article."""

    id: str
    article: str
    layer: str
    label: str
    fragments: Fragments
    quote: str
    decision: Decision
    attributes: Mapping[str, str] = field(default_factory=dict)


# What a decision says was done: by hand, by a rule, or without a gold span as the outcome.
TAKEN, BOUNDARY, OWN = "taken", "boundary", "own"
UNANIMOUS, MAJORITY = "unanimous", "majority"
NOTHING, LEFT_OPEN = "nothing", "open"
BY_RULE = frozenset({UNANIMOUS, MAJORITY})


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision about a place that made no gold span: nothing is here, or it is left open."""

    id: str
    article: str
    layer: str
    span: Span
    decision: Decision


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A typed arrow from one gold span of an article to another."""

    id: str
    article: str
    type: str
    source: str
    target: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def same_place(one: Span, other: Span, *, same_label: bool) -> bool:
    """Whether two decisions of a layer are about one place: alike they touch, else half is common.

    That is how marks are brought together when differences are settled.
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return common > 0 and (same_label or common * 2 >= whole)
