"""Adjudication by a rule: what all, or more than half, of those who finished a layer have alike.

A vote is for exact borders with a label. *Majority* is more than half of all who finished the
layer, so with two it is the same as *unanimous*. Where more than half have nothing at a place, that
is decided too, with the reason; ties and differences of borders stay open for a person. Attributes
and relations are voted on after their span, by the same rule.

What anybody settled before stays as it is, so that a rule can be run again at any time: it adds
what annotators have finished since, and destroys nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.agreement.differences import Mark
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.gold import MAJORITY, NOTHING, UNANIMOUS, Gold, GoldRelation
from workbench.domain.ids import new_id
from workbench.operations import backups
from workbench.operations.adjudicating import gold_of, ruling_of
from workbench.operations.comparing import Difference, Sides, differences_in, read_sides
from workbench.operations.progress import LongVerb, Progress
from workbench.store import articles, golds, schemes
from workbench.store.project import Project
from workbench.store.transaction import Transaction

Rule = Literal["unanimous", "majority"]
RULES: tuple[Rule, ...] = ("unanimous", "majority")
_BATCH = 50  # articles in one short transaction


@dataclass(slots=True)
class _Tally:
    """What a rule has written so far, and what it left open, by layer."""

    articles: set[str] = field(default_factory=set)
    gold: Counter[str] = field(default_factory=Counter)
    nothing: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    relations: int = 0


def adjudicate(
    project: Project,
    *,
    reviewer: Annotator,
    rule: Rule,
    annotators: Sequence[Annotator] = (),
    layers: Sequence[str] = (),
) -> LongVerb[dict[str, Any]]:
    """Write gold by a rule for all articles, as one act; returns what was written and what is open.

    Raises `UserError` for a layer that the scheme does not have, and where no layer was finished by
    two of the annotators.
    """
    for layer in layers:
        schemes.read_scheme(project).layer(layer)
    ids = articles.ids(project)
    tally, step = _Tally(), new_id()
    backups.begin(project)
    for begin in range(0, len(ids), _BATCH):
        part = ids[begin : begin + _BATCH]
        with project.transaction(
            "adjudicate", person=reviewer.id, params={"rule": rule}, step=step
        ) as transaction:
            sides = read_sides(transaction, part, annotators=[person.id for person in annotators])
            for side in sides:
                _settle_article(transaction, reviewer, side, rule=rule, layers=layers, tally=tally)
        yield Progress(begin + len(part), len(ids))
    if not tally.articles:
        raise UserError("operations.nobody_to_adjudicate")
    return {
        "rule": rule,
        "articles": len(tally.articles),
        "gold": dict(sorted(tally.gold.items())),
        "nothing": dict(sorted(tally.nothing.items())),
        "relations": tally.relations,
        "open": dict(sorted((+tally.open).items())),
    }


def passes(votes: int, *, of: int, rule: Rule) -> bool:
    """Whether so many votes of all who finished the layer are enough."""
    return votes == of if rule == UNANIMOUS else votes * 2 > of


def _settle_article(
    transaction: Transaction,
    reviewer: Annotator,
    sides: Sides,
    *,
    rule: Rule,
    layers: Sequence[str],
    tally: _Tally,
) -> None:
    """Settle what a rule can settle in an article."""
    readers = {layer: who for layer, who in sides.readers.items() if not layers or layer in layers}
    if not readers:
        return
    tally.articles.add(sides.article)
    before = differences_in(sides)
    made = [
        gold
        for difference in before
        if difference.layer in readers
        for gold in _settle_place(transaction, reviewer, difference, rule=rule, tally=tally)
    ]
    golds.insert_many(transaction, made)
    tally.gold.update(gold.layer for gold in made)
    tally.relations += _relate(transaction, sides, made, readers=readers, rule=rule)


def _settle_place(
    transaction: Transaction,
    reviewer: Annotator,
    difference: Difference,
    *,
    rule: Rule,
    tally: _Tally,
) -> Iterator[Gold]:
    """The gold span that a rule finds for a place, if nobody has settled it and it finds one."""
    if difference.gold is not None or difference.ruling is not None:
        tally.open[difference.layer] += difference.open
        return
    number = len(difference.readers)
    winner = _winner(difference, rule)
    if winner is not None:
        attributes = voted(difference.marks, of=number, rule=rule)
        yield gold_of(
            transaction, reviewer, difference, change=rule, mark=winner, attributes=attributes
        )
        tally.open[difference.layer] += _tied(difference.marks, attributes)
    elif rule == MAJORITY and passes(number - len(difference.marks), of=number, rule=rule):
        ruling = ruling_of(
            transaction, reviewer, difference, change=NOTHING, reason=_outvoted(difference)
        )
        golds.insert_rulings(transaction, [ruling])
        tally.nothing[difference.layer] += 1
    else:
        tally.open[difference.layer] += 1


def _outvoted(difference: Difference) -> str:
    number = len(difference.readers)
    return f"{number - len(difference.marks)} of {number} marked nothing"


def _winner(difference: Difference, rule: Rule) -> Mark | None:
    """A mark whose borders and label enough readers have, or None."""
    votes = Counter((mark.fragments, mark.label) for mark in difference.marks)
    for mark in difference.marks:
        number = votes[mark.fragments, mark.label]
        if passes(number, of=len(difference.readers), rule=rule):
            return mark
    return None


def voted(marks: Iterable[Mark], *, of: int, rule: Rule) -> dict[str, str]:
    """The attributes that enough readers have alike."""
    votes = Counter(item for mark in marks for item in mark.attributes.items())
    return {
        name: value
        for (name, value), number in sorted(votes.items())
        if passes(number, of=of, rule=rule)
    }


def _tied(marks: Sequence[Mark], decided: Mapping[str, str]) -> bool:
    """Whether readers have an attribute unlike that was not decided."""
    names = {name for mark in marks for name in mark.attributes} - decided.keys()
    return any(len({mark.attributes.get(name) for mark in marks}) > 1 for name in names)


# --- relations


def _relate(
    transaction: Transaction,
    sides: Sides,
    made: Sequence[Gold],
    *,
    readers: Mapping[str, Sequence[str]],
    rule: Rule,
) -> int:
    """Draw the relations between gold spans that enough readers drew; returns how many are new.

    Only those that begin or end at a span just made: what was settled before stays.
    """
    gold = {g.id: g for g in (*sides.gold, *made)}
    became = _became(sides, gold.values())
    fresh = {g.id for g in made}
    votes = Counter(
        {
            (relation.type, became[relation.source], became[relation.target], relation.annotator)
            for relation in sides.relations
            if relation.source in became and relation.target in became
        }
    )
    drawn = Counter((type, source, target) for type, source, target, _ in votes)
    scheme = schemes.read_scheme(transaction)
    new = [
        GoldRelation(new_id(), sides.article, type, source, target)
        for (type, source, target), number in sorted(drawn.items())
        if {source, target} & fresh
        and passes(number, of=len(readers.get(gold[source].layer, ())) or number + 1, rule=rule)
        and (kind := scheme.relation(type))
        and kind.joins(
            (gold[source].layer, gold[source].label), (gold[target].layer, gold[target].label)
        )
    ]
    golds.insert_relations(transaction, new)
    return len(new)


def _became(sides: Sides, gold: Iterable[Gold]) -> dict[str, str]:
    """The gold span that each annotation is like, by their ids."""
    at = {(g.layer, g.label, g.fragments): g.id for g in gold}
    places = ((a.id, (a.layer, a.label, a.fragments)) for a in sides.annotations)
    return {id: at[place] for id, place in places if place in at}
