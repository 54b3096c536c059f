"""Agreement on what is said of spans that annotators share: attributes, relations, and labels.

It looks perfect where people share one span and disagree on the existence of all others, so that
none of these figures goes without the share of spans that it stands on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.agreement.coefficients import cohen_kappa, nominal_alpha
from workbench.agreement.spans import NOTHING, SpanF1, span_f1
from workbench.agreement.work import Fragments, Layer, Marked, Text

Place = tuple[Fragments, str]


@dataclass(frozen=True, slots=True)
class OnMatched:
    """An attribute on spans that at least two have with the same borders and label.

    `matched_share` is the share of all spans that can have it which are such.
    """

    alpha: float | None
    items: int
    matched_share: float | None


def attributes(layer: Layer, texts: Sequence[Text]) -> dict[str, OnMatched]:
    """Krippendorff's α nominal of each attribute over matched spans, unset values being missing."""
    matched: dict[str, list[list[str | None]]] = {name: [] for name in layer.attributes}
    spans: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for places in _places(layer, texts):
        for (_, label), marks in places.items():
            for name, labels in layer.attributes.items():
                if label in labels:
                    spans[name] += len(marks)
                    shared[name] += len(marks) if len(marks) > 1 else 0
                    matched[name].append([mark.attributes.get(name) for mark in marks])
    return {
        name: OnMatched(
            nominal_alpha(items).value,
            sum(sum(value is not None for value in item) > 1 for item in items),
            shared[name] / spans[name] if spans[name] else None,
        )
        for name, items in matched.items()
    }


def _places(layer: Layer, texts: Sequence[Text]) -> Iterator[dict[Place, list[Marked]]]:
    """The marks of every text read by several, by place and label."""
    for text in texts:
        readers = [who for who in layer.work if text.id in layer.work[who]]
        places: dict[Place, list[Marked]] = defaultdict(list)
        for who in readers if len(readers) > 1 else ():
            for mark in layer.work[who][text.id]:
                places[mark.place].append(mark)
        yield places


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations end to end, and those of which both annotators have both ends."""

    end_to_end: SpanF1 = NOTHING
    given_ends: SpanF1 = NOTHING


def relations(layer: Layer, texts: Sequence[Text]) -> dict[str, Relations]:
    """F1 of relations that lead from the layer's spans, by type, over all pairs of annotators.

    A relation is shared where its type and both ends are: borders and label. Given its ends, only
    relations count whose ends both annotators have.
    """
    found: dict[str, Relations] = defaultdict(Relations)
    for a, b in combinations(sorted(layer.work), 2):
        for text in texts:
            if text.id in layer.work[a] and text.id in layer.work[b]:
                ours, theirs = _drawn(layer, a, text), _drawn(layer, b, text)
                ends = layer.ends.get(a, {}).get(text.id, frozenset())
                common = ends & layer.ends.get(b, {}).get(text.id, frozenset())
                for type in sorted({t for t, _, _ in (*ours, *theirs)}):
                    found[type] = _added(found[type], type, ours, theirs, common)
    return dict(sorted(found.items()))


Drawn = tuple[str, str, str]  # type, key of the source, key of the target


def _drawn(layer: Layer, who: str, text: Text) -> list[Drawn]:
    """The relations that somebody drew from the layer's spans of a text."""
    return [
        (type, mark.key, target)
        for mark in layer.work[who][text.id]
        for type, target in mark.relations
    ]


def _added(
    known: Relations,
    type: str,
    ours: Sequence[Drawn],
    theirs: Sequence[Drawn],
    common: frozenset[str],
) -> Relations:
    """The relations of one type of two annotators in a text, counted with the others."""
    a, b = ([drawn for drawn in side if drawn[0] == type] for side in (ours, theirs))
    inner = ([d for d in side if d[1] in common and d[2] in common] for side in (a, b))
    return Relations(known.end_to_end + span_f1(a, b), known.given_ends + span_f1(*inner))


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """Spans by their place alone, and the labels of those that are shared so."""

    f1: float | None
    label_kappa: float | None
    matched: int


def unlabelled(layer: Layer, texts: Sequence[Text]) -> Unlabelled:
    """F1 of places whatever their labels, pooled over pairs, and Cohen's κ of labels on the shared.

    For events that is the trigger, and then its type (so ACE and its heirs).
    """
    total = NOTHING
    left: list[str] = []
    right: list[str] = []
    for a, b in combinations(sorted(layer.work), 2):
        for text in texts:
            if text.id in layer.work[a] and text.id in layer.work[b]:
                ours, theirs = layer.work[a][text.id], layer.work[b][text.id]
                total += span_f1(((m.fragments,) for m in ours), ((m.fragments,) for m in theirs))
                labels = {m.fragments: m.label for m in theirs}
                both = [mark for mark in ours if mark.fragments in labels]
                left += [mark.label for mark in both]
                right += [labels[mark.fragments] for mark in both]
    return Unlabelled(total.value, cohen_kappa(left, right).value, len(left))
