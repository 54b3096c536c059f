"""When the chooser shows, and what it offers: after a selection, and while a digit is awaited.

It shows only while keys go to the text.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer

from workbench.ui.annotate.choosing.chooser import Chooser
from workbench.ui.annotate.hand import Hand
from workbench.ui.dispatch import Dispatch

WAIT = 250  # milliseconds that a growing selection is left in peace


class Tagging(QObject):
    """Shows and hides the chooser beside the selection; it never takes the focus."""

    def __init__(self, hand: Hand, dispatch: Dispatch) -> None:
        super().__init__(hand.workspace)
        self._hand = hand
        self._pane = hand.pane
        self.chooser = Chooser(hand.workspace)
        self.chooser.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._show)
        self._pane.installEventFilter(self)
        self._pane.selection_finished.connect(self._timer.start)
        self._pane.selection_changed.connect(self._on_selection_changed)
        hand.question_changed.connect(self._on_question_changed)
        self.chooser.layer_chosen.connect(lambda layer: dispatch.say(f"layer_{layer}"))
        self.chooser.choice_made.connect(hand.take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the chooser only while keys go to the text: elsewhere they mean something else."""
        if event.type() == QEvent.Type.FocusOut:
            self._timer.stop()
            self.chooser.hide()
        elif event.type() == QEvent.Type.FocusIn and self._hand.question:
            self._show()
        return super().eventFilter(watched, event)

    def _on_selection_changed(self) -> None:
        if self._pane.selection() is None and not self._hand.question:
            self._timer.stop()
            self.chooser.hide()

    def _on_question_changed(self) -> None:
        if self._hand.question or self._pane.selection() is not None:
            self._show()
        else:
            self.chooser.hide()

    def _show(self) -> None:
        """Offer the answers to the question that waits, else the layers."""
        if self._hand.question:
            self.chooser.show_question(self._hand.question)
        elif self._pane.selection() is not None:
            self.chooser.show_layers(self._hand.scheme, self._recent())
        else:
            return
        viewport = self._pane.viewport()
        corner = viewport.mapTo(self._hand.workspace, QPoint(0, 0))
        anchor = self._pane.anchor_rect().translated(corner)
        self.chooser.place(anchor, viewport.rect().translated(corner))
        self.chooser.show()
        self.chooser.raise_()

    def _recent(self) -> str:
        """The name of the label used last, empty for none."""
        recent = self._hand.recent
        return self._hand.scheme.label(*recent).name if recent else ""
