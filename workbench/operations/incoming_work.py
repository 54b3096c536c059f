"""The work of people that comes in with articles: annotations, relations, labels, status, gold.

What has an id is known by it; what has none is the same if annotator, layer, label and fragments
are. A layer that a file covers is taken as finished by its annotator in every article of the file,
unless the file itself says how its layers stand: "looked and found nothing" must come in as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Assignment, Status
from workbench.domain.corpus import CorpusArticle
from workbench.domain.gold import Gold
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.span import check_fragments, check_quote
from workbench.domain.suggestion import Suggestion
from workbench.operations.people import annotator_named
from workbench.operations.statuses import freeze_done
from workbench.store import annotations, articles, golds, people, schemes, suggestions
from workbench.store.project import Project
from workbench.store.transaction import Transaction

_Layer = tuple[str, str]  # annotator id, layer


class Work:
    """Writes the work that came with articles, and remembers which layers it covers."""

    def __init__(self, project: Project, whose: str, status: Status) -> None:
        self._project = project
        self._whose = whose
        self._status = status
        self._ids: dict[str, str] = {}
        self._covered: set[_Layer] = set()
        self._silent: dict[str, set[_Layer]] = {}

    def meet_people(self, corpus: CorpusArticle) -> None:
        """Let everyone whom an article names join the project."""
        named = {annotation.annotator for annotation in corpus.annotations}
        named |= {relation.annotator for relation in corpus.relations}
        named |= {label.annotator for label in corpus.labels}
        named |= {assignment.annotator for assignment in corpus.assignments or ()}
        names = {name or self._whose for name in named}
        names |= {name for suggestion in corpus.suggestions for name in suggestion.states}
        for name in names - self._ids.keys():
            self._ids[name] = annotator_named(self._project, name).id

    def write(self, transaction: Transaction, article: str, corpus: CorpusArticle) -> int:
        """Write what is new about one article; how many annotations that is."""
        scheme = schemes.read_scheme(transaction)
        known = annotations.of_article(transaction, article)
        same = {_place(annotation): annotation.id for annotation in known}
        ids = {annotation.id for annotation in known}
        new = []
        became: dict[str, str] = {}
        for incoming in corpus.annotations:
            annotation = self._annotation(transaction, article, incoming, scheme)
            place = _place(annotation)
            if annotation.id not in ids and place not in same:
                _check(annotation, corpus.text, scheme)
                same[place] = annotation.id
                new.append(annotation)
            became[incoming.id] = annotation.id if annotation.id in ids else same[place]
        annotations.insert_many(transaction, new)
        self._write_relations(transaction, article, corpus.relations, became)
        self._write_labels(transaction, article, corpus)
        self._write_suggestions(transaction, article, corpus)
        self._write_gold(transaction, article, corpus.gold, scheme)
        self._write_statuses(transaction, article, corpus)
        return len(new)

    def _annotation(
        self, transaction: Transaction, article: str, incoming: Annotation, scheme: Scheme
    ) -> Annotation:
        """An incoming annotation as one of the project's, with what its file left out."""
        return replace(
            incoming,
            id=incoming.id or new_id(),
            article=article,
            annotator=self._ids[incoming.annotator or self._whose],
            created=incoming.created or transaction.time,
            modified=incoming.modified or transaction.time,
            scheme_version=incoming.scheme_version or scheme.version,
        )

    def _write_relations(
        self,
        transaction: Transaction,
        article: str,
        incoming: Iterable[Relation],
        became: dict[str, str],
    ) -> None:
        known = annotations.relations_of_article(transaction, article)
        ids = {relation.id for relation in known}
        same = {(r.type, r.source, r.target) for r in known}
        new = []
        for relation in incoming:
            source = became.get(relation.source, relation.source)
            target = became.get(relation.target, relation.target)
            if relation.id in ids or (relation.type, source, target) in same:
                continue
            owner = self._ids[relation.annotator or self._whose]
            here = replace(
                relation,
                id=relation.id or new_id(),
                article=article,
                annotator=owner,
                source=source,
                target=target,
                created=relation.created or transaction.time,
                modified=relation.modified or transaction.time,
            )
            new.append(here)
        annotations.insert_relations(transaction, new)

    def _write_labels(self, transaction: Transaction, article: str, corpus: CorpusArticle) -> None:
        given = {(g.annotator, g.name) for g in articles.labels_of(transaction, [article])}
        for label in corpus.labels:
            owner = self._ids[label.annotator or self._whose]
            if (owner, label.name) not in given:
                here = replace(label, id=label.id or new_id(), article=article, annotator=owner)
                articles.put_label(transaction, here)

    def _write_suggestions(
        self, transaction: Transaction, article: str, corpus: CorpusArticle
    ) -> None:
        known = {s.id for s in suggestions.of_article(transaction, article)}
        new = [s for s in corpus.suggestions if s.id not in known]
        here = {s.id: replace(s, id=s.id or new_id(), article=article, states={}) for s in new}
        relations = [r for r in corpus.suggestion_relations if r.source in here]
        suggestions.insert_many(transaction, here.values(), relations)
        for suggestion in new:
            self._write_states(transaction, here[suggestion.id], suggestion)

    def _write_states(
        self, transaction: Transaction, here: Suggestion, incoming: Suggestion
    ) -> None:
        for name, state in incoming.states.items():
            suggestions.set_states(transaction, [here], self._ids[name], state)

    def _write_gold(
        self, transaction: Transaction, article: str, incoming: Iterable[Gold], scheme: Scheme
    ) -> None:
        known = {gold.id for gold in golds.of_articles(transaction, [article])}
        for gold in incoming:
            scheme.label(gold.layer, gold.label)
        new = [
            replace(gold, id=gold.id or new_id(), article=article)
            for gold in incoming
            if gold.id not in known
        ]
        golds.insert_many(transaction, new)

    # --- where layers stand

    def _write_statuses(
        self, transaction: Transaction, article: str, corpus: CorpusArticle
    ) -> None:
        """Write the statuses that a file gives, or that follow from what it covers."""
        if corpus.assignments is not None:
            stated = [
                replace(a, annotator=self._ids[a.annotator or self._whose])
                for a in corpus.assignments
            ]
            self.assign(transaction, article, stated)
            return
        here = {(self._ids[a.annotator or self._whose], a.layer) for a in corpus.annotations}
        self._covered |= here
        self._silent[article] = here
        self.assign(transaction, article, self._finished(here))

    def _finished(self, layers: Iterable[_Layer]) -> list[Assignment]:
        return [Assignment("", "", who, layer, self._status) for who, layer in sorted(layers)]

    def uncovered(self) -> Iterator[tuple[str, list[Assignment]]]:
        """The layers that a file covers, in the articles where it found nothing in them."""
        for article, here in self._silent.items():
            missing = self._covered - here
            if missing:
                yield article, self._finished(missing)

    def assign(self, transaction: Transaction, article: str, stated: Iterable[Assignment]) -> None:
        """Write assignments that are new to the project, and freeze the finished ones."""
        known = {
            (a.annotator, a.layer, a.round)
            for a in people.assignments(transaction, articles=[article])
        }
        new = [
            replace(a, id=a.id or new_id(), article=article)
            for a in stated
            if (a.annotator, a.layer, a.round) not in known
        ]
        people.insert_assignments(transaction, new)
        for assignment in new:
            if assignment.status == "done":
                freeze_done(transaction, assignment.annotator, article, [assignment.layer])


def _place(annotation: Annotation) -> tuple[object, ...]:
    return annotation.annotator, annotation.layer, annotation.label, annotation.fragments


def _check(annotation: Annotation, text: str, scheme: Scheme) -> None:
    """Refuse what the scheme or the text cannot hold."""
    scheme.label(annotation.layer, annotation.label)
    scheme.check_attributes(annotation.layer, annotation.label, annotation.attributes)
    check_fragments(len(text), annotation.fragments)
    check_quote(text, annotation.fragments, annotation.quote)
