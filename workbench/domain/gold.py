"""Gold: the reviewer's adjudicated annotations, each with the decision behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.domain.span import Fragments


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
