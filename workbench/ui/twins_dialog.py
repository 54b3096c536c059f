"""What carrying annotations over to near-duplicates comes to, before it is done."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.scheme import Scheme
from workbench.operations.carrying import Move, Plan, Share
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number, translate
from workbench.ui.on_screen import begin_with
from workbench.ui.plain import plain_tip

_COLUMNS = (330, 170, 150)  # pixels; the last takes what is left
_FATES: dict[str, Any] = {
    "kept": QT_TRANSLATE_NOOP("carrying", "in the same words"),
    "moved": QT_TRANSLATE_NOOP("carrying", "in the same words"),
    "changed": QT_TRANSLATE_NOOP("carrying", "in changed words"),
    "deleted": QT_TRANSLATE_NOOP("carrying", "not there"),
    "rewritten": QT_TRANSLATE_NOOP("carrying", "other words there"),
    "twin": QT_TRANSLATE_NOOP("carrying", "marked there already"),
}
_COUNTS: dict[str, Any] = {
    "exact": QT_TRANSLATE_NOOP("carrying", "In the same words: {}."),
    "changed": QT_TRANSLATE_NOOP("carrying", "In changed words: {}."),
    "lost": QT_TRANSLATE_NOOP("carrying", "Without a place: {}."),
    "known": QT_TRANSLATE_NOOP("carrying", "Marked there already: {}."),
    "finished": QT_TRANSLATE_NOOP("carrying", "In layers that are finished there: {}."),
}


class TwinsDialog(QDialog):
    """Shows each annotation with its place in each near-duplicate, and asks."""

    def __init__(self, plan: Plan, scheme: Scheme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Carry over to near-duplicates"))
        begin_with(self, 860, 560)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        told = self.tr("What is carried over from “{}”").format(plan.article.title)
        rows.addWidget(plain_label(told, "heading"))
        rows.addWidget(plain_label(counted(plan)))
        rows.addWidget(self._tree(plan, scheme), 1)
        told = self.tr(
            "Each says where it came from, and counts in no agreement. All of it is one act: undo "
            "takes it back as a whole."
        )
        rows.addWidget(plain_label(told, "muted"))
        rows.addWidget(self._buttons(possible=bool(plan)))

    def _buttons(self, *, possible: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        carry = buttons.addButton(self.tr("Carry over"), QDialogButtonBox.ButtonRole.AcceptRole)
        carry.setEnabled(possible)
        carry.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _tree(self, plan: Plan, scheme: Scheme) -> QTreeWidget:
        """The near-duplicates, under each what comes to it; what finds no place is first."""
        tree = QTreeWidget(self)
        tree.setAccessibleName(self.tr("What is carried over"))
        heads = [self.tr("Words"), self.tr("Label"), self.tr("Place"), self.tr("Words there")]
        tree.setHeaderLabels(heads)
        for column, width in enumerate(_COLUMNS):
            tree.setColumnWidth(column, width)
        tree.setUniformRowHeights(True)
        for share in plan.shares:
            said = self.tr("{} ({} of {})").format(
                share.article.title, number(len(share.carried())), number(len(share.moves))
            )
            head = QTreeWidgetItem([said])
            head.addChildren(list(_moves(share, scheme)))
            tree.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
        tree.expandAll()
        return tree


def counted(plan: Plan) -> str:
    """How many annotations go where, in words; what there is none of is left out."""
    counts = plan.counts()
    return " ".join(
        translate("carrying", text).format(number(counts[kind]))
        for kind, text in _COUNTS.items()
        if counts[kind]
    )


def _moves(share: Share, scheme: Scheme) -> Iterator[QTreeWidgetItem]:
    for move in sorted(share.moves, key=_rank):
        mark = move.annotation
        fate = translate("carrying", _FATES[move.placement.fate])
        there = "" if move.exact else move.placement.quote
        texts = [mark.quote, scheme.label_name(mark.layer, mark.label), fate, there]
        row = QTreeWidgetItem([" ".join(text.split()) for text in texts])
        for column, text in enumerate(texts):
            row.setToolTip(column, plain_tip(text))
        yield row


def _rank(move: Move) -> tuple[bool, bool, object]:
    """What a person should look at first stands first."""
    return not move.lost, move.exact, move.annotation.span
