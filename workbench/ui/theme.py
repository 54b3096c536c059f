"""Colours and shapes of everything but the text itself: tokens, and one style sheet made of them.

The window wears the sheet, and all that is in it or belongs to it with it. An application that did
would dress each part once for every part around it, which takes five times as long.

The look is quiet, since people sit in it for hours: few lines, few colours, room around words. All
text has a contrast of at least 4.5:1 on every surface it stands on, in both themes.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from workbench.settings.resources import resources_folder


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme, each as "#rrggbb"."""

    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    selected: str
    alarm: str
    alarm_text: str


LIGHT = Tokens(
    window="#f4f2ee",
    surface="#fcfbf8",
    raised="#ffffff",
    border="#dedad2",
    text="#21252b",
    muted="#5a6069",
    accent="#1f5fae",
    accent_text="#ffffff",
    selected="#e3ebf6",
    alarm="#fbe9e4",
    alarm_text="#8c2a12",
)
DARK = Tokens(
    window="#17191c",
    surface="#1d1f23",
    raised="#26292e",
    border="#363a41",
    text="#e3e4e6",
    muted="#a9afb8",
    accent="#8fc1ff",
    accent_text="#10243c",
    selected="#2a3a50",
    alarm="#43241d",
    alarm_text="#ffc4b3",
)

_STYLE = "fusion"
_SHEET = Template("""
* { color: $text; font-size: 10.5pt; }
QWidget { background: transparent; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QMenuBar, QFrame[role="bar"] { background: $window; }
QFrame[role="bar"] { border-bottom: 1px solid $border; }
QFrame[role="rail"] { background: $window; border-right: 1px solid $border; }
QTableView {
    background: $surface; border: 1px solid $border; border-radius: 8px; outline: none;
    selection-background-color: transparent; selection-color: $text;
}
QTableView::item { padding: 6px 4px; border: 2px solid transparent; }
QTableView::item:selected { border: 2px solid $accent; }
QFrame[role="message"] { background: $selected; border-bottom: 1px solid $border; }
QFrame[role="message"][alarm="true"] { background: $alarm; }
QFrame[role="message"][alarm="true"] QLabel { color: $alarm_text; }
QLabel[role="notice"] { background: $selected; border-bottom: 1px solid $border; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; }
QMenuBar::item:selected, QMenu::item:selected { background: $selected; }
QMenu { background: $raised; border: 1px solid $border; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 14px; border-radius: 6px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="alarm"] { color: $alarm_text; }
QLabel[role="heading"] { font-size: 11.5pt; font-weight: 600; }
QLabel[role="title"] { font-size: 26pt; font-weight: 600; }
QLabel[role="section"] { color: $muted; font-size: 9pt; font-weight: 600; }
QPushButton {
    background: $raised; border: 1px solid $border; border-radius: 8px; padding: 7px 14px;
}
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:hover { background: $selected; }
QPushButton:focus { border-color: $accent; }
QPushButton:flat { background: transparent; border: 1px solid transparent; }
QPushButton:flat:hover { background: $selected; }
QPushButton:flat:focus { border-color: $accent; }
QPushButton[primary="true"], QPushButton:default {  /* what Return does */
    background: $accent; color: $accent_text; border-color: $accent;
}
QPushButton[primary="true"]:focus, QPushButton:default:focus {
    border: 2px solid $text; padding: 6px 13px;
}
QPushButton:disabled, QPushButton[primary="true"]:disabled, QPushButton:default:disabled {
    background: $window; color: $muted; border-color: $border;
}
QMenu::item:disabled { color: $muted; }
QMenu::separator { background: $border; height: 1px; margin: 6px 10px; }
QLineEdit, QPlainTextEdit, QComboBox {
    background: $raised; border: 1px solid $border; border-radius: 8px; padding: 6px 9px;
    selection-background-color: $accent; selection-color: $accent_text;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border-color: $accent; }
QSpinBox { background: $raised; border: 1px solid $border; border-radius: 8px; padding: 6px 9px; }
QSpinBox QLineEdit { background: transparent; border: none; padding: 0; }
QSpinBox:focus { border-color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; height: 0; border: none; }
QComboBox { padding-right: 0; }
QComboBox::drop-down { border: none; width: 11px; }
QComboBox::down-arrow {  /* a wedge with its point below, which needs no image in either theme */
    left: -3px; width: 7px; height: 4px; background: qconicalgradient(cx: 0.5, cy: 1, angle: 0,
        stop: 0.176 transparent, stop: 0.177 $muted, stop: 0.323 $muted, stop: 0.324 transparent);
}
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; }
QListView, QTreeView {
    background: transparent; border: none; outline: none;
    selection-background-color: $selected; selection-color: $text;
}
QListView::item, QTreeView::item { padding: 5px 6px; border-radius: 8px; }
QTreeView::item { border-radius: 0; }  /* else each column would have a bar of its own */
QListView::item:selected, QTreeView::item:selected { background: $selected; color: $text; }
QListView[role="field"], QTreeView[role="field"] {
    background: $raised; border: 1px solid $border; border-radius: 8px; padding: 3px;
}
QListView[role="popup"] { background: $raised; border: 1px solid $border; }
QListView[role="field"]:focus, QTreeView[role="field"]:focus { border-color: $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator, QListView::indicator {
    width: 12px; height: 12px; border: 1px solid $muted; border-radius: 4px; background: $raised;
}
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
    border-color: $accent; background: $accent; image: url("$tick");
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 4px solid $accent; background: $accent_text;
}
QTreeView::indicator:indeterminate {
    width: 8px; height: 8px; border: 3px solid $raised; background: $muted;
}
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 6px;
}
QFrame[role="panel"] { background: $window; }
QFrame[role="card"] { background: $raised; border: 1px solid $border; border-radius: 10px; }
QScrollArea { border: none; }
QSplitter::handle { background: $border; width: 1px; }
QScrollBar:vertical { background: $surface; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
    background: $border; border-radius: 4px; margin: 2px; min-height: 36px;
}
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar:horizontal { background: $surface; height: 12px; margin: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: $surface; }
QScrollBar::handle:horizontal {
    background: $border; border-radius: 4px; margin: 2px; min-width: 36px;
}
QProgressBar { background: $border; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { background: $border; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $border; border-radius: 2px; }
QSlider::add-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $raised; border: 1px solid $muted; width: 12px; margin: -5px 0; border-radius: 7px;
}
QSlider::handle:horizontal:focus { border: 2px solid $accent; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
""")


def stylesheet(tokens: Tokens) -> str:
    """The style sheet of a window and all that belongs to it in these colours."""
    tick = resources_folder() / "icons" / f"tick-{'light' if tokens is LIGHT else 'dark'}.png"
    return _SHEET.substitute(asdict(tokens), tick=tick.as_posix())


def apply_theme(app: QApplication, choice: str) -> Tokens:
    """Use the light or dark colours, or with "system" those that the system uses; returns them."""
    dark = choice == "dark"
    if choice == "system":
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    tokens = DARK if dark else LIGHT
    if app.style().name() != _STYLE:  # else all would be polished once more
        app.setStyle(_STYLE)
    app.setPalette(_palette(tokens))
    return tokens


def _palette(tokens: Tokens) -> QPalette:
    """The colours for what the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, color in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.Text, tokens.text),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_text),
        (role.PlaceholderText, tokens.muted),
    ):
        palette.setColor(target, QColor(color))
    return palette
