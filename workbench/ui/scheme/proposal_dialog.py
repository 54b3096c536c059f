"""In what a scheme differs from the project's, and what it does to the work, before it is taken."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.scheme_difference import ThingChange, What
from workbench.domain.scheme_places import Kind
from workbench.operations.scheme_files import Proposal
from workbench.ui.annotate.fields import plain_label
from workbench.ui.scheme.form_table import FIELDS, named
from workbench.ui.scheme.words import effect_in_words, shown

_WHAT: dict[What, Any] = {
    "added": _T("scheme", "new"),
    "removed": _T("scheme", "gone"),
    "changed": _T("scheme", "changed"),
    "ordered": _T("scheme", "in another order"),
}
_KINDS: dict[Kind, Any] = {
    "layer": _T("scheme", "layer"),
    "label": _T("scheme", "label"),
    "attribute": _T("scheme", "attribute"),
    "relation": _T("scheme", "relation"),
    "relation_attribute": _T("scheme", "attribute of a relation"),
    "article_label": _T("scheme", "label of the article"),
}


class ProposalDialog(QDialog):
    """Shows a difference, and asks whether the scheme is taken."""

    def __init__(self, proposal: Proposal, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a scheme"))
        self.resize(680, 520)
        said = proposal.difference
        head = self.tr("From {} (version {}) to {} (version {})")
        self._head = plain_label(head.format(*said.before, *said.after), "heading")
        self._tree = QTreeWidget(self)
        self._tree.setAccessibleName(self.tr("What differs"))
        self._tree.setHeaderLabels([self.tr("What"), self.tr("Before"), self.tr("After")])
        self._tree.setColumnWidth(0, 220)
        self._tree.setColumnWidth(1, 220)
        for thing in said.things:
            row = _row(thing)
            self._tree.addTopLevelItem(row)
            row.setFirstColumnSpanned(True)
        self._tree.expandAll()
        role = "alarm" if proposal.effect.loses_work else "muted"
        self._told = plain_label(effect_in_words(proposal.effect), role)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        take = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        take.setText(self.tr("Take this scheme"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        for part in (self._head, self._tree, self._told, self._buttons):
            rows.addWidget(part)


def _row(thing: ThingChange) -> QTreeWidgetItem:
    """One thing that differs, with its properties below it."""
    owner = f"{thing.place.owner} · " if thing.place.owner else ""
    words = f"{owner}{shown(_KINDS[thing.place.kind])} {thing.name}".rstrip()
    row = QTreeWidgetItem([f"{words}: {shown(_WHAT[thing.what])}"])
    for field in thing.fields:
        child = QTreeWidgetItem([_called(thing, field.name), field.before, field.after])
        for column, text in enumerate((field.before, field.after), start=1):
            child.setToolTip(column, text)
        row.addChild(child)
    return row


def _called(thing: ThingChange, name: str) -> str:
    """What a property is called in the form of its thing."""
    known = {field.name: field for field in FIELDS[thing.place.kind]}
    return named(known[name]) if name in known else name
