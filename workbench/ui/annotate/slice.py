"""What the Annotate workspace knows of the article in hand: its own slice of the project.

Read when an article is opened; after an act only the rows that it touched are read again. Of a long
text the beginning is read first, so that it is painted at once, and the rest portion by portion
between the window's turns, the suggestions at last. What an act touched is read again in portions
as well, since it may be thousands of marks. Who asks for all of it meanwhile gets all of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleText
from workbench.domain.changes import Changes
from workbench.domain.span import Span
from workbench.domain.suggestion import Place, Suggestion, place_of, still_open
from workbench.operations.suggesters import in_use_for
from workbench.store import annotations, articles, people, suggestions
from workbench.ui.annotate.in_order import InOrder
from workbench.ui.session import Session

PORTION = 50_000  # characters, whose annotations are read in less than a frame
PROPOSED = 250  # suggestions, with which it is the same
TOUCHED = 150  # rows to be read again, which have to be compared with others too


@dataclass(frozen=True, slots=True, eq=False)
class _Touched:
    """A portion of what an act touched, by id."""

    annotations: frozenset[str]
    suggestions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reread:
    """What was read again: annotations that are there, ids of marks that are not, suggestions."""

    annotations: list[Annotation]
    gone: Collection[str]
    suggestions: Collection[str]  # ids of those that it may open or close


class ArticleSlice:
    """One article as one person sees it: text, own annotations, suggestions, own labels."""

    def __init__(self, session: Session, article: str, *, text: ArticleText | None = None) -> None:
        self._session = session
        self.id = article
        self.text = text or articles.text_of(session.project, article)
        self._annotations: dict[str, Annotation] = {}
        self._in_order = InOrder()  # the annotations
        self._touched: list[_Touched] = []  # what is still to be read again
        self._portions: list[list[str]] = []  # ids of annotations, in the order that they are read
        self._suggestions: dict[str, Suggestion] = {}
        self._proposed: list[list[str]] = []  # ids of suggestions by portion, as they are read
        self._next_proposed: int | None = 0  # where those begin that were not read yet
        self._at_place: dict[Place, set[str]] = {}
        self._about: dict[str, str] = {}  # the suggestion of each decision since, by their ids
        self._open = InOrder()
        self._using = in_use_for(session.project, session.annotator)
        self.labels: dict[str, tuple[str, ...]] = {}
        self.relations: dict[str, Relation] = {}  # by id
        self._unaided: set[str] = set()  # the layers in which nothing is suggested
        self.read_labels()
        self.read_relations()
        self.read_help()

    def anew(self) -> "ArticleSlice":
        """The same text with what holds now: for another person, or under another scheme."""
        return ArticleSlice(self._session, self.id, text=self.text)

    @property
    def is_long(self) -> bool:
        """Whether the article is read in more than one portion."""
        return len(self.text.text) > PORTION

    @property
    def is_whole(self) -> bool:
        """Whether all of the article has been read."""
        return not (self._has_more() or self._has_more_suggestions() or self._touched)

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        """The person's annotations by id, in the order of the text but for those made since."""
        self._read_all_annotations()
        return self._annotations

    def annotation_ids(self, *, within: Span | None = None) -> list[str]:
        """The person's annotations in the order of the text, of all of it or of a stretch."""
        self._read_all_annotations()
        return self._in_order.ids(within=within)

    @property
    def suggestions(self) -> Mapping[str, Suggestion]:
        """All suggestions for the article by id."""
        self._read_all_suggestions()
        return self._suggestions

    def _read_all_annotations(self) -> None:
        self._read_annotations()
        self._reread_all()

    def _read_all_suggestions(self) -> None:
        while self._has_more_suggestions():
            self._read_suggestions()
        self._reread_all()

    def suggestion(self, id: str) -> Suggestion | None:
        """One of the suggestions, by id; empty for none."""
        if not id:
            return None
        self._reread_all(id)
        if id in self._annotations:
            return None
        return self._suggestions.get(id) or self.suggestions.get(id)

    def portions(self) -> Iterator[list[Annotation]]:
        """The annotations portion by portion, each read when it is asked for, as they are then."""
        number = 0
        while number < len(self._portions) or self._has_more():
            if number == len(self._portions):
                self._read_portion()
            ids = self._portions[number]
            yield [self._annotations[id] for id in ids if id in self._annotations]
            number += 1

    def suggestion_portions(self) -> Iterator[list[str]]:
        """The ids of all suggestions portion by portion, each read when it is asked for.

        What came since they were first asked for is the last.
        """
        number = 0
        while number < len(self._proposed) or self._has_more_suggestions():
            if number == len(self._proposed):
                self._read_suggestions()
            yield self._proposed[number]
            number += 1
        since = self._suggestions.keys() - set(chain.from_iterable(self._proposed))
        if since:
            yield list(since)

    def _has_more_suggestions(self) -> bool:
        return self._next_proposed is not None

    def _read_suggestions(self) -> None:
        """Read a portion; what may say the same is in one."""
        start = self._next_proposed or 0
        found, self._next_proposed = suggestions.portion(
            self._session.project, self.id, start=start, number=PROPOSED
        )
        ids = [suggestion.id for suggestion in found]
        self._proposed.append(ids)
        for suggestion in found:
            self._take_suggestion(suggestion)
        self._look_again(ids)

    def _take_suggestion(self, suggestion: Suggestion) -> None:
        self._suggestions[suggestion.id] = suggestion
        self._at_place.setdefault(place_of(suggestion), set()).add(suggestion.id)

    def _has_more(self) -> bool:
        return len(self._portions) * PORTION < max(1, len(self.text.text))

    def _read_portion(self) -> None:
        start = len(self._portions) * PORTION
        project, who = self._session.project, self._session.annotator.id
        span = Span(start, start + PORTION)
        found = annotations.beginning_in(project, self.id, span, annotator=who)
        self._portions.append([annotation.id for annotation in found])
        for annotation in found:
            self._take_annotation(annotation)

    def _read_annotations(self) -> None:
        while self._has_more():
            self._read_portion()

    def _take_annotation(self, annotation: Annotation) -> None:
        """Know an annotation as it is now; one that was known stays in its place among all."""
        self._annotations[annotation.id] = annotation
        self._in_order.put([annotation])

    def _drop_annotation(self, id: str) -> None:
        self._annotations.pop(id, None)
        self._in_order.drop([id])

    def annotation(self, id: str) -> Annotation | None:
        """One of the person's annotations, by id; empty for none."""
        if not id:
            return None
        self._reread_all(id)
        return self._annotations.get(id) or self.annotations.get(id)

    @property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the article."""
        return self.text.structure.sentences

    def known(self, id: str) -> Annotation | Suggestion | None:
        """A mark by id, of those that were read."""
        return self._annotations.get(id) or self._suggestions.get(id)

    def reread(self, changes: Changes) -> Iterator[Reread]:
        """What an act touched, portion by portion, each read again when it is asked for."""
        parts = list(_parts(self._ids_of_annotations(changes), self._ids_of_suggestions(changes)))
        self._touched += parts
        return map(self._reread, parts)

    def _ids_of_annotations(self, changes: Changes) -> frozenset[str]:
        gone = changes.gone("annotation", article=self.id)
        return gone | changes.ids("annotation", article=self.id)

    def _ids_of_suggestions(self, changes: Changes) -> frozenset[str]:
        """The suggestions that an act touched, also by what somebody made of them."""
        ids = changes.gone("suggestion", article=self.id)
        ids |= changes.ids("suggestion", article=self.id)
        states = changes.ids("suggestion_state", article=self.id)
        told = suggestions.of_states(self._session.project, states)
        self._about |= told
        gone = changes.gone("suggestion_state", article=self.id)
        known = {self._about.pop(state) for state in gone if state in self._about}
        unknown = self._decided_otherwise() if len(known) < len(gone) else ()
        return ids.union(told.values(), known, unknown)

    def _decided_otherwise(self) -> set[str]:
        """The suggestions that were read with other states: one that went names none itself."""
        now = suggestions.states_in(self._session.project, self.id)
        return {id for id, each in self._suggestions.items() if each.states != now.get(id, {})}

    def _reread_all(self, about: str = "") -> None:
        """Read again what is still to be, all of it or the portions that a mark is among, by id."""
        for part in [*self._touched]:
            if not about or about in part.annotations or about in part.suggestions:
                self._reread(part)

    def _reread(self, part: _Touched) -> Reread:
        """Read a portion again; to do so twice is in vain, but does no harm."""
        if part in self._touched:
            self._touched.remove(part)
        project, who = self._session.project, self._session.annotator.id
        found = annotations.by_ids(project, part.annotations)
        mine = [annotation for annotation in found if annotation.annotator == who]
        gone = part.annotations - {annotation.id for annotation in mine}
        places = {place_of(a) for id in part.annotations if (a := self._annotations.get(id))}
        places |= {place_of(annotation) for annotation in mine}
        for annotation in mine:
            self._take_annotation(annotation)
        for id in gone:
            self._drop_annotation(id)
        here = (self._at_place.get(place, set()) for place in places)
        touched = self._reread_suggestions(part.suggestions).union(*here)
        self._look_again(touched)
        return Reread(mine, gone, touched)

    def _reread_suggestions(self, ids: Collection[str]) -> set[str]:
        """Read some suggestions again; returns their ids, and of what says the same."""
        found = {each.id: each for each in suggestions.by_ids(self._session.project, ids)}
        beside = self._with_twins(ids)
        for id in ids:
            if id in found:
                self._take_suggestion(found[id])
            else:
                self._suggestions.pop(id, None)
        return self._with_twins(ids) | beside

    def _with_twins(self, ids: Iterable[str]) -> set[str]:
        """Suggestions that were read, by id, and all that say the same: one stands for them all."""
        here = (self._suggestions[id] for id in ids if id in self._suggestions)
        twins = (self._at_place.get(place_of(suggestion), set()) for suggestion in here)
        return set(ids).union(*twins)

    def _look_again(self, ids: Collection[str]) -> None:
        """See which of some suggestions, all that say the same among them, are open still."""
        here = [self._suggestions[id] for id in ids if id in self._suggestions]
        free = still_open(
            here,
            self._beginning_with(here),
            annotator=self._session.annotator.id,
            using=self._using,
        )
        self._open.drop(ids)
        self._open.put(free)

    def _beginning_with(self, here: Sequence[Suggestion]) -> list[Annotation]:
        """The person's annotations that begin where some suggestions do."""
        if here:
            self._read_annotations()
        starts = {suggestion.span.start for suggestion in here}
        places = (Span(start, start + 1) for start in starts)
        ids = (id for place in places for id in self._in_order.ids(within=place))
        return [self._annotations[id] for id in ids]

    def read_relations(self) -> None:
        """Read the person's relations in the article."""
        found = annotations.relations_of_article(
            self._session.project, self.id, annotator=self._session.annotator.id
        )
        self.relations = {relation.id: relation for relation in found}

    def reread_relations(self, changes: Changes) -> tuple[list[Relation], frozenset[str]]:
        """Those of the person's relations that an act changed, and the ids of those that went."""
        who = self._session.annotator.id
        ids = changes.ids("relation", article=self.id)
        found = annotations.relations_by_ids(self._session.project, ids)
        mine = {relation.id: relation for relation in found if relation.annotator == who}
        gone = (changes.gone("relation", article=self.id) | ids) - mine.keys()
        for id in gone:
            self.relations.pop(id, None)
        self.relations |= mine
        return list(mine.values()), gone

    def read_labels(self) -> None:
        """Read the person's labels of the whole article again."""
        found = articles.labels_of(self._session.project, [self.id])
        self.labels = {
            label.name: (label.value,) if isinstance(label.value, str) else label.value
            for label in found
            if label.annotator == self._session.annotator.id
        }

    def read_help(self) -> bool:
        """Read again in which layers a person is to have no suggestions; whether they changed."""
        before = self._unaided
        self._unaided = people.layers_without_help(
            self._session.project, annotator=self._session.annotator.id, article=self.id
        )
        return self._unaided != before

    def open_suggestions(
        self, layers: Iterable[str], least: int = 0, *, among: Iterable[str] | None = None
    ) -> list[Suggestion]:
        """What may stand as a ghost: open, in these layers, helped, and not marked already.

        Of all suggestions in the order of the text, or of some by id; those that have at least so
        many percent.
        """
        if among is None:
            return [self._suggestions[id] for id in self.open_ids(layers, least)]
        helped = self._helped(layers)
        twins = self._with_twins(list(among))
        free = (self._suggestions[id] for id in twins if id in self._open)
        return [each for each in free if each.layer in helped and each.percent >= least]

    def open_ids(
        self, layers: Iterable[str], least: int = 0, *, within: Span | None = None
    ) -> list[str]:
        """What may stand as ghosts in the order of the text, of all of it or of a stretch."""
        self._read_all_suggestions()
        return self._open.ids(self._helped(layers), least, within=within)

    def number_open(self, layers: Iterable[str], least: int = 0) -> int:
        """How many may stand as ghosts."""
        self._read_all_suggestions()
        return self._open.number(self._helped(layers), least)

    def _helped(self, layers: Iterable[str]) -> set[str]:
        return set(layers).difference(self._unaided)


def _parts(marks: Iterable[str], proposed: Iterable[str]) -> Iterator[_Touched]:
    """What an act touched, a portion at a time: what is not much is one."""
    for pair in zip_longest(_strides(marks), _strides(proposed), fillvalue=frozenset[str]()):
        yield _Touched(*pair)


def _strides(ids: Iterable[str]) -> Iterator[frozenset[str]]:
    each = iter(ids)
    while stride := frozenset(islice(each, TOUCHED)):
        yield stride
