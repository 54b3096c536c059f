"""What stands out in a window at a moment: everything that is painted but text and quiet marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from workbench.domain.span import Span
from workbench.ui.pane.highlights import NO_HIGHLIGHTS, Highlights
from workbench.ui.pane.marks import Link, Mark


@dataclass(frozen=True, slots=True)
class Pull:
    """A relation being dragged: from a mark to a place, or to the mark that lies there."""

    source: str
    at: QPointF
    target: str = ""


@dataclass(frozen=True, slots=True)
class Attention:
    """What stands out; marks are named by their ids, empty for none.

    `moved` is the focused mark as its border is being dragged; `trimmed` is what the last sweep
    left out, shown as strongly as `glow` says, from 1 to 0.
    """

    selection: Span | None = None
    caret: int = 0
    active: bool = False
    focused: str = ""
    hovered: str = ""
    tags: bool = False
    muted: frozenset[str] = frozenset()
    highlights: Highlights = NO_HIGHLIGHTS
    numbers: Mapping[str, str] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    moved: Mark | None = None
    pull: Pull | None = None
    trimmed: tuple[Span, ...] = ()
    glow: float = 0.0
