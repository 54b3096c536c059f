"""What merging copies comes to, before it is done: what comes in, changes, goes and gives way."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.operations.merging import Counts, Lost, Preview
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number
from workbench.ui.on_screen import begin_with
from workbench.ui.plain import plain_tip
from workbench.ui.team.words import KINDS, ONE, WHY, by_person, shown

_COLUMNS = (230, 160, 190)  # pixels; the last takes what is left


class MergeDialog(QDialog):
    """Shows what a merge would do, and asks whether it is wanted."""

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge copies"))
        begin_with(self, 820, 560)
        names = ", ".join(path.name for path in preview.paths)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(plain_label(self.tr("What comes in from {}").format(names), "heading"))
        if any((preview.new, preview.changed, preview.gone)):
            rows.addWidget(self._counts(preview), 1)
        else:
            told = self.tr("Only history comes in: what was done is known here, or gave way.")
            rows.addWidget(plain_label(told))
            begin_with(self, 560, 180)
        if preview.lost:
            head = self.tr("Gives way ({})").format(number(len(preview.lost)))
            rows.addWidget(plain_label(head, "heading"))
            rows.addWidget(self._losses(preview.lost), 2)
        told = self.tr("All of it is one act: undo takes it back as a whole.")
        rows.addWidget(plain_label(told, "muted"))
        rows.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Merge"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _counts(self, preview: Preview) -> QTreeWidget:
        """How many of each kind come in, change and go, and whose they are."""
        tree = self._tree(
            self.tr("What changes here"),
            [self.tr("What"), self.tr("Comes in"), self.tr("Changes"), self.tr("Goes")],
        )
        columns = (preview.new, preview.changed, preview.gone)
        tree.addTopLevelItems(list(_kinds(columns)))
        tree.setRootIsDecorated(False)
        return tree

    def _losses(self, lost: Iterable[Lost]) -> QTreeWidget:
        """What gives way, under the reasons why."""
        tree = self._tree(
            self.tr("What gives way"),
            [self.tr("What"), self.tr("Who"), self.tr("Article"), self.tr("Says")],
        )
        by_reason: dict[str, list[Lost]] = {}
        for one in lost:
            by_reason.setdefault(shown(WHY[one.why]), []).append(one)
        for reason, several in by_reason.items():
            head = QTreeWidgetItem([f"{reason} ({number(len(several))})"])
            head.addChildren([_lost(one) for one in several])
            tree.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
        tree.expandAll()
        return tree

    def _tree(self, name: str, heads: list[str]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(name)
        tree.setHeaderLabels(heads)
        for column, width in enumerate(_COLUMNS):
            tree.setColumnWidth(column, width)
        tree.setUniformRowHeights(True)
        return tree


def _kinds(columns: tuple[Counts, ...]) -> Iterator[QTreeWidgetItem]:
    """A row for each kind of which there is anything."""
    for kind, name in KINDS.items():
        counts = [by_person(column.get(kind, {})) for column in columns]
        if any(counts):
            row = QTreeWidgetItem([shown(name), *counts])
            for column, text in enumerate(counts, start=1):
                row.setToolTip(column, plain_tip(text))
            yield row


def _lost(one: Lost) -> QTreeWidgetItem:
    kind = shown(ONE[one.kind]) if one.kind in ONE else one.kind
    row = QTreeWidgetItem([kind, one.person, one.title, one.said])
    row.setToolTip(3, plain_tip(one.said))
    return row
