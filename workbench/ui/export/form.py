"""What an export asks for: the format, whose work, which layers, which articles, what losses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from workbench.domain.scheme import Layer
from workbench.formats.registry import writable
from workbench.operations.choosing import Choice, Whose
from workbench.operations.recipes import Recipe
from workbench.ui.annotate.fields import ChoiceField
from workbench.ui.language import translate
from workbench.ui.plain import plain_caption

if TYPE_CHECKING:
    from workbench.domain.corpus import OnLoss

# What each format is for; one that is not named here goes by its id alone.
FORMATS: dict[str, Any] = {
    "jsonl": QT_TRANSLATE_NOOP("formats", "JSON lines: everything, nothing lost"),
    "spacy": QT_TRANSLATE_NOOP("formats", "spaCy DocBin: for training"),
    "brat": QT_TRANSLATE_NOOP("formats", "brat: texts and marks in folders"),
    "label-studio": QT_TRANSLATE_NOOP("formats", "Label Studio: tasks with the work of all"),
    "doccano": QT_TRANSLATE_NOOP("formats", "doccano: JSON lines for each person"),
    "prodigy": QT_TRANSLATE_NOOP("formats", "Prodigy: JSON lines with tokens"),
    "w3c": QT_TRANSLATE_NOOP("formats", "W3C Web Annotation: linked data"),
    "csv": QT_TRANSLATE_NOOP("formats", "CSV: a table with a row for each span"),
    "html": QT_TRANSLATE_NOOP("formats", "HTML: a page to read or print"),
    "conll": QT_TRANSLATE_NOOP("formats", "CoNLL: tokens with tags, a file for each layer"),
    "conllu-plus": QT_TRANSLATE_NOOP("formats", "CoNLL-U Plus: tokens with spans that overlap"),
    "parquet": QT_TRANSLATE_NOOP("formats", "Parquet: for data tools"),
    "cas-json": QT_TRANSLATE_NOOP("formats", "UIMA CAS, as JSON"),
    "cas-xmi": QT_TRANSLATE_NOOP("formats", "UIMA CAS, as XMI"),
}


class ExportForm(QWidget):
    """Asks for everything but the place; `changed` says that something else is asked for."""

    changed = Signal()

    def __init__(self, layers: Sequence[Layer], parent: QWidget) -> None:
        super().__init__(parent)
        self._format = self._choice(
            [(translate("formats", FORMATS.get(name, name)), name) for name in writable()]
        )
        self._whose = self._choice(
            [
                (self.tr("What people annotated"), "people"),
                (self.tr("Gold: what was adjudicated"), "gold"),
                (self.tr("What suggesters proposed"), "suggestions"),
            ]
        )
        self._loss = self._choice(
            [
                (self.tr("Keep the longest span"), "longest"),
                (self.tr("Split into several files"), "split"),
                (self.tr("Write nothing"), "fail"),
            ]
        )
        self._layers = {layer.id: self._tick(layer.name, on=True) for layer in layers}
        self._any = self._tick(self.tr("Also layers that are not done"))
        self._pseudonyms = self._tick(self.tr("Call people by numbers"))
        self._source, self._since, self._until, self._search = (self._line() for _ in range(4))
        self._lay_out()

    def recipe(self) -> Recipe:
        """What is asked for."""
        ticked = tuple(id for id, box in self._layers.items() if box.isChecked())
        choice = Choice(
            layers=() if len(ticked) == len(self._layers) else ticked,
            status="any" if self._any.isChecked() else "done",
            whose=cast("Whose", self._whose.value()),
            pseudonyms=self._pseudonyms.isChecked(),
            source=self._source.text().strip(),
            since=self._since.text().strip(),
            until=self._until.text().strip(),
            search=self._search.text().strip(),
        )
        format, loss = str(self._format.value()), cast("OnLoss", self._loss.value())
        return Recipe(format=format, choice=choice, on_loss=loss)

    def nothing_ticked(self) -> bool:
        """Whether no layer is wanted, so that there is nothing to write."""
        return not any(box.isChecked() for box in self._layers.values())

    def _choice(self, entries: Sequence[tuple[str, str]]) -> ChoiceField:
        field = ChoiceField(entries, self)
        field.setMinimumContentsLength(26)
        field.show_value(entries[0][1])
        field.chosen.connect(field.show_value)
        field.chosen.connect(lambda _: self.changed.emit())
        return field

    def _tick(self, text: str, *, on: bool = False) -> QCheckBox:
        box = QCheckBox(plain_caption(text), self)
        box.setChecked(on)
        box.toggled.connect(lambda _: self.changed.emit())
        return box

    def _line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.textChanged.connect(lambda _: self.changed.emit())
        return line

    def _lay_out(self) -> None:
        layers, dates = QHBoxLayout(), QHBoxLayout()
        for box in self._layers.values():
            layers.addWidget(box)
        layers.addStretch(1)
        for line, name in ((self._since, self.tr("From")), (self._until, self.tr("To"))):
            line.setPlaceholderText(f"{name} 2024-01-31")
            line.setAccessibleName(name)
            dates.addWidget(line)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for name, widget in (
            (self.tr("Format"), self._format),
            (self.tr("Whose work"), self._whose),
            (self.tr("What does not fit"), self._loss),
            (self.tr("Source"), self._source),
            (self.tr("With the words"), self._search),
        ):
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        form.insertRow(3, self.tr("Layers"), layers)
        form.addRow(self.tr("Dates"), dates)
        form.addRow("", self._any)
        form.addRow("", self._pseudonyms)
