"""The quiet control above the side column: which suggestions are shown, and how many they are."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from workbench.domain.scheme import Layer
from workbench.ui.annotate.fields import plain_label
from workbench.ui.annotate.sieve import STEP, Sieve
from workbench.ui.farewell import part_with
from workbench.ui.language import number
from workbench.ui.ticks import TickBox

_COLUMNS = 2


class GhostBar(QFrame):
    """A slider for the least score, and a tick for each layer; says what a person asks for."""

    sieve_wanted = Signal(object)  # Sieve

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._sieve = Sieve()
        self._shown = plain_label("", "section")
        self._score = plain_label("", "muted")
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        self._slider.setSingleStep(STEP)
        self._slider.setPageStep(4 * STEP)
        self._slider.setAccessibleName(self.tr("Least score of the suggestions shown, in percent"))
        self._slider.setToolTip(self.tr("Show only suggestions that are at least this sure"))
        self._slider.valueChanged.connect(self._ask_for_score)
        self._ticks: dict[str, TickBox] = {}
        self._grid = QGridLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._slider, 1)
        row.addWidget(self._score)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        layout.addWidget(self._shown)
        layout.addLayout(row)
        layout.addLayout(self._grid)

    def name_layers(self, layers: Sequence[Layer]) -> None:
        """Offer a tick for each of these layers."""
        for old in self._ticks.values():
            self._grid.removeWidget(old)
            part_with(old)
        self._ticks = {layer.id: self._tick(layer) for layer in layers}
        for place, tick in enumerate(self._ticks.values()):
            self._grid.addWidget(tick, *divmod(place, _COLUMNS))
        self.show_sieve(self._sieve)

    def _tick(self, layer: Layer) -> TickBox:
        tick = TickBox(layer.name, self)
        tick.setToolTip(self.tr("Show the suggestions of this layer"))
        tick.toggled.connect(lambda _: self._ask_for_layer(layer.id))
        return tick

    def show_sieve(self, sieve: Sieve) -> None:
        """Show what is asked for now, without saying so."""
        self._sieve = sieve
        with QSignalBlocker(self._slider):
            self._slider.setValue(sieve.least)
        for layer, tick in self._ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(layer in sieve.layers)
        self._score.setText(self.tr("from {} %").format(sieve.least))

    def show_counts(self, shown: int, known: int) -> None:
        """Say how many of the open suggestions are shown."""
        self._say(number(shown), number(known))

    def wait_for_counts(self) -> None:
        """Say nothing of those before: the article in hand is being read."""
        self._say("…", "…")

    def _say(self, shown: str, known: str) -> None:
        self._shown.setText(self.tr("Suggestions · {} of {} shown").format(shown, known))

    def _ask_for_score(self, least: int) -> None:
        self.sieve_wanted.emit(replace(self._sieve, least=least))

    def _ask_for_layer(self, layer: str) -> None:
        self.sieve_wanted.emit(self._sieve.turned(layer))
