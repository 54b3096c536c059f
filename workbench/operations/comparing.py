"""What annotators marked in an article, side by side, with what a reviewer made of it.

Compared are those who have finished a layer, as their work stands now: not finished is missing, and
never disagrees. Gold stands in the lanes as one more reader would, so that a gold span finds the
marks that it settles, whoever made it and however. A decision that there is nothing, or to leave a
place open, is found by its place.
"""

import random
import string
from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.agreement.differences import (
    SAME_PLACE,
    Group,
    Kind,
    Mark,
    cost_of,
    grouped,
    kinds_of,
    overlap,
    place_of,
)
from workbench.domain.annotation import Annotation, Relation
from workbench.domain.gold import BY_RULE, LEFT_OPEN, Gold, Ruling
from workbench.domain.span import Span, hull
from workbench.store import annotations, golds, people
from workbench.store.reader import Reader

T = TypeVar("T", Annotation, Relation, Gold, Ruling)
_GOLD = ""  # the lane of gold among those of people, who have ids


@dataclass(frozen=True, slots=True)
class Difference:
    """The marks at one place of a layer, in what they differ, and how it was settled.

    `readers` are the ids of those compared, `marks` name them as annotators. There may be no marks
    where a reviewer wrote a gold span of their own. `cost` is summed over pairs of readers.
    """

    article: str
    layer: str
    span: Span
    readers: tuple[str, ...]
    marks: Group
    kinds: tuple[Kind, ...]
    cost: float
    gold: Gold | None = None
    ruling: Ruling | None = None

    @property
    def agreed(self) -> bool:
        """Whether all readers have the same borders and label here; attributes may differ."""
        return bool(self.marks) and not {"missed", "label", "boundary"} & set(self.kinds)

    @property
    def quote(self) -> str:
        """The longest of the words that are marked here, or those of gold."""
        said = [mark.quote for mark in self.marks] or [self.gold.quote if self.gold else ""]
        return max(said, key=len)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The attributes about which readers differ and a rule could not decide."""
        if self.gold is None or self.gold.decision.change not in BY_RULE:
            return ()
        names = {name for mark in self.marks for name in mark.attributes}
        values = {name: {mark.attributes.get(name) for mark in self.marks} for name in names}
        undecided = (name for name in names if name not in self.gold.attributes)
        return tuple(sorted(name for name in undecided if len(values[name]) > 1))

    @property
    def left_open(self) -> bool:
        """Whether a reviewer looked here and left it open."""
        return self.ruling is not None and self.ruling.decision.change == LEFT_OPEN

    @property
    def open(self) -> bool:
        """Whether there is still something to decide."""
        if self.gold is not None:
            return bool(self.unsettled)
        return self.ruling is None or self.left_open


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the adjudication of an article-layer is, of which at least two have finished."""

    article: str
    layer: str
    readers: int
    places: int
    open: int

    @property
    def settled(self) -> bool:
        """Whether nothing is left to decide."""
        return not self.open


def letters(article: str, annotators: Iterable[str]) -> dict[str, str]:
    """Names for lanes that do not tell whose they are: A, B, C, shuffled anew for each article."""
    order = sorted(annotators)
    random.Random(article).shuffle(order)  # noqa: S311 - the same each time, not secret
    names = (*string.ascii_uppercase, *(f"A{number}" for number in range(len(order))))
    return dict(zip(order, names, strict=False))


def differences(
    reader: Reader,
    wanted: Sequence[str],
    *,
    annotators: Sequence[str] = (),
    layers: Sequence[str] = (),
) -> list[Difference]:
    """The differences of some articles, agreed places among them, in the order of the text.

    Of the `annotators` named by id and the `layers` where given, else of all.
    """
    sides = read_sides(reader, wanted, annotators=annotators)
    found = [difference for side in sides for difference in differences_in(side)]
    return [difference for difference in found if not layers or difference.layer in layers]


def standings(found: Iterable[Difference]) -> list[Standing]:
    """How far the adjudication of each article-layer is in which something was marked."""
    by_layer: dict[tuple[str, str], list[Difference]] = defaultdict(list)
    for difference in found:
        by_layer[difference.article, difference.layer].append(difference)
    return [
        Standing(
            article=article,
            layer=layer,
            readers=max(len(difference.readers) for difference in several),
            places=len(several),
            open=sum(difference.open for difference in several),
        )
        for (article, layer), several in by_layer.items()
    ]


