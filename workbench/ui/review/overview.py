"""The first page of Review: who is compared, how far they agree, and where they differ."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from workbench.store import filters
from workbench.ui.annotate.fields import plain_label
from workbench.ui.review.choice import ChoicePanel
from workbench.ui.review.desk import Desk
from workbench.ui.review.figures import Cell, GridTable, layer_grid, pair_grid
from workbench.ui.review.places import PlacesPage, Wanted
from workbench.ui.theme import LIGHT, Tokens


class Overview(QWidget):
    """Choice, figures and places beside each other."""

    place_chosen = Signal(object)  # Difference

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tokens = LIGHT
        self._layer = ""
        self.choice = ChoicePanel(self)
        self.layers = GridTable(self.tr("Agreement by layer"), self, spread=True)
        self.pairs = GridTable(self.tr("Agreement of pairs by label"), self)
        self.places = PlacesPage(self)
        self._why = plain_label("", "muted")
        self._pairs_head = plain_label("", "section")
        self._lay_out()
        self.choice.changed.connect(self._on_choice_changed)
        self.choice.measure_changed.connect(self._show_pairs)
        self.layers.cell_shown.connect(self._on_layer_shown)
        self.layers.cell_chosen.connect(self._on_layer_chosen)
        self.pairs.cell_shown.connect(self._say_why)
        self.pairs.cell_chosen.connect(self._on_pair_chosen)
        self.places.place_chosen.connect(self.place_chosen)
        self.places.wanted_changed.connect(self.show_places)
        desk.listed.connect(self.show_places)
        desk.article_changed.connect(self._on_article_changed)
        desk.measured.connect(self.show_figures)
        self.setFocusProxy(self.places)

    def _lay_out(self) -> None:
        middle = QFrame(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("How far people agree"), "section"))
        column.addWidget(self.layers, 3)
        column.addWidget(self._pairs_head)
        column.addWidget(self.pairs, 4)
        column.addWidget(self._why)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for part, stretch in ((self.choice, 0), (middle, 1), (self.places, 1)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.indexOf(part), stretch)
            splitter.setCollapsible(splitter.indexOf(part), False)
        splitter.setSizes([220, 720, 360])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    # --- what is shown

    def offer(self) -> None:
        """Offer the people and layers of the project."""
        people = [(person.id, person.name) for person in self._desk.people()]
        layers = [(layer.id, layer.name) for layer in self._desk.session.scheme.layers]
        self.choice.offer(people, layers)
        session = self._desk.session
        self.choice.filter.offer(
            session.scheme, self._desk.people(), filters.sources(session.project)
        )

    def set_tokens(self, tokens: Tokens) -> None:
        """Use these colours."""
        self._tokens = tokens
        self.show_figures()

    def show_figures(self) -> None:
        """Show the figures that the desk has."""
        figures = self._desk.figures
        if figures is not None:
            self.layers.show_grid(layer_grid(figures, self._desk.session.scheme), self._tokens)
            self._show_pairs()

    def show_places(self) -> None:
        """Show the places that are wanted, and how far it is."""
        desk = self._desk
        self.places.show_places(desk.ranking, desk.session.scheme, desk.title)
        self.choice.show_progress(desk.ranking.settled())

    def _on_article_changed(self, _article: str) -> None:
        """Follow a decision while the list is in sight; coming back to it lists everything anew."""
        if self.isVisible():
            self.show_places()

    def _show_pairs(self) -> None:
        figures, scheme = self._desk.figures, self._desk.session.scheme
        if figures is None:
            return
        known = [layer.id for layer in scheme.layers if layer.id in figures["layers"]]
        layer = self._layer if self._layer in known else known[0]
        name = scheme.layer(layer).name
        self._pairs_head.setText(self.tr("{}: pairs of people by label").format(name))
        self.pairs.show_grid(pair_grid(figures, layer, scheme, self.choice.measure), self._tokens)

    def pairs_named(self) -> str:
        """What the heat map of pairs is called, with the layer that it shows."""
        return self._pairs_head.text()

    # --- what was chosen

    def _on_choice_changed(self) -> None:
        session = self._desk.session
        asked = self.choice.filter.asked(session.annotator.id)
        among = frozenset(filters.matching(session.project, asked)) if asked.conditions() else None
        self._desk.choose(
            annotators=self.choice.people(),
            layers=self.choice.layers(),
            choice=self.choice.finished(among),
        )

    def _on_layer_shown(self, cell: Cell) -> None:
        self._say_why(cell)
        (layer,) = cell.about
        if layer != self._layer:
            self._layer = layer
            self._show_pairs()

    def _on_layer_chosen(self, cell: Cell) -> None:
        (layer,) = cell.about
        name = self._desk.session.scheme.layer(layer).name
        wanted = Wanted(open_only=False, layer=layer)
        self.places.narrow(self.tr("Only {}").format(name), wanted)
        self.places.setFocus()

    def _on_pair_chosen(self, cell: Cell) -> None:
        """List the places behind the figure of a pair and a label."""
        a, b, label = cell.about
        ids = {person.name: person.id for person in self._desk.people()}
        scheme = self._desk.session.scheme
        layer = self._layer or scheme.layers[0].id
        pair = (ids[a], ids[b])
        wanted = Wanted(open_only=False, layer=layer, pair=pair, label=label)
        said = scheme.label_name(layer, label) if label else scheme.layer(layer).name
        self.places.narrow(self.tr("{} and {}: {}").format(a, b, said), wanted)
        self.places.setFocus()

    def _say_why(self, cell: Cell) -> None:
        """Say why a figure is undefined."""
        self._why.setText(self.tr("Undefined: {}").format(cell.why) if cell.why else "")
