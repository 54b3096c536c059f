"""The list before *done*: what is still open in an article, walked by keys.

Arrows take the mark of a row in hand in the text, so that it can be seen; Return goes there to mend
it. The list is advice: *done*, said again, overrides it. Only rows in sight are put into words.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.domain.scheme import Scheme
from workbench.operations.statuses import Gap
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.lines import LinesDelegate
from workbench.ui.language import number
from workbench.ui.long_list import LongList, LongModel
from workbench.ui.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex


class GapsModel(LongModel):
    """What is open, a row of two lines for each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gaps: Sequence[Gap] = ()
        self._scheme: Scheme | None = None

    def show_gaps(self, gaps: Sequence[Gap], scheme: Scheme) -> None:
        """List these gaps and no others."""
        self._gaps, self._scheme = gaps, scheme
        self.show_rows(len(gaps))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A gap in words, or the id of the mark that it is about."""
        if self._scheme is None or not 0 <= index.row() < len(self._gaps):
            return None
        gap = self._gaps[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return gap.mark.id
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(gap, self._scheme)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._said(gap, self._scheme))
        return None

    def _said(self, gap: Gap, scheme: Scheme) -> str:
        """One gap in words: which mark, and what it lacks."""
        label = scheme.label(gap.mark.layer, gap.mark.label).name
        return f"{' '.join(gap.mark.quote.split())}\n{label} · {self._lacking(gap, scheme)}"

    def _lacking(self, gap: Gap, scheme: Scheme) -> str:
        if gap.kind == "attribute":
            attributes = scheme.layer(gap.mark.layer).attributes
            names = [attribute.name for attribute in attributes if attribute.id == gap.what]
            return self.tr("lacks {}").format(names[0])
        if gap.kind == "relation":
            kind = scheme.relation(gap.what)
            return self.tr("lacks a relation: {}").format(kind.name if kind else gap.what)
        if gap.kind == "note":
            return self.tr("lacks a note")
        return self.tr("open suggestion")


class GapsPage(QFrame):
    """Shows what is open, one row a gap."""

    mark_shown = Signal(str)
    mark_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._head = plain_label("", "section")
        self._model = GapsModel(self)
        self._list = LongList(self)
        self._list.setAccessibleName(self.tr("What is still open"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(LinesDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._list.activated.connect(lambda index: self.mark_chosen.emit(_mark(index)))
        told = self.tr(
            "Return goes to the mark. The command for done, said again, overrides this list."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self._list, 1)
        layout.addWidget(plain_label(told, "muted"))
        self.setFocusProxy(self._list)

    def show_gaps(self, gaps: Sequence[Gap], scheme: Scheme) -> None:
        """List these gaps and no others."""
        self._head.setText(self.tr("Before done · {}").format(number(len(gaps))))
        self._model.show_gaps(gaps, scheme)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self._list.hasFocus():
            self.mark_shown.emit(_mark(index))


def _mark(index: QModelIndex) -> str:
    """The id of the mark that a row is about."""
    return str(index.data(Qt.ItemDataRole.UserRole))
