"""Giving articles to annotators: every article to some of them, evenly and by chance.

Who has least to do is next; among those, whoever shares fewest articles with the people an article
has already, so that every pair overlaps about equally; what is left is decided by the seed. An
article keeps whoever has it, so that assigning again after an import places only what is new.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.domain.annotator import Annotator, Assignment, Help
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.operations.progress import LongVerb, Progress
from workbench.store import articles, people, schemes
from workbench.store.project import Project
from workbench.store.reader import Reader

Holders = Mapping[str, frozenset[str]]  # the people that each article has


@dataclass(frozen=True, slots=True)
class Wish:
    """To whom articles go, how many people each, in which layers (none: all), and how."""

    annotators: Sequence[Annotator]
    per_article: int
    layer: str = ""
    round: int = 1
    help: Help = "on"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many articles there are, how many got somebody new, and each person's number of them.

    `had` are everybody's numbers before, in the same round.
    """

    articles: int
    new: int
    loads: Mapping[str, int]
    had: Mapping[str, int]


def assign(project: Project, *, annotator: Annotator, wish: Wish) -> Assigned:
    """Give every article to as many people as wished, as one act of the person who asks."""
    params = {"per_article": wish.per_article, "seed": wish.seed, "round": wish.round}
    with project.transaction("assign", person=annotator.id, params=params) as transaction:
        new, report = _plan(transaction, wish)
        people.insert_assignments(transaction, new)
    return report


def preview(project: Project, wish: Wish) -> LongVerb[Assigned]:
    """Say what assigning would come to; people who are new may come without an id."""
    yield Progress(0, 1)
    team = [person if person.id else replace(person, id=person.name) for person in wish.annotators]
    _, report = _plan(project, replace(wish, annotators=team))
    return report


def assigning(project: Project, *, annotator: Annotator, wish: Wish) -> LongVerb[Assigned]:
    """Assign beside the window, which goes on meanwhile."""
    yield Progress(0, 1)
    return assign(project, annotator=annotator, wish=wish)


def shares(project: Project) -> dict[Annotator, int]:
    """Who has articles, and how many."""
    numbers = people.articles_held(project)
    everyone = people.annotators(project)
    return {person: numbers[person.id] for person in everyone if person.id in numbers}


def check(reader: Reader, *, layer: str, per_article: int, number: int) -> None:
    """Refuse a layer that the scheme has not, and more people an article than there are."""
    if not number:
        raise UserError("operations.nobody_to_assign")
    if not 1 <= per_article <= number:
        raise UserError("operations.too_few_to_assign", number=number)
    if layer:
        schemes.read_scheme(reader).layer(layer)


def _plan(reader: Reader, wish: Wish) -> tuple[list[Assignment], Assigned]:
    """The assignments that are missing, and what they come to."""
    team = len(wish.annotators)
    check(reader, layer=wish.layer, per_article=wish.per_article, number=team)
    scheme = schemes.read_scheme(reader)
    layers = [wish.layer] if wish.layer else [each.id for each in scheme.layers]
    ids = articles.ids(reader)
    known = {
        (a.article, a.annotator, a.layer)
        for a in people.assignments(reader)
        if a.round == wish.round and a.layer in layers
    }
    before = _holders(ids, wish.annotators, known)
    after = spread(before, [person.id for person in wish.annotators], wish.per_article, wish.seed)
    new = [
        Assignment(new_id(), id, person, layer, round=wish.round, help=wish.help)
        for id, holders in after.items()
        for person in sorted(holders)
        for layer in layers
        if (id, person, layer) not in known
    ]
    loads = Counter(person for holders in after.values() for person in holders)
    by_name = {person.name: loads[person.id] for person in wish.annotators}
    number = sum(after[id] != before[id] for id in ids)
    return new, Assigned(len(ids), number, by_name, _had(reader, known))


def _had(reader: Reader, known: Iterable[tuple[str, str, str]]) -> dict[str, int]:
    """How many articles each person has, by name."""
    names = {person.id: person.name for person in people.annotators(reader)}
    return dict(Counter(names[person] for _, person in {(id, who) for id, who, _ in known}))


def _holders(
    ids: Iterable[str], annotators: Sequence[Annotator], known: Iterable[tuple[str, str, str]]
) -> Holders:
    """Those of the annotators whom each article has already, in any of the layers."""
    asked = {person.id for person in annotators}
    found: dict[str, set[str]] = {id: set() for id in ids}
    for article, person, _ in known:
        if person in asked:
            found[article].add(person)
    return {id: frozenset(holders) for id, holders in found.items()}


def spread(before: Holders, persons: Sequence[str], per_article: int, seed: int) -> Holders:
    """Fill up every article to `per_article` of the persons; who has one already keeps it."""
    chance = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    loads = Counter(person for holders in before.values() for person in holders)
    pairs: Counter[frozenset[str]] = Counter()
    for holders in before.values():
        _count_pairs(pairs, holders)
    short = [id for id, holders in before.items() if len(holders) < per_article]
    chance.shuffle(short)
    after = dict(before)
    for id in short:
        chosen = set(before[id])
        while len(chosen) < per_article:
            free = [person for person in persons if person not in chosen]
            chance.shuffle(free)
            person = min(free, key=lambda p: (loads[p], _shared(pairs, p, chosen)))
            chosen.add(person)
            loads[person] += 1
        after[id] = frozenset(chosen)
        _count_pairs(pairs, after[id], besides=before[id])
    return after


def _count_pairs(
    pairs: Counter[frozenset[str]],
    holders: frozenset[str],
    *,
    besides: frozenset[str] = frozenset(),
) -> None:
    """Count the pairs of an article's people, but for those that were counted before."""
    for one in holders:
        for other in holders:
            if one < other and not {one, other} <= besides:
                pairs[frozenset((one, other))] += 1


def _shared(pairs: Counter[frozenset[str]], person: str, others: Iterable[str]) -> int:
    """How many articles a person shares with some others."""
    return sum(pairs[frozenset((person, other))] for other in others)
