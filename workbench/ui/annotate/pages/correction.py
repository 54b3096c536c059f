"""What a correction of the text will do to each mark, listed while one types.

What would be lost stands first, then what changes its words, then what only moves; what stays is
only counted. Arrows show the place of a row in the text, Return goes there.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.placing import Fate
from workbench.domain.scheme import Scheme
from workbench.operations.correcting import Outcome
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.lines import LinesDelegate
from workbench.ui.language import short_quote
from workbench.ui.long_list import LongList
from workbench.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ORDER: dict[Fate, int] = {"deleted": 0, "rewritten": 0, "twin": 0, "changed": 1, "moved": 2}
_LONGEST = 60  # characters of a quote


class OutcomeModel(QAbstractListModel):
    """The marks to which something would happen, the worst first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcomes: list[Outcome] = []
        self._names: Mapping[str, str] = {}
        self._scheme: Scheme | None = None

    def show_outcomes(
        self, outcomes: Sequence[Outcome], names: Mapping[str, str], scheme: Scheme
    ) -> None:
        """Show these, with persons' names by id; suggestions that only move are left out."""
        listed = [o for o in outcomes if o.placement.fate in _ORDER and not _dull(o)]
        listed.sort(key=lambda o: (_ORDER[o.placement.fate], o.near))
        if (listed, names, scheme) != (self._outcomes, self._names, self._scheme):
            self.beginResetModel()
            self._outcomes, self._names, self._scheme = listed, names, scheme
            self.endResetModel()

    def row_of(self, id: str) -> int:
        """The row of a mark, -1 for none."""
        rows = (row for row, outcome in enumerate(self._outcomes) if outcome.span.id == id)
        return next(rows, -1)

    def outcome_at(self, row: int) -> Outcome | None:
        """The outcome of a row, if there is one."""
        return self._outcomes[row] if 0 <= row < len(self._outcomes) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """How many marks something happens to."""
        return 0 if parent.isValid() else len(self._outcomes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """An outcome in words: what happens, to which words, of whom."""
        outcome = self.outcome_at(index.row())
        if outcome is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        quote = short_quote(outcome.span.quote, _LONGEST)
        if outcome.placement.fate == "changed":
            quote = f"{quote} → {short_quote(outcome.placement.quote, _LONGEST)}"
        said = f"{self._fate(outcome.placement.fate)}\n{quote}\n{self._whose(outcome)}"
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said

    def _fate(self, fate: Fate) -> str:
        match fate:
            case "deleted":
                return self.tr("✕ Lost: words deleted")
            case "rewritten":
                return self.tr("✕ Lost: words rewritten")
            case "twin":
                return self.tr("✕ Lost: marked there already")
            case "changed":
                return self.tr("≠ Other words")
            case _:
                return self.tr("→ Moved")

    def _whose(self, outcome: Outcome) -> str:
        span = outcome.span
        kinds = {"suggestion": self.tr("Suggestion"), "gold": self.tr("Gold")}
        whose = kinds.get(span.table) or self._names.get(span.whose, "?")
        label = self._scheme.label_name(span.layer, span.label) if self._scheme else span.label
        return f"{whose} · {label}"


class CorrectionPage(QFrame):
    """Says what a correction will do, and applies it or not."""

    place_shown = Signal(object)  # Span
    place_chosen = Signal()
    applied = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._model = OutcomeModel(self)
        self._counts = plain_label("", "")
        self._list = LongList(self)
        self._apply = QPushButton(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._set_up()
        self._lay_out()
        self.setFocusProxy(self._list)

    def _set_up(self) -> None:
        view = self._list
        view.setAccessibleName(self.tr("What happens to the marks"))
        view.setModel(self._model)
        view.setItemDelegate(LinesDelegate(view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.clicked.connect(self._show_place)
        view.activated.connect(self.place_chosen)
        self._apply.setProperty("primary", "true")
        self._apply.clicked.connect(self.applied)
        self._cancel.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._apply, 1)
        buttons.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(plain_label(self.tr("Correcting the text"), "section"))
        layout.addWidget(self._counts)
        layout.addWidget(self._list, 1)
        told = self.tr(
            "Ctrl+Enter applies the correction in one step that undo takes back. Escape leaves the "
            "text as it is, and keeps what was typed for later."
        )
        layout.addWidget(plain_label(told, "muted"))
        layout.addLayout(buttons)

    def show_looking(self) -> None:
        """Say that it is looked what becomes of the marks, until it is shown."""
        self._counts.setText(self.tr("Looking what becomes of the marks…"))

    def show_outcomes(
        self,
        outcomes: Sequence[Outcome],
        names: Mapping[str, str],
        scheme: Scheme,
        *,
        edited: bool,
    ) -> None:
        """Show what would become of the marks; `edited` says whether the text is another."""
        held = self._model.outcome_at(self._list.currentIndex().row())
        self._model.show_outcomes(outcomes, names, scheme)
        if held is not None:
            self._list.setCurrentIndex(self._model.index(self._model.row_of(held.span.id)))
        lost = sum(outcome.lost for outcome in outcomes)
        self._counts.setText(self._counted(outcomes) if edited else self.tr("Nothing changed yet."))
        self._apply.setText(
            self.tr("Apply, and lose {}").format(lost) if lost else self.tr("Apply")
        )
        self._apply.setEnabled(edited)

    def _counted(self, outcomes: Sequence[Outcome]) -> str:
        found = Counter("lost" if outcome.lost else outcome.placement.fate for outcome in outcomes)
        said = (
            (found["lost"], self.tr("{} lost")),
            (found["changed"], self.tr("{} with other words")),
            (found["moved"], self.tr("{} moved")),
            (found["kept"], self.tr("{} as they were")),
        )
        return " · ".join(text.format(n) for n, text in said if n) or self.tr("Nothing is marked.")

    def _on_current_changed(self, index: QModelIndex) -> None:
        if self._list.hasFocus():
            self._show_place(index)

    def _show_place(self, index: QModelIndex) -> None:
        outcome = self._model.outcome_at(index.row())
        if outcome is not None:
            self.place_shown.emit(outcome.near)


def _dull(outcome: Outcome) -> bool:
    """Whether an outcome is not worth a row: a suggestion that only moves."""
    return outcome.span.table == "suggestion" and outcome.placement.fate == "moved"
