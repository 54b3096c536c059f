"""The scheme editor: a window of its own beside the text, so that both are seen while one works.

It holds nothing: every edit is one operation on the live project, and what it shows is read again
when the session says that the scheme changed, by whomever. Closed, it reads nothing.
"""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.scheme_editing import Spot
from workbench.domain.scheme_places import Kind
from workbench.ui.annotate.fields import plain_label
from workbench.ui.ask import Ask
from workbench.ui.bars import MessageBar, ProgressLine
from workbench.ui.farewell import part_with
from workbench.ui.messages import sentence
from workbench.ui.on_screen import begin_with
from workbench.ui.scheme.edits import SchemeEdits, list_to_add_to
from workbench.ui.scheme.form import Form
from workbench.ui.scheme.tree import SchemeTree
from workbench.ui.scheme.words import shown
from workbench.ui.session import Session

_ADD: dict[Kind, Any] = {
    "label": _T("scheme", "Add a label…"),
    "attribute": _T("scheme", "Add an attribute…"),
    "relation": _T("scheme", "Add a relation…"),
    "relation_attribute": _T("scheme", "Add an attribute…"),
    "article_label": _T("scheme", "Add a label of the article…"),
}


class SchemeEditor(QDialog):
    """A tree of the scheme, and the form of what is in hand."""

    def __init__(self, session: Session, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scheme"))
        begin_with(self, 980, 720)
        self._session = session
        self.edits = SchemeEdits(session, ask, self)
        self._ask = ask
        self._form: Form | None = None
        self._behind = True  # whether the tree shows an older scheme
        self._message, self._progress = MessageBar(self), ProgressLine(self)
        self._tree, self._page = SchemeTree(self), QScrollArea(self)
        self._add, self._remove = QPushButton(self), QPushButton(self)
        self._up, self._down = QPushButton("↑", self), QPushButton("↓", self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._set_up()
        self._lay_out()
        self._connect()

    def _set_up(self) -> None:
        self._page.setWidgetResizable(True)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._up.setAccessibleName(self.tr("Move up"))
        self._down.setAccessibleName(self.tr("Move down"))
        for button, key in (
            (self._add, "Ins"),
            (self._remove, "Del"),
            (self._up, "Alt+Up"),
            (self._down, "Alt+Down"),
            (self._undo, "Ctrl+Z"),
        ):
            button.setToolTip(key)
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        left = QFrame(self)
        left.setProperty("role", "panel")
        rows, moves = QVBoxLayout(left), QHBoxLayout()
        rows.setContentsMargins(12, 12, 12, 12)
        for button in (self._up, self._down, self._undo):
            moves.addWidget(button)
        rows.addWidget(self._tree, 1)
        rows.addWidget(self._add)
        rows.addWidget(self._remove)
        rows.addLayout(moves)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(self._page)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([320, 660])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._message)
        whole.addWidget(splitter, 1)
        whole.addWidget(self._progress)

    def _connect(self) -> None:
        self._tree.chosen.connect(self._show_form)
        self._session.changed.connect(self._on_changed)
        self._session.refused.connect(self._on_refused)
        self._session.acts.finished.connect(self._on_ended)
        self._progress.follow(self._session.acts)
        self.edits.told.connect(self._message.say)
        self.edits.kept.connect(self._refresh)
        for button, act in (
            (self._add, self.add),
            (self._remove, self.remove),
            (self._up, self.move_up),
            (self._down, self.move_down),
            (self._undo, self._session.undo),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        for key, act in (("Ins", self.add), ("Del", self.remove)):
            self._tree_key(key, act)
        for key, act in (("Alt+Up", self.move_up), ("Alt+Down", self.move_down)):
            self._tree_key(key, act)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._session.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self._session.redo)
        QShortcut(QKeySequence("F6"), self, self._change_side)

    def _tree_key(self, key: str, act: Any) -> None:  # noqa: ANN401  (a slot)
        """Let a key act while the tree has the focus, so that fields keep it for themselves."""
        shortcut = QShortcut(QKeySequence(key), self._tree, act)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- what a person does

    def add(self) -> None:
        """Add something beside what is in hand, and go to its name."""
        spot = self._tree.spot()
        if spot is not None:
            self.edits.add(spot, self._on_added)

    def _on_added(self, new: Spot) -> None:
        self._tree.go_to(new)
        if self._form is not None:
            self._form.focus_name()

    def remove(self) -> None:
        """Take out what is in hand, or let another label take its place."""
        spot = self._tree.spot()
        if spot is not None and self._remove.isEnabled():
            self.edits.remove(spot)

    def move_up(self) -> None:
        """Move what is in hand up in its list."""
        self._move(-1)

    def move_down(self) -> None:
        """Move what is in hand down in its list."""
        self._move(1)

    def _move(self, step: int) -> None:
        spot = self._tree.spot()
        if spot is not None and self._up.isEnabled():
            self.edits.move(spot, step)

    def _change(self, spot: Spot, name: str, value: object) -> None:
        self.edits.change(spot, name, value, then=lambda: self._on_said(spot, name, str(value)))

    def _on_said(self, spot: Spot, name: str, value: str) -> None:
        """Follow a thing to its new id, and warn of a key that will not be heard."""
        if name == "id":
            self._tree.go_to((spot[0], value))
        elif name == "key":
            self.edits.warn_of_key(spot[0], value)

    def _change_side(self) -> None:
        """Go from the tree to the form, or back."""
        if self._tree.hasFocus() and self._form is not None:
            self._form.focus_name()
        else:
            self._tree.setFocus()

    # --- what is shown

    def _show_form(self, spot: Spot) -> None:
        """Show the form of what is in hand; a list by itself has none."""
        self._name_buttons(spot)
        if self._form is not None and self._form.spot == spot:
            self._refresh()
            return
        self._leave_form()
        if spot[1]:
            form = self._form = Form(spot, pick=self._ask.color)
            form.changed.connect(lambda name, value: self._change(spot, name, value))
            form.renamed.connect(lambda value, into: self.edits.rename_value(spot, value, into))
            self._page.setWidget(form)
            self._refresh()
        else:
            told = self.tr("Choose something on the left, or add to the list.")
            self._page.setWidget(plain_label(told, "muted"))

    def _leave_form(self) -> None:
        """Say what is half typed, and let the form go once nothing of it runs any more."""
        form, self._form = self._form, None
        if form is not None:
            form.commit()
        if (old := self._page.widget()) is not None:
            part_with(old)
            self._page.takeWidget()
            old.hide()

    def _name_buttons(self, spot: Spot) -> None:
        """Say what the buttons would do now."""
        place, id = spot
        self._add.setText(shown(_ADD[list_to_add_to(spot).kind]))
        merges = place.kind == "label" and bool(id)
        self._remove.setText(self.tr("Merge or delete…") if merges else self.tr("Delete"))
        can_go = bool(id) and place.kind != "layer"
        for button in (self._remove, self._up, self._down):
            button.setEnabled(can_go)

    def _show_scheme(self) -> None:
        """Show the scheme as it is now."""
        self._behind = False
        self._tree.show_scheme(self._session.scheme)

    def _refresh(self) -> None:
        """Show what holds now of the thing in hand."""
        if self._form is not None:
            self._form.show_thing(self._session.scheme, self.edits.usage(self._form.spot))

    def _on_changed(self, changes: Changes) -> None:
        self._message.clear()
        self._behind = self._behind or changes.touches("scheme")
        if not self.isVisible():
            return
        if self._behind:
            self._show_scheme()
        else:
            self._refresh()

    def _on_refused(self, error: UserError) -> None:
        self._message.say(sentence(error), alarm=True)
        self._refresh()

    def _on_ended(self) -> None:
        """Show what holds once something was counted or written beside the window."""
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what the editor does not follow while it is closed."""
        super().showEvent(event)
        if self._behind:
            self._show_scheme()
        elif not event.spontaneous():
            self._refresh()

    def done(self, result: int) -> None:
        """Close, once what is half typed was said."""
        if self._form is not None:
            self._form.commit()
        super().done(result)
