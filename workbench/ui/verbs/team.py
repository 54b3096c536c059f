"""Working in a team: articles given to people, shares handed out, copies merged.

Each is looked at before it is done, and both run beside the window.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.operations import people, places
from workbench.ui.farewell import part_with
from workbench.ui.language import number, translate
from workbench.ui.messages import sentence
from workbench.ui.neighbours import Neighbours
from workbench.ui.session import Session
from workbench.ui.verbs.scheme import SchemeVerbs
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.operations.assigning import Assigned, Wish
    from workbench.operations.merging import Merged, Preview
    from workbench.store.handing_out import Share
    from workbench.ui.team.assign_dialog import AssignDialog

_BALANCE = "balance"  # name of a job


class TeamVerbs:
    """Assigns, hands out and merges."""

    def __init__(self, window: Window, schemes: SchemeVerbs) -> None:
        self._window = window
        self._schemes = schemes
        window.session_shown.connect(self._on_session_shown)

    # --- assigning

    def assign_articles(self) -> None:
        """Give articles to people, once the balance was seen."""
        from workbench.ui.team.assign_dialog import AssignDialog  # noqa: PLC0415

        session = self._window.session
        if session is None:
            return
        known = people.everyone(session.project)
        dialog = AssignDialog(known, session.scheme.layers, self._window)
        dialog.wished.connect(lambda wish: self._preview(session, wish, dialog))
        self._preview(session, dialog.wish(), dialog)
        if self._window.ask.answered(dialog):
            self._assign(session, dialog.wish())
        self._window.lookups.cancel(_BALANCE)
        part_with(dialog)

    def _preview(self, session: Session, wish: "Wish", dialog: "AssignDialog") -> None:
        from workbench.operations import assigning  # noqa: PLC0415

        project = session.project
        self._window.lookups.cancel(_BALANCE)
        self._window.lookups.run(
            _BALANCE, lambda _: assigning.preview(project, wish), then=dialog.show_balance
        )

    def _assign(self, session: Session, wish: "Wish") -> None:
        from workbench.operations import assigning  # noqa: PLC0415

        project, who = session.project, session.annotator
        team = [people.annotator_named(project, person.name) for person in wish.annotators]
        named = replace(wish, annotators=team)
        self._window.jobs.run(
            "assign",
            lambda _: assigning.assigning(project, annotator=who, wish=named),
            then=self._tell_assigned,
        )

    def _tell_assigned(self, report: "Assigned") -> None:
        loads = ", ".join(f"{name} {number(load)}" for name, load in report.loads.items())
        told = translate("TeamVerbs", "Articles assigned anew: {} of {}. Each has: {}.")
        self._window.message.say(told.format(number(report.new), number(report.articles), loads))

    # --- handing out

    def hand_out(self) -> None:
        """Write a person's share into a file of their own."""
        from workbench.operations import assigning, handing_out  # noqa: PLC0415
        from workbench.ui.team.hand_out_dialog import HandOutDialog  # noqa: PLC0415

        session = self._window.session
        if session is None:
            return
        project = session.project
        shares = assigning.shares(project)
        if not shares:
            told = translate("TeamVerbs", "Nobody has articles yet. Assign articles first.")
            self._window.message.say(told)
            return
        dialog = HandOutDialog(shares, self._window)
        agreed, person = self._window.ask.answered(dialog), dialog.person()
        part_with(dialog)
        out = self._window.ask.share_to_write(person.name) if agreed else None
        if out is not None:
            self._window.jobs.run(
                "handout",
                lambda worker: handing_out.hand_out(
                    project, annotator=person, out=out, worker=worker
                ),
                then=lambda share: self._tell_share(out, share),
            )

    def _tell_share(self, out: Path, share: "Share") -> None:
        told = translate("TeamVerbs", "Articles written: {}, annotations: {}, to {}.")
        self._window.message.say(
            told.format(number(share.articles), number(share.annotations), out.name)
        )

    # --- merging

    def merge_copies(self) -> None:
        """Merge copies that the person picks, once it was seen what comes in."""
        paths = self._window.ask.copies_to_merge() if self._window.session is not None else []
        if paths:
            self._look(paths, keep_scheme=False)

    def _on_session_shown(self, session: Session) -> None:
        """Watch the folder before anything is asked: its names are gone through once."""
        copies = places.set_aside(session.project.origin)
        self._watch(session, copies)
        self._look_around(session, copies)

    def _look_around(self, session: Session, copies: list[Path]) -> None:
        """Say where a project lies, and offer to merge the copies that a service set aside."""
        concerns = places.concerns(session.project, copies)
        for concern in concerns:
            self._window.warn(concern)
        if any(concern.key == "operations.copies_set_aside" for concern in concerns):
            question = translate("TeamVerbs", "Look at what merging them would bring in?")
            told = "\n".join((*map(sentence, concerns), question))
            if not session.project.only_read and self._window.ask.sure(told):
                self._look(copies, keep_scheme=False)

    def _watch(self, session: Session, copies: list[Path]) -> None:
        """Name copies that a service sets aside while the project is open."""
        window, project = self._window, session.project
        if project.only_read:
            return
        neighbours = Neighbours(project.path, copies, window.lookups, session)
        neighbours.changed.connect(
            lambda came: window.notice.say(
                sentence(places.named(project.path, came)) if came else ""
            )
        )
        window.session_leaving.connect(neighbours.close)

    def _look(self, paths: list[Path], *, keep_scheme: bool) -> None:
        from workbench.operations import merging  # noqa: PLC0415

        session = self._window.session
        if session is None:
            return
        project = session.project
        self._window.jobs.run(
            "look",
            lambda worker: merging.preview(project, paths, keep_scheme=keep_scheme, worker=worker),
            then=lambda preview: self._show(session, preview, keep_scheme=keep_scheme),
        )

    def _show(self, session: Session, preview: "Preview", *, keep_scheme: bool) -> None:
        """Show what would come in, and go on where that is wanted."""
        from workbench.ui.team.merge_dialog import MergeDialog  # noqa: PLC0415

        if session is not self._window.session:
            return
        if preview.schemes:
            self._ask_for_scheme(preview)
        elif preview.nothing:
            self._window.message.forget()
            told = translate("TeamVerbs", "Nothing new: all of it is known here.")
            self._window.message.say(told)
        else:
            dialog = MergeDialog(preview, self._window)
            agreed = self._window.ask.answered(dialog)
            part_with(dialog)
            if agreed:
                self._merge(session, list(preview.paths), keep_scheme=keep_scheme)

    def _ask_for_scheme(self, preview: "Preview") -> None:
        """Ask which scheme holds, then look again."""
        from workbench.ui.team.schemes_dialog import SchemesDialog  # noqa: PLC0415

        other = preview.schemes[0]
        dialog = SchemesDialog(other, self._window)
        agreed = self._window.ask.answered(dialog)
        answer = dialog.answer
        part_with(dialog)
        paths = list(preview.paths)
        if agreed and answer == "ours":
            self._look(paths, keep_scheme=True)
        elif agreed:
            self._schemes.adopt(other.scheme, lambda: self._look(paths, keep_scheme=False))

    def _merge(self, session: Session, paths: list[Path], *, keep_scheme: bool) -> None:
        from workbench.operations import merging  # noqa: PLC0415

        project, who = session.project, session.annotator
        self._window.jobs.run(
            "merge",
            lambda worker: merging.merge(
                project, paths, annotator=who, keep_scheme=keep_scheme, worker=worker
            ),
            then=self._tell_merged,
        )

    def _tell_merged(self, merged: "Merged") -> None:
        self._window.message.forget()  # of copies that are no concern any more
        found = merged.preview
        told = translate("TeamVerbs", "Merged. New annotations: {}, in articles: {}; gave way: {}.")
        numbers = (found.number("annotation"), found.articles, len(found.lost))
        self._window.message.say(told.format(*map(number, numbers)))
