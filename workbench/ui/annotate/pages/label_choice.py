"""One label of the scheme, picked from a list or by the keys that give it in the text."""

from PySide6.QtWidgets import QComboBox, QWidget

from workbench.domain.scheme import Scheme


class LabelChoice(QComboBox):
    """Offers all labels, each with its layer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: list[tuple[str, str]] = []
        self._keys: list[tuple[str, str]] = []  # of each label: its layer's, and its own

    def offer(self, scheme: Scheme, first: tuple[str, str]) -> None:
        """Offer the labels of a scheme, with one of them, by layer and id, picked at first."""
        labels = [(layer, label) for layer in scheme.layers for label in layer.labels]
        self._ids = [(layer.id, label.id) for layer, label in labels]
        self._keys = [(layer.key.upper(), label.key.upper()) for layer, label in labels]
        self.clear()
        for layer, label in labels:
            keys = f"{layer.key.upper()} {label.key}"
            self.addItem(f"{layer.name} · {label.name} ({keys})")
        self.setCurrentIndex(self._ids.index(first) if first in self._ids else 0)

    def label(self) -> tuple[str, str]:
        """The layer and the label that are picked."""
        return self._ids[self.currentIndex()]

    def place_of_key(self, key: str) -> int | None:
        """The label that a key means: one of the layer picked, else the first of a layer."""
        layer = self._keys[self.currentIndex()][0]
        if (layer, key) in self._keys:
            return self._keys.index((layer, key))
        return next((p for p, (of, _) in enumerate(self._keys) if key and of == key), None)
