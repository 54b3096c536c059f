"""Settling differences: every verb by which a reviewer makes gold.

What is decided about a place is kept with it: by whom, out of whose marks, what was changed and
why. A place that was settled before is settled anew in place, so that relations of the gold span
stay. Verbs act on a `Difference` as it was read; where somebody settled it in the meantime, the
later word holds, and undo gives back the earlier.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.agreement.differences import Mark
from workbench.domain.annotator import Annotator
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.domain.gold import (
    BOUNDARY,
    LEFT_OPEN,
    NOTHING,
    OWN,
    TAKEN,
    UNANIMOUS,
    Decision,
    Gold,
    GoldRelation,
    Ruling,
)
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, joined
from workbench.operations.annotating import quote_at
from workbench.operations.comparing import Difference
from workbench.store import annotations, golds, people, schemes
from workbench.store.project import Project
from workbench.store.reader import Reader
from workbench.store.transaction import Transaction


def take(
    project: Project,
    *,
    reviewer: Annotator,
    difference: Difference,
    annotator: str,
    reason: str = "",
) -> Changes:
    """Make gold what one reader, named by id, has at a place; nothing where they have nothing."""
    mark = next((mark for mark in difference.marks if mark.annotator == annotator), None)
    if mark is None:
        return nothing_here(project, reviewer=reviewer, difference=difference, reason=reason)
    return _settle(
        project,
        reviewer,
        difference,
        verb="take",
        change=TAKEN,
        label=mark.label,
        fragments=mark.fragments,
        attributes=mark.attributes,
        source=(annotator,),
        reason=reason,
    )


def merge_borders(
    project: Project,
    *,
    reviewer: Annotator,
    difference: Difference,
    label: str = "",
    reason: str = "",
) -> Changes:
    """Make gold all that any reader marked at a place, under their label or the one given.

    Attributes are those that no two readers have unlike. Raises `UserError` where readers have
    different labels and none is given.
    """
    labels = {mark.label for mark in difference.marks}
    if not label and len(labels) != 1:
        raise UserError("operations.which_label", labels=", ".join(sorted(labels)) or "none")
    return _settle(
        project,
        reviewer,
        difference,
        verb="merge_borders",
        change=BOUNDARY,
        label=label or labels.pop(),
        fragments=joined(span for mark in difference.marks for span in mark.fragments),
        attributes=common_attributes(mark.attributes for mark in difference.marks),
        source=tuple(mark.annotator for mark in difference.marks),
        reason=reason,
    )


def write_own(
    project: Project,
    *,
    reviewer: Annotator,
    article: str,
    layer: str,
    label: str,
    fragments: Fragments,
    attributes: Mapping[str, str] | None = None,
    difference: Difference | None = None,
    reason: str = "",
) -> Changes:
    """Make gold a span of the reviewer's own, which settles a difference where one is given."""
    place = difference or Difference(article, layer, fragments[0], (), (), (), 0.0)
    return _settle(
        project,
        reviewer,
        place,
        verb="write_own",
        change=OWN,
        label=label,
        fragments=fragments,
        attributes=attributes or {},
        source=tuple(mark.annotator for mark in place.marks),
        reason=reason,
    )


def nothing_here(
    project: Project, *, reviewer: Annotator, difference: Difference, reason: str = ""
) -> Changes:
    """Decide that nothing is to be marked at a place."""
    return _rule(project, reviewer, difference, NOTHING, reason)


def leave_open(
    project: Project, *, reviewer: Annotator, difference: Difference, reason: str = ""
) -> Changes:
    """Look at a place and leave it open, for others or for later."""
    return _rule(project, reviewer, difference, LEFT_OPEN, reason)


def take_agreed(
    project: Project, *, reviewer: Annotator, differences: Iterable[Difference]
) -> Changes:
    """Make gold all places among these that readers agree on and that nobody has settled yet."""
    wanted = agreed(differences)
    with project.transaction(
        "take_agreed", person=reviewer.id, params={"number": len(wanted)}
    ) as transaction:
        write_agreed(transaction, reviewer, wanted)
    return transaction.changes


def agreed(differences: Iterable[Difference]) -> list[Difference]:
    """The places that `take_agreed` would make gold, to be looked at before."""
    return list(filter(is_agreed, differences))


def is_agreed(difference: Difference) -> bool:
    """Whether all agree on a place, and nothing was decided about it."""
    return difference.agreed and difference.gold is None and difference.ruling is None


def unsettle(project: Project, *, reviewer: Annotator, difference: Difference) -> Changes:
    """Take a decision back, with its gold span and the relations of that."""
    with project.transaction(
        "unsettle", person=reviewer.id, params={"layer": difference.layer}
    ) as transaction:
        if difference.ruling is not None:
            golds.delete_rulings(transaction, [difference.ruling.id])
        if difference.gold is not None and golds.find(transaction, difference.gold.id):
            golds.delete(transaction, difference.gold.id)
    return transaction.changes


