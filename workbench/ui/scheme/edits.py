"""What a person does to the scheme: counted, asked for where work would go, and carried out.

In a project with much work the counting and the writing run beside the window, so that what follows
on an edit comes `then`.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from workbench.domain.errors import UserError
from workbench.domain.refitting import Effect, Noun
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_editing import Add, Adopt, Change, Edit, Move, Remove, Rename, Spot
from workbench.domain.scheme_places import Place, item_at, items_at, labels_of
from workbench.formats.scheme_yaml import read_scheme
from workbench.operations import scheme_editing, scheme_files
from workbench.operations.progress import LongVerb
from workbench.operations.scheme_files import Proposal
from workbench.ui.ask import Ask
from workbench.ui.commands import meaning_in_pane
from workbench.ui.farewell import part_with
from workbench.ui.scheme.naming import DIGITS, new_item, with_what_it_needs
from workbench.ui.scheme.proposal_dialog import ProposalDialog, Replaced
from workbench.ui.scheme.removal_dialog import RemovalDialog
from workbench.ui.scheme.words import effect_in_words
from workbench.ui.session import Session

T = TypeVar("T")
Act = Callable[[], object]
_WEIGHING, _EDITING = "weigh", "scheme"  # names of jobs


def _nothing() -> None:
    """Go on with nothing."""


def _loses_work(effect: Effect) -> bool:
    return effect.loses_work


class SchemeEdits(QObject):
    """Carries edits out on the project of a session, for a window that asks."""

    told = Signal(str)  # what an edit did to the work
    kept = Signal()  # something was not wanted after all

    def __init__(self, session: Session, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._window = parent

    def usage(self, spot: Spot) -> dict[Noun, int]:
        """How much of the work uses a thing."""
        return scheme_editing.usage_of(self._session.project, *spot)

    def add(self, spot: Spot, then: Callable[[Spot], object]) -> None:
        """Add a thing of a name that is asked for, to the list of what is in hand."""
        place = list_to_add_to(spot)
        name = self._ask.text(self.tr("What is it called?"))
        if name:
            item = new_item(self._session.scheme, place, name)
            self._do(Add(place, item), then=lambda: then((place, item.id)))

    def change(self, spot: Spot, name: str, value: object, then: Act = _nothing) -> None:
        """Change one property of a thing."""
        place, id = spot
        item = item_at(self._session.scheme, place, id)
        self._do(Change(place, id, with_what_it_needs(item, name, value)), then=then)

    def warn_of_key(self, place: Place, key: str) -> None:
        """Say it where a key will not be heard in the text."""
        meaning = meaning_in_pane(key.upper())
        if place.kind == "layer" and meaning:
            told = self.tr("In the text {} means “{}” already. Choose another letter.")
            self.told.emit(told.format(key.upper(), meaning))
        elif place.kind == "label" and key and key not in DIGITS:
            self.told.emit(
                self.tr("Labels are picked by digits: {} will not be heard.").format(key)
            )

    def rename_value(self, spot: Spot, value: str, into: str) -> None:
        """Call a value otherwise; one that there is already joins the two, which is asked for."""
        place, id = spot
        edit = Rename(place, id, value, into)
        joins = into in item_at(self._session.scheme, place, id).values
        self._do(edit, asks=bool if joins else _loses_work)

    def move(self, spot: Spot, step: int) -> None:
        """Move a thing up or down in its list."""
        place, id = spot
        ids = [item.id for item in items_at(self._session.scheme, place)]
        to = ids.index(id) + step
        if 0 <= to < len(ids):
            self._do(Move(place, id, to))

    def remove(self, spot: Spot) -> None:
        """Take a thing out; for a label in use it is asked what takes its place."""
        place, id = spot
        if place.kind == "label" and self.usage(spot):
            self._remove_label(place, id)
        else:
            self._do(Remove(place, id))

    def _remove_label(self, place: Place, id: str) -> None:
        labels = items_at(self._session.scheme, place)
        label = item_at(self._session.scheme, place, id)
        others = [other for other in labels if other.id != id]
        dialog = RemovalDialog(place, label, others, weigh=self._weigh, parent=self._window)
        agreed, edit, effect = self._ask.answered(dialog), dialog.edit(), dialog.effect
        self._let_go(dialog)
        if agreed:
            self._carry_out(edit, effect)

    def _let_go(self, dialog: QDialog) -> None:
        """Let a dialog go, for which something may be counted still."""
        self._session.acts.cancel(_WEIGHING)
        part_with(dialog)

    # --- files

    def export(self) -> None:
        """Write the scheme to a file that is asked for."""
        project, id = self._session.project, self._session.scheme.id
        out = self._ask.file_to_write(f"{id}.yaml")
        if out is not None and self._guarded(lambda: scheme_files.export_scheme(project, out)):
            self.told.emit(self.tr("The scheme was written to {}.").format(out))

    def import_(self) -> None:
        """Take a scheme over from a file, once its difference was seen."""
        path = self._ask.scheme_to_read()
        if path is not None:
            self._guarded(lambda: self.adopt(read_scheme(path)))

    def adopt(self, scheme: Scheme, then: Act = _nothing) -> None:
        """Take a scheme over, once its difference was seen."""
        self._propose(scheme, {}, lambda proposal: self._show(scheme, proposal, then))

    def _propose(
        self, scheme: Scheme, labels: Replaced, then: Callable[[Proposal], object]
    ) -> None:
        """Say what a scheme would do with some labels in the place of others."""
        project = self._session.project
        verb = scheme_files.proposing(project, scheme, labels=labels)
        self._look(verb, Adopt(scheme, labels), then, self._session.refused.emit)

    def _show(self, scheme: Scheme, proposal: Proposal, then: Act) -> None:
        """Show in what a scheme differs, and take it over where that is wanted."""
        if not proposal.difference:
            self.told.emit(self.tr("The project has this scheme already."))
            then()
            return
        dialog = ProposalDialog(
            proposal,
            propose=lambda labels, done: self._propose(scheme, labels, done),
            parent=self._window,
        )
        agreed, taken = self._ask.answered(dialog), dialog.proposal()
        self._let_go(dialog)
        if agreed:
            self._carry_out(taken.edit, taken.effect, then)

    # --- carrying out

    def _do(
        self, edit: Edit, *, asks: Callable[[Effect], bool] = _loses_work, then: Act = _nothing
    ) -> None:
        """Carry an edit out; `asks` says of its effect whether the person is asked first."""

        def go_on(effect: Effect) -> None:
            if asks(effect) and not self._ask.sure(effect_in_words(effect)):
                self.kept.emit()
            else:
                self._carry_out(edit, effect, then)

        self._weigh(edit, go_on, self._session.refused.emit)

    def _weigh(
        self,
        edit: Edit,
        then: Callable[[Effect], object],
        refused: Callable[[UserError], object],
    ) -> None:
        """Count what an edit would do to the work."""
        project = self._session.project
        self._look(scheme_editing.weighing(project, edit), edit, then, refused)

    def _look(
        self,
        verb: LongVerb[T],
        edit: Edit,
        then: Callable[[T], object],
        refused: Callable[[UserError], object],
    ) -> None:
        """Look what an edit would do, in place of one that was looked at before."""
        acts = self._session.acts
        acts.cancel(_WEIGHING)
        try:
            long = scheme_editing.takes_long(self._session.project, edit)
        except UserError as error:
            refused(error)
        else:
            acts.run_or_finish(_WEIGHING, lambda _: verb, long=long, then=then)

    def _carry_out(self, edit: Edit, effect: Effect, then: Act = _nothing) -> None:
        """Carry out an edit whose effect is known and wanted."""
        session, project = self._session, self._session.project
        session.carry_out(
            _EDITING,
            lambda _: scheme_editing.editing(
                project, annotator=session.annotator, edit=edit, losing=effect.loses_work
            ),
            long=scheme_editing.takes_long(project, edit),
            then=lambda _: self._end(effect, then),
        )

    def _end(self, effect: Effect, then: Act) -> None:
        """Say what an edit did, and go on."""
        if effect:
            self.told.emit(effect_in_words(effect))
        then()

    def _guarded(self, act: Callable[[], object]) -> bool:
        """Do something with a file; what the person can mend is said."""
        try:
            act()
        except UserError as error:
            self._session.refused.emit(error)
            return False
        return True


def list_to_add_to(spot: Spot) -> Place:
    """Where something new goes while a thing is in hand: beside it, or among a layer's labels."""
    place, id = spot
    return labels_of(id) if place.kind == "layer" else place
