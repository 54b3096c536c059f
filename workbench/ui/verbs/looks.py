"""What is in sight: focus, size, layers, colours."""

from PySide6.QtWidgets import QApplication, QWidget

from workbench.domain.scheme import LAYERS
from workbench.settings.settings import Theme
from workbench.ui.preferences import Preferences
from workbench.ui.theme import apply_theme
from workbench.ui.window import Window


class LooksVerbs:
    """Changes what the window shows, and nothing in the project."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        self._window = window
        self._preferences = preferences

    # --- focus

    def next_part(self) -> None:
        """Move the focus to the next of list, text and side column."""
        self._move_focus(1)

    def previous_part(self) -> None:
        """Move the focus to the part before."""
        self._move_focus(-1)

    def _move_focus(self, direction: int) -> None:
        workspace = self._window.workspace
        if workspace is None:
            return
        parts: list[QWidget] = [workspace.list, workspace.pane, workspace.side]
        here = next((place for place, part in enumerate(parts) if _has_focus(part)), 1)
        part = parts[(here + direction) % len(parts)]
        part.setFocus()
        if not _has_focus(part):
            part.focusNextChild()

    # --- size

    def zoom_in(self) -> None:
        """Show the text larger."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self._zoom(-1)

    def _zoom(self, points: int) -> None:
        if self._window.workspace is not None:
            pane = self._window.workspace.pane
            pane.set_zoom(pane.zoom() + points)

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
            shown = self._window.workspace.shown_layers
            self._window.workspace.show_layers(shown ^ {layer})

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
            self._window.set_tokens(apply_theme(app, theme))
        self._preferences.change(theme=theme)


def _has_focus(part: QWidget) -> bool:
    """Whether the keyboard's focus is in a part of the window."""
    focused = QApplication.focusWidget()
    return focused is not None and (part is focused or part.isAncestorOf(focused))
