"""The list before *done*: what is still open in an article, walked by keys.

Arrows take the mark of a row in hand in the text, so that it can be seen; Return goes there to mend
it. The list is advice: *done*, said again, overrides it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workbench.domain.scheme import Scheme
from workbench.operations.statuses import Gap
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.lines import LinesDelegate
from workbench.ui.language import number
from workbench.ui.plain import plain_tip


class GapsPage(QFrame):
    """Shows what is open, one row a gap."""

    mark_shown = Signal(str)
    mark_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._head = plain_label("", "section")
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("What is still open"))
        # Rows of one height, so that ten thousand are not measured one by one.
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(LinesDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._list.itemActivated.connect(lambda item: self.mark_chosen.emit(_mark(item)))
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
        self._list.clear()
        for gap in gaps:
            item = QListWidgetItem(self._said(gap, scheme))
            item.setToolTip(plain_tip(item.text()))
            item.setData(Qt.ItemDataRole.UserRole, gap.mark)
            self._list.addItem(item)

    def _said(self, gap: Gap, scheme: Scheme) -> str:
        """One gap in words: which mark, and what it lacks."""
        label = scheme.label(gap.layer, gap.label).name
        return f"{' '.join(gap.quote.split())}\n{label} · {self._lacking(gap, scheme)}"

    def _lacking(self, gap: Gap, scheme: Scheme) -> str:
        if gap.kind == "attribute":
            attributes = scheme.layer(gap.layer).attributes
            names = [attribute.name for attribute in attributes if attribute.id == gap.what]
            return self.tr("lacks {}").format(names[0])
        if gap.kind == "relation":
            kind = scheme.relation(gap.what)
            return self.tr("lacks a relation: {}").format(kind.name if kind else gap.what)
        if gap.kind == "note":
            return self.tr("lacks a note")
        return self.tr("open suggestion")

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and self._list.hasFocus():
            self.mark_shown.emit(_mark(item))


def _mark(item: QListWidgetItem) -> str:
    """The id of the mark that a row is about."""
    return str(item.data(Qt.ItemDataRole.UserRole))
