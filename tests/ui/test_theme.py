"""Text can be read on every surface, in both themes, and one sees where the keys go."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.colors import contrast
from workbench.ui.theme import DARK, LIGHT, Tokens, apply_theme, stylesheet

ENOUGH = 4.5


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which looks as before when the test is over."""
    style, palette, sheet = qapp.style().name(), QPalette(qapp.palette()), qapp.styleSheet()
    yield qapp
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setStyle(style)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_every_surface(tokens: Tokens) -> None:
    surfaces = (tokens.window, tokens.surface, tokens.raised, tokens.selected)
    pairs = [(text, on) for text in (tokens.text, tokens.muted) for on in surfaces]
    pairs += [(tokens.accent_text, tokens.accent), (tokens.alarm_text, tokens.alarm)]
    weak = [pair for pair in pairs if contrast(*pair) < ENOUGH]
    assert weak == []


@pytest.mark.parametrize(("choice", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_a_chosen_theme_colours_what_the_sheet_does_not_reach(
    app: QApplication, choice: str, tokens: Tokens
) -> None:
    assert apply_theme(app, choice) is tokens
    assert app.palette().color(QPalette.ColorRole.Window).name() == tokens.window
    assert app.palette().color(QPalette.ColorRole.WindowText).name() == tokens.text


def test_the_system_decides_where_nothing_is_chosen(app: QApplication) -> None:
    dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert apply_theme(app, "system") is (DARK if dark else LIGHT)


@pytest.mark.parametrize("kind", ["plain", "flat", "primary"])
def test_one_sees_which_button_has_the_focus(app: QApplication, qtbot: QtBot, kind: str) -> None:
    window = QWidget()
    window.setStyleSheet(stylesheet(apply_theme(app, "light")))
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, other = QPushButton("One", window), QPushButton("Two", window)
    for button in (first, other):
        button.setFlat(kind == "flat")
        button.setProperty("primary", kind == "primary")
        layout.addWidget(button)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    focused = picture(first)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert picture(first) != focused


def test_a_button_that_does_nothing_now_looks_so(app: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Accept")
    button.setStyleSheet(stylesheet(apply_theme(app, "light")))
    button.setProperty("primary", True)
    qtbot.addWidget(button)
    before = picture(button)
    button.setEnabled(False)
    assert picture(button) != before


def picture(widget: QWidget) -> QImage:
    """What a widget looks like now."""
    return widget.grab().toImage()