def set_reason(project: Project, *, reviewer: Annotator, gold: Gold, reason: str) -> Changes:
    """Say why a place was settled as it was; an empty reason removes it."""
    with project.transaction("set_reason", person=reviewer.id) as transaction:
        current = _now(transaction, gold)
        decision = replace(current.decision, reason=reason)
        golds.replace(transaction, replace(current, decision=decision))
    return transaction.changes


def set_gold_attribute(
    project: Project, *, reviewer: Annotator, gold: Gold, attribute: str, value: str
) -> Changes:
    """Set one attribute of a gold span; an empty value unsets it."""
    with project.transaction(
        "set_gold_attribute",
        person=reviewer.id,
        params={"attribute": attribute, "value": value},
    ) as transaction:
        current = _now(transaction, gold)
        changed = {name: v for name, v in current.attributes.items() if name != attribute}
        if value:
            changed[attribute] = value
            scheme = schemes.read_scheme(transaction)
            scheme.check_attributes(current.layer, current.label, {attribute: value})
        decision = replace(current.decision, by=reviewer.name)
        golds.replace(transaction, replace(current, attributes=changed, decision=decision))
    return transaction.changes


def relate_gold(
    project: Project, *, reviewer: Annotator, type: str, source: Gold, target: Gold
) -> Changes:
    """Draw a relation between two gold spans; a second of a single kind replaces it."""
    with project.transaction(
        "relate_gold", person=reviewer.id, params={"type": type}
    ) as transaction:
        add_gold_relation(transaction, type, _now(transaction, source), _now(transaction, target))
    return transaction.changes


def take_relations(
    project: Project,
    *,
    reviewer: Annotator,
    difference: Difference,
    annotator: str,
    among: Iterable[Difference],
) -> Changes:
    """Draw between gold spans the relations that one reader, by id, drew from a place.

    `among` are the differences of the article: a relation ends at the gold span of the place that
    its end belongs to. Raises `UserError` where the place is not settled, or none can be drawn.
    """
    settled = {m.id: each.gold for each in among if each.gold is not None for m in each.marks}
    own = next((mark.id for mark in difference.marks if mark.annotator == annotator), "")
    drawn = annotations.relations_of_article(project, difference.article, annotator=annotator)
    wanted = [r for r in drawn if r.source == own and r.target in settled]
    if difference.gold is None or not wanted:
        raise UserError("operations.no_relations_to_take")
    with project.transaction(
        "take_relations", person=reviewer.id, params={"layer": difference.layer}
    ) as transaction:
        source = _now(transaction, difference.gold)
        for relation in wanted:
            target = _now(transaction, settled[relation.target])
            add_gold_relation(transaction, relation.type, source, target)
    return transaction.changes


def unrelate_gold(project: Project, *, reviewer: Annotator, relation: GoldRelation) -> Changes:
    """Remove a relation between gold spans."""
    with project.transaction(
        "unrelate_gold", person=reviewer.id, params={"type": relation.type}
    ) as transaction:
        golds.delete_relations(transaction, [relation.id])
    return transaction.changes


# --- what verbs build on


