"""Drags that begin on a mark: of a border, by its handle, and of a relation, with Ctrl.

A drag begins where the button goes down but counts only once the mouse moved away; before that it
is a click like any other. What it would do is shown while it goes on, and done when it ends.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent

from workbench.ui.pane.attention import Pull
from workbench.ui.pane.borders import Border, moved
from workbench.ui.pane.edges import EdgeScroll
from workbench.ui.pane.gestures import far_enough, has_alt
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.sight import Sight

_QUOTED = "claim"  # the layer whose marks may be what somebody said, word for word


@dataclass(frozen=True, slots=True)
class Grip:
    """What the button went down on: a mark, and its border where it is a handle's."""

    mark: Mark
    border: Border | None = None


class Drags(QObject):
    """The drag from a mark that is going on in one pane, if there is one."""

    border_dragged = Signal(str, object)
    relation_dragged = Signal(str, str)

    def __init__(
        self,
        parent: QObject,
        sight: Sight,
        *,
        changed: Callable[[Mark | None, Pull | None], None],
    ) -> None:
        super().__init__(parent)
        self._sight = sight
        self._changed = changed
        self._edge = EdgeScroll(self, sight, scrolled=self._on_scrolled)
        self._grip: Grip | None = None
        self._pressed = QPointF()
        self._raw = False
        self._dragged = False
        self._moved: Mark | None = None
        self._pull: Pull | None = None

    @property
    def holding(self) -> bool:
        """Whether a button is down on a mark that could be dragged from."""
        return self._grip is not None

    def press(self, event: QMouseEvent, grip: Grip) -> None:
        """A button goes down on something to drag."""
        self._grip, self._pressed = grip, event.position()
        self._dragged = False

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves while the button is down."""
        self._raw = has_alt(event)
        if self._dragged or far_enough(event.position() - self._pressed):
            self._dragged = True
            self._on_scrolled(event.position())
            self._edge.follow(event.position())

    def release(self) -> bool:
        """The button goes up: do what was shown; returns whether it was a drag and no click."""
        dragged, before = self._dragged, self._grip
        mark, pull = self._moved, self._pull
        self.cancel()
        if dragged and before and mark and mark.fragments != before.mark.fragments:
            self.border_dragged.emit(mark.id, mark.fragments)
        if dragged and pull and pull.target:
            self.relation_dragged.emit(pull.source, pull.target)
        return dragged

    def cancel(self) -> bool:
        """Let go without doing anything; returns whether something was held."""
        held = self.holding
        self._edge.stop()
        self._grip = self._moved = self._pull = None
        if held:
            self._changed(None, None)
        return held

    def _on_scrolled(self, point: QPointF) -> None:
        """Show what a drag to a place in the viewport would do."""
        if self._grip is None:
            return
        mark, border = self._grip.mark, self._grip.border
        if border is None:
            at = self._sight.in_text(point)
            target = self._sight.page.mark_at(at)
            self._pull = Pull(mark.id, at, target.id if target and target.id != mark.id else "")
        else:
            position, text = self._sight.position_at(point), self._sight.page.article.text
            how = {"raw": self._raw, "quoted": mark.layer == _QUOTED}
            fragments = moved(text, mark.fragments, border, position, **how)
            self._moved = replace(mark, fragments=fragments)
        self._changed(self._moved, self._pull)
