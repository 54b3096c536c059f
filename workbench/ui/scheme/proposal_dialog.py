"""In what a scheme differs from the project's, and what it does to the work, before it is taken."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP as _T
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.scheme_difference import SchemeDifference, ThingChange, What
from workbench.domain.scheme_places import Kind
from workbench.operations.scheme_files import Orphan, Proposal
from workbench.ui.annotate.fields import plain_label
from workbench.ui.on_screen import begin_with
from workbench.ui.plain import plain_tip
from workbench.ui.scheme.form_table import FIELDS, named
from workbench.ui.scheme.words import effect_in_words, shown

Replaced = Mapping[tuple[str, str], str]  # (layer, label) to the label in its place
Propose = Callable[[Replaced, Callable[[Proposal], object]], object]
_COLUMN = 230  # pixels
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
    """Shows a difference, asks what takes the place of lost labels, and whether it is taken.

    `propose` finds what the scheme would do with other labels in the place of those, and tells it.
    """

    def __init__(self, proposal: Proposal, *, propose: Propose, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a scheme"))
        begin_with(self, 720, 600)
        self._proposal = proposal
        self._propose = propose
        self._heirs: dict[tuple[str, str], QComboBox] = {}
        self._tree, self._told = difference_tree(proposal.difference, self), plain_label("")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(
            self.tr("Take this scheme")
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(proposal)
        self._count()

    def proposal(self) -> Proposal:
        """The scheme, with what takes the place of the labels that it lacks, and what that does."""
        return self._proposal

    def _lay_out(self, proposal: Proposal) -> None:
        said = proposal.difference
        head = self.tr("From {} (version {}) to {} (version {})")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(plain_label(head.format(*said.before, *said.after), "heading"))
        rows.addWidget(self._tree, 1)
        if proposal.orphans:
            rows.addWidget(plain_label(self.tr("Labels in use that the scheme lacks become:")))
            rows.addWidget(self._heirs_of(proposal.orphans), 1)
        rows.addWidget(self._told)
        rows.addWidget(self._buttons)

    def _heirs_of(self, orphans: Sequence[Orphan]) -> QScrollArea:
        """A choice for each label that is lost."""
        page = QFrame(self)
        page.setProperty("role", "panel")
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 8, 0)
        for orphan in orphans:
            heirs = QComboBox(self)
            heirs.setAccessibleName(orphan.label.name)
            heirs.addItem(self.tr("nothing: they go"), "")
            for heir in orphan.heirs:
                heirs.addItem(heir.name, heir.id)
            heirs.setCurrentIndex(max(0, heirs.findData(orphan.likely)))
            heirs.currentIndexChanged.connect(self._count)
            self._heirs[orphan.layer, orphan.label.id] = heirs
            form.addRow(plain_label(f"{orphan.label.name} ({orphan.uses})", "muted"), heirs)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _count(self) -> None:
        """Have it counted what the scheme would do with these labels in place of the lost ones."""
        chosen = {spot: str(heirs.currentData()) for spot, heirs in self._heirs.items()}
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)
        self._told.setText(self.tr("Counting…"))
        self._propose({spot: id for spot, id in chosen.items() if id}, self._on_proposed)

    def _on_proposed(self, proposal: Proposal) -> None:
        """Say what it would do, which can be agreed to now."""
        self._proposal, effect = proposal, proposal.effect
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)
        self._told.setText(effect_in_words(effect))
        self._told.setProperty("role", "alarm" if effect.loses_work else "muted")
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)


def difference_tree(said: SchemeDifference, parent: QWidget) -> QTreeWidget:
    """What differs between two schemes, each thing with its properties before and after."""
    tree = QTreeWidget(parent)
    tree.setAccessibleName(shown(_T("scheme", "What differs")))
    heads = (_T("scheme", "What"), _T("scheme", "Before"), _T("scheme", "After"))
    tree.setHeaderLabels([shown(head) for head in heads])
    for column in (0, 1):
        tree.setColumnWidth(column, _COLUMN)
    for thing in said.things:
        row = _row(thing)
        tree.addTopLevelItem(row)
        row.setFirstColumnSpanned(True)
    tree.expandAll()
    return tree


def _row(thing: ThingChange) -> QTreeWidgetItem:
    """One thing that differs, with its properties below it."""
    owner = f"{thing.place.owner} · " if thing.place.owner else ""
    words = f"{owner}{shown(_KINDS[thing.place.kind])} {thing.name}".rstrip()
    row = QTreeWidgetItem([f"{words}: {shown(_WHAT[thing.what])}"])
    for field in thing.fields:
        child = QTreeWidgetItem([_called(thing, field.name), field.before, field.after])
        for column, text in enumerate((field.before, field.after), start=1):
            child.setToolTip(column, plain_tip(text))
        row.addChild(child)
    return row


def _called(thing: ThingChange, name: str) -> str:
    """What a property is called in the form of its thing."""
    known = {field.name: field for field in FIELDS[thing.place.kind]}
    return named(known[name]) if name in known else name
