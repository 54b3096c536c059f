"""Whose suggestions are shown: the window for it, and the question whether a folder may be loaded.

A pipeline in a folder can run code. Who opens a project that brings one along is asked once, and
the answer is kept with their settings, never with the project.
"""

from typing import TYPE_CHECKING

from workbench.domain.suggester_source import SuggesterSource
from workbench.operations import trusting
from workbench.operations.suggesters import asked_for
from workbench.ui.farewell import part_with
from workbench.ui.language import translate
from workbench.ui.preferences import Preferences
from workbench.ui.session import Session
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.ui.suggesters.dialog import SuggestersDialog


class SuggesterVerbs:
    """Opens the list of suggesters on the project of the window, one for each project."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        self._window, self._preferences = window, preferences
        self._dialog: SuggestersDialog | None = None
        window.session_shown.connect(self._on_session_shown)
        window.session_leaving.connect(self._forget)

    @property
    def dialog(self) -> "SuggestersDialog | None":
        """The list of the project that is open, once it was asked for."""
        return self._dialog

    def show_suggesters(self) -> None:
        """Show the list of suggesters."""
        from workbench.ui.suggesters.dialog import SuggestersDialog  # noqa: PLC0415

        window, session = self._window, self._window.session
        if session is None:
            return
        if self._dialog is None:
            self._dialog = SuggestersDialog(
                session, window.ask, window.lookups, self._allowed_now, window
            )
        self._dialog.show()
        self._dialog.activateWindow()
        self._dialog.list.setFocus()

    def _on_session_shown(self, session: Session) -> None:
        for source in asked_for(session.project, session.annotator):
            if trusting.answer_for(source, self._preferences.settings) is None:
                self._ask_about(source)

    def _allowed_now(self, source: SuggesterSource) -> bool:
        """Whether a source may be loaded; who refused it before is asked again, as they want it."""
        allowed = trusting.answer_for(source, self._preferences.settings)
        return bool(allowed) or self._ask_about(source)

    def _ask_about(self, source: SuggesterSource) -> bool:
        """Ask whether a folder may be loaded, and keep the answer."""
        question = translate(
            "SuggesterVerbs",
            "“{}” is a pipeline in the folder {}. It could run code on this machine. Load it, now "
            "and in future? Go on only if you trust whoever made it.",
        )
        allowed = self._window.ask.sure(question.format(source.name, source.folder))
        settings = trusting.with_answer(self._preferences.settings, source, allowed=allowed)
        self._preferences.change(pipelines=settings.pipelines)
        return allowed

    def _forget(self) -> None:
        """Let the list go with its project."""
        if self._dialog is not None:
            self._dialog.close()
            part_with(self._dialog)
            self._dialog = None
