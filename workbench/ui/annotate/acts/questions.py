"""Questions and answers, in the side column."""

from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.operations import questions
from workbench.operations.questions import Asked
from workbench.ui.annotate.hand import Hand
from workbench.ui.annotate.pages.questions import QuestionsPage

PAGE = "questions"
FINDING = "questions"  # name of a job


class QuestionActs:
    """Shows the questions of the project, and answers them as a reviewer."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._page = QuestionsPage(hand.workspace.side)
        hand.workspace.side.add_page(PAGE, self._page)
        self._page.chosen.connect(self._go_to)
        self._page.answered.connect(self._answer)
        hand.session.changed.connect(self._on_changed)
        hand.session.annotator_changed.connect(self._on_annotator_changed)

    def show_questions(self) -> None:
        """List the questions; said again, the inspector."""
        side = self._hand.workspace.side
        if side.page() == PAGE:
            self._hand.workspace.show_inspector()
            return
        self._fill()
        side.show_page(PAGE)
        self._page.setFocus()

    def _fill(self) -> None:
        project, who = self._hand.session.project, self._hand.session.annotator
        self._hand.lookups.cancel(FINDING)
        self._hand.lookups.run(
            FINDING,
            lambda _: questions.looked_up(project, annotator=who),
            then=lambda asked: self._show(who, asked),
        )

    def _show(self, who: Annotator, asked: list[Asked]) -> None:
        """List what was found, unless somebody else sits here meanwhile."""
        if who == self._hand.session.annotator:
            self._page.show_questions(asked, may_answer=who.role == "reviewer")

    def _on_annotator_changed(self) -> None:
        self._page.show_questions((), may_answer=False)
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("annotation"):
            self._refresh()

    def _refresh(self) -> None:
        """Read the questions again while they are in sight."""
        if self._hand.workspace.side.page() == PAGE:
            self._fill()

    def _go_to(self, annotation: Annotation) -> None:
        """Open the article; the span is taken in hand where it is the person's own."""
        self._hand.session.open_article(annotation.article)
        self._hand.pane.select(annotation.fragments[0])
        self._hand.workspace.focus_on_mark(annotation.id)

    def _answer(self, annotation: Annotation, answer: str) -> None:
        self._hand.session.do(questions.answer, annotation=annotation, answer=answer)