# --- reading


@dataclass(frozen=True, slots=True)
class Sides:
    """All that was said of an article, as plain values: by readers of each layer, and by gold."""

    article: str
    readers: Mapping[str, tuple[str, ...]]  # layer → ids of those who finished it
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...]
    gold: tuple[Gold, ...] = ()
    rulings: tuple[Ruling, ...] = ()


def read_sides(
    reader: Reader, wanted: Sequence[str], *, annotators: Sequence[str] = ()
) -> Iterator[Sides]:
    """What was said of some articles; of layers that fewer than two have finished, only gold."""
    finished = _finished(reader, wanted, annotators)
    marked = _by_article(annotations.of_articles(reader, wanted))
    related = _by_article(annotations.relations_of_articles(reader, wanted))
    gold = _by_article(golds.of_articles(reader, wanted))
    ruled = _by_article(golds.rulings_of_articles(reader, wanted))
    for article in wanted:
        readers = {layer: who for layer, who in finished[article].items() if len(who) > 1}
        kept = [a for a in marked[article] if a.annotator in readers.get(a.layer, ())]
        yield Sides(
            article,
            readers,
            tuple(kept),
            tuple(related[article]),
            tuple(gold[article]),
            tuple(ruled[article]),
        )


def _finished(
    reader: Reader, wanted: Sequence[str], annotators: Sequence[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Who has finished each layer of each article, in their newest round, by id."""
    newest: dict[tuple[str, str, str], str] = {}
    for a in people.assignments(reader, articles=wanted):
        if not annotators or a.annotator in annotators:
            newest[a.article, a.layer, a.annotator] = a.status
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for (article, layer, annotator), status in sorted(newest.items()):
        if status == "done":
            found[article][layer] = (*found[article].get(layer, ()), annotator)
    return found


def _by_article(items: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        found[item.article].append(item)
    return found


# --- comparing


def differences_in(sides: Sides) -> list[Difference]:
    """What readers and gold have at each place of an article."""
    groups = {layer: grouped(marks) for layer, marks in _lanes(sides).items()}
    keys = {
        mark.id: f"{layer} {number}"
        for layer, several in groups.items()
        for number, group in enumerate(several)
        for mark in group
    }
    leading = _leading(sides, keys)
    settled = {gold.id: gold for gold in sides.gold}
    found = [
        _difference(
            _Place(sides.article, layer, sides.readers.get(layer, ())),
            settled,
            tuple(replace(m, relations=leading[m.id]) for m in group),
        )
        for layer, several in groups.items()
        for group in several
    ]
    return sorted(_with_rulings(found, sides.rulings), key=_in_text)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where marks are compared: an article's layer, and who has finished it."""

    article: str
    layer: str
    readers: tuple[str, ...]


def settled_anew(
    found: Sequence[Difference],
    *,
    gold: Iterable[Gold] = (),
    rulings: Iterable[Ruling] = (),
    gone: Collection[str] = (),
) -> list[Difference]:
    """The differences of an article after decisions came, changed or went, by their ids.

    Only what lies where they do is compared again; the rest is what it was. A gold span in a layer
    that was not compared before is not among them.
    """
    fresh, ruled = list(gold), list(rulings)
    ids = {*gone, *(g.id for g in fresh), *(r.id for r in ruled)}
    spots = [(d.layer, d.span) for d in found if ids & _decisions(d)]
    spots += [(g.layer, hull(g.fragments)) for g in fresh]
    spots += [(r.layer, r.span) for r in ruled]
    reached = _reached(found, spots)
    result = [d for place, d in enumerate(found) if place not in reached]
    near = [found[place] for place in sorted(reached)]
    places = {d.layer: _Place(d.article, d.layer, d.readers) for d in found}
    for layer, place in places.items():
        here = [d for d in near if d.layer == layer]
        golds_here = [d.gold for d in here if d.gold and d.gold.id not in ids]
        golds_here += [g for g in fresh if g.layer == layer]
        rulings_here = [d.ruling for d in here if d.ruling and d.ruling.id not in ids]
        rulings_here += [r for r in ruled if r.layer == layer]
        for difference in _compared_again(place, here, golds_here, rulings_here):
            insort(result, difference, key=_in_text)
    return result


def _compared_again(
    place: "_Place",
    before: Iterable[Difference],
    gold: Sequence[Gold],
    rulings: Iterable[Ruling],
) -> list[Difference]:
    """What readers and gold have where some differences were."""
    marks = [mark for difference in before for mark in difference.marks]
    settled = {g.id: g for g in gold}
    groups = grouped((*marks, *map(_gold_mark, gold)))
    return _with_rulings([_difference(place, settled, group) for group in groups], rulings)


def _reached(found: Sequence[Difference], spots: Sequence[tuple[str, Span]]) -> set[int]:
    """The places in a list, in the order of the text, of what hangs together with some spots."""
    reached: set[int] = set()
    for layer in {layer for layer, _ in spots}:
        wanted = [span for where, span in spots if where == layer]
        for chain, reach in _chains(found, layer):
            if any(reach.overlaps(span) for span in wanted):
                reached.update(chain)
    return reached


def _chains(found: Sequence[Difference], layer: str) -> Iterator[tuple[list[int], Span]]:
    """Runs of differences of a layer of which each overlaps one before, and where each run lies."""
    chain: list[int] = []
    reach = Span(0, 0)
    for place, difference in enumerate(found):
        if difference.layer != layer:
            continue
        if chain and difference.span.start < reach.end:
            reach = Span(reach.start, max(reach.end, difference.span.end))
        else:
            if chain:
                yield chain, reach
            chain, reach = [], difference.span
        chain.append(place)
    if chain:
        yield chain, reach


def _in_text(difference: Difference) -> tuple[Span, str]:
    return difference.span, difference.layer


def _decisions(difference: Difference) -> set[str]:
    """The ids of what was decided about a place."""
    return {each.id for each in (difference.gold, difference.ruling) if each is not None}


def _lanes(sides: Sides) -> dict[str, list[Mark]]:
    """The marks of each layer, those of gold in a lane of their own."""
    lanes: dict[str, list[Mark]] = defaultdict(list)
    for a in sides.annotations:
        lanes[a.layer].append(
            Mark(a.annotator, a.id, a.label, a.fragments, a.attributes, quote=a.quote)
        )
    for g in sides.gold:
        lanes[g.layer].append(_gold_mark(g))
    return lanes


def _gold_mark(gold: Gold) -> Mark:
    """A gold span in its lane."""
    return Mark(_GOLD, gold.id, gold.label, gold.fragments, gold.attributes, quote=gold.quote)


def _leading(sides: Sides, keys: Mapping[str, str]) -> dict[str, frozenset[tuple[str, str]]]:
    """The relations that lead from each mark, to the place that their end belongs to.

    An end in a layer that its reader has not finished cannot be compared, and is left out.
    """
    leading: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for relation in sides.relations:
        if relation.target in keys:
            leading[relation.source].add((relation.type, keys[relation.target]))
    return defaultdict(frozenset, {id: frozenset(ends) for id, ends in leading.items()})


def _difference(place: "_Place", settled: Mapping[str, Gold], group: Group) -> Difference:
    """A group of marks, gold apart from the others."""
    marks = tuple(mark for mark in group if mark.annotator != _GOLD)
    readers = place.readers
    return Difference(
        article=place.article,
        layer=place.layer,
        span=place_of(marks or group),
        readers=readers,
        marks=marks,
        kinds=kinds_of(marks, annotators=len(readers)) if marks else (),
        cost=cost_of(marks, annotators=len(readers)) if marks else 0.0,
        gold=next((settled[mark.id] for mark in group if mark.annotator == _GOLD), None),
    )


def _with_rulings(found: Sequence[Difference], rulings: Iterable[Ruling]) -> list[Difference]:
    """The differences, each with the decision about its place where that made no gold span."""
    ruled = list(found)
    for ruling in rulings:
        nearness = [_nearness(difference, ruling) for difference in ruled]
        nearest = max(range(len(ruled)), key=nearness.__getitem__, default=None)
        if nearest is not None and nearness[nearest] >= SAME_PLACE:
            ruled[nearest] = replace(ruled[nearest], ruling=ruling)
    return ruled


def _nearness(difference: Difference, ruling: Ruling) -> float:
    """How much of a ruling's place is that of a difference that it can be about."""
    if difference.layer != ruling.layer or difference.gold or difference.ruling:
        return 0.0
    return overlap((difference.span,), (ruling.span,))
