"""In which shape articles go out, and what the data card says of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from workbench.domain.relabelling import OWN
from workbench.domain.scheme import Layer
from workbench.operations.carding import Telling
from workbench.operations.shaping import Shaping, Tokens
from workbench.ui.export.section import Section

if TYPE_CHECKING:
    from workbench.domain.piecing import Unit


class ShapeSection(Section):
    """Asks for documents, names of labels, tokens, and the card."""

    def __init__(self, layers: Sequence[Layer], parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = self.choice(
            [
                (self.tr("An article"), "article"),
                (self.tr("A paragraph"), "paragraph"),
                (self.tr("A sentence"), "sentence"),
            ]
        )
        self._tokens = self.choice(
            [
                (self.tr("Whole; spans are widened"), "whole"),
                (self.tr("Cut at the borders of spans"), "cut"),
            ]
        )
        own = (self.tr("Those of the scheme"), OWN)
        self._names = self.choice([own, *((name, name) for name in _elsewhere(layers))])
        self._label_as = self.line("claim={label}.{attribution}")
        self._licence = self.line("CC BY 4.0")
        self._named = self.tick(self.tr("Name people in the data card"))
        self.row(self.tr("One document is"), self._unit)
        self.row(self.tr("Tokens"), self._tokens)
        self.row(self.tr("Names of labels"), self._names)
        self.row(self.tr("Labels as"), self._label_as)
        self.row(self.tr("Licence"), self._licence)
        self.alone(self._named)

    def shaping(self) -> Shaping:
        """The shape that is asked for."""
        return Shaping(
            cast("Unit", self._unit.value()),
            tuple(self._label_as.text().split()),
            str(self._names.value()),
            cast("Tokens", self._tokens.value()),
        )

    def telling(self) -> Telling:
        """What the card is to say."""
        return Telling(self._licence.text().strip(), self._named.isChecked())

    def show_shape(self, shaping: Shaping, telling: Telling) -> None:
        """Show what is asked for."""
        self._unit.show_value(shaping.unit)
        self._tokens.show_value(shaping.tokens)
        self._names.show_value(shaping.names)
        self._label_as.setText(" ".join(shaping.label_as))
        self._licence.setText(telling.licence)
        self._named.setChecked(telling.named)


def _elsewhere(layers: Sequence[Layer]) -> list[str]:
    """The other schemes in which labels have names."""
    return sorted({name for layer in layers for label in layer.labels for name in label.names})
