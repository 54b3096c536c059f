"""Going from room to room: Annotate, always there, Review and Corpus, made when first wanted.

Only one who reviews sees the work of others side by side: whoever annotates stays blind to it, and
finds their own work alone counted in Corpus.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.farewell import part_with
from workbench.ui.jobs import Jobs
from workbench.ui.language import translate
from workbench.ui.rail import ANNOTATE, CORPUS, REVIEW
from workbench.ui.session import Session
from workbench.ui.window import Window

if TYPE_CHECKING:
    from workbench.ui.corpus.workspace import CorpusWorkspace
    from workbench.ui.review.workspace import ReviewWorkspace


class RoomVerbs(QObject):
    """Brings rooms to the front."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._review: ReviewWorkspace | None = None
        self._acts: tuple[object, ...] = ()
        self._corpus: CorpusWorkspace | None = None
        self._counting: tuple[object, ...] = ()
        # What each room computes, so that it waits for no long job, and ends with its project.
        self._jobs, self._counts = Jobs(self), Jobs(self)
        for jobs in (self._jobs, self._counts):
            jobs.refused.connect(window.refuse)
            jobs.failed.connect(lambda _, reason: window.message.say(reason, alarm=True))
        window.progress.follow(self._jobs)
        window.rail.chosen.connect(self._on_chosen)
        window.session_leaving.connect(self._leave)
        window.session_shown.connect(self._on_session_shown)

    def show_annotate(self) -> None:
        """Go to the texts and mark them."""
        workspace = self._window.workspace
        if workspace is not None:
            self._window.show_room(ANNOTATE, workspace, self._window.annotate_acts)
            workspace.pane.setFocus()

    def show_review(self) -> None:
        """Go to what people agree on and where they differ."""
        session = self._window.session
        if session is None:
            return
        if session.annotator.role != "reviewer":
            self._window.rail.show_room(ANNOTATE)
            self._window.message.say(
                translate(
                    "RoomVerbs",
                    "Only a reviewer sees the work of others side by side. To review, work as "
                    "another person and choose the role of a reviewer.",
                ),
                alarm=True,
            )
            return
        self._window.message.clear()  # a refusal, perhaps, that is true no longer
        review = self._review or self._make(session)
        self._window.show_room(REVIEW, review, self._acts)

    def _make(self, session: Session) -> "ReviewWorkspace":
        """Make the room; whoever only annotates never loads what it needs."""
        from workbench.ui.review.lanes.keys import LanesKeys  # noqa: PLC0415
        from workbench.ui.review.workspace import ReviewWorkspace  # noqa: PLC0415
        from workbench.ui.verbs.review import ReviewVerbs  # noqa: PLC0415

        window = self._window
        review = self._review = ReviewWorkspace(session, self._jobs, window)
        keys = LanesKeys(review.lanes, window.dispatch, window.keys())
        window.keys_given.connect(keys.use_keys)
        window.tokens_changed.connect(review.overview.set_tokens)
        window.rooms.addWidget(review)
        window.add_pane(review.lanes.pane)
        window.set_tokens(window.tokens)
        review.desk.hint.connect(window.message.say)
        self._acts = (ReviewVerbs(window, review),)
        review.compare_again()
        return review

    def show_corpus(self) -> None:
        """Go to what there is in the project, counted."""
        session = self._window.session
        if session is not None:
            corpus = self._corpus or self._make_corpus(session)
            self._window.show_room(CORPUS, corpus, self._counting)

    def _make_corpus(self, session: Session) -> "CorpusWorkspace":
        """Make the room of counts; whoever never looks at them never loads it."""
        from workbench.ui.corpus.workspace import CorpusWorkspace  # noqa: PLC0415
        from workbench.ui.verbs.counts import CountVerbs  # noqa: PLC0415

        window = self._window
        corpus = self._corpus = CorpusWorkspace(session, self._counts, window)
        corpus.said.connect(window.dispatch.say)
        corpus.set_tokens(window.tokens)
        window.tokens_changed.connect(corpus.set_tokens)
        window.rooms.addWidget(corpus)
        self._counting = (CountVerbs(window, corpus, session),)
        return corpus

    def _on_chosen(self, room: str) -> None:
        shows = {REVIEW: self.show_review, CORPUS: self.show_corpus}
        shows.get(room, self.show_annotate)()

    def _on_session_shown(self, session: Session) -> None:
        session.annotator_changed.connect(self._on_annotator_changed)

    def _on_annotator_changed(self) -> None:
        """Whoever may not see the room leaves it, and nothing is computed for it any more."""
        session = self._window.session
        if session is not None and session.annotator.role != "reviewer":
            self._jobs.cancel("compare", "measure")
            if self._window.rail.room() != CORPUS:
                self.show_annotate()

    def _leave(self) -> None:
        for jobs in (self._jobs, self._counts):
            jobs.close()
        made = (self._review, self._corpus)
        self._review, self._corpus, self._acts, self._counting = None, None, (), ()
        for room in made:
            if room is not None:
                self._window.rooms.removeWidget(room)
                part_with(room)