def common_attributes(several: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The attributes that no two marks have unlike: one that lacks it has it unlike too."""
    every = list(several)
    first = every[0] if every else {}
    return {
        name: value
        for name, value in first.items()
        if all(other.get(name) == value for other in every)
    }


def write_agreed(
    transaction: Transaction, reviewer: Annotator, wanted: Sequence[Difference]
) -> list[Gold]:
    """Write what readers agree on as gold spans, with the attributes they agree on."""
    made = [
        gold_of(
            transaction,
            reviewer,
            difference,
            change=UNANIMOUS,
            mark=difference.marks[0],
            attributes=common_attributes(mark.attributes for mark in difference.marks),
        )
        for difference in wanted
    ]
    golds.insert_many(transaction, made)
    return made


def add_gold_relation(transaction: Transaction, type: str, source: Gold, target: Gold) -> None:
    """Write a relation that the scheme allows; one that is already there is passed over."""
    scheme = schemes.read_scheme(transaction)
    scheme.check_relation(type, (source.layer, source.label), (target.layer, target.label))
    same = [
        relation
        for relation in golds.relations_of_articles(transaction, [source.article])
        if relation.type == type and relation.source == source.id
    ]
    if any(relation.target == target.id for relation in same):
        return
    kind = scheme.relation(type)
    if kind is not None and not kind.many:
        golds.delete_relations(transaction, [relation.id for relation in same])
    new = GoldRelation(new_id(), source.article, type, source.id, target.id)
    golds.insert_relations(transaction, [new])


def gold_of(
    transaction: Transaction,
    reviewer: Annotator,
    difference: Difference,
    *,
    change: str,
    mark: Mark,
    attributes: Mapping[str, str],
    reason: str = "",
) -> Gold:
    """A new gold span where a mark stands, out of the marks that are like it."""
    like = [m for m in difference.marks if (m.label, m.fragments) == (mark.label, mark.fragments)]
    return Gold(
        id=new_id(),
        article=difference.article,
        layer=difference.layer,
        label=mark.label,
        fragments=mark.fragments,
        quote=quote_at(transaction, difference.article, mark.fragments),
        decision=Decision(
            reviewer.name, names_of(transaction, [m.annotator for m in like]), change, reason
        ),
        attributes=attributes,
    )


def names_of(reader: Reader, annotators: Iterable[str]) -> tuple[str, ...]:
    """The names of people by their ids, in the order of names."""
    wanted = set(annotators)
    return tuple(person.name for person in people.annotators(reader) if person.id in wanted)


def _settle(
    project: Project,
    reviewer: Annotator,
    difference: Difference,
    *,
    verb: str,
    change: str,
    label: str,
    fragments: Fragments,
    attributes: Mapping[str, str],
    source: Sequence[str],
    reason: str,
) -> Changes:
    """Write a gold span for a place, over the one that was there."""
    article, layer = difference.article, difference.layer
    with project.transaction(
        verb, person=reviewer.id, params={"layer": layer, "label": label}
    ) as transaction:
        scheme = schemes.read_scheme(transaction)
        scheme.label(layer, label)
        scheme.check_attributes(layer, label, attributes)
        known = _known(transaction, difference, label=label, fragments=fragments)
        gold = Gold(
            id=known.id if known else new_id(),
            article=article,
            layer=layer,
            label=label,
            fragments=fragments,
            quote=quote_at(transaction, article, fragments),
            decision=Decision(reviewer.name, names_of(transaction, source), change, reason),
            attributes=dict(attributes),
        )
        if known:
            golds.replace(transaction, gold)
            _drop_impossible(transaction, gold)
        else:
            golds.insert_many(transaction, [gold])
        if difference.ruling is not None:
            golds.delete_rulings(transaction, [difference.ruling.id])
    return transaction.changes


def _known(
    transaction: Transaction, difference: Difference, *, label: str, fragments: Fragments
) -> Gold | None:
    """The gold span that stands for a place by now, or one that already says the same."""
    wanted = difference.gold.id if difference.gold else ""
    for gold in golds.of_articles(transaction, [difference.article]):
        same = (gold.layer, gold.label, gold.fragments) == (difference.layer, label, fragments)
        if gold.id == wanted or same:
            return gold
    return None


def _drop_impossible(transaction: Transaction, gold: Gold) -> None:
    """Remove the relations that the scheme no longer allows at a gold span with another label."""
    scheme = schemes.read_scheme(transaction)
    ends = {g.id: (g.layer, g.label) for g in golds.of_articles(transaction, [gold.article])}
    lost = [
        relation.id
        for relation in golds.relations_of_articles(transaction, [gold.article])
        if gold.id in {relation.source, relation.target}
        and not (
            (kind := scheme.relation(relation.type))
            and kind.joins(ends[relation.source], ends[relation.target])
        )
    ]
    golds.delete_relations(transaction, lost)


def _rule(
    project: Project, reviewer: Annotator, difference: Difference, change: str, reason: str
) -> Changes:
    """Decide about a place without a gold span; one that was there goes."""
    with project.transaction(
        "rule", person=reviewer.id, params={"layer": difference.layer, "change": change}
    ) as transaction:
        if difference.gold is not None and golds.find(transaction, difference.gold.id):
            golds.delete(transaction, difference.gold.id)
        if difference.ruling is not None:
            golds.delete_rulings(transaction, [difference.ruling.id])
        golds.insert_rulings(
            transaction,
            [ruling_of(transaction, reviewer, difference, change=change, reason=reason)],
        )
    return transaction.changes


def ruling_of(
    reader: Reader, reviewer: Annotator, difference: Difference, *, change: str, reason: str = ""
) -> Ruling:
    """A new decision about a place that makes no gold span, out of what was marked there."""
    source = names_of(reader, [mark.annotator for mark in difference.marks])
    decision = Decision(reviewer.name, source, change, reason)
    return Ruling(new_id(), difference.article, difference.layer, difference.span, decision)


def _now(transaction: Transaction, gold: Gold) -> Gold:
    """A gold span as it stands now; raises `UserError` where it is gone."""
    current = golds.find(transaction, gold.id)
    if current is None:
        raise UserError("operations.gold_gone")
    return current
