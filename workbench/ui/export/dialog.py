"""An export, looked at while it is chosen: at the right stands what would be written.

The first articles are tried at once, all of them after that; whatever is chosen anew ends what was
tried before. Nothing is written until a place is named.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.errors import UserError
from workbench.operations import recipes, splitting
from workbench.operations.recipes import Recipe
from workbench.operations.trying import FIRST, Trial, try_export
from workbench.store import people
from workbench.ui.annotate.fields import plain_label
from workbench.ui.export.form import ExportForm
from workbench.ui.export.preview import Preview
from workbench.ui.export.saved import SavedRecipes
from workbench.ui.jobs import Jobs
from workbench.ui.messages import sentence
from workbench.ui.on_screen import begin_with
from workbench.ui.session import Session

TRYING = "try"
_PAUSE = 250  # milliseconds after a change
_SAVE = QDialogButtonBox.StandardButton.Save


class ExportDialog(QDialog):
    """Asks what goes out and how, and shows what would come of it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: Recipe | None = None
        known = [person.name for person in people.annotators(session.project)]
        self._form = ExportForm(session.scheme.layers, known, self)
        self._saved = SavedRecipes(session, self)
        self.preview = Preview(self)
        self._buttons = QDialogButtonBox(_SAVE | QDialogButtonBox.StandardButton.Cancel, self)
        self._jobs = Jobs(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setWindowTitle(self.tr("Export"))
        begin_with(self, 1160, 820)
        self._buttons.button(_SAVE).setText(self.tr("Export…"))
        self._lay_out()
        self._connect()
        self._offer()
        self._try()

    def recipe(self) -> Recipe:
        """What is asked for, once it can be."""
        return self._form.recipe()

    def accept(self) -> None:
        """Agree to what can be asked for, and to nothing else that was typed just now."""
        if self._sound() is not None:
            super().accept()

    def done(self, result: int) -> None:
        """Leave off trying."""
        self._asked = None
        self._pause.stop()
        self._jobs.close()
        super().done(result)

    def _lay_out(self) -> None:
        beside = QSplitter(self)
        left = self._column()
        beside.addWidget(left)
        beside.addWidget(self.preview)
        self.preview.setContentsMargins(14, 0, 0, 0)
        beside.setStretchFactor(1, 1)
        beside.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(beside, 1)
        layout.addWidget(self._buttons)

    def _column(self) -> QScrollArea:
        """What is asked for, which may be higher than the screen."""
        left, area = QWidget(self), QScrollArea(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(18)
        column.addWidget(self._saved)
        column.addWidget(self._form)
        receipt = self.tr("A receipt of what the format could not hold is written beside it.")
        column.addWidget(plain_label(receipt, "muted"))
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setWidget(left)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(left.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        return area

    def _connect(self) -> None:
        self._saved.chosen.connect(self._form.show_recipe)
        self._saved.save_asked.connect(self._save_recipe)
        self._saved.refused.connect(self._refuse)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._try)
        self._jobs.refused.connect(self._refuse)
        self._jobs.failed.connect(lambda _, reason: self.preview.say(reason))

    def _offer(self) -> None:
        """Look up what articles can be grouped by, which takes a look at all of them."""
        project, offer = self._session.project, self._form.articles.offer_groupings
        self._jobs.run("groupings", lambda _: splitting.groupings(project), then=offer)

    def _try(self) -> None:
        """Try what is asked for now; what was asked before is dropped."""
        self._jobs.cancel(TRYING)
        self._asked = self._sound()
        self._buttons.button(_SAVE).setEnabled(self._asked is not None)
        if self._asked is not None:
            self.preview.say(self.tr("Trying the export …"))
            self._run(self._asked, first=FIRST)
            self._run(self._asked, first=0)

    def _sound(self) -> Recipe | None:
        """What is asked for, if it can be; else it is said why not."""
        if self._form.nothing_ticked():
            self.preview.say(self.tr("Tick a layer."))
            return None
        try:
            asked = self.recipe()
            recipes.check(self._session.project, asked)
        except UserError as error:
            self._refuse(error)
            return None
        return asked

    def _save_recipe(self, name: str) -> None:
        asked = self._sound()
        if asked is not None:
            self._saved.save(name, asked)

    def _refuse(self, error: UserError) -> None:
        self.preview.say(sentence(error))

    def _run(self, asked: Recipe, *, first: int) -> None:
        project = self._session.project
        self._jobs.run(
            TRYING,
            lambda worker: try_export(project, recipe=asked, first=first, worker=worker),
            then=lambda trial: self._show(asked, trial, begins=bool(first)),
        )

    def _show(self, asked: Recipe, trial: Trial, *, begins: bool) -> None:
        if asked is not self._asked:
            return
        if not begins:
            finished = asked.choice.status == "done"
            self.preview.show_receipt(trial, quote=self._may_see(asked), finished=finished)
        elif self._may_see(asked):
            self.preview.show_beginning(trial.files)
        else:
            self.preview.hide_words()

    def _may_see(self, asked: Recipe) -> bool:
        """Whether the words may be shown: annotators stay blind to the work of others."""
        person = self._session.annotator
        if person.role == "reviewer" or asked.choice.whose == "suggestions":
            return True
        alone = {each.id for each in people.annotators(self._session.project)} <= {person.id}
        return alone and asked.choice.whose == "people"
