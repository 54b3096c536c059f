"""How a corpus would begin, and what its format could not hold: a trial, shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.operations.trying import Beginning, Trial
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number
from workbench.ui.messages import loss_name

_EXAMPLES = 20  # of a kind of loss


class Preview(QWidget):
    """Shows the first articles as they would be written, the counts, and the receipt."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files: tuple[Beginning, ...] = ()
        self._names, self._text = QComboBox(self), QPlainTextEdit(self)
        self._told, self._receipt = plain_label(""), QTreeWidget(self)
        self._told.setWordWrap(True)
        self._names.setAccessibleName(self.tr("File"))
        self._names.currentIndexChanged.connect(self._show_file)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(self.tr("How the file would begin"))
        self._receipt.setHeaderLabels([self.tr("What the format cannot hold"), self.tr("Number")])
        self._receipt.setAccessibleName(self.tr("What the format cannot hold"))
        self._receipt.header().setStretchLastSection(False)
        self._receipt.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._names)
        layout.addWidget(self._text, 3)
        layout.addWidget(self._told)
        layout.addWidget(self._receipt, 2)

    def say(self, text: str) -> None:
        """Show a sentence in place of the counts."""
        self._told.setText(text)

    def show_beginning(self, files: Iterable[Beginning]) -> None:
        """Show how the files would begin; the one that was looked at stays, if it is there."""
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        before = self._names.currentText()
        self._files = tuple(files)
        self._names.blockSignals(True)
        self._names.clear()
        self._names.addItems([file.name for file in self._files])
        self._names.setCurrentIndex(max(0, self._names.findText(before)))
        self._names.blockSignals(False)
        self._show_file()

    def hide_words(self) -> None:
        """Show no words of others to whoever must not see them."""
        self.show_beginning(())
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._text.setPlainText(
            self.tr("The work of others is shown to those alone who review. It is exported whole.")
        )

    def show_receipt(self, trial: Trial, *, quote: bool, finished: bool) -> None:
        """Show what would go out and what would be lost, with the places where that may be seen.

        With `finished` no other work was asked for.
        """
        report = trial.report
        counts = self.tr("Articles: {}. Annotations: {}.")
        articles, annotations = number(report["articles"]), number(report["annotations"])
        told = [counts.format(articles, annotations), *self._parts(report)]
        if finished:
            told += self._unfinished(report)
        self.say(" ".join(told))
        self._receipt.clear()
        for kind, count in report["receipt"].items():
            row = QTreeWidgetItem([loss_name(kind), number(count)])
            if quote:
                row.addChildren(_examples(report["losses"][kind]["examples"]))
            self._receipt.addTopLevelItem(row)
        if not report["receipt"]:
            self._receipt.addTopLevelItem(QTreeWidgetItem([self.tr("Nothing is lost."), ""]))

    def _parts(self, report: Mapping[str, Any]) -> Iterator[str]:
        """How a split would come out, where one is asked for."""
        split = report.get("split")
        if split and split["articles"]:
            shares = (f"{part} {number(count)}" for part, count in split["articles"].items())
            yield self.tr("Split: {}.").format(", ".join(shares))
            yield self.tr("New to the split: {}.").format(number(split["placed"]))
            if split["torn"]:
                yield self.tr("Groups in several parts: {}.").format(number(split["torn"]))

    def _unfinished(self, report: Mapping[str, Any]) -> Iterator[str]:
        """What to do where nothing would go out since nothing is finished."""
        if not report["articles"] and report["receipt"].get("article_unfinished"):
            yield self.tr("Nothing there is finished yet: tick “Also layers that are not done”.")

    def _show_file(self) -> None:
        place = self._names.currentIndex()
        if not 0 <= place < len(self._files):
            self._text.clear()
            return
        file = self._files[place]
        size = number(file.size)
        shown = self.tr("{} bytes, which nobody reads as text.").format(size)
        self._text.setPlainText(shown if file.text is None else file.text)


def _examples(losses: Sequence[Mapping[str, Any]]) -> list[QTreeWidgetItem]:
    """The first losses of a kind: the words, and what else is known of them."""
    told = (filter(None, (loss["quote"], loss["detail"])) for loss in losses[:_EXAMPLES])
    texts = dict.fromkeys(" · ".join(parts) for parts in told)
    return [QTreeWidgetItem([text, ""]) for text in texts if text]
