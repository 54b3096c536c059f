"""What an export asks for: the format, whose work, which articles, in which shape, what losses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.scheme import Layer
from workbench.formats.registry import writable
from workbench.operations.choosing import Choice
from workbench.operations.recipes import Recipe
from workbench.ui.export.articles import ArticleSection
from workbench.ui.export.section import Section
from workbench.ui.export.shape import ShapeSection
from workbench.ui.export.work import WorkSection
from workbench.ui.language import translate

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

    def __init__(self, layers: Sequence[Layer], people: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._format = FormatSection(self)
        self.work = WorkSection(layers, people, self)
        self.articles = ArticleSection(self)
        self._shape = ShapeSection(layers, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        for section in (self._format, self.work, self.articles, self._shape):
            section.changed.connect(self.changed)
            column.addWidget(section)

    def recipe(self) -> Recipe:
        """What is asked for; raises `UserError` for what nobody can be asked."""
        return Recipe(
            format=self._format.format(),
            choice=self.articles.said(self.work.said(Choice())),
            on_loss=self._format.on_loss(),
            split=self.articles.split(),
            shaping=self._shape.shaping(),
            telling=self._shape.telling(),
        )

    def show_recipe(self, recipe: Recipe) -> None:
        """Ask for what a recipe asks for; one without a format leaves that as it is."""
        self._format.show_format(recipe.format or self._format.format(), recipe.on_loss)
        self.work.show_choice(recipe.choice)
        self.articles.show_choice(recipe.choice, recipe.split)
        self._shape.show_shape(recipe.shaping, recipe.telling)
        self.changed.emit()

    def nothing_ticked(self) -> bool:
        """Whether no layer is wanted, so that there is nothing to write."""
        return not any(box.isChecked() for box in self.work.layers.values())


class FormatSection(Section):
    """Asks for the format, and what becomes of what it cannot hold."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._format = self.choice(
            [(translate("formats", FORMATS.get(name, name)), name) for name in writable()]
        )
        self._loss = self.choice(
            [
                (self.tr("Keep the longest span"), "longest"),
                (self.tr("Split into several files"), "split"),
                (self.tr("Write nothing"), "fail"),
            ]
        )
        self.row(self.tr("Format"), self._format)
        self.row(self.tr("What does not fit"), self._loss)

    def format(self) -> str:
        """The name of the format."""
        return str(self._format.value())

    def on_loss(self) -> "OnLoss":
        """What is to be done about spans that do not fit."""
        return cast("OnLoss", self._loss.value())

    def show_format(self, format: str, on_loss: str) -> None:
        """Show what is asked for."""
        self._format.show_value(format)
        self._loss.show_value(on_loss)
