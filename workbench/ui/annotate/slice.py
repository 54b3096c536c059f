"""What the Annotate workspace knows of the article in hand: its own slice of the project.

Read when an article is opened; after an act only the rows that it touched are read again. Of a long
text the beginning is read first, so that it is painted at once, and the rest portion by portion
between the window's turns. Who asks for all of it meanwhile gets all of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.changes import Changes
from workbench.domain.span import Span
from workbench.domain.suggestion import Place, Suggestion, place_of, still_open
from workbench.operations.suggesters import in_use_for
from workbench.store import annotations, articles, people, suggestions
from workbench.ui.session import Session

PORTION = 50_000  # characters, whose annotations are read in less than a frame


class ArticleSlice:
    """One article as one person sees it: text, own annotations, suggestions, own labels."""

    def __init__(self, session: Session, article: str) -> None:
        self._session = session
        self.id = article
        self.text = articles.text_of(session.project, article)
        self._annotations: dict[str, Annotation] = {}
        self._portions: list[list[str]] = []  # ids of annotations, in the order that they are read
        self._suggestions: dict[str, Suggestion] = {}
        self._is_suggested = False  # whether the suggestions were read
        self._at_place: dict[Place, set[str]] = {}
        # Kept, since going through thousands of suggestions at every move takes more than a frame.
        self._open: set[str] = set()
        self._using = in_use_for(session.project, session.annotator)
        self.labels: dict[str, tuple[str, ...]] = {}
        self.relations: list[Relation] = []
        self.read_labels()
        self.read_relations()

    @property
    def is_long(self) -> bool:
        """Whether the article is read in more than one portion."""
        return len(self.text.text) > PORTION

    @property
    def is_whole(self) -> bool:
        """Whether all of the article has been read."""
        return self._is_suggested and not self._has_more()

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        """The person's annotations by id, in the order of the text but for those made since."""
        while self._has_more():
            self._read_portion()
        return self._annotations

    @property
    def suggestions(self) -> Mapping[str, Suggestion]:
        """All suggestions for the article by id."""
        if not self._is_suggested:
            self.read_suggestions()
        return self._suggestions

    def portions(self) -> Iterator[list[Annotation]]:
        """The annotations portion by portion, each read when it is asked for, as they are then."""
        number = 0
        while number < len(self._portions) or self._has_more():
            if number == len(self._portions):
                self._read_portion()
            ids = self._portions[number]
            yield [self._annotations[id] for id in ids if id in self._annotations]
            number += 1

    def _has_more(self) -> bool:
        return len(self._portions) * PORTION < max(1, len(self.text.text))

    def _read_portion(self) -> None:
        start = len(self._portions) * PORTION
        project, who = self._session.project, self._session.annotator.id
        span = Span(start, start + PORTION)
        found = annotations.beginning_in(project, self.id, span, annotator=who)
        self._portions.append([annotation.id for annotation in found])
        self._annotations |= {annotation.id: annotation for annotation in found}

    def annotation(self, id: str) -> Annotation | None:
        """One of the person's annotations, by id; empty for none."""
        return self._annotations.get(id) or (self.annotations.get(id) if id else None)

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
            self._annotations.pop(id, None)
        self._annotations |= {annotation.id: annotation for annotation in mine}
        places = {place_of(annotation) for annotation in (*before, *mine)}
        self._look_again(set().union(*(self._at_place.get(place, ()) for place in places)))
        return mine, gone

    def read_suggestions(self) -> None:
        """Read the suggestions of the article again."""
        found = suggestions.of_article(self._session.project, self.id)
        self._is_suggested = True
        self._suggestions = {suggestion.id: suggestion for suggestion in found}
        self._at_place, self._open = {}, set()
        for suggestion in found:
            self._at_place.setdefault(place_of(suggestion), set()).add(suggestion.id)
        self._look_again(self._suggestions)

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
            self._suggestions.pop(id, None)
        found = suggestions.by_ids(self._session.project, ids)
        self._suggestions |= {suggestion.id: suggestion for suggestion in found}
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
