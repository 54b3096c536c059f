"""When the tag chooser shows, and what it offers: after a selection, while a digit is awaited."""

from PySide6.QtCore import QObject, QPoint, QTimer

from workbench.ui.annotate.acts import Acts
from workbench.ui.annotate.chooser import Chooser
from workbench.ui.annotate.workspace import Workspace

WAIT = 250  # milliseconds that a growing selection is left in peace


class Tagging(QObject):
    """Shows and hides the chooser beside the selection; it never takes the focus."""

    def __init__(self, workspace: Workspace, acts: Acts) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._acts = acts
        self._pane = workspace.pane
        self.chooser = Chooser(workspace)
        self.chooser.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._show)
        self._pane.selection_finished.connect(self._timer.start)
        self._pane.selection_changed.connect(self._on_selection_changed)
        acts.pending_changed.connect(self._on_pending_changed)
        self.chooser.layer_chosen.connect(lambda layer: getattr(acts, f"layer_{layer}")())
        self.chooser.label_chosen.connect(acts.use_label)

    def _on_selection_changed(self) -> None:
        if self._pane.selection() is None:
            self._timer.stop()
            self.chooser.hide()

    def _on_pending_changed(self) -> None:
        if self._acts.pending.mode == "label" or self._pane.selection() is not None:
            self._show()
        else:
            self.chooser.hide()

    def _show(self) -> None:
        """Offer the labels of the awaited layer, or the layers."""
        pending = self._acts.pending
        if pending.layer is not None:
            self.chooser.show_labels(pending.layer)
        elif self._pane.selection() is not None:
            self.chooser.show_layers(self._workspace.session.scheme, "")
        else:
            return
        viewport = self._pane.viewport()
        corner = viewport.mapTo(self._workspace, QPoint(0, 0))
        anchor = self._pane.anchor_rect().translated(corner)
        self.chooser.place(anchor, viewport.rect().translated(corner))
        self.chooser.show()
        self.chooser.raise_()
