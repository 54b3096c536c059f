"""Whose suggestions are shown, in a window of its own beside the text.

It holds nothing: every tick, every suggester that is made or taken away is one operation on the
live project, which undo takes back. An earlier learned model is chosen by its tick: what stood in
that layer steps back.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.suggester_source import NEWS_EN, SuggesterSource, free_name
from workbench.operations import suggesters
from workbench.ui.annotate.fields import plain_label
from workbench.ui.ask import Ask
from workbench.ui.bars import MessageBar
from workbench.ui.farewell import part_with
from workbench.ui.jobs import Jobs
from workbench.ui.messages import sentence
from workbench.ui.on_screen import begin_with
from workbench.ui.session import Session
from workbench.ui.suggesters.labels_dialog import LabelsDialog
from workbench.ui.suggesters.rule_dialog import RuleDialog, RuleKind
from workbench.ui.suggesters.source_list import SourceList

Allowed = Callable[[SuggesterSource], bool]


class SuggestersDialog(QDialog):
    """The list of suggesters; `allowed` asks whether one from a folder may be loaded."""

    def __init__(
        self, session: Session, ask: Ask, lookups: Jobs, allowed: Allowed, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Suggesters"))
        begin_with(self, 760, 460)
        self._session, self._ask, self._lookups = session, ask, lookups
        self._allowed = allowed
        self._message, self.list = MessageBar(self), SourceList(self)
        self._acts = (  # by keys that no command has: those of the window are heard here too
            (self.tr("Words…"), "Alt+W", self.add_words),
            (self.tr("Pattern…"), "Alt+P", self.add_pattern),
            (self.tr("Pipeline folder…"), "Alt+F", self.add_pipeline),
            (self.tr("Change…"), "Alt+C", self.change),
            (self.tr("Remove"), "Del", self.remove),
            (self.tr("Undo"), "Ctrl+Z", session.undo),
        )
        self._lay_out()
        # Later, since the row that tells of its tick is made anew by what follows.
        self.list.used.connect(self._use, Qt.ConnectionType.QueuedConnection)
        self.list.meant.connect(self.change)
        session.changed.connect(self._on_changed)
        session.annotator_changed.connect(self._show)
        session.refused.connect(lambda error: self._message.say(sentence(error), alarm=True))
        session.acted.connect(self._message.clear)
        self._show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for text, key, act in self._acts:
            button = QPushButton(text, self)
            button.setToolTip(key)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            QShortcut(QKeySequence(key), self, act)
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 16)
        rows.setSpacing(10)
        rows.addWidget(self._message)
        told = self.tr("Ticked are the layers in which a suggester is shown; Space ticks.")
        rows.addWidget(plain_label(told, "muted"))
        rows.addWidget(self.list, 1)
        rows.addLayout(buttons)

    # --- what a person does

    def add_words(self) -> None:
        """Write a list of words."""
        self._add_rule("words")

    def add_pattern(self) -> None:
        """Write a pattern."""
        self._add_rule("pattern")

    def add_pipeline(self) -> None:
        """Take a pipeline from a folder, once it may be loaded."""
        folder = self._ask.pipeline_folder()
        if folder is not None:
            self._guarded(lambda: self._add_folder(folder))

    def change(self) -> None:
        """Write what is in hand anew, or say otherwise what a pipeline's labels mean."""
        source = self.list.source()
        if source is None:
            return
        if source.kind == "pattern" or source.kind == "words":  # noqa: PLR1714 - mypy narrows so
            dialog = RuleDialog(source.kind, self._session, self._lookups, self, source=source)
            self._put_in_place(source, dialog)
        elif source.kind == "pipeline" and self._allowed(source):
            self._guarded(lambda: self._put_in_place(source, self._labels_of(source)))

    def remove(self) -> None:
        """Take the suggester in hand away, and what it suggested; what was accepted stays."""
        source = self.list.source()
        if source is not None and source.id:
            self._session.do(suggesters.remove, name=source.name)

    def _use(self, source: SuggesterSource, layers: tuple[str, ...]) -> None:
        refused = bool(layers) and not self._allowed(source)
        if refused or self._session.do(suggesters.use, name=source.name, layers=layers) is None:
            self._show()

    def _add_rule(self, kind: RuleKind) -> None:
        self._keep(RuleDialog(kind, self._session, self._lookups, self))

    def _add_folder(self, folder: Path) -> None:
        """Ask what a pipeline's labels mean, and keep it; raises `UserError` for what is none."""
        taken = {source.name for source in suggesters.known_sources(self._session.project)}
        name = free_name(folder.name, taken)
        source = suggesters.pipeline_at(self._session.project, name, where=str(folder))
        if self._allowed(source):
            self._keep(self._labels_of(source))

    def _labels_of(self, source: SuggesterSource) -> LabelsDialog:
        labels = suggesters.labels_of(source)
        return LabelsDialog(source, labels, self._session, self._lookups, self)

    def _keep(self, dialog: RuleDialog | LabelsDialog) -> None:
        if self._ask.answered(dialog):
            self._session.do(suggesters.add, source=dialog.source())
            self.list.go_to(dialog.source().name)
        self._come_back(dialog)

    def _put_in_place(self, source: SuggesterSource, dialog: RuleDialog | LabelsDialog) -> None:
        if self._ask.answered(dialog) and dialog.source().spec != source.spec:
            changed = dialog.source()
            if source.id:
                self._session.do(suggesters.change, name=source.name, source=changed)
            else:
                self._session.do(suggesters.add, source=changed)
        self._come_back(dialog)

    def _come_back(self, dialog: QDialog) -> None:
        """Go on in the list."""
        part_with(dialog)
        self.activateWindow()
        self.list.setFocus()

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            self._message.say(sentence(error), alarm=True)

    # --- what is shown

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("suggester", "scheme", "layer", "label"):
            self._show()

    def _show(self) -> None:
        """Show what the person can choose from: nobody sees what others taught."""
        who = self._session.annotator.id
        known = suggesters.known_sources(self._session.project)
        mine = [source for source in known if source.annotator in ("", who)]
        self.list.show_sources(
            sorted(mine, key=lambda source: source.name != NEWS_EN.name), self._session.scheme
        )
