"""Recipes that are saved in the project: to ask for one again, to save one, to remove one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.domain.errors import UserError
from workbench.operations import recipes
from workbench.operations.recipes import Recipe
from workbench.ui.export.section import Section
from workbench.ui.session import Session


class SavedRecipes(Section):
    """Lists recipes, of which one is `chosen`; `save_asked` says under which name.

    `refused` says why something was not done.
    """

    chosen = Signal(object)
    save_asked = Signal(str)
    refused = Signal(UserError)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[str, Recipe] = {}
        self._list = self.choice([("", "")])
        self._name = self.line(self.tr("Name"))
        self._name.setAccessibleName(self.tr("Name of the recipe"))
        self._save = QPushButton(self.tr("Save"), self)
        self._remove = QPushButton(self.tr("Remove"), self)
        for button in (self._save, self._remove):
            button.setAutoDefault(False)
        self._list.setAccessibleName(self.tr("Saved recipe"))
        self.row(self.tr("Saved recipe"), self._list, self._remove)
        self.row(self.tr("Save as"), self._name, self._save)
        self._list.chosen.connect(self._on_chosen)
        self._name.textChanged.connect(self._on_named)
        self._save.clicked.connect(lambda: self.save_asked.emit(self._name.text()))
        self._remove.clicked.connect(self._on_remove)
        self._read()

    def save(self, name: str, recipe: Recipe) -> None:
        """Save a recipe under a name."""
        try:
            recipes.save(
                self._session.project, annotator=self._session.annotator, name=name, recipe=recipe
            )
        except UserError as error:
            self.refused.emit(error)
            return
        self._name.clear()
        self._written(" ".join(name.split()))

    def _on_chosen(self, name: object) -> None:
        self._remove.setEnabled(bool(name))
        self.chosen.emit(self._known.get(str(name), Recipe()))

    def _on_named(self, name: str) -> None:
        self._save.setEnabled(bool(name.strip()))

    def _on_remove(self) -> None:
        name = str(self._list.value())
        recipes.remove(self._session.project, annotator=self._session.annotator, name=name)
        self._written("")

    def _written(self, name: str) -> None:
        """Tell the window of what was written, and show what there is now."""
        self._session.look_for_news()
        self._read(name)

    def _read(self, name: str = "") -> None:
        """Show the recipes of the project, with the hand on one of them."""
        try:
            self._known = recipes.listing(self._session.project)
        except UserError as error:
            self._known = {}
            self.refused.emit(error)
        self._list.show_entries([(self.tr("none"), ""), *((each, each) for each in self._known)])
        self._list.show_value(name)
        self._remove.setEnabled(bool(name))
        self._on_named(self._name.text())
