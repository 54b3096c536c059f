"""Agreement on what is said of spans that annotators share: attributes, relations, and labels.

It looks perfect where people share one span and disagree on the existence of all others, so that
none of these figures goes without the share of spans that it stands on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from workbench.agreement.coefficients import cohen_kappa_of, nominal_alpha
from workbench.agreement.spans import NOTHING, SpanF1, span_f1
from workbench.agreement.work import Fragments, Layer, Marked, Text

Place = tuple[Fragments, str]


@dataclass(frozen=True, slots=True)
class OnMatched:
    """An attribute on spans that at least two have with the same borders and label.

    Kept are the values that stand on a place, and how often these do.
    """

    values: Counter[tuple[str | None, ...]] = field(default_factory=Counter)

    def __add__(self, other: "OnMatched") -> "OnMatched":
        """Both counted together."""
        return OnMatched(self.values + other.values)

    @property
    def alpha(self) -> float | None:
        """Krippendorff's α nominal over matched spans, unset values being missing."""
        return nominal_alpha(self.values.elements()).value

    @property
    def items(self) -> int:
        """How many places have two values at least."""
        said = ((sum(value is not None for value in of), n) for of, n in self.values.items())
        return sum(number for values, number in said if values > 1)

    @property
    def matched_share(self) -> float | None:
        """The share of all spans that can have the attribute which are matched."""
        spans = sum(len(of) * number for of, number in self.values.items())
        shared = sum(len(of) * number for of, number in self.values.items() if len(of) > 1)
        return shared / spans if spans else None


def attributes(layer: Layer, texts: Sequence[Text]) -> dict[str, OnMatched]:
    """Each attribute on the spans that can have it."""
    found = {name: OnMatched() for name in layer.attributes}
    for places in _places(layer, texts):
        for (_, label), marks in places.items():
            for name, labels in layer.attributes.items():
                if label in labels:
                    found[name].values[tuple(mark.attributes.get(name) for mark in marks)] += 1
    return found


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

    def __add__(self, other: "Relations") -> "Relations":
        """Both counted together."""
        return Relations(self.end_to_end + other.end_to_end, self.given_ends + other.given_ends)


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
                    found[type] += _of_type(type, ours, theirs, common)
    return dict(sorted(found.items()))


Drawn = tuple[str, str, str]  # type, key of the source, key of the target


def _drawn(layer: Layer, who: str, text: Text) -> list[Drawn]:
    """The relations that somebody drew from the layer's spans of a text."""
    return [
        (type, mark.key, target)
        for mark in layer.work[who][text.id]
        for type, target in mark.relations
    ]


def _of_type(
    type: str,
    ours: Sequence[Drawn],
    theirs: Sequence[Drawn],
    common: frozenset[str],
) -> Relations:
    """The relations of one type of two annotators in a text."""
    a, b = ([drawn for drawn in side if drawn[0] == type] for side in (ours, theirs))
    inner = ([d for d in side if d[1] in common and d[2] in common] for side in (a, b))
    return Relations(span_f1(a, b), span_f1(*inner))


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """Spans by their place alone, and how often those that are shared so have which labels."""

    spans: SpanF1 = NOTHING
    labels: Counter[tuple[str | None, ...]] = field(default_factory=Counter)

    def __add__(self, other: "Unlabelled") -> "Unlabelled":
        """Both counted together."""
        return Unlabelled(self.spans + other.spans, self.labels + other.labels)

    @property
    def f1(self) -> float | None:
        """F1 of places whatever their labels."""
        return self.spans.value

    @property
    def label_kappa(self) -> float | None:
        """Cohen's κ of labels on shared places."""
        return cohen_kappa_of(self.labels).value

    @property
    def matched(self) -> int:
        """How many places are shared."""
        return self.labels.total()


def unlabelled(layer: Layer, texts: Sequence[Text]) -> Unlabelled:
    """F1 of places whatever their labels, pooled over pairs, and Cohen's κ of labels on the shared.

    For events that is the trigger, and then its type (so ACE and its heirs).
    """
    total = NOTHING
    pairs: Counter[tuple[str | None, ...]] = Counter()
    for a, b in combinations(sorted(layer.work), 2):
        for text in texts:
            if text.id in layer.work[a] and text.id in layer.work[b]:
                ours, theirs = layer.work[a][text.id], layer.work[b][text.id]
                total += span_f1(((m.fragments,) for m in ours), ((m.fragments,) for m in theirs))
                labels = {m.fragments: m.label for m in theirs}
                pairs.update((m.label, labels[m.fragments]) for m in ours if m.fragments in labels)
    return Unlabelled(total, pairs)
