"""The reading pane: an article to read, select and mark in, of any length.

The widget puts the parts together and keeps them in step; each part stands in a module of its own.
It handles no keys: whoever has commands calls `move_caret`, `grow_selection`, `next_mark`, ….
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from workbench.domain.article import ArticleText, Structure
from workbench.domain.span import Span
from workbench.ui.pane.accessibility import make_readable
from workbench.ui.pane.flow import MARGIN, Flow
from workbench.ui.pane.gestures import Gestures
from workbench.ui.pane.hits import mark_at
from workbench.ui.pane.lanes import assign_lanes, lanes_under
from workbench.ui.pane.marks import Mark, MarkIndex, MarkKind, reading_key
from workbench.ui.pane.painting import Attention, Painting
from workbench.ui.pane.selection import Selection
from workbench.ui.pane.steps import CaretUnit, steps_of
from workbench.ui.pane.theme import LIGHT, PaneTheme
from workbench.ui.pane.typography import LARGEST, SMALLEST, typography

SIDE = 24  # pixels kept free beside the text in a narrow pane
NOTHING = ArticleText("", "", Structure((), (), 0))


class ReadingPane(QAbstractScrollArea):
    """Shows an article with its marks; all positions are code points of its text."""

    selection_changed = Signal()
    selection_finished = Signal()
    mark_clicked = Signal(str)
    focus_changed = Signal(str)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_readable(ReadingPane)
        self._theme = LIGHT
        self._points = 14.0
        self._typography = typography(self._points)
        self._focused = self._hovered = ""
        self._tags = False
        self._muted: frozenset[str] = frozenset()
        self._swept_by_keys = False
        self._column: float | None = None
        self._gestures = Gestures(
            self, position_at=self._position_at, scroll=self._scroll_towards, moved=self._on_moved
        )
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Article text"))
        self.set_article(None, ())

    # --- what is shown

    def set_article(self, article: ArticleText | None, marks: Sequence[Mark]) -> None:
        """Show an article from its beginning, with its marks; None shows nothing."""
        self._gestures.stop()
        self._article = article or NOTHING
        self._marks = MarkIndex(marks)
        self._flow = Flow(
            self._article, self._typography, width=self._measure(), lanes_in=self._lanes_in
        )
        self._painting = Painting(self._flow, self._marks, self._theme)
        pieces = self._flow.pieces
        lines = [pieces.span(i) for i, kind in enumerate(pieces.kinds) if kind != "blank"]
        self._selection = Selection(self._article.text, steps_of(self._article, lines))
        self._hovered = ""
        self._column = None
        self._show_from(-MARGIN)
        self._set_focused("")
        self.selection_changed.emit()

    def change_marks(self, changed: Iterable[Mark], gone: Iterable[str]) -> None:
        """Show marks that came or changed, and no longer those that went, by id."""
        dropped = [mark for id in gone if (mark := self._marks.drop(id)) is not None]
        put = [(mark, self._marks.put(mark)) for mark in changed]
        touched = [mark for mark in chain(dropped, *put) if mark is not None]
        spans = [fragment for mark in touched for fragment in mark.fragments]
        for span in spans:
            self._painting.forget(span)
        self._flow.marks_changed(spans)
        self._show_from(self._top())
        if self._focused and self._marks.get(self._focused) is None:
            self._set_focused("")

    def set_theme(self, theme: PaneTheme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._painting = Painting(self._flow, self._marks, theme)
        self.viewport().update()

    def set_tags(self, *, shown: bool) -> None:
        """Show the labels of all marks, or only of the focused one and the one pointed at."""
        self._tags = shown
        self._set_anew()

    def set_muted(self, layers: Iterable[str]) -> None:
        """Paint the marks of some layers palely."""
        self._muted = frozenset(layers)
        self.viewport().update()

    def zoom(self) -> float:
        """The size of the text in points."""
        return self._points

    def set_zoom(self, points: float) -> None:
        """Set the size of the text in points, within what can be read."""
        points = min(max(points, SMALLEST), LARGEST)
        if points != self._points:
            self._points = points
            self._set_anew()
            self.zoom_changed.emit(points)

    # --- selection and caret

    def text(self) -> str:
        """The text of the article shown."""
        return self._article.text

    def selection(self) -> Span | None:
        """What is selected: whole words without the marks around them, unless asked otherwise."""
        return self._selection.meant()

    def selected_text(self) -> str:
        """The text of the selection, empty without one."""
        span = self.selection()
        return span.of(self._article.text) if span else ""

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def select(self, span: Span) -> None:
        """Select exactly a span, in sight."""
        self._selection.choose(span)
        self._reveal_caret()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.place_caret(self._selection.caret)

    def caret(self) -> int:
        """Where the caret stands."""
        return self._selection.caret

    def place_caret(self, position: int) -> None:
        """Put the caret somewhere, in sight, with nothing selected."""
        self._selection.place(position)
        self._reveal_caret()

    def move_caret(self, unit: CaretUnit, direction: int, *, extend: bool) -> None:
        """Move the caret by a unit, on (1) or back (-1); extending selects what it passes."""
        if unit == "line":
            self._move_line(direction, extend=extend)
        else:
            self._selection.step(unit, direction, extend=extend)
            self._column = None
        self._swept_by_keys = extend
        self._reveal_caret(keep_column=True)

    def grow_selection(self) -> None:
        """Widen the selection: word, phrase, sentence, paragraph."""
        self._selection.grow()
        self._reveal_caret()

    def shrink_selection(self) -> None:
        """Take the last widening back, or narrow the selection to a smaller unit."""
        self._selection.shrink()
        self._reveal_caret()

    # --- marks

    def focused(self) -> str:
        """The id of the focused mark, empty for none."""
        return self._focused

    def focus_mark(self, id: str) -> None:
        """Focus a mark, in sight, with the caret at its start; an unknown id focuses none."""
        mark = self._marks.get(id)
        if mark is not None:
            self._selection.place(mark.span.start)
            self._reveal(mark.span.end)
            self._reveal_caret()
        self._set_focused(id if mark is not None else "")

    def next_mark(self, direction: int, kind: MarkKind) -> str:
        """Focus the next (1) or previous (-1) mark of a kind; returns its id, empty for none."""
        focused = self._marks.get(self._focused)
        caret = self._selection.caret
        here = reading_key(focused) if focused else (caret, -1, "")
        find = self._marks.after if direction > 0 else self._marks.before
        mark = find(here, kind)
        if mark is None:
            return ""
        self.focus_mark(mark.id)
        return mark.id

    def anchor_rect(self) -> QRect:
        """The box, in the viewport, of the selection, else the focused mark, else the caret."""
        mark = self._marks.get(self._focused)
        spans = [self.selection()] if self.selection() else list(mark.fragments if mark else ())
        top, height = self._top(), self.viewport().height()
        found = QRectF()
        for span in spans:
            for box in self._flow.boxes(span, top, height) if span else ():
                found = found.united(box)
        if found.isNull():
            found = self._flow.caret(self._selection.caret)
        return found.translated(self._origin()).toAlignedRect()

    def caret_rect(self, position: int) -> QRect:
        """The box of the caret at a position, on the screen."""
        box = self._flow.caret(position).translated(self._origin()).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def position_on_screen(self, point: QPoint) -> int:
        """The position nearest to a place on the screen."""
        return self._position_at(QPointF(self.viewport().mapFromGlobal(point)))

    # --- places

    def _measure(self) -> int:
        """The width of the text's column in pixels."""
        return max(80, min(self._typography.measure, self.viewport().width() - 2 * SIDE))

    def _top(self) -> int:
        """The top of the window, from the text's upper left."""
        return self.verticalScrollBar().value() - MARGIN

    def _origin(self) -> QPointF:
        """Where the text's upper left corner lies in the viewport."""
        left = max(SIDE, (self.viewport().width() - self._flow.width) // 2)
        return QPointF(left, -self._top())

    def _position_at(self, point: QPointF) -> int:
        """The caret position nearest to a place in the viewport."""
        return self._flow.position_at(point - self._origin())

    def _mark_at(self, point: QPointF) -> Mark | None:
        """The mark that a place in the viewport means."""
        return mark_at(self._flow, self._marks, point - self._origin())

    def _lanes_in(self, span: Span) -> int:
        """How many lanes the marks of a stretch of text take under it."""
        marks = self._marks.within(span.start, span.end)
        return lanes_under(marks, assign_lanes(marks))

    # --- scrolling

    def _show_from(self, top: int) -> None:
        """Lay out what a window from `top` shows, correct the scroll bar, and paint."""
        height = self.viewport().height()
        top = self._flow.settle(top, height)
        bar = self.verticalScrollBar()
        blocker = QSignalBlocker(bar)
        bar.setRange(0, self._flow.lowest(height) + MARGIN)
        bar.setPageStep(height)
        bar.setSingleStep(self._typography.styles["paragraph"].pitch)
        bar.setValue(top + MARGIN)
        blocker.unblock()
        self.viewport().update()

    def _set_anew(self) -> None:
        """Set the text anew at the width and size of now; the first position seen stays first."""
        first = self._flow.position_at(QPointF(0, max(0, self._top())))
        at_top = self._top() <= 0
        self._typography = typography(self._points, tags=self._tags)
        self._flow.set_width(self._typography, self._measure())
        self._painting = Painting(self._flow, self._marks, self._theme)
        self._show_from(-MARGIN if at_top else int(self._flow.caret(first).top()))

    def _reveal(self, position: int) -> None:
        """Scroll just so far that a position is seen."""
        room = self._typography.styles["paragraph"].pitch
        height = self.viewport().height()
        self._show_from(self._flow.reveal(position, self._top(), height, room=room))

    def _reveal_caret(self, *, keep_column: bool = False) -> None:
        """Scroll to the caret and say that it moved."""
        if not keep_column:
            self._column = None
        self._reveal(self._selection.caret)
        self._on_moved()

    def _scroll_towards(self, point: QPointF) -> bool:
        """Scroll if a place lies beyond the viewport's edge, faster further out."""
        beyond = point.y() - max(0.0, min(point.y(), float(self.viewport().height())))
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond / 3 + (3 if beyond > 0 else -3)))
        return bool(beyond)

    def _move_line(self, direction: int, *, extend: bool) -> None:
        """Move the caret a line up or down, in the column where it was first."""
        caret = self._selection.caret
        if self._column is None:
            self._column = self._flow.caret(caret).x()
        target = self._flow.line_move(caret, self._column, direction)
        if extend:
            self._selection.sweep(target)
        else:
            self._selection.place(target)

    # --- what follows

    def _set_focused(self, id: str) -> None:
        """Focus a mark by id and say so if it is another."""
        self.viewport().update()
        if id != self._focused:
            self._focused = id
            self.focus_changed.emit(id)

    def _on_moved(self) -> None:
        """Show and tell that the selection or the caret moved."""
        self.viewport().update()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, self.caret()))
        self.selection_changed.emit()

    # --- Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has to be painted."""
        painter = QPainter(self.viewport())
        origin = self._origin()
        painter.fillRect(event.rect(), QColor(self._theme.background))
        painter.translate(origin)
        attention = Attention(
            selection=self.selection(),
            caret=self._selection.caret,
            active=self.hasFocus(),
            focused=self._focused,
            hovered=self._hovered,
            tags=self._tags,
            muted=self._muted,
        )
        clip = QRectF(event.rect()).translated(-origin)
        self._painting.paint(painter, self._top(), clip, attention)
        painter.end()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bar."""
        self._show_from(self._top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text anew if its column became narrower or wider."""
        super().resizeEvent(event)
        if self._measure() != self._flow.width:
            self._set_anew()
        else:
            self._show_from(self._top())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a sweep."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._column = None
            self._gestures.press(event, self._selection)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of two is a press as well."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Sweep, or point at a mark."""
        if self._gestures.sweeping:
            self._gestures.move(event)
        else:
            self._hover(self._mark_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a sweep, or focus the mark that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or not self._gestures.sweeping:
            return
        if self._gestures.release():
            self.selection_finished.emit()
            return
        mark = self._mark_at(event.position())
        self._set_focused(mark.id if mark else "")
        if mark:
            self.mark_clicked.emit(mark.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hover(None)
        super().leaveEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of Shift ends a selection made by keys."""
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat() and self._swept_by_keys:
            self._swept_by_keys = False
            self.selection_finished.emit()
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._points + (1 if event.angleDelta().y() > 0 else -1))
        else:
            super().wheelEvent(event)

    def _hover(self, mark: Mark | None) -> None:
        """Show the label of the mark pointed at."""
        id = mark.id if mark else ""
        if id != self._hovered:
            self._hovered = id
            shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.viewport().update()
