"""What a person does to the scheme: counted, asked for where work would go, and carried out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.errors import UserError
from workbench.domain.refitting import Effect, Noun
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_editing import Add, Change, Edit, Move, Remove, Rename, Spot
from workbench.domain.scheme_places import Place, item_at, items_at, labels_of
from workbench.formats.scheme_yaml import read_scheme
from workbench.operations import scheme_editing, scheme_files
from workbench.ui.ask import Ask
from workbench.ui.commands import meaning_in_pane
from workbench.ui.scheme.naming import DIGITS, new_item, with_what_it_needs
from workbench.ui.scheme.proposal_dialog import ProposalDialog
from workbench.ui.scheme.removal_dialog import RemovalDialog
from workbench.ui.scheme.words import effect_in_words
from workbench.ui.session import Session


def _loses_work(effect: Effect) -> bool:
    return effect.loses_work


def _was_asked(_: Effect) -> bool:
    """A dialog showed the effect already."""
    return False


class SchemeEdits(QObject):
    """Carries edits out on the project of a session, for a window that asks."""

    told = Signal(str)  # what an edit did to the work

    def __init__(self, session: Session, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._window = parent

    def usage(self, spot: Spot) -> dict[Noun, int]:
        """How much of the work uses a thing."""
        return scheme_editing.usage_of(self._session.project, *spot)

    def add(self, spot: Spot) -> Spot | None:
        """Add a thing of a name that is asked for, to the list of what is in hand."""
        place = list_to_add_to(spot)
        name = self._ask.text(self.tr("What is it called?"))
        if not name:
            return None
        item = new_item(self._session.scheme, place, name)
        return (place, item.id) if self._do(Add(place, item)) else None

    def change(self, spot: Spot, name: str, value: object) -> bool:
        """Change one property of a thing; False where that was refused or not wanted."""
        place, id = spot
        item = item_at(self._session.scheme, place, id)
        done = self._do(Change(place, id, with_what_it_needs(item, name, value)))
        if done and name == "key":
            self._warn_of_key(place, str(value))
        return done

    def _warn_of_key(self, place: Place, key: str) -> None:
        """Say it where a key will not be heard in the text."""
        meaning = meaning_in_pane(key.upper())
        if place.kind == "layer" and meaning:
            told = self.tr("In the text {} means “{}” already. Choose another letter.")
            self.told.emit(told.format(key.upper(), meaning))
        elif place.kind == "label" and key and key not in DIGITS:
            self.told.emit(
                self.tr("Labels are picked by digits: {} will not be heard.").format(key)
            )

    def rename_value(self, spot: Spot, value: str, into: str) -> bool:
        """Call a value otherwise; one that there is already joins the two, which is asked for."""
        place, id = spot
        edit = Rename(place, id, value, into)
        joins = into in item_at(self._session.scheme, place, id).values
        return self._do(edit, asks=bool if joins else _loses_work)

    def move(self, spot: Spot, step: int) -> bool:
        """Move a thing up or down in its list."""
        place, id = spot
        ids = [item.id for item in items_at(self._session.scheme, place)]
        to = ids.index(id) + step
        return 0 <= to < len(ids) and self._do(Move(place, id, to))

    def remove(self, spot: Spot) -> bool:
        """Take a thing out; for a label in use it is asked what takes its place."""
        place, id = spot
        if place.kind == "label" and self.usage(spot):
            return self._remove_label(place, id)
        return self._do(Remove(place, id))

    def _remove_label(self, place: Place, id: str) -> bool:
        labels = items_at(self._session.scheme, place)
        label = item_at(self._session.scheme, place, id)
        dialog = RemovalDialog(
            place,
            label,
            [other for other in labels if other.id != id],
            effect_of=lambda edit: scheme_editing.effect_of(self._session.project, edit),
            parent=self._window,
        )
        agreed = self._ask.answered(dialog)
        edit = dialog.edit()
        dialog.deleteLater()
        return agreed and self._do(edit, asks=_was_asked)

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

    def adopt(self, scheme: Scheme) -> bool:
        """Take a scheme over, once its difference was seen; whether it was taken."""
        project = self._session.project
        proposal = scheme_files.propose(project, scheme)
        if not proposal.difference:
            self.told.emit(self.tr("The project has this scheme already."))
            return True
        dialog = ProposalDialog(
            proposal,
            propose=lambda labels: scheme_files.propose(project, scheme, labels=labels),
            parent=self._window,
        )
        agreed, edit = self._ask.answered(dialog), dialog.edit()
        dialog.deleteLater()
        return agreed and self._do(edit, asks=_was_asked)

    # --- carrying out

    def _do(self, edit: Edit, *, asks: Callable[[Effect], bool] = _loses_work) -> bool:
        """Carry an edit out; `asks` says of its effect whether the person is asked first."""
        try:
            effect = scheme_editing.effect_of(self._session.project, edit)
        except UserError as error:
            self._session.refused.emit(error)
            return False
        if asks(effect) and not self._ask.sure(effect_in_words(effect)):
            return False
        verb, losing = scheme_editing.edit_scheme, effect.loses_work
        done = self._session.do(verb, edit=edit, losing=losing) is not None
        if done and effect:
            self.told.emit(effect_in_words(effect))
        return done

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
