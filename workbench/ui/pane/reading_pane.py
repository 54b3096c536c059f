"""The reading pane: an article to read, select and mark in, of any length.

The widget puts the parts together and keeps them in step; each part stands in a module of its own.
It handles no keys: whoever has commands calls `move_caret`, `grow_selection`, `next_mark`, ….
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
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
from workbench.ui.pane.afterglow import Afterglow
from workbench.ui.pane.attention import Attention
from workbench.ui.pane.flow import MARGIN
from workbench.ui.pane.highlights import NO_HIGHLIGHTS, Highlights
from workbench.ui.pane.intervals import Entry
from workbench.ui.pane.links import Links
from workbench.ui.pane.marks import Link, Mark, MarkKind, reading_key
from workbench.ui.pane.mouse import Mouse
from workbench.ui.pane.page import Page
from workbench.ui.pane.painting import Painting
from workbench.ui.pane.portions import Portion, Portions
from workbench.ui.pane.sight import Sight, width_of
from workbench.ui.pane.theme import LIGHT, PaneTheme
from workbench.ui.pane.travel import CaretUnit, SeenUnit, Travel
from workbench.ui.pane.typography import (
    LARGEST,
    SMALLEST,
    Look,
    Measure,
    Typeface,
    typography,
)

NOTHING = ArticleText("", "", Structure((), (), 0))


class ReadingPane(QAbstractScrollArea):
    """Shows an article with its marks; all positions are code points of its text."""

    selection_changed = Signal()
    selection_finished = Signal()
    mark_clicked = Signal(str)
    focus_changed = Signal(str)
    zoom_changed = Signal(float)
    border_dragged = Signal(str, object)  # a mark's id and its new fragments
    relation_dragged = Signal(str, str)  # the ids of both marks, from and to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_readable(ReadingPane)
        self._theme = LIGHT
        self._look = Look()
        self._attention = Attention()
        self._links = Links()
        self._swept_by_keys = False
        self._travel = Travel()
        self._sight = Sight(self)
        self._more = Portions(self, taken=self._take)
        self._afterglow = Afterglow(self, changed=self._on_afterglow)
        self._mouse = Mouse(self, self._sight, focused=self.focused, attend=self._attend)
        self._mouse.moved.connect(self._on_moved)
        self._mouse.swept.connect(self._finish_selection)
        self._mouse.clicked.connect(self._on_clicked)
        self._mouse.border_dragged.connect(self.border_dragged)
        self._mouse.relation_dragged.connect(self.relation_dragged)
        self._set_up()
        look = typography(self._look)
        self._page = Page(NOTHING, (), look, width=width_of(self, look))
        self.set_article(None, ())

    def _set_up(self) -> None:
        """Make the widget what it is."""
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Article text"))

    # --- what is shown

    def set_article(
        self,
        article: ArticleText | None,
        marks: Sequence[Mark],
        *,
        rest: Iterable[Portion] = (),
    ) -> None:
        """Show an article from its beginning, with its marks; None shows nothing.

        More marks may follow in portions, which are taken one by one once the first are painted,
        or at once up to the mark that somebody walks to meanwhile.
        """
        self._more.begin(rest)
        self._mouse.let_go()
        self._mouse.leave()
        self._afterglow.stop()
        self._page = self._page_of(article or NOTHING, marks)
        self._sight.page = self._page
        self._painting = Painting(self._page, self._theme)
        self._links = Links()
        self._attend(highlights=NO_HIGHLIGHTS, numbers={}, links=())
        self._travel.leave_column()
        self._sight.show_from(-MARGIN)
        self._set_focused("")
        self.selection_changed.emit()

    def _page_of(self, article: ArticleText, marks: Sequence[Mark]) -> Page:
        """An article as it is shown; one that is here already keeps its pieces."""
        look = typography(self._look)
        pieces = self._page.flow.pieces if article is self._page.article else None
        return Page(article, marks, look, width=width_of(self, look), pieces=pieces)

    def change_marks(self, changed: Iterable[Mark], gone: Iterable[str]) -> None:
        """Show marks that came or changed, and no longer those that went, by id."""
        pieces = self._page.change_marks(changed, gone)
        self._painting.renew(pieces)
        # Marks elsewhere are seen at most where a curve leads to them.
        if pieces or self._attention.links:
            self._sight.show_from(self._sight.top)
        if self.focused() and self._page.marks.get(self.focused()) is None:
            self._set_focused("")

    def mark_ids(self) -> AbstractSet[str]:
        """The ids of all marks that are shown."""
        return self._page.marks.ids()

    def follow(self, portions: Iterable[Portion]) -> None:
        """Show marks that came, changed and went, by and by, ahead of what was not read yet."""
        self._more.change(portions)

    def _take(self, portion: Portion) -> None:
        self.change_marks(portion.marks, portion.gone)

    def set_relations(self, links: Iterable[Link]) -> None:
        """Take these relations for those of the article; a focused mark shows its own."""
        self._links = Links(links)
        self._attend(links=self._links.at(self.focused()))

    def change_relations(self, changed: Iterable[Link], gone: Iterable[str]) -> None:
        """Take relations in that came or changed, and no longer those that went, by id."""
        self._links.change(changed, gone)
        self._attend(links=self._links.at(self.focused()))

    def set_numbers(self, numbers: Mapping[str, str]) -> None:
        """Show small numbers beside marks, by their ids; an empty mapping takes them away."""
        self._attend(numbers=dict(numbers))

    def set_rows(self, names: Sequence[str]) -> None:
        """Keep a row under lines for the marks of each of these, named before the lines."""
        self._set_look(rows=tuple(names))

    def set_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Show places that were found, in the order of the text, and one of them as the current."""
        self._attend(highlights=Highlights(spans, current=current))

    # --- how it looks

    def look_like(self, theme: PaneTheme, look: Look) -> None:
        """Paint and set the text as another pane does."""
        self._look = look
        self._theme = theme
        self._set_anew()

    def theme(self) -> PaneTheme:
        """The colours of now."""
        return self._theme

    def set_theme(self, theme: PaneTheme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._painting = Painting(self._page, theme)
        self.viewport().update()

    def set_tags(self, *, shown: bool) -> None:
        """Show the labels of all marks, or only of the focused one and the one pointed at."""
        self._attend(tags=shown)
        self._set_look(tags=shown)

    def set_muted(self, layers: Iterable[str]) -> None:
        """Paint the marks of some layers palely."""
        self._attend(muted=frozenset(layers))

    def look(self) -> Look:
        """What the reader chose: size, typeface, measure."""
        return self._look

    def zoom(self) -> float:
        """The size of the text in points."""
        return self._look.points

    def set_zoom(self, points: float) -> None:
        """Set the size of the text in points, within what can be read."""
        before = self._look.points
        self._set_look(points=min(max(points, SMALLEST), LARGEST))
        if self._look.points != before:
            self.zoom_changed.emit(self._look.points)

    def set_typeface(self, typeface: Typeface) -> None:
        """Set the text in a face with serifs, in one without, or in the system's own."""
        self._set_look(typeface=typeface)

    def set_measure(self, measure: Measure) -> None:
        """Set the text in a narrow, a normal or a wide column."""
        self._set_look(measure=measure)

    def _set_look(self, **changes: Any) -> None:  # noqa: ANN401  (fields of the look)
        """Set the text anew if a choice of the reader changed."""
        look = replace(self._look, **changes)
        if look != self._look:
            self._look = look
            self._set_anew()

    def _set_anew(self) -> None:
        """Set the text anew at the width and the look of now."""
        self._sight.set_anew(typography(self._look))
        self._painting = Painting(self._page, self._theme)

    # --- selection and caret

    def text(self) -> str:
        """The text of the article shown."""
        return self._page.article.text

    def selection(self) -> Span | None:
        """What is selected: whole words without the marks around them, unless asked otherwise."""
        return self._page.selection.meant()

    def selects_raw(self) -> bool:
        """Whether the selection is one of bare characters."""
        return self._page.selection.is_raw()

    def selected_text(self) -> str:
        """The text of the selection, empty without one."""
        span = self.selection()
        return span.of(self._page.article.text) if span else ""

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def select(self, span: Span) -> None:
        """Select exactly a span, in sight."""
        self._page.selection.choose(span)
        self._reveal_caret()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self.place_caret(self._page.selection.caret)

    def caret(self) -> int:
        """Where the caret stands."""
        return self._page.selection.caret

    def place_caret(self, position: int) -> None:
        """Put the caret somewhere, in sight, with nothing selected."""
        self._page.selection.place(position)
        self._reveal_caret()

    def move_caret(self, unit: CaretUnit, direction: int, *, extend: bool) -> None:
        """Move the caret by a unit, on (1) or back (-1); extending selects what it passes."""
        match unit:
            case "line" | "page" | "edge" | "text":
                self._go_by_sight(unit, direction, extend=extend)
            case _:
                self._travel.leave_column()
                self._page.selection.step(unit, direction, extend=extend)
        self._swept_by_keys = extend
        self._reveal_caret(keep_column=True)

    def _go_by_sight(self, unit: SeenUnit, direction: int, *, extend: bool) -> None:
        """Move the caret by a unit of what is seen."""
        selection, flow = self._page.selection, self._page.flow
        target = self._travel.target(
            unit, direction, selection.caret, flow, height=self._sight.height
        )
        if extend:
            selection.sweep(target)
        else:
            selection.place(target)

    def onward(self) -> int:
        """Where a step to the right leads: on (1), or back (-1) where text runs to the left."""
        return -1 if self._page.flow.runs_left(self.caret()) else 1

    def grow_selection(self) -> None:
        """Widen the selection: word, phrase, sentence, paragraph."""
        self._page.selection.grow()
        self._reveal_caret()

    def shrink_selection(self) -> None:
        """Take the last widening back, or narrow the selection to a smaller unit."""
        self._page.selection.shrink()
        self._reveal_caret()

    # --- marks

    def focused(self) -> str:
        """The id of the focused mark, empty for none."""
        return self._attention.focused

    def focus_mark(self, id: str) -> None:
        """Focus a mark, in sight, with the caret at its start; an unknown id focuses none."""
        if id:
            self._more.take_until(lambda: id in self._page.marks)
        mark = self._page.marks.get(id)
        if mark is not None:
            self._page.selection.place(mark.span.start)
            self._sight.reveal(mark.span.end)
            self._reveal_caret()
        self._set_focused(id if mark is not None else "")

    def next_mark(self, direction: int, kind: MarkKind) -> str:
        """Focus the next (1) or previous (-1) mark of a kind; returns its id, empty for none."""
        focused = self._page.marks.get(self.focused())
        caret = self._page.selection.caret
        here = reading_key(focused) if focused else (caret, -1, "")
        self._more.take_until(lambda: self._is_known_from(here, kind))
        find = self._page.marks.after if direction > 0 else self._page.marks.before
        mark = find(here, kind)
        if mark is None:
            return ""
        self.focus_mark(mark.id)
        return mark.id

    def _is_known_from(self, here: Entry, kind: MarkKind) -> bool:
        """Whether the next mark is known, and nothing is left to be read before it."""
        mark = self._page.marks.after(here, kind)
        return mark is not None and self._more.has_read(mark)

    def cancel_drag(self) -> bool:
        """Let go of a border or relation that is being dragged; returns whether one was."""
        return self._mouse.let_go()

    # --- places

    def anchor_rect(self) -> QRect:
        """The box, in the viewport, of the selection, else the focused mark, else the caret."""
        mark, selection = self._page.marks.get(self.focused()), self.selection()
        found = self._sight.box_of([selection] if selection else mark.fragments if mark else [])
        if found.isNull():
            found = self._page.flow.caret(self._page.selection.caret)
        return self._sight.place_of(found)

    def caret_rect(self, position: int) -> QRect:
        """The box of the caret at a position, on the screen."""
        box = self._sight.place_of(self._page.flow.caret(position))
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())

    def position_on_screen(self, point: QPoint) -> int:
        """The position nearest to a place on the screen."""
        return self._sight.position_at(QPointF(self.viewport().mapFromGlobal(point)))

    # --- what follows

    def _attend(self, **changes: Any) -> None:  # noqa: ANN401  (fields of the attention)
        """Let other things stand out."""
        self._attention = replace(self._attention, **changes)
        self.viewport().update()

    def _set_focused(self, id: str) -> None:
        """Focus a mark by id and say so if it is another."""
        before = self.focused()
        self._attend(focused=id, links=self._links.at(id))
        if id != before:
            self._mouse.let_go()
            self.focus_changed.emit(id)

    def _reveal_caret(self, *, keep_column: bool = False) -> None:
        """Scroll to the caret and say that it moved."""
        if not keep_column:
            self._travel.leave_column()
        self._sight.reveal(self._page.selection.caret)
        self._on_moved()

    def _on_moved(self) -> None:
        """Show and tell that the selection or the caret moved."""
        self._afterglow.stop()
        self.viewport().update()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, self.caret()))
        self.selection_changed.emit()

    def _finish_selection(self) -> None:
        """Show for a moment what a sweep left out, and say that it has ended."""
        self._afterglow.show(self._page.selection.trimmed())
        self.selection_finished.emit()

    def _on_afterglow(self, spans: tuple[Span, ...], strength: float) -> None:
        """Show the tint of what was trimmed as strongly as it is now."""
        self._attend(trimmed=spans, glow=strength)

    def _on_clicked(self, id: str) -> None:
        """Focus what was clicked."""
        self._set_focused(id)
        if id:
            self.mark_clicked.emit(id)

    # --- Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has to be painted."""
        origin = self._sight.origin
        attention = replace(
            self._attention,
            selection=self.selection(),
            caret=self._page.selection.caret,
            active=self.hasFocus(),
        )
        window = QRectF(self.viewport().rect()).translated(-origin)
        clip = QRectF(event.rect()).translated(-origin)
        # A painter that outlives its event takes the program with it: it ends whatever happens.
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.background))
            painter.translate(origin)
            self._painting.paint(painter, window, clip, attention)
        self._sight.look_ahead()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bar."""
        self._sight.show_from(self._sight.top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text anew if its column became narrower or wider."""
        super().resizeEvent(event)
        if width_of(self, self._page.flow.typography) != self._page.flow.width:
            self._set_anew()
        else:
            self._sight.show_from(self._sight.top)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a sweep, or a drag from a mark."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._travel.leave_column()
            self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of two is a press as well."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, sweep, or point at a mark."""
        self.viewport().setCursor(self._mouse.move(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag or a sweep, or focus the mark that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._mouse.leave()
        super().leaveEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of Shift ends a selection made by keys."""
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat() and self._swept_by_keys:
            self._swept_by_keys = False
            self._finish_selection()
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._look.points + (1 if event.angleDelta().y() > 0 else -1))
        else:
            super().wheelEvent(event)
