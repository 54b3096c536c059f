"""The history of what was done: shown beside the text, gone to, and taken back step by step."""

from PySide6.QtCore import QTimer

from workbench.domain.changes import Changes
from workbench.domain.span import hull
from workbench.operations import history, undoing
from workbench.operations.history import PastStep
from workbench.store import people
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.marks_of import past_marks
from workbench.ui.annotate.pages.history import HistoryPage, when
from workbench.ui.annotate.past_view import PastView
from workbench.ui.language import translate

_PAGE = "history"
FINDING = "history"  # name of a job
AT_ONCE = 500  # annotations of an article whose history is read while the window waits: 5 ms


class HistoryActs:
    """Shows the history, follows its steps to their places, and takes them back."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._page = HistoryPage(hand.workspace.side)
        hand.workspace.side.add_page(_PAGE, self._page)
        self._page.filter_changed.connect(self._read)
        self._page.step_chosen.connect(self._go_to)
        self._page.taking_back.connect(self._take_back)
        self._page.looking_back.connect(self._look_back)
        self._page.step_shown.connect(self._show_as_it_was)
        self._past: PastView | None = None
        hand.workspace.side.page_changed.connect(lambda _: self._page.look_back(on=False))
        # After the act is painted: what was just done need not stand in the list at once.
        self._refresh = QTimer(self._page)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self._read)
        hand.session.changed.connect(self._on_changed)
        hand.session.article_changed.connect(lambda _: self._on_changed())

    def history(self) -> None:
        """Show who did what; said again, the inspector."""
        workspace = self._hand.workspace
        if workspace.side.page() == _PAGE:
            workspace.show_inspector()
            return
        workspace.side.show_page(_PAGE)
        self._read()
        self._page.setFocus()

    def take_step_back(self) -> None:
        """Take the step in hand of the history back."""
        if self._hand.workspace.side.page() == _PAGE:
            self._page.take_back()

    def show_as_it_was(self) -> None:
        """Show the text as it was after the step in hand of the history; said again, as it is."""
        if self._hand.workspace.side.page() == _PAGE:
            self._page.look_back(on=not self._page.looks_back())

    def _read(self) -> None:
        session, page = self._hand.session, self._page
        project, whose = session.project, page.person
        article = session.article if page.article_only else ""
        at_least = page.needed()

        def read(before: int) -> list[PastStep]:
            return history.read(project, article=article, annotator=whose, before=before)

        page.show_persons(people.annotators(project), session.annotator)
        self._hand.lookups.cancel(FINDING)
        self._hand.lookups.run_or_finish(
            FINDING,
            lambda _: history.newest(project, article=article, annotator=whose, at_least=at_least),
            long=not article or len(self._hand.workspace.annotations()) > AT_ONCE,
            then=lambda steps: page.show_steps(steps, session.scheme, read=read),
        )

    def _on_changed(self, _changes: Changes | None = None) -> None:
        if self._hand.workspace.side.page() == _PAGE:
            self._refresh.start()

    def _take_back(self, step: PastStep) -> None:
        session = self._hand.session
        session.carry_out(
            "take_back",
            lambda _: history.taking_back(session.project, annotator=session.annotator, step=step),
            long=undoing.is_large(session.project, step.line.step),
        )

    def _go_to(self, step: PastStep) -> None:
        """Open the article of a step and take the mark that it touched in hand, if it is there."""
        workspace, touched = self._hand.workspace, step.touched
        self._page.look_back(on=False)
        if step.line.article:
            self._hand.session.open_article(step.line.article)
            workspace.side.show_page(_PAGE)
        if touched is not None and not touched.gone:
            workspace.focus_on_mark(touched.id)
            if workspace.pane.focused() != touched.id:
                workspace.pane.select(hull(touched.fragments))
        workspace.pane.setFocus()

    # --- as it was

    def _look_back(self, on: bool) -> None:  # noqa: FBT001  (Qt's signal)
        step = self._page.step()
        if on and step is not None:
            self._show_as_it_was(step)
        else:
            self._hand.workspace.middle.show_pane()

    def _show_as_it_was(self, step: PastStep) -> None:
        """Show a step's article in the place of the one in hand, if that is asked for."""
        workspace, session = self._hand.workspace, self._hand.session
        if not self._page.looks_back():
            return
        if not step.line.article:
            workspace.middle.show_pane()
            return
        self._past = self._past or PastView(workspace.pane, workspace.middle)
        text, marked = history.as_it_was(session.project, step)
        said = translate("HistoryActs", "As it was · {} · the marks of {}")
        who = step.line.name or translate("HistoryActs", "nobody")
        marks = past_marks(marked, session.scheme)
        self._past.show_text(text, marks, said.format(when(step.line.time), who))
        workspace.middle.show_instead(self._past)
        self._page.setFocus()
