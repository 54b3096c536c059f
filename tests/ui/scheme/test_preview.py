"""A label is shown as it will look in the text, and what is wrong with its colour is said."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.domain.scheme import Label, Layer
from workbench.ui.pane.theme import DARK, LIGHT
from workbench.ui.scheme.preview import Preview, color_advice, sample
from workbench.ui.theme import apply_theme, stylesheet

PERSON = Label("person", "Person", "1", "#335577", examples=("no span", "Mayor [Ilse Varn] spoke."))
PLACE = Label("place", "Place", "2", "#b03060")
LAYER = Layer("entity", "Entity", "e", "the name", (PERSON, PLACE))


def test_the_sample_is_the_first_example_that_marks_a_span() -> None:
    text, span = sample(PERSON)
    assert (text, span.of(text)) == ("Mayor Ilse Varn spoke.", "Ilse Varn")
    text, span = sample(replace(PERSON, examples=("“[Ja],” said [Dorn].",)))
    assert (text, span.of(text)) == ("“Ja,” said Dorn.", "Ja")


def test_without_an_example_the_name_itself_is_shown() -> None:
    text, span = sample(PLACE)
    assert span.of(text) == "Place"


@pytest.mark.parametrize(
    ("color", "words"),
    [("#335577", ""), ("#fbfbf0", "light"), ("#202124", "dark"), ("#b13262", "Place")],
)
def test_a_faint_or_double_colour_is_told(color: str, words: str) -> None:
    advice = " ".join(color_advice(LAYER, replace(PERSON, color=color)))
    assert words in advice
    assert bool(advice) == bool(words)


def test_the_preview_follows_the_theme(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_label(LAYER, PERSON)
    preview.resize(500, 200)
    with qtbot.waitExposed(preview):
        preview.show()
    grounds = []
    for theme in ("light", "dark", "light"):
        preview.setStyleSheet(stylesheet(apply_theme(app, theme)))
        grounds.append(preview.grab().toImage().pixelColor(400, 120).name())
    assert grounds == [LIGHT.background, DARK.background, LIGHT.background]
