"""What the Annotate workspace knows of the article in hand: its own slice of the project.

Read whole when an article is opened; after an act only the rows that it touched are read again.
"""

from collections.abc import Collection, Iterable, Sequence

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.changes import Changes
from workbench.domain.span import Span
from workbench.domain.suggestion import Place, Suggestion, place_of, still_open
from workbench.operations.suggesters import in_use_for
from workbench.store import annotations, articles, people, suggestions
from workbench.ui.session import Session


class ArticleSlice:
    """One article as one person sees it: text, own annotations, suggestions, own labels."""

    def __init__(self, session: Session, article: str) -> None:
        self._session = session
        self.id = article
        self.text = articles.text_of(session.project, article)
        who = session.annotator.id
        mine = annotations.of_article(session.project, article, annotator=who)
        self.annotations = {annotation.id: annotation for annotation in mine}
        self.suggestions: dict[str, Suggestion] = {}
        self._at_place: dict[Place, set[str]] = {}
        # Kept, since going through thousands of suggestions at every move takes more than a frame.
        self._open: set[str] = set()
        self._using = in_use_for(session.project, session.annotator)
        self.labels: dict[str, tuple[str, ...]] = {}
        self.relations: list[Relation] = []
        self.read_suggestions()
        self.read_labels()
        self.read_relations()

    @property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the article."""
        return self.text.structure.sentences

    def reread(self, changes: Changes) -> tuple[list[Annotation], frozenset[str]]:
        """Read what an act touched; returns the annotations that are there, and the ids gone."""
        gone = changes.gone("annotation", article=self.id)
        ids = changes.ids("annotation", article=self.id)
        found = annotations.by_ids(self._session.project, ids)
        mine = [a for a in found if a.annotator == self._session.annotator.id]
        before = [self.annotations[id] for id in gone | ids if id in self.annotations]
        for id in gone:
            self.annotations.pop(id, None)
        self.annotations |= {annotation.id: annotation for annotation in mine}
        places = {place_of(annotation) for annotation in (*before, *mine)}
        self._look_again(set().union(*(self._at_place.get(place, ()) for place in places)))
        return mine, gone

    def read_suggestions(self) -> None:
        """Read the suggestions of the article again."""
        found = suggestions.of_article(self._session.project, self.id)
        self.suggestions = {suggestion.id: suggestion for suggestion in found}
        self._at_place, self._open = {}, set()
        for suggestion in found:
            self._at_place.setdefault(place_of(suggestion), set()).add(suggestion.id)
        self._look_again(self.suggestions)

    def reread_suggestions(self, changes: Changes) -> Collection[str]:
        """Read the suggestions that an act touched; returns their ids, and of what says the same.

        What went is not there to say which suggestion it was about, so that all are read then.
        """
        if changes.gone("suggestion_state", article=self.id):
            before = self.suggestions.keys()
            self.read_suggestions()
            return before | self.suggestions.keys()
        gone = changes.gone("suggestion", article=self.id)
        ids = set(changes.ids("suggestion", article=self.id))
        states = changes.ids("suggestion_state", article=self.id)
        ids |= suggestions.of_states(self._session.project, states)
        beside = self._with_twins(gone)
        for id in gone:
            self.suggestions.pop(id, None)
        found = suggestions.by_ids(self._session.project, ids)
        self.suggestions |= {suggestion.id: suggestion for suggestion in found}
        for suggestion in found:
            self._at_place.setdefault(place_of(suggestion), set()).add(suggestion.id)
        touched = self._with_twins(ids) | beside
        self._look_again(touched)
        return touched

    def _with_twins(self, ids: Iterable[str]) -> set[str]:
        """Suggestions, by id, and all that say the same: one of them stands for them all."""
        here = (self.suggestions[id] for id in ids if id in self.suggestions)
        twins = (self._at_place.get(place_of(suggestion), set()) for suggestion in here)
        return set(ids).union(*twins)

    def _look_again(self, ids: Collection[str]) -> None:
        """See which of some suggestions, all that say the same among them, are open still."""
        here = [self.suggestions[id] for id in ids if id in self.suggestions]
        who, mine = self._session.annotator.id, self.annotations.values()
        free = still_open(here, mine, annotator=who, using=self._using) if here else ()
        self._open.difference_update(ids)
        self._open.update(suggestion.id for suggestion in free)

    def read_relations(self) -> None:
        """Read the person's relations in the article again."""
        self.relations = annotations.relations_of_article(
            self._session.project, self.id, annotator=self._session.annotator.id
        )

    def read_labels(self) -> None:
        """Read the person's labels of the whole article again."""
        found = articles.labels_of(self._session.project, [self.id])
        self.labels = {
            label.name: (label.value,) if isinstance(label.value, str) else label.value
            for label in found
            if label.annotator == self._session.annotator.id
        }

    def open_suggestions(
        self, layers: Iterable[str], among: Iterable[str] | None = None
    ) -> list[Suggestion]:
        """What may stand as a ghost: open, in these layers, helped, and not marked already.

        Of all suggestions, or of some by id.
        """
        shown = set(layers) - people.layers_without_help(
            self._session.project, annotator=self._session.annotator.id, article=self.id
        )
        if among is None:
            free = [each for id, each in self.suggestions.items() if id in self._open]
        else:
            wanted = self._open & self._with_twins(list(among))
            free = [self.suggestions[id] for id in wanted]
        return [suggestion for suggestion in free if suggestion.layer in shown]
