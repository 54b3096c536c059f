"""Whose work goes out, and which of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtWidgets import QWidget

from workbench.domain.scheme import Layer
from workbench.operations.choosing import Choice, Whose
from workbench.ui.export.section import Section
from workbench.ui.export.several import SomeOf


class WorkSection(Section):
    """Asks for people, layers, labels and whether unfinished work goes along."""

    def __init__(self, layers: Sequence[Layer], people: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._whose = self.choice(
            [
                (self.tr("What people annotated"), "people"),
                (self.tr("Gold: what was adjudicated"), "gold"),
                (self.tr("What suggesters proposed"), "suggestions"),
            ]
        )
        labels = [f"{layer.id}/{label.id}" for layer in layers for label in layer.labels]
        self._people = self._some(people, self.tr("Everyone"))
        self._labels = self._some(labels, self.tr("All labels"))
        self.layers = {layer.id: self.tick(layer.name, on=True) for layer in layers}
        self._whose.chosen.connect(self._show_people)
        self._any = self.tick(self.tr("Also layers that are not done"))
        self._pseudonyms = self.tick(self.tr("Call people by numbers"))
        self.row(self.tr("Whose work"), self._whose)
        self.row(self.tr("People"), self._people)
        self.row(self.tr("Layers"), *self.layers.values())
        self.row(self.tr("Labels"), self._labels)
        self.alone(self._any, self._pseudonyms)

    def said(self, choice: Choice) -> Choice:
        """A choice with what is asked for here."""
        ticked = tuple(id for id, box in self.layers.items() if box.isChecked())
        return replace(
            choice,
            annotators=self._people.values() if self._people.isEnabled() else (),
            layers=() if len(ticked) == len(self.layers) else ticked,
            labels=self._labels.values(),
            status="any" if self._any.isChecked() else "done",
            whose=cast("Whose", self._whose.value()),
            pseudonyms=self._pseudonyms.isChecked(),
        )

    def show_choice(self, choice: Choice) -> None:
        """Show what a choice asks for."""
        self._whose.show_value(choice.whose)
        self._show_people(choice.whose)
        self._people.show_values(choice.annotators)
        self._labels.show_values(choice.labels)
        for id, box in self.layers.items():
            box.setChecked(not choice.layers or id in choice.layers)
        self._any.setChecked(choice.status == "any")
        self._pseudonyms.setChecked(choice.pseudonyms)

    def _show_people(self, whose: object) -> None:
        """Ask for people where it is their work; gold and suggestions are nobody's own."""
        self._people.setEnabled(whose == "people")

    def _some(self, values: Sequence[str], none: str) -> SomeOf:
        field = SomeOf(values, none, self)
        field.chosen.connect(lambda _: self.changed.emit())
        return field
