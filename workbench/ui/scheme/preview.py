"""How a label will look in the text, and what is to be said about its colour.

The pane itself shows the sample, so that the preview cannot differ from the text. Its colours
follow the palette, and so the theme.
"""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.domain.article import ArticleText, Structure
from workbench.domain.colors import contrast
from workbench.domain.scheme import Label, Layer
from workbench.domain.span import Span
from workbench.ui.annotate.fields import plain_label
from workbench.ui.language import number, translate
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.pane.theme import DARK, LIGHT, PaneTheme
from workbench.ui.scheme.naming import distance

_HEIGHT, _POINTS = 150, 12.0  # pixels, points
_FAINT = 1.8  # of contrast
_ALIKE = 0.07
_MARKED = re.compile(r"\[([^\[\]]+)\]")


class Preview(QFrame):
    """A label's first example as an annotation and as a suggestion, with advice on its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = ReadingPane(self)
        self._pane.setFixedHeight(_HEIGHT)
        self._pane.set_zoom(_POINTS)
        self._pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pane.setAccessibleName(self.tr("How the label looks in the text"))
        self._advice = plain_label("", "muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._pane)
        rows.addWidget(self._advice)
        self._use_theme()

    def show_label(self, layer: Layer, label: Label) -> None:
        """Show a label of a layer."""
        text, span = sample(label)
        again = Span(len(text) + 1 + span.start, len(text) + 1 + span.end)
        marks = [
            Mark("said", layer.id, label.name, (span,), "annotation", label.color),
            Mark("proposed", layer.id, label.name, (again,), "ghost", label.color, 0.9),
        ]
        twice = f"{text}\n{text}"
        self._pane.set_article(ArticleText("preview", twice, Structure((), (), 0)), marks)
        advice = color_advice(layer, label)
        self._advice.setText("\n".join(advice))
        self._advice.setVisible(bool(advice))

    def advice(self) -> str:
        """What is said about the colour now; empty where nothing need be."""
        return self._advice.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._use_theme()

    def _use_theme(self) -> None:
        dark = self.palette().windowText().color().lightness() > 128
        self._pane.set_theme(DARK if dark else LIGHT)


def sample(label: Label) -> tuple[str, Span]:
    """A text to show a label on, and where: its first example without the brackets."""
    for example in label.examples:
        found = _MARKED.search(example)
        if found:
            text = example[: found.start()] + found[1] + example[found.end() :]
            plain = _MARKED.sub(r"\1", text)
            return plain, Span(found.start(), found.start() + len(found[1]))
    before, words, after = (
        translate("Preview", "The paper wrote that "),
        label.name or "…",
        translate("Preview", " is seen so."),
    )
    return before + words + after, Span(len(before), len(before) + len(words))


def color_advice(layer: Layer, label: Label) -> list[str]:
    """What is wrong with a label's colour: too faint on a ground, or too like a neighbour's."""
    faint = translate(
        "Preview",
        "On the {} ground this colour has a contrast of {}; lines are drawn stronger.",
    )
    grounds: tuple[tuple[str, PaneTheme], ...] = (
        (translate("Preview", "light"), LIGHT),
        (translate("Preview", "dark"), DARK),
    )
    said = [
        faint.format(name, number(ratio, decimals=1))
        for name, theme in grounds
        if (ratio := contrast(label.color, theme.background)) < _FAINT
    ]
    alike = [
        other.name
        for other in layer.labels
        if other.id != label.id and distance(other.color, label.color) < _ALIKE
    ]
    if alike:
        said.append(
            translate("Preview", "Hard to tell by colour from: {}.").format(", ".join(alike))
        )
    return said
