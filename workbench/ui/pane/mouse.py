"""What the mouse does in the pane: it points, clicks, sweeps over text, and drags from marks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from workbench.ui.pane.attention import Pull
from workbench.ui.pane.drags import Drags, Grip
from workbench.ui.pane.gestures import Gestures
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.sight import Sight


class Mouse(QObject):
    """Takes the mouse's events of one pane; `attend` lets something stand out in it."""

    moved = Signal()
    swept = Signal()
    clicked = Signal(str)
    border_dragged = Signal(str, object)
    relation_dragged = Signal(str, str)

    def __init__(
        self,
        parent: QObject,
        sight: Sight,
        *,
        focused: Callable[[], str],
        attend: Callable[..., None],
    ) -> None:
        super().__init__(parent)
        self._sight = sight
        self._focused = focused
        self._attend = attend
        self._hovered = ""
        self._gestures = Gestures(self, sight, moved=self.moved.emit)
        self._drags = Drags(self, sight, changed=self._on_drag)
        self._drags.border_dragged.connect(self.border_dragged)
        self._drags.relation_dragged.connect(self.relation_dragged)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, a sweep, or a drag from a mark."""
        self._gestures.press(event)
        grip = self._grip_at(event.position(), relate=_has_control(event))
        if grip is not None and event.type() == QEvent.Type.MouseButtonPress:
            self._drags.press(event, grip)

    def move(self, event: QMouseEvent) -> Qt.CursorShape:
        """Drag, sweep, or point at something; returns the shape for the mouse itself."""
        if self._drags.holding:
            self._drags.move(event)
        elif self._gestures.sweeping:
            self._gestures.move(event)
        else:
            return self._point_at(event.position())
        return Qt.CursorShape.IBeamCursor

    def release(self, event: QMouseEvent) -> None:
        """End a drag, a sweep or a click."""
        if not self._gestures.sweeping:
            return
        swept = self._gestures.release()
        if self._drags.release():
            return
        if swept:
            self.swept.emit()
        else:
            self.clicked.emit(self._meant_by_click(event.position()))

    def leave(self) -> None:
        """Point at nothing any more."""
        self._hover("")

    def let_go(self) -> bool:
        """Forget what is going on, with nothing done; returns whether something was dragged."""
        held = self._drags.cancel()
        self._gestures.stop()
        return held

    def _meant_by_click(self, point: QPointF) -> str:
        """The mark that a click takes: the innermost, and clicked again the one around it."""
        ids = [mark.id for mark in self._sight.page.marks_at(self._sight.in_text(point))]
        if self._focused() in ids:
            return ids[(ids.index(self._focused()) + 1) % len(ids)]
        return ids[0] if ids else ""

    def _grip_at(self, point: QPointF, *, relate: bool) -> Grip | None:
        """What a drag from a place would take: a border, or with Ctrl the annotation there."""
        if relate:
            mark = self._sight.page.annotation_at(self._sight.in_text(point))
            return Grip(mark) if mark else None
        focused = self._sight.page.marks.get(self._focused())
        if focused is None or focused.kind == "ghost":
            return None
        handle = self._sight.handle_at(point, focused)
        return Grip(focused, handle.border) if handle else None

    def _point_at(self, point: QPointF) -> Qt.CursorShape:
        """Show the label of what lies at a place."""
        mark = self._sight.page.mark_at(self._sight.in_text(point))
        self._hover(mark.id if mark else "")
        if self._grip_at(point, relate=False):
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.IBeamCursor

    def _hover(self, id: str) -> None:
        """Show the label of the mark pointed at."""
        if id != self._hovered:
            self._hovered = id
            self._attend(hovered=id)

    def _on_drag(self, moved: Mark | None, pull: Pull | None) -> None:
        """Show what a drag would do."""
        self._attend(moved=moved, pull=pull)
        self._hover(pull.target if pull else "")


def _has_control(event: QMouseEvent) -> bool:
    """Whether Ctrl is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
