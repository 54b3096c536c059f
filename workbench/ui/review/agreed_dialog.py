"""A look at everything that all agree on, before it becomes gold in one act."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from workbench.domain.scheme import Scheme
from workbench.operations.comparing import Difference
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.pages.lines import LinesDelegate
from workbench.ui.language import number
from workbench.ui.long_list import LongList
from workbench.ui.on_screen import begin_with
from workbench.ui.review.places import PlacesModel


class AgreedDialog(QDialog):
    """Lists the places, by layer how many, and asks."""

    def __init__(
        self,
        places: Sequence[Difference],
        scheme: Scheme,
        title: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take everything that all agree on"))
        begin_with(self, 620, 560)
        counts = Counter(place.layer for place in places)
        said = ", ".join(
            f"{layer.name}: {number(counts[layer.id])}"
            for layer in scheme.layers
            if counts[layer.id]
        )
        told = self.tr(
            "Places that become gold as one act, which can be undone: {}. "
            "What is settled already stays."
        )
        self._view, model = LongList(self), PlacesModel(self)
        model.show_places(places, scheme, title)
        self._view.setModel(model)
        self._view.setItemDelegate(LinesDelegate(self._view))
        self._view.setAccessibleName(self.tr("Places on which all agree"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        take = buttons.addButton(self.tr("Take them"), QDialogButtonBox.ButtonRole.AcceptRole)
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(told.format(number(len(places)))))
        layout.addWidget(plain_label(said, "muted"))
        layout.addWidget(self._view, 1)
        layout.addWidget(buttons)
