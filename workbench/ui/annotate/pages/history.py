"""The history beside the text: who did what and when, and any step of one's own taken back.

The steps are read a page at a time, as far as somebody scrolls. Return goes to the place that a
step touched; Delete takes the step back, which the history then shows as a step of its own.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.operations.history import PAGE, PastStep, Touched
from workbench.ui.annotate.fields import ChoiceField, plain_label
from workbench.ui.annotate.pages.lines import LinesDelegate
from workbench.ui.language import number, short_quote
from workbench.ui.long_list import LongList
from workbench.ui.messages import act_said
from workbench.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
ReadPage = Callable[[int], list[PastStep]]  # the steps older than an entry of the journal
_LONGEST = 90  # characters of a quote


class HistoryModel(QAbstractListModel):
    """Steps, newest first, read as they are needed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps: list[PastStep] = []
        self._read: ReadPage | None = None
        self._scheme: Scheme | None = None

    def show_steps(self, steps: list[PastStep], scheme: Scheme, *, read: ReadPage) -> None:
        """Show some whole pages of steps, and what a reader gives after them."""
        self.beginResetModel()
        more = len(steps) % PAGE == 0 and bool(steps)
        self._read, self._scheme, self._steps = read if more else None, scheme, steps
        self.endResetModel()

    def step_at(self, row: int) -> PastStep | None:
        """The step of a row, if there is one."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def row_of(self, seq: int) -> int:
        """The row of a step, else the first."""
        places = (row for row, step in enumerate(self._steps) if step.line.seq == seq)
        return next(places, 0)

    def _read_on(self) -> None:
        if self._read is not None:
            page = self._read(self._steps[-1].line.seq)
            self._steps += page
            self._read = self._read if len(page) == PAGE else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many steps have been read."""
        return 0 if parent.isValid() else len(self._steps)

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there may be older steps."""
        return self._read is not None

    def fetchMore(self, _parent: Index) -> None:
        """Read a page of older steps."""
        before = len(self._steps)
        self._read_on()
        if len(self._steps) > before:
            self.beginInsertRows(QModelIndex(), before, len(self._steps) - 1)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A step in words; what does not stand any more is struck out."""
        step = self.step_at(index.row())
        if step is None or self._scheme is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            said = "\n".join(self._said(step, self._scheme))
            return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        if role == Qt.ItemDataRole.FontRole and step.line.stands is False:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None

    def _said(self, step: PastStep, scheme: Scheme) -> Sequence[str]:
        """Three lines: what was done, to what, and by whom when."""
        line = step.line
        said = act_said(line.verb, line.params)
        if line.kind == "undo":
            said = self.tr("undo: {}").format(said)
        elif line.kind == "redo":
            said = self.tr("do again: {}").format(said)
        who = line.name or self.tr("Workbench")
        parts = [who, when(line.time), "" if line.stands is not False else self.tr("taken back")]
        return (
            said[:1].upper() + said[1:],
            self._about(step, scheme),
            " · ".join(part for part in parts if part),
        )

    def _about(self, step: PastStep, scheme: Scheme) -> str:
        """What a step touched: a mark, several, or the article."""
        parts = [_mark(step.touched, scheme) if step.touched else step.title]
        if step.line.annotations > 1:
            parts.append(self.tr("{} annotations").format(number(step.line.annotations)))
        if step.line.articles > 1:
            parts.append(self.tr("{} articles").format(number(step.line.articles)))
        return " · ".join(part for part in parts if part) or "–"


