"""What adjudication made of the person's own marks in an article: what was changed, and why.

It only shows and asks; who listens reads (see `acts.feedback`). Keys in the list: Return goes to
the place in the text, S shows what stands as it was too, N and P go to the next and the previous
article that is settled.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from workbench.domain.occurrences import one_line
from workbench.domain.scheme import Scheme
from workbench.domain.span import Fragments
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.lines import LinesDelegate
from workbench.ui.annotate.pages.list_keys import ListKeys
from workbench.ui.bars import ProgressLine
from workbench.ui.language import number, quoted
from workbench.ui.ticks import TickBox

if TYPE_CHECKING:
    from workbench.agreement.differences import Mark
    from workbench.domain.gold import Gold
    from workbench.operations.feedback import Verdict


class FeedbackPage(QFrame):
    """Lists verdicts, each with the words and the changes; below, why the one in hand was made."""

    verdict_shown = Signal(object)  # Verdict: the one in hand
    verdict_chosen = Signal(object)  # Verdict
    article_wanted = Signal(int)  # 1 for the next, -1 for the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._verdicts: Sequence[Verdict] = ()
        self._listed: list[Verdict] = []
        self._text = ""
        self._scheme: Scheme | None = None
        self._told = plain_label("")
        self._kept = TickBox(self.tr("Show what stands as it was (S)"), self)
        self._list = QListWidget(self)
        self._why = plain_label("")
        self.progress = ProgressLine(self)
        self._set_up_list()
        self._lay_out()
        self._kept.toggled.connect(lambda _: self._fill())
        self.setFocusProxy(self._list)

    def _set_up_list(self) -> None:
        view = self._list
        view.setAccessibleName(self.tr("What adjudication changed"))
        view.setItemDelegate(LinesDelegate(view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.currentRowChanged.connect(self._on_row_in_hand)
        view.itemActivated.connect(
            lambda _: self.verdict_chosen.emit(self._listed[view.currentRow()])
        )
        acts = {
            int(Qt.Key.Key_S): self._kept.toggle,
            int(Qt.Key.Key_N): lambda: self.article_wanted.emit(1),
            int(Qt.Key.Key_P): lambda: self.article_wanted.emit(-1),
        }
        ListKeys(view, acts, lambda _: None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        head = plain_label(self.tr("What adjudication changed"), "section")
        for above in (head, self._told, self._kept):
            layout.addWidget(above)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._why)
        layout.addWidget(self.progress)
        keys = self.tr(
            "Return goes to the place. N and P go to the next and the previous settled article."
        )
        layout.addWidget(plain_label(keys, "muted"))

    # --- what is shown

    def show_nothing(self) -> None:
        """Show no verdict, until some are read."""
        self._verdicts = ()
        self._told.clear()
        self._kept.hide()
        self._fill()

    def show_verdicts(
        self, found: "Sequence[Verdict] | None", *, text: str, scheme: Scheme
    ) -> None:
        """Show what became of the marks in a text; None where that is not to be told yet."""
        self._verdicts, self._text, self._scheme = found or (), text, scheme
        self._told.setText(
            self.tr(
                "Nothing to see here yet: it appears when you have finished this article and all "
                "differences in it are settled."
            )
            if found is None
            else self._summary(found)
        )
        self._kept.setVisible(found is not None)
        self._fill()

    def _summary(self, found: "Sequence[Verdict]") -> str:
        mine = [verdict for verdict in found if verdict.mine is not None]
        kept = sum(not verdict.changes for verdict in mine)
        added = len(found) - len(mine)
        return self.tr("Your marks that stand as they were: {} of {}. Added: {}.").format(
            number(kept), number(len(mine)), number(added)
        )

    def _fill(self) -> None:
        """List what changed, and what stands where that is asked for."""
        every = self._kept.isChecked()
        self._listed = [verdict for verdict in self._verdicts if every or verdict.changes]
        self._list.clear()
        self._why.clear()
        for verdict in self._listed:
            self._list.addItem("\n".join(self._said(verdict)))
        self._list.setCurrentRow(0)

    def _on_row_in_hand(self, row: int) -> None:
        if row < 0:
            return
        self._why.setText(one_line(self._listed[row].decision.reason))
        if self._list.hasFocus():
            self.verdict_shown.emit(self._listed[row])

    # --- in words

    def _said(self, verdict: "Verdict") -> tuple[str, str, str]:
        """A verdict in three lines: which mark, what was changed, by whom and why."""
        mark = verdict.mine or verdict.gold
        words = self._words(mark.fragments) if mark else ""
        label = self._name(verdict.layer, mark.label) if mark else ""
        by = self.tr("Decided by vote") if verdict.by_rule else self.tr("Decided by {}")
        why = one_line(verdict.decision.reason)
        return (
            f"{label} · {words}",
            "; ".join(self._changes(verdict)),
            " · ".join(part for part in (by.format(verdict.decision.by), why) if part),
        )

    def _changes(self, verdict: "Verdict") -> Iterator[str]:
        mine, gold = verdict.mine, verdict.gold
        if mine is None:
            yield self.tr("Added: you had nothing here")
        elif gold is None:
            yield self.tr("Removed: nothing to mark here")
        elif not verdict.changes:
            yield self.tr("Stands as it was")
        else:
            yield from self._between(verdict, mine, gold)

    def _between(self, verdict: "Verdict", mine: "Mark", gold: "Gold") -> Iterator[str]:
        """What is otherwise in gold than in the mark."""
        changes = verdict.changes
        if "label" in changes:
            after = self._name(verdict.layer, gold.label)
            yield self.tr("label: {}").format(after)
        if "boundary" in changes:
            yield self.tr("borders: {}").format(self._words(gold.fragments))
        for name in sorted({*mine.attributes, *gold.attributes}):
            before, after = mine.attributes.get(name, "–"), gold.attributes.get(name, "–")
            if before != after:
                yield f"{self._attribute(verdict.layer, name)}: {before} → {after}"
        if "relation" in changes:
            yield self.tr("it leads elsewhere")

    def _words(self, fragments: Fragments) -> str:
        return quoted(one_line(" … ".join(span.of(self._text) for span in fragments)))

    def _name(self, layer: str, label: str) -> str:
        return self._scheme.label_name(layer, label) if self._scheme else label

    def _attribute(self, layer: str, id: str) -> str:
        """What an attribute is called; its id where the scheme has dropped it."""
        layers = self._scheme.layers if self._scheme else ()
        known = (a for each in layers if each.id == layer for a in each.attributes)
        return next((a.name for a in known if a.id == id), id)
