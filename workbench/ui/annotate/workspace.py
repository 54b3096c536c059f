"""The Annotate workspace: articles, the text, and what is known of the mark in hand.

It puts the panels together and keeps them true: each rereads its own slice when the session says
that something changed, and after one act only the marks that it touched are read again.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from workbench.domain.annotation import Annotation
from workbench.domain.changes import Changes
from workbench.domain.suggestion import Suggestion
from workbench.store import annotations, articles, people, suggestions
from workbench.ui.annotate.article_list import ArticleList
from workbench.ui.annotate.article_rows import article_rows
from workbench.ui.annotate.inspector import Inspector
from workbench.ui.annotate.marks_of import annotation_marks, ghost_marks
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.session import Session

SHOWN_AT_FIRST = frozenset({"entity", "claim", "event"})  # framing suggestions are often wrong
_LISTED = ("article", "annotation", "assignment", "suggestion", "appearance")


class Workspace(QWidget):
    """Article list, reading pane and inspector over one session."""

    article_opened = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.shown_layers = SHOWN_AT_FIRST
        self.list = ArticleList(self)
        self.pane = ReadingPane(self)
        self.inspector = Inspector(self)
        # Whose note and attributes the inspector edits: text half typed there is committed when
        # another annotation is shown, and must reach the one it was typed for.
        self.inspected: Annotation | None = None
        self._annotations: dict[str, Annotation] = {}
        self._suggestions: dict[str, Suggestion] = {}
        self._lay_out()
        self._connect()
        self._refill_list()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for part, stretch in ((self.list, 0), (self.pane, 1), (self.inspector, 0)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.indexOf(part), stretch)
            splitter.setCollapsible(splitter.indexOf(part), False)
        splitter.setSizes([270, 760, 330])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.list.article_chosen.connect(self.session.open_article)
        self.session.article_changed.connect(self._show_article)
        self.session.annotator_changed.connect(self._on_annotator_changed)
        self.session.changed.connect(self._on_changed)
        self.pane.focus_changed.connect(lambda _: self.inspect())
        self.inspector.mark_chosen.connect(self._focus)

    # --- what is in hand

    def annotation(self) -> Annotation | None:
        """The focused annotation."""
        return self._annotations.get(self.pane.focused())

    def suggestion(self) -> Suggestion | None:
        """The focused suggestion."""
        return self._suggestions.get(self.pane.focused())

    def show_layers(self, layers: frozenset[str]) -> None:
        """Show the suggestions of these layers as ghosts, and no others."""
        self.shown_layers = layers
        self._refresh_ghosts()

    # --- keeping the panels true

    def _refill_list(self) -> None:
        self.list.set_rows(article_rows(self.session.project, self.session.annotator))

    def _show_article(self, article: str) -> None:
        """Read an article and show it with its marks."""
        project, annotator = self.session.project, self.session.annotator.id
        mine = annotations.of_article(project, article, annotator=annotator)
        self._annotations = {annotation.id: annotation for annotation in mine}
        proposed = suggestions.of_article(project, article)
        self._suggestions = {suggestion.id: suggestion for suggestion in proposed}
        marks = annotation_marks(mine, self.session.scheme) + self._ghosts(proposed)
        self.pane.set_article(articles.text_of(project, article), marks)
        self.list.select(article)
        self.inspect()
        self.article_opened.emit(article)

    def _on_annotator_changed(self) -> None:
        self._refill_list()
        if self.session.article:
            self._show_article(self.session.article)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_LISTED):
            self._refresh_rows(changes)
        article = self.session.article
        if not article or article not in changes.articles():
            return
        if article in changes.gone("article"):
            self.session.article = ""
            self.pane.set_article(None, ())
            return
        self._refresh_annotations(changes)
        if changes.touches("suggestion", "suggestion_state"):
            self._refresh_ghosts()
        self.inspect()

    def _refresh_rows(self, changes: Changes) -> None:
        """Read the rows of the changed articles again; all where articles came or went."""
        if changes.touches("article"):
            self._refill_list()
            return
        rows = article_rows(self.session.project, self.session.annotator, only=changes.articles())
        self.list.change_rows(rows)

    def _refresh_annotations(self, changes: Changes) -> None:
        article = self.session.article
        gone = changes.gone("annotation", article=article)
        found = annotations.by_ids(self.session.project, changes.ids("annotation", article=article))
        mine = [a for a in found if a.annotator == self.session.annotator.id]
        for id in gone:
            self._annotations.pop(id, None)
        self._annotations |= {annotation.id: annotation for annotation in mine}
        self.pane.change_marks(annotation_marks(mine, self.session.scheme), gone)

    def _refresh_ghosts(self) -> None:
        """Read the article's suggestions again, and show those that are open now."""
        if not self.session.article:
            return
        proposed = suggestions.of_article(self.session.project, self.session.article)
        self._suggestions = {suggestion.id: suggestion for suggestion in proposed}
        ghosts = self._ghosts(proposed)
        hidden = self._suggestions.keys() - {ghost.id for ghost in ghosts}
        self.pane.change_marks(ghosts, hidden)

    def _ghosts(self, proposed: list[Suggestion]) -> list[Mark]:
        """Ghosts of what is open, unless the person already marked that place so."""
        taken = {(a.layer, a.label, a.fragments) for a in self._annotations.values()}
        free = [s for s in proposed if (s.layer, s.label, s.fragments) not in taken]
        return ghost_marks(
            free,
            self.session.scheme,
            annotator=self.session.annotator.id,
            layers=self.shown_layers - self._layers_without_help(),
        )

    def _layers_without_help(self) -> set[str]:
        """The layers that the person is to annotate unaided."""
        found = people.assignments(
            self.session.project,
            annotator=self.session.annotator.id,
            articles=[self.session.article],
        )
        return {assignment.layer for assignment in found if assignment.help == "off"}

    # --- the inspector

    def inspect(self) -> None:
        """Show what is known of the focused mark, or all marks where none is."""
        scheme = self.session.scheme
        annotation, suggestion = self.annotation(), self.suggestion()
        if annotation is not None:
            self.inspector.show_annotation(annotation, self._relations(annotation), scheme)
            self.inspected = annotation
        elif suggestion is not None:
            self.inspector.show_suggestion(suggestion, scheme)
        else:
            shown = [
                s
                for s in self._suggestions.values()
                if s.state_for(self.session.annotator.id) == "open" and s.layer in self.shown_layers
            ]
            self.inspector.show_overview(list(self._annotations.values()), shown, scheme)

    def _relations(self, annotation: Annotation) -> list[tuple[str, str]]:
        """The relations that lead from an annotation: type name and the other end's quote."""
        scheme = self.session.scheme
        rows = []
        for relation in annotations.relations_at(self.session.project, annotation.id):
            other = self._annotations.get(relation.target)
            kind = scheme.relation(relation.type)
            if relation.source == annotation.id and other is not None and kind is not None:
                rows.append((kind.name, other.quote))
        return rows

    def _focus(self, id: str) -> None:
        self.pane.focus_mark(id)
        self.pane.setFocus()
