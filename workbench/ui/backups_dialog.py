"""Which backup to put back, and what that would take away."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.store.backups import Backup
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number
from workbench.ui.messages import verb_name
from workbench.ui.on_screen import begin_with

Since = Callable[[Backup], Mapping[str, int]]
_OK = QDialogButtonBox.StandardButton.Ok


class BackupsDialog(QDialog):
    """Lists backups, newest first, each with what was done since."""

    def __init__(self, kept: Sequence[Backup], since: Since, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept, self._since = kept, since
        self._list, self._acts = QListWidget(self), QTreeWidget(self)
        self._told = plain_label("", "muted")
        self._buttons = QDialogButtonBox(_OK | QDialogButtonBox.StandardButton.Cancel, self)
        self.setWindowTitle(self.tr("Backups"))
        begin_with(self, 720, 460)
        self._lay_out()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._list.currentRowChanged.connect(self._on_row)
        self._list.addItems([_local(backup) for backup in kept])
        self._list.setCurrentRow(0)

    def chosen(self) -> Backup:
        """The backup in hand."""
        return self._kept[self._list.currentRow()]

    def _lay_out(self) -> None:
        self._list.setAccessibleName(self.tr("Backups"))
        self._acts.setAccessibleName(self.tr("Done since"))
        self._acts.setHeaderLabels([self.tr("Done since"), self.tr("Acts")])
        self._acts.setRootIsDecorated(False)
        self._acts.header().resizeSection(0, 260)
        self._told.setWordWrap(True)
        self._buttons.button(_OK).setText(self.tr("Put this one back"))
        beside = QHBoxLayout()
        beside.addWidget(self._list, 2)
        beside.addWidget(self._acts, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addLayout(beside, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._buttons)

    def _on_row(self, row: int) -> None:
        """Show what putting the backup in hand back would take away."""
        since = self._since(self._kept[row])
        self._acts.clear()
        for verb, count in since.items():
            self._acts.addTopLevelItem(QTreeWidgetItem([verb_name(verb), number(count)]))
        self._told.setText(
            self.tr("What stands now is backed up first, so that this can be taken back.")
            if since
            else self.tr("Nothing was done since.")
        )


def _local(backup: Backup) -> str:
    """When it was made, as a person here tells the time."""
    time = QDateTime.fromSecsSinceEpoch(int(backup.time.timestamp()))
    return time.toString("yyyy-MM-dd HH:mm:ss")
