"""What became of one's own marks: after adjudication, what gold changed in them, and why.

A person learns of an article only when their own work there is finished and no difference in it is
open any more, so that nobody annotates with another's work in sight. They see their own marks and
gold, and never what others marked: a place where nobody but others had something, and where nothing
was found to be right, is not told of. Relations are compared where gold says something of their
kind, since a reviewer may have settled spans alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workbench.agreement.differences import Mark
from workbench.domain.annotation import Relation
from workbench.domain.annotator import Annotator
from workbench.domain.gold import BY_RULE, Decision, Gold, GoldRelation
from workbench.domain.span import Fragments, Span
from workbench.operations.comparing import Difference, differences
from workbench.operations.progress import LongVerb, Progress
from workbench.store import annotations, articles, golds, people
from workbench.store.project import Project
from workbench.store.reader import Reader

Change = Literal["added", "removed", "label", "boundary", "attribute", "relation"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about a place: the person's mark there, the gold span, and the changes.

    One of both is there, or both; without changes the mark stands as it was.
    """

    article: str
    layer: str
    mine: Mark | None
    gold: Gold | None
    changes: tuple[Change, ...]
    decision: Decision

    @property
    def fragments(self) -> Fragments:
        """Where to look: at the gold span, else at the mark."""
        mark = self.gold or self.mine
        return mark.fragments if mark else ()

    @property
    def span(self) -> Span:
        """The first of the fragments."""
        return self.fragments[0]

    @property
    def by_rule(self) -> bool:
        """Whether a vote decided, and not a person who looked."""
        return self.decision.change in BY_RULE


@dataclass(frozen=True, slots=True)
class Told:
    """The verdicts on an article, in the order of the text; None before all in it is settled."""

    article: str
    verdicts: tuple[Verdict, ...] | None


def verdicts(project: Project, *, annotator: Annotator, article: str) -> list[Verdict] | None:
    """What became of the person's marks, in the order of the text; None before all is settled."""
    mine = _layers_done(project, annotator, article)
    found = differences(project, [article])
    compared = [d for d in found if annotator.id in d.readers and d.layer in mine]
    if not compared or any(difference.open for difference in found):
        return None
    led = _leads(project, annotator, article, compared)
    each = (_verdict(difference, annotator, led) for difference in compared)
    return [verdict for verdict in each if verdict is not None]


def told(
    project: Project, *, annotator: Annotator, article: str, direction: int = 0
) -> LongVerb[Told]:
    """What became of the person's marks in an article (0), to be read beside the window.

    With a direction, in the next article (1) or the one before (-1) of which that can be told, in
    the order of the list and round its ends; where there is no other, in the article itself.
    """
    candidates = _around(project, article, direction) if direction else [article]
    for place, id in enumerate(candidates):
        if place:
            yield Progress(place, len(candidates))
        found = verdicts(project, annotator=annotator, article=id)
        if found is not None:
            return Told(id, tuple(found))
    return Told(article, None)


def _around(reader: Reader, article: str, direction: int) -> list[str]:
    """The articles about which anything was decided, from one on in a direction, itself last."""
    settled = golds.settled_articles(reader)
    order = articles.ids(reader)
    here = order.index(article) if article in order else 0
    around = (order[(here + direction * step) % len(order)] for step in range(1, len(order) + 1))
    return [id for id in around if id in settled]


def _layers_done(reader: Reader, annotator: Annotator, article: str) -> frozenset[str]:
    """The layers that the person has finished; none while any is still to be done."""
    given = people.assignments(reader, annotator=annotator.id, articles=[article])
    newest = {assignment.layer: assignment.status for assignment in given}
    if not set(newest.values()) <= {"done", "skipped"}:
        return frozenset()
    return frozenset(layer for layer, status in newest.items() if status == "done")


# --- relations

Led = tuple[str, str]  # the kind of a relation, and the gold span or else the mark that it leads to


@dataclass(frozen=True, slots=True)
class _Leads:
    """What the person's marks and what gold spans lead to, by their ids."""

    mine: Mapping[str, frozenset[Led]]
    gold: Mapping[str, frozenset[Led]]

    def differ(self, mine: str, gold: str) -> bool:
        """Whether gold leads elsewhere than a mark, in the kinds that it says something of."""
        right = self.gold.get(gold, frozenset())
        kinds = {kind for kind, _ in right}
        return right != {led for led in self.mine.get(mine, frozenset()) if led[0] in kinds}


def _leads(
    reader: Reader, annotator: Annotator, article: str, compared: Iterable[Difference]
) -> _Leads:
    """What leads to what, in terms of gold spans wherever there is one."""
    became = {
        mark.id: difference.gold.id
        for difference in compared
        for mark in difference.marks
        if difference.gold is not None and mark.annotator == annotator.id
    }
    drawn = annotations.relations_of_article(reader, article, annotator=annotator.id)
    settled = golds.relations_of_articles(reader, [article])
    return _Leads(_by_source(drawn, became), _by_source(settled, {}))


def _by_source(
    relations: Iterable[Relation | GoldRelation], became: Mapping[str, str]
) -> dict[str, frozenset[Led]]:
    found: dict[str, set[Led]] = defaultdict(set)
    for relation in relations:
        found[relation.source].add((relation.type, became.get(relation.target, relation.target)))
    return {source: frozenset(led) for source, led in found.items()}


# --- one place


def _verdict(difference: Difference, annotator: Annotator, led: _Leads) -> Verdict | None:
    """What was decided about a place; None where the person has no part in it."""
    mine = next((m for m in difference.marks if m.annotator == annotator.id), None)
    settled = difference.gold or difference.ruling
    if settled is None or (mine is None and difference.gold is None):
        return None
    return Verdict(
        article=difference.article,
        layer=difference.layer,
        mine=mine,
        gold=difference.gold,
        changes=tuple(_changes(mine, difference.gold, led)),
        decision=settled.decision,
    )


def _changes(mine: Mark | None, gold: Gold | None, led: _Leads) -> Iterable[Change]:
    """In which ways gold differs from a mark, the gravest first."""
    if mine is None or gold is None:
        yield "added" if mine is None else "removed"
        return
    if mine.label != gold.label:
        yield "label"
    if mine.fragments != gold.fragments:
        yield "boundary"
    if mine.attributes != gold.attributes:
        yield "attribute"
    if led.differ(mine.id, gold.id):
        yield "relation"
