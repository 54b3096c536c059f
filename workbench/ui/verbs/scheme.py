"""The scheme: edited in a window of its own, written to a file, taken over from one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.domain.scheme import Scheme
from workbench.ui.farewell import part_with
from workbench.ui.session import Session
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.ui.scheme.editor import SchemeEditor
    from workbench.ui.scheme.edits import SchemeEdits


class SchemeVerbs:
    """Opens the scheme editor on the project of the window, one for each project.

    A scheme is read and written without it: to make it takes longer than that.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._editor: SchemeEditor | None = None
        self._edits: SchemeEdits | None = None
        window.session_shown.connect(self._on_session_shown)

    @property
    def editor(self) -> "SchemeEditor | None":
        """The editor of the project that is open, once it was asked for."""
        return self._editor

    def edit_scheme(self) -> None:
        """Show the scheme editor."""
        editor = self._ready()
        if editor is not None:
            editor.show()
            editor.activateWindow()

    def export_scheme(self) -> None:
        """Write the scheme as YAML."""
        edits = self._ready_edits()
        if edits is not None:
            edits.export()

    def import_scheme(self) -> None:
        """Take over a scheme, once its difference was seen."""
        edits = self._ready_edits()
        if edits is not None:
            edits.import_()

    def adopt(self, scheme: Scheme, then: Callable[[], object]) -> None:
        """Take over the scheme of a copy, once its difference was seen, and go on."""
        edits = self._ready_edits()
        if edits is not None:
            edits.adopt(scheme, then)

    def _ready_edits(self) -> "SchemeEdits | None":
        """Who edits: the editor, which says what was done as well, or one without it."""
        from workbench.ui.scheme.edits import SchemeEdits  # noqa: PLC0415

        session = self._window.session
        if self._editor is not None:
            return self._editor.edits
        if self._edits is None and session is not None:
            self._edits = SchemeEdits(session, self._window.ask, self._window)
            self._edits.told.connect(self._window.message.say)
        return self._edits

    def _ready(self) -> "SchemeEditor | None":
        """The editor of the open project, made when it is first needed."""
        from workbench.ui.scheme.editor import SchemeEditor  # noqa: PLC0415

        session = self._window.session
        if self._editor is None and session is not None:
            editor = self._editor = SchemeEditor(session, self._window.ask, self._window)
            editor.edits.told.connect(self._window.message.say)
            session.destroyed.connect(lambda: self._forget(editor))
        return self._editor

    def _on_session_shown(self, _session: Session) -> None:
        """Another project has another scheme."""
        if self._edits is not None:
            self._edits.deleteLater()
            self._edits = None
        if self._editor is not None:
            self._forget(self._editor)

    def _forget(self, editor: "SchemeEditor") -> None:
        """Let an editor go with its project."""
        if editor is self._editor:
            self._editor = None
            part_with(editor)
