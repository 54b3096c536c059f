"""What is in sight: focus, size, layers, colours."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from workbench.domain.scheme import LAYERS
from workbench.settings.settings import Measure, Theme, Typeface
from workbench.ui.annotate.sieve import Sieve
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.preferences import Preferences
from workbench.ui.theme import apply_theme
from workbench.ui.window import Window

POINTS = 14.0  # the size of the text at 100 %


class LooksVerbs:
    """Changes what the window shows, and nothing in the project."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_colors_changed)
        window.session_shown.connect(lambda _: self._on_session_shown())
        window.pane_added.connect(self._on_pane_added)
        window.closing.connect(preferences.keep)

    # --- focus

    def next_part(self) -> None:
        """Move the focus to the next part of the room in front."""
        self._move_focus(1)

    def previous_part(self) -> None:
        """Move the focus to the part before."""
        self._move_focus(-1)

    def _move_focus(self, direction: int) -> None:
        parts = self._window.parts()
        if not parts:
            return
        here = next((place for place, part in enumerate(parts) if _has_focus(part)), 1)
        part = parts[(here + direction) % len(parts)]
        part.setFocus()
        focused = QApplication.focusWidget()
        if focused is not None and focused.focusPolicy() == Qt.FocusPolicy.NoFocus:
            focused.focusNextChild()  # it only holds others

    # --- size

    def zoom_in(self) -> None:
        """Show the text larger."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self._zoom(-1)

    def serif_face(self) -> None:
        """Set the text in a face with serifs."""
        self._use_typeface("serif")

    def sans_face(self) -> None:
        """Set the text in a face without serifs."""
        self._use_typeface("sans")

    def system_face(self) -> None:
        """Set the text in the face of the system."""
        self._use_typeface("system")

    def narrow_measure(self) -> None:
        """Set the text in a narrow column."""
        self._use_measure("narrow")

    def normal_measure(self) -> None:
        """Set the text in a column of some seventy characters."""
        self._use_measure("normal")

    def wide_measure(self) -> None:
        """Set the text in a wide column."""
        self._use_measure("wide")

    def show_tags(self) -> None:
        """Show the labels of all marks, or only of those in hand and pointed at."""
        self._preferences.change(tags=not self._preferences.settings.tags)
        self._dress()

    def _zoom(self, points: int) -> None:
        for pane in self._window.panes:
            pane.set_zoom(pane.zoom() + points)

    def _use_typeface(self, typeface: Typeface) -> None:
        self._preferences.change(typeface=typeface)
        self._dress()

    def _use_measure(self, measure: Measure) -> None:
        self._preferences.change(measure=measure)
        self._dress()

    def _on_session_shown(self) -> None:
        """Sift the suggestions of a project just opened as the person likes it."""
        if self._window.workspace is not None:
            settings = self._preferences.settings
            self._window.workspace.sift(Sieve(frozenset(settings.ghosts), settings.ghosts_from))
            self._window.workspace.sieve_changed.connect(self._keep_sieve)

    def _on_pane_added(self, pane: ReadingPane) -> None:
        """Set the text of a new pane as the person likes it, and learn of the wheel."""
        self._dress()
        pane.zoom_changed.connect(self._keep_zoom)

    def _dress(self) -> None:
        """Set the text as the settings say."""
        settings = self._preferences.settings
        for pane in self._window.panes:
            pane.set_zoom(round(2 * POINTS * settings.zoom / 100) / 2)  # to half a point
            pane.set_typeface(settings.typeface)
            pane.set_measure(settings.measure)
            pane.set_tags(shown=settings.tags)

    def _keep_zoom(self, points: float) -> None:
        self._preferences.change_often(zoom=round(100 * points / POINTS))

    # --- layers

    def focus_entity(self) -> None:
        """Work on entities and mute the other layers."""
        self._focus_on("entity")

    def focus_claim(self) -> None:
        """Work on claims and mute the other layers."""
        self._focus_on("claim")

    def focus_event(self) -> None:
        """Work on events and mute the other layers."""
        self._focus_on("event")

    def focus_framing(self) -> None:
        """Work on framing and mute the other layers."""
        self._focus_on("framing")

    def focus_all(self) -> None:
        """Work on all layers."""
        self._focus_on(*LAYERS)

    def _focus_on(self, *layers: str) -> None:
        if self._window.workspace is not None:
            self._window.workspace.focus_on_layers(layers)

    def show_entity(self) -> None:
        """Show or hide entity suggestions."""
        self._toggle("entity")

    def show_claim(self) -> None:
        """Show or hide claim suggestions."""
        self._toggle("claim")

    def show_event(self) -> None:
        """Show or hide event suggestions."""
        self._toggle("event")

    def show_framing(self) -> None:
        """Show or hide framing suggestions."""
        self._toggle("framing")

    def _toggle(self, layer: str) -> None:
        if self._window.workspace is not None:
            self._window.workspace.sift(self._window.workspace.sieve.turned(layer))

    def surer_ghosts(self) -> None:
        """Show only suggestions that are surer."""
        self._move_sieve(1)

    def more_ghosts(self) -> None:
        """Show suggestions that are less sure as well."""
        self._move_sieve(-1)

    def _move_sieve(self, steps: int) -> None:
        if self._window.workspace is not None:
            self._window.workspace.sift(self._window.workspace.sieve.moved(steps))

    def _keep_sieve(self, sieve: Sieve) -> None:
        self._preferences.change_often(ghosts=tuple(sorted(sieve.layers)), ghosts_from=sieve.least)

    # --- colours

    def light_theme(self) -> None:
        """Use the light colours."""
        self.use_theme("light")

    def dark_theme(self) -> None:
        """Use the dark colours."""
        self.use_theme("dark")

    def system_theme(self) -> None:
        """Use the colours that the system uses."""
        self.use_theme("system")

    def use_theme(self, theme: Theme) -> None:
        """Use colours, and keep to them."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._window.wear(apply_theme(app, theme))
        self._preferences.change(theme=theme)

    def _on_system_colors_changed(self) -> None:
        """Follow the system while it sets the colours."""
        if self._preferences.settings.theme == "system":
            self.use_theme("system")


def _has_focus(part: QWidget) -> bool:
    """Whether the keyboard's focus is in a part of the window."""
    focused = QApplication.focusWidget()
    return focused is not None and (part is focused or part.isAncestorOf(focused))
