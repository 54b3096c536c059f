"""What a person has in hand while annotating, and what the next digit means.

All acts share it: the mark in focus, the selection, the label used last, and the question that
waits for a digit. Each kind of question has one act that takes its answers.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.changes import Changes
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.choosing import keys
from workbench.ui.annotate.workspace import Workspace
from workbench.ui.ask import Ask
from workbench.ui.jobs import Jobs

# Questions about the annotation in hand, which mean nothing without it.
_ABOUT_MARK = frozenset({"attribute", "relation", "end", "relation_attribute"})

Answered = Callable[[keys.Question, keys.Choice], None]


class Hand(QObject):
    """The state that the acts of the Annotate workspace share."""

    question_changed = Signal()
    hint = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, lookups: Jobs) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.session = workspace.session
        self.pane = workspace.pane
        self.ask = ask
        self.lookups = lookups
        self.recent: tuple[str, str] | None = None
        self.question = keys.IDLE
        self._takers: dict[keys.Mode, Answered] = {}
        self.session.changed.connect(self._on_changed)
        self.pane.focus_changed.connect(lambda _: self._on_focus_changed())
        workspace.article_opened.connect(lambda _: self.let_go())

    # --- what is in hand

    @property
    def scheme(self) -> Scheme:
        """The project's scheme as it is now."""
        return self.session.scheme

    def annotation(self) -> Annotation | None:
        """The annotation in hand."""
        return self.workspace.annotation()

    def suggestion(self) -> Suggestion | None:
        """The suggestion in hand."""
        return self.workspace.suggestion()

    def selection(self) -> Span | None:
        """The selection, as it was meant."""
        return self.pane.selection()

    def relations(self, annotation: Annotation) -> list[Relation]:
        """The relations that begin at an annotation."""
        return [r for r in self.workspace.relations() if r.source == annotation.id]

    def sourced(self) -> Iterator[Annotation]:
        """The person's annotations in the article that have a source."""
        for id in {r.source for r in self.workspace.relations() if r.type == "source"}:
            mark = self.workspace.mark(id)
            if isinstance(mark, Annotation):
                yield mark

    def usual_label(self) -> tuple[str, str]:
        """The layer and label used last, else the first one."""
        if self.recent is not None:
            return self.recent
        layer = self.scheme.layers[0]
        return layer.id, layer.labels[0].id

    def show_place(self, article: str, span: Span, *, beside: str) -> None:
        """Select a place in its article, with a page, by name, still beside it."""
        if article != self.session.article:
            self.session.open_article(article)
            self.workspace.side.show_page(beside)
        self.pane.select(span)

    # --- what the next digit means

    def on_answer(self, mode: keys.Mode, taker: Answered) -> None:
        """Say who takes the answers to a kind of question."""
        self._takers[mode] = taker

    def wait_for(self, question: keys.Question) -> None:
        """Ask something; the next digit answers it."""
        if question != self.question:
            self.question = question
            self.question_changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        """Let go of a question that holds the scheme as it was, or has lost what it is about."""
        if changes.touches("scheme") or self._lost(changes):
            self.let_go()

    def _on_focus_changed(self) -> None:
        """Let go of what is asked about one mark when another is taken; an end may be clicked."""
        if self.question.mode in _ABOUT_MARK - {"end"}:
            self.let_go()

    def _lost(self, changes: Changes) -> bool:
        """Whether an act, as undo is one, took away what is asked about."""
        mode = self.question.mode
        if mode == "relation_attribute" and changes.gone("relation", article=self.session.article):
            return True
        return mode in _ABOUT_MARK and self.annotation() is None

    def let_go(self) -> None:
        """Ask nothing any more."""
        self.wait_for(keys.IDLE)

    def answer(self, digit: str) -> None:
        """Take a digit as an answer, 0 as a turn of the page; alone it means a label."""
        if not self.question:
            self.take(keys.Choice(digit, digit, digit))
        elif digit == "0":
            self.wait_for(self.question.turned())
        elif (choice := self.question.answer(digit)) is not None:
            self.take(choice)

    def take_offer(self) -> bool:
        """Take what the question offers; False where it offers nothing."""
        offer = self.question.offer()
        if offer is not None:
            self.take(offer)
        return offer is not None

    def take(self, choice: keys.Choice) -> None:
        """Take an answer, however it was given."""
        self._takers[self.question.mode](self.question, choice)
