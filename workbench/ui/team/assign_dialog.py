"""Who gets which articles: the people, how many an article, and how even that comes out."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Layer
from workbench.operations.assigning import Assigned, Wish
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number
from workbench.ui.on_screen import begin_with

_PERSON = Qt.ItemDataRole.UserRole
_INSET = 8  # pixels; a style sheet cannot move the text of a number
_MOST = 1_000_000  # seeds and rounds


class AssignDialog(QDialog):
    """Asks for a wish, and tells it whenever it changes, so that its balance can be shown.

    People who are new have no id yet.
    """

    wished = Signal(object)  # Wish

    def __init__(
        self, known: Sequence[Annotator], layers: Sequence[Layer], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Assign articles"))
        begin_with(self, 560, 560)
        self._people, self._new = QTreeWidget(self), QLineEdit(self)
        self._each = self._number(self.tr("People an article"))
        self._round = self._number(self.tr("Round"))
        self._seed = self._number(self.tr("Seed"), least=0)
        self._layer, self._help = QComboBox(self), QCheckBox(self.tr("Show suggestions"), self)
        self._told = plain_label("", "muted")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._fill(known, layers)
        self._lay_out()
        self._connect()
        self._tell()

    def wish(self) -> Wish:
        """What is asked for now."""
        return Wish(
            self._team(),
            self._each.value(),
            str(self._layer.currentData()),
            self._round.value(),
            "on" if self._help.isChecked() else "off",
            self._seed.value(),
        )

    def show_balance(self, assigned: Assigned) -> None:
        """Show how many articles each person would have, beside those they have now."""
        for row in self._rows():
            name = row.data(0, _PERSON).name
            row.setText(1, number(assigned.had.get(name, 0)))
            row.setText(2, number(assigned.loads[name]) if name in assigned.loads else "")
        self._told.setText(
            self.tr("Articles that get somebody new: {} of {}.").format(
                number(assigned.new), number(assigned.articles)
            )
        )

    # --- parts

    def _number(self, name: str, *, least: int = 1) -> QSpinBox:
        """A field for a number."""
        field = QSpinBox(self)
        field.setRange(least, _MOST)
        field.setAccessibleName(name)
        field.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)
        return field

    def _fill(self, known: Sequence[Annotator], layers: Sequence[Layer]) -> None:
        self._people.setAccessibleName(self.tr("People"))
        self._people.setHeaderLabels([self.tr("Person"), self.tr("Articles now"), self.tr("Then")])
        self._people.setRootIsDecorated(False)
        self._people.setColumnWidth(0, 240)
        for person in known:
            self._add(person, ticked=person.role == "annotator")
        self._new.setPlaceholderText(self.tr("Name of somebody new"))
        self._new.setAccessibleName(self.tr("Name of somebody new"))
        self._layer.addItem(self.tr("all layers"), "")
        for layer in layers:
            self._layer.addItem(layer.name, layer.id)
        self._help.setChecked(True)
        self._layer.setAccessibleName(self.tr("Layers"))
        self._each.setMaximum(max(1, len(known)))
        self._each.setValue(min(2, len(self._team())))

    def _add(self, person: Annotator, *, ticked: bool) -> None:
        row = QTreeWidgetItem([person.name])
        row.setData(0, _PERSON, person)
        row.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._people.addTopLevelItem(row)

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        add = QPushButton(self.tr("Add"), self)
        add.setAutoDefault(False)
        add.clicked.connect(self._add_new)
        adding.addWidget(self._new, 1)
        adding.addWidget(add)
        form = QFormLayout()
        form.addRow(self.tr("People an article"), self._each)
        form.addRow(self.tr("Layers"), self._layer)
        form.addRow(self.tr("Round"), self._round)
        form.addRow("", self._help)
        form.addRow(self.tr("Seed: decides who gets what"), self._seed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(self._people, 1)
        rows.addLayout(adding)
        rows.addLayout(form)
        rows.addWidget(self._told)
        rows.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Assign"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._new.returnPressed.connect(self._add_new)
        self._people.itemChanged.connect(self._on_changed)
        self._help.toggled.connect(self._tell)
        self._layer.currentIndexChanged.connect(self._tell)
        for field in (self._each, self._round, self._seed):
            field.valueChanged.connect(self._tell)

    # --- what is asked for

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for place in range(self._people.topLevelItemCount()):
            row = self._people.topLevelItem(place)
            if row is not None:
                yield row

    def _team(self) -> list[Annotator]:
        return [
            row.data(0, _PERSON)
            for row in self._rows()
            if row.checkState(0) == Qt.CheckState.Checked
        ]

    def _add_new(self) -> None:
        """Add somebody whom the project does not know yet."""
        name = " ".join(self._new.text().split())
        if name and all(row.data(0, _PERSON).name != name for row in self._rows()):
            self._new.clear()
            self._add(Annotator("", name), ticked=True)
            self._each.setMaximum(self._people.topLevelItemCount())
            self._tell()

    def _on_changed(self, _row: QTreeWidgetItem, column: int) -> None:
        """Somebody was ticked or unticked; numbers stand in the other columns."""
        if column == 0:
            self._tell()

    def _tell(self) -> None:
        """Tell the wish where it can be had, and say what is lacking where it cannot."""
        wish = self.wish()
        fits = wish.per_article <= len(wish.annotators)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)
        if fits:
            self.wished.emit(wish)
        else:
            self._told.setText(self.tr("Tick at least as many people as each article shall have."))
