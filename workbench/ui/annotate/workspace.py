"""The Annotate workspace: articles, the text, and what is known of the mark in hand.

It puts the panels together and keeps them true: each rereads its own slice when the session says
that something changed, and after one act only the marks that it touched are read again.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleText
from workbench.domain.changes import Changes
from workbench.domain.scheme import LAYERS
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.operations import statuses
from workbench.store import twins
from workbench.store.strides import parts
from workbench.ui.annotate.articles.article_list import ArticleList
from workbench.ui.annotate.articles.article_rows import MANY, article_rows
from workbench.ui.annotate.articles.filtering import Filtering
from workbench.ui.annotate.articles.listing import Listing
from workbench.ui.annotate.ghost_bar import GhostBar
from workbench.ui.annotate.inspector.annotation_form import RelationRow
from workbench.ui.annotate.inspector.inspector import Inspector
from workbench.ui.annotate.inspector.overview import Known
from workbench.ui.annotate.marks_of import annotation_marks, ghost_marks
from workbench.ui.annotate.middle import Middle
from workbench.ui.annotate.pages.gaps import GapsPage
from workbench.ui.annotate.pages.guidelines import GuidelinePage
from workbench.ui.annotate.side import INSPECTOR, Side
from workbench.ui.annotate.sieve import Sieve
from workbench.ui.annotate.slice import ArticleSlice
from workbench.ui.pane.marks import Link
from workbench.ui.pane.portions import Portion
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.session import Session

AT_REST = 40  # milliseconds without an act, after which list and inspector follow
_LISTED = ("article", "layer", "annotation", "assignment", "suggestion", "appearance")


class Workspace(QWidget):
    """Article list, reading pane and side column over one session."""

    article_opened = Signal(str)
    focus_narrowed = Signal(tuple)  # the ids of the layers that are worked on
    sieve_changed = Signal(object)  # Sieve

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.sieve = Sieve()
        self.list = ArticleList(self)
        self.pane = ReadingPane(self)
        self.middle = Middle(self.pane, self)
        self.inspector = Inspector(self)
        self.side = Side(self.inspector, self)
        self.ghost_bar = GhostBar(self)
        self.gaps = GapsPage(self.side)
        self.guidelines = GuidelinePage(self.side)
        self.side.add_page("gaps", self.gaps)
        self.side.add_page("guidelines", self.guidelines)
        # Whose note and attributes the inspector edits: text half typed there is committed when
        # another annotation is shown, and must reach the one it was typed for.
        self.inspected: Annotation | None = None
        self._slice: ArticleSlice | None = None
        self._focus_on: frozenset[str] = frozenset(LAYERS)
        # The list and the inspector follow once the hands rest: nobody reads them while typing, and
        # the text is painted before them.
        self._stale: set[str] = set()  # articles whose rows say no longer how things are
        self._uninspected = False  # whether the inspector shows no longer how things are
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(AT_REST)
        self._rest.timeout.connect(self._on_rest)
        # The inspector in a turn of its own: a key that came meanwhile waits for one of them only.
        self._inspecting = QTimer(self)
        self._inspecting.setSingleShot(True)
        self._inspecting.timeout.connect(self._inspect_now)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._connect()
        self._listing = Listing(session, self.list)
        self._refill_list()
        Filtering(session, self.list)

    def _lay_out(self) -> None:
        splitter = self.splitter
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ghost_bar)
        column.addWidget(self.side, 1)
        for part, stretch in ((self.list, 0), (self.middle, 1), (beside, 0)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.indexOf(part), stretch)
            splitter.setCollapsible(splitter.indexOf(part), False)
        splitter.setSizes([270, 760, 330])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.list.article_chosen.connect(self.session.open_article)
        self.list.sight_changed.connect(self._on_sight_changed)
        self.session.article_changed.connect(self._show_article)
        self.session.annotator_changed.connect(self._on_annotator_changed)
        self.session.changed.connect(self._on_changed)
        self.pane.focus_changed.connect(self._inspect_at_rest)
        self.inspector.mark_chosen.connect(self.focus_on_mark)
        self.side.left.connect(self._on_side_left)
        self.ghost_bar.sieve_wanted.connect(self.sift)
        self.gaps.mark_shown.connect(self.pane.focus_mark)
        self.gaps.mark_chosen.connect(self.focus_on_mark)

    def parts(self) -> list[QWidget]:
        """What the focus moves between."""
        return [self.list, self.middle, self.side]

    # --- what is in hand

    def annotation(self) -> Annotation | None:
        """The focused annotation."""
        return self._slice.annotation(self.pane.focused()) if self._slice else None

    def suggestion(self) -> Suggestion | None:
        """The focused suggestion."""
        return self.ghost(self.pane.focused())

    def mark(self, id: str) -> Annotation | Suggestion | None:
        """An annotation of the person, or a suggestion, by id."""
        return (self._slice.annotation(id) or self.ghost(id)) if self._slice else None

    def annotations(self) -> Collection[Annotation]:
        """The person's annotations of the article in hand."""
        return self._slice.annotations.values() if self._slice else ()

    def ghosts(self, among: Collection[str] | None = None) -> Collection[Suggestion]:
        """The suggestions that stand as ghosts in the article in hand: of all, or of some by id."""
        if self._slice is None:
            return ()
        return self._slice.open_suggestions(*self._shown(), among=among)

    def marks_around(self, span: Span, width: int) -> list[Annotation | Suggestion]:
        """Annotations, and after them ghosts, that begin in a span or so many characters around."""
        if self._slice is None:
            return []
        within = Span(max(0, span.start - width), span.end + width)
        ids = self._slice.annotation_ids(within=within)
        ids += self._slice.open_ids(*self._shown(), within=within)
        return [mark for id in ids if (mark := self.mark(id)) is not None]

    def _shown(self) -> tuple[frozenset[str], int]:
        """The layers whose suggestions stand as ghosts, and how many percent they have at least."""
        return self._focus_on & self.sieve.layers, self.sieve.least

    def ghost(self, id: str) -> Suggestion | None:
        """A suggestion for the article in hand, by id; empty for none."""
        return self._slice.suggestion(id) if self._slice else None

    def relations(self) -> Collection[Relation]:
        """The person's relations in the article in hand."""
        return self._slice.relations.values() if self._slice else ()

    def article_text(self) -> ArticleText | None:
        """The text of the article in hand as it was read."""
        return self._slice.text if self._slice else None

    def sentences(self) -> Sequence[Span]:
        """The sentences of the article in hand."""
        return self._slice.sentences if self._slice else ()

    def article_labels(self) -> dict[str, tuple[str, ...]]:
        """The person's labels of the whole article, by name."""
        return self._slice.labels if self._slice else {}

    def focus_on_mark(self, id: str) -> None:
        """Take a mark in hand, in sight."""
        self.pane.focus_mark(id)
        self.pane.setFocus()

    # --- layers

    def sift(self, sieve: Sieve) -> None:
        """Show the suggestions that pass as ghosts, and no others."""
        self.sieve = sieve
        self.ghost_bar.show_sieve(sieve)
        self._refresh_ghosts()
        self.sieve_changed.emit(sieve)

    def layers_in_focus(self) -> tuple[str, ...]:
        """The layers that are worked on now: all, or those that the others are muted for."""
        layers = (layer.id for layer in self.session.scheme.layers)
        return tuple(layer for layer in layers if layer in self._focus_on)

    def focus_on_layers(self, layers: Collection[str]) -> None:
        """Work on these layers and mute the others."""
        self._focus_on = frozenset(layers)
        self.pane.set_muted(frozenset(LAYERS) - self._focus_on)
        self.focus_narrowed.emit(self.layers_in_focus())
        self._refresh_ghosts()

    # --- the side column

    def show_inspector(self) -> None:
        """Show what is known of the mark in hand."""
        self.inspect()
        self.side.show_page(INSPECTOR)

    def _on_side_left(self) -> None:
        self.show_inspector()
        self.pane.setFocus()

    def show_gaps(self, layers: Collection[str]) -> bool:
        """List what is incomplete in some layers; False where nothing is."""
        scheme = self.session.scheme
        gaps = statuses.incomplete(
            scheme,
            marks=(mark for mark in self.annotations() if mark.layer in layers),
            relations=self.relations(),
            ghosts=(ghost for ghost in self.ghosts() if ghost.layer in layers),
        )
        if gaps:
            self.gaps.show_gaps(gaps, scheme)
            self.side.show_page("gaps")
            self.gaps.setFocus()
        return bool(gaps)

    def show_guideline(self) -> None:
        """Show what the labels of the layer in hand mean; said again, the inspector."""
        if self.side.page() == "guidelines":
            self.show_inspector()
            return
        self._fill_guidelines()
        self.side.show_page("guidelines")

    def _fill_guidelines(self) -> None:
        mark = self.annotation() or self.suggestion()
        about = (mark.layer, mark.label) if mark else ("", "")
        self.guidelines.show_labels(self.session.scheme, *about)

    # --- keeping the panels true

    def _refill_list(self) -> None:
        self.list.name_layers({layer.id: layer.name for layer in self.session.scheme.layers})
        self._listing.read_all()
        self.middle.invite(wanted=self.list.is_empty())
        self.ghost_bar.name_layers(self.session.scheme.layers)

    def _show_article(self, article: str) -> None:
        """Read an article and show it."""
        self._show_slice(ArticleSlice(self.session, article))

    def _show_slice(self, slice: ArticleSlice) -> None:
        """Show an article from its beginning, with its marks."""
        self._fill_pane(slice)
        self.middle.invite(wanted=False)
        self.list.select(slice.id)
        self.show_inspector()
        self.article_opened.emit(slice.id)

    def _fill_pane(self, slice: ArticleSlice) -> None:
        """Show an article; of a long one what lies behind its beginning follows by and by."""
        self._slice = slice
        portions = self._all_of(slice)
        now = islice(portions, 1 if slice.is_long else None)
        marks = [mark for portion in now for mark in portion.marks]
        self.pane.set_article(slice.text, marks, rest=portions)
        self.pane.set_relations(map(self._link, self.relations()))

    def _all_of(self, slice: ArticleSlice) -> Iterator[Portion]:
        """The marks of an article portion by portion, as long as it is in hand; ghosts at last."""
        for portion in slice.portions():
            yield Portion(annotation_marks(portion, self.session.scheme))
            if slice is not self._slice:
                return
        yield from self._ghosts_of(slice)
        self._inspect_at_rest()

    def _ghosts_of(self, slice: ArticleSlice) -> Iterator[Portion]:
        """The ghosts of an article portion by portion, and what is none now."""
        for ids in slice.suggestion_portions():
            yield self._ghost_portion(ids)
            if slice is not self._slice:
                return

    def _ghost_portion(self, ids: Collection[str]) -> Portion:
        if not ids:
            return Portion(())
        ghosts = ghost_marks(self.ghosts(ids), self.session.scheme)
        return Portion(ghosts, set(ids) - {ghost.id for ghost in ghosts})

    def _reread_of(self, slice: ArticleSlice, changes: Changes) -> Iterator[Portion]:
        """The marks that an act touched portion by portion, as long as the article is in hand."""
        for reread in slice.reread(changes):
            ghosts = self._ghost_portion(reread.suggestions)
            marks = annotation_marks(reread.annotations, self.session.scheme)
            yield Portion([*marks, *ghosts.marks], {*reread.gone, *ghosts.gone})
            if slice is not self._slice:
                return
        self._inspect_at_rest()

    def _left_over(self, slice: ArticleSlice) -> Iterator[Portion]:
        """The marks that are shown and are none of the article's, as long as it is in hand."""
        if slice is self._slice:
            ids = self.pane.mark_ids() - slice.annotations.keys() - slice.suggestions.keys()
            yield from (Portion((), part) for part in parts(list(ids)))

    def _follow(self, slice: ArticleSlice, portions: Iterator[Portion]) -> None:
        """Show portions of marks: of a long article the first now, and the rest by and by."""
        for portion in islice(portions, 1 if slice.is_long else None):
            self.pane.change_marks(portion.marks, portion.gone)
        self.pane.follow(portions)

    def _show_corrected(self, article: str) -> None:
        """Show a text anew that was corrected; the mark in hand stays in hand."""
        focused, caret = self.pane.focused(), self.pane.caret()
        self._fill_pane(ArticleSlice(self.session, article))
        self.pane.place_caret(min(caret, len(self.pane.text())))
        self.pane.focus_mark(focused)

    def _on_annotator_changed(self) -> None:
        self._refill_list()
        if self._slice is not None:
            self._show_slice(self._slice.anew())

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_LISTED):
            self._refresh_rows(changes)
        if changes.touches(twins.TABLE):
            self._listing.read_all()
        slice = self._slice
        if slice is None:
            return
        if slice.id in changes.gone("article"):
            self._leave_article()
        elif changes.ids("article_text", article=slice.id):
            self._show_corrected(slice.id)
        elif changes.touches("scheme", "suggester"):
            self._read_again(slice)
        elif slice.id in changes.articles():
            self._follow_changes(slice, changes)

    def _follow_changes(self, slice: ArticleSlice, changes: Changes) -> None:
        """Read again what an act touched of the article in hand."""
        self._follow(slice, self._reread_of(slice, changes))
        if changes.touches("article_label"):
            slice.read_labels()
        if changes.touches("assignment") and slice.read_help():
            self._refresh_ghosts()
        if changes.touches("relation"):
            changed, gone = slice.reread_relations(changes)
            self.pane.change_relations(map(self._link, changed), gone)
        self._inspect_at_rest()

    def _read_again(self, slice: ArticleSlice) -> None:
        """Show the article in the words and colours of another scheme, where it is."""
        fresh = self._slice = slice.anew()
        self._follow(fresh, chain(self._all_of(fresh), self._left_over(fresh)))
        self.pane.set_relations(map(self._link, self.relations()))
        if self.side.page() == "guidelines":
            self._fill_guidelines()
        self._inspect_at_rest()

    def leave(self) -> None:
        """Read nothing more: the project closes."""
        self._rest.stop()
        self._inspecting.stop()
        self._slice = None

    def _leave_article(self) -> None:
        self.session.article, self._slice = "", None
        self.pane.set_article(None, ())

    def _refresh_rows(self, changes: Changes) -> None:
        """Read the list again where layers changed, else the rows that did once at rest."""
        if changes.touches("layer"):
            self._refill_list()
            return
        self._stale |= {id for id in changes.articles() if self.list.has(id)}
        self._listing.follow(changes)
        self._rest.start()

    def _on_sight_changed(self) -> None:
        """Count the marks of other rows soon; to read the list puts nothing off."""
        if not self._rest.isActive():
            self._rest.start()

    def _on_rest(self) -> None:
        """Let the list follow what was done meanwhile, and then the inspector."""
        stale, self._stale = self._stale, set()
        if len(stale) > MANY:
            self._listing.read_all()
        else:
            self._count_rows(stale)
        self._count_rows(self.list.uncounted())
        self._inspecting.start()

    def _inspect_now(self) -> None:
        """Let the inspector follow, unless somebody has acted again."""
        if self._uninspected and not self._rest.isActive():
            self.inspect()

    def _count_rows(self, articles: Collection[str]) -> None:
        if articles:
            session = self.session
            self.list.change_rows(article_rows(session.project, session.annotator, only=articles))

    def _inspect_at_rest(self) -> None:
        """Let the inspector follow too: what it shows has changed."""
        self._uninspected = True
        self._rest.start()

    def _refresh_ghosts(self) -> None:
        """Show the suggestions that are open now as ghosts, and no others."""
        if self._slice is not None:
            self._follow(self._slice, self._ghosts_of(self._slice))
            self._inspect_at_rest()

    # --- the inspector

    def inspect(self) -> None:
        """Show what is known of the focused mark, or all marks where none is."""
        scheme, slice = self.session.scheme, self._slice
        self._uninspected = False
        self._count_ghosts()
        annotation, suggestion = self.annotation(), self.suggestion()
        if annotation is not None:
            self.inspector.show_annotation(annotation, self._relations(annotation), scheme)
            self.inspected = annotation
        elif suggestion is not None:
            self.inspector.show_suggestion(suggestion, scheme)
        elif slice is not None:
            self.inspector.show_overview(self._known_of(slice), scheme)

    def _known_of(self, slice: ArticleSlice) -> Known:
        """What is known of an article; of one that is being read, its labels for the time being."""
        if not slice.is_whole:
            return Known((), (), slice.labels, slice.known, whole=False)
        ghosts = slice.open_ids(*self._shown())
        return Known(slice.annotation_ids(), ghosts, slice.labels, slice.known)

    def _count_ghosts(self) -> None:
        """Say how many of the suggestions in the layers worked on stand as ghosts."""
        slice = self._slice
        if slice is not None and not slice.is_whole:
            self.ghost_bar.wait_for_counts()
            return
        shown = slice.number_open(*self._shown()) if slice else 0
        self.ghost_bar.show_counts(shown, slice.number_open(self._focus_on) if slice else 0)

    def _relations(self, annotation: Annotation) -> list[RelationRow]:
        """The relations that lead from an annotation, as the inspector lists them."""
        here = (each for each in self.relations() if each.source == annotation.id)
        leading = sorted(here, key=lambda each: each.id)
        ends = [self._slice.annotation(each.target) if self._slice else None for each in leading]
        return [
            RelationRow(relation, self._name_of(relation), end.quote)
            for relation, end in zip(leading, ends, strict=True)
            if end is not None
        ]

    def _link(self, relation: Relation) -> Link:
        """A relation as the pane draws it."""
        return Link(relation.id, self._name_of(relation), relation.source, relation.target)

    def _name_of(self, relation: Relation) -> str:
        kind = self.session.scheme.relation(relation.type)
        return kind.name if kind else relation.type