class HistoryPage(QFrame):
    """Lists steps of the article or the project, of everybody or one person."""

    filter_changed = Signal()
    step_chosen = Signal(object)  # PastStep
    step_shown = Signal(object)  # PastStep
    taking_back = Signal(object)  # PastStep
    looking_back = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._annotator: Annotator | None = None
        self._persons = ChoiceField([], self)
        self._where = ChoiceField(
            [(self.tr("This article"), "article"), (self.tr("All articles"), "")], self
        )
        self._model = HistoryModel(self)
        self._list = LongList(self)
        self._then = QPushButton(self)
        self._back = QPushButton(self.tr("Take this step back"), self)
        self.article_only, self.person = True, ""
        self._set_up_fields()
        self._set_up_list()
        self._lay_out()
        self.setFocusProxy(self._list)

    def _set_up_fields(self) -> None:
        self._where.setAccessibleName(self.tr("Where"))
        self._where.show_value("article")
        self._where.chosen.connect(self._on_where_chosen)
        self._persons.setAccessibleName(self.tr("Who"))
        self._persons.chosen.connect(self._on_person_chosen)
        self._back.clicked.connect(self.take_back)
        self._then.setCheckable(True)
        self._then.toggled.connect(self._on_looking_back)
        self._on_looking_back(on=False)

    def _set_up_list(self) -> None:
        view = self._list
        view.setAccessibleName(self.tr("History"))
        view.setModel(self._model)
        view.setItemDelegate(LinesDelegate(view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.activated.connect(
            lambda index: self.step_chosen.emit(self._model.step_at(index.row()))
        )
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        keys = {"Del": self.take_back, "Backspace": self.take_back, "Space": self._then.click}
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), view, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        told = self.tr(
            "Return goes to the place, Space shows the text as it was then. Delete takes a step of "
            "yours back."
        )
        for part in (plain_label(self.tr("History"), "section"), self._where, self._persons):
            layout.addWidget(part)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._then)
        layout.addWidget(self._back)
        layout.addWidget(plain_label(told, "muted"))

    # --- what is shown

    def show_persons(self, persons: Sequence[Annotator], annotator: Annotator) -> None:
        """Offer the steps of each of these; `annotator` is who may take back now."""
        self._annotator = annotator
        entries = [(self.tr("Everybody"), ""), *((p.name, p.id) for p in persons)]
        self._persons.show_entries(entries)
        self._persons.show_value(self.person)

    def needed(self) -> int:
        """How many steps must be there, so that the one in hand is among them."""
        return self._list.currentIndex().row() + 1

    def show_steps(self, steps: list[PastStep], scheme: Scheme, *, read: ReadPage) -> None:
        """Show some pages of steps, and older ones as they are read; the one in hand stays so."""
        step = self.step()
        self._model.show_steps(steps, scheme, read=read)
        row = self._model.row_of(step.line.seq) if step else 0
        self._list.setCurrentIndex(self._model.index(row))
        self._show_what_can_be_done()

    def step(self) -> PastStep | None:
        """The step in hand."""
        return self._model.step_at(self._list.currentIndex().row())

    def looks_back(self) -> bool:
        """Whether the text is shown as it was after the step in hand."""
        return self._then.isChecked()

    def look_back(self, *, on: bool) -> None:
        """Show the text as it was after the step in hand, if it was of one, or as it is."""
        if not on or self._then.isEnabled():
            self._then.setChecked(on)

    def take_back(self) -> None:
        """Ask for the step in hand to be taken back, if it is one's own and stands."""
        step = self.step()
        if step is not None:
            self.taking_back.emit(step)

    def _on_looking_back(self, on: bool) -> None:  # noqa: FBT001  (Qt's signal)
        now, then = self.tr("Show the text as it is"), self.tr("Show the text as it was then")
        self._then.setText(now if on else then)
        self.looking_back.emit(on)

    def _on_current_changed(self) -> None:
        self._show_what_can_be_done()
        step = self.step()
        if step is not None:
            self.step_shown.emit(step)

    def _show_what_can_be_done(self) -> None:
        step, who = self.step(), self._annotator
        self._back.setEnabled(bool(step and who and step.can_be_taken_back_by(who)))
        self._then.setEnabled(self.looks_back() or bool(step and step.line.article))

    def _on_where_chosen(self, value: str) -> None:
        self.article_only = value == "article"
        self._where.show_value(value)
        self.filter_changed.emit()

    def _on_person_chosen(self, value: str) -> None:
        self.person = value
        self.filter_changed.emit()


def when(time: str) -> str:
    """A moment of the journal as people here write it; of today only the hour."""
    moment = QDateTime.fromString(time, Qt.DateFormat.ISODateWithMs).toLocalTime()
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    if moment.date() == QDateTime.currentDateTime().date():
        return locale.toString(moment.time(), short)
    return locale.toString(moment, short)


def _mark(mark: Touched, scheme: Scheme) -> str:
    """A mark by its words and the name of its label."""
    words = short_quote(mark.quote, _LONGEST)
    return f"{words} · {scheme.label_name(mark.layer, mark.label)}"
