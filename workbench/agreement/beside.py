"""What stands beside the headline, added up as articles come in.

On spans that are shared, against gold, and for comparison alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.agreement import on_matched
from workbench.agreement.adding import Floats, added
from workbench.agreement.on_matched import OnMatched, Relations, Unlabelled
from workbench.agreement.presence import token_tables
from workbench.agreement.spans import NOTHING, SpanF1, label_f1
from workbench.agreement.unitizing_1995 import unitizing_alpha_1995
from workbench.agreement.work import Layer, Text


@dataclass(frozen=True, slots=True)
class AgainstGold:
    """The spans of an annotator against gold, over adjudicated articles that they finished."""

    f1: SpanF1 = NOTHING
    articles: int = 0

    def __add__(self, other: "AgainstGold") -> "AgainstGold":
        """Both counted together."""
        return AgainstGold(self.f1 + other.f1, self.articles + other.articles)


@dataclass(frozen=True, slots=True)
class Old:
    """The older α_U of articles, added up, and of how many articles it is defined."""

    alphas: float = 0.0
    articles: int = 0

    def __add__(self, other: "Old") -> "Old":
        """Both counted together."""
        return Old(self.alphas + other.alphas, self.articles + other.articles)

    @property
    def mean(self) -> float | None:
        """The mean over articles, as INCEpTION has it."""
        return self.alphas / self.articles if self.articles else None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said of some articles beside the headline."""

    old: Old
    tokens: Floats  # pairs × labels of one × labels of the other
    unlabelled: Unlabelled
    attributes: Mapping[str, OnMatched]
    relations: Mapping[str, Relations]
    gold: Mapping[str, AgainstGold]

    def __add__(self, other: "Beside") -> "Beside":
        """Both counted together; `other` may have more labels at its end."""
        types = sorted({*self.relations, *other.relations})
        none = Relations()
        return Beside(
            self.old + other.old,
            added(self.tokens, other.tokens),
            self.unlabelled + other.unlabelled,
            {name: found + other.attributes[name] for name, found in self.attributes.items()},
            {t: self.relations.get(t, none) + other.relations.get(t, none) for t in types},
            {who: found + other.gold[who] for who, found in self.gold.items()},
        )


def beside_of(layer: Layer, texts: Sequence[Text]) -> Beside:
    """What is said of these articles."""
    return Beside(
        old=_old(layer, texts),
        tokens=token_tables(layer, texts),
        unlabelled=on_matched.unlabelled(layer, texts),
        attributes=on_matched.attributes(layer, texts),
        relations=on_matched.relations(layer, texts),
        gold=_against_gold(layer),
    )


def _old(layer: Layer, texts: Sequence[Text]) -> Old:
    """The older α_U of each article."""
    values = (
        unitizing_alpha_1995(units, text.length, readers).value
        for text, readers, units in units_of(layer, texts)
        if units
    )
    defined = [value for value in values if value is not None]
    return Old(sum(defined), len(defined))


def units_of(
    layer: Layer, texts: Sequence[Text]
) -> Iterator[tuple[Text, list[str], list[tuple[str, int, int, str]]]]:
    """The texts that several have finished, with who has and what they marked as units."""
    for text in texts:
        readers = [who for who in sorted(layer.work) if text.id in layer.work[who]]
        if len(readers) > 1:
            yield (
                text,
                readers,
                [
                    (who, start, end, mark.label)
                    for who in readers
                    for mark in layer.work[who][text.id]
                    if mark.label not in layer.apart
                    for start, end in mark.fragments
                ],
            )


def _against_gold(layer: Layer) -> dict[str, AgainstGold]:
    """The exact spans of each annotator against gold."""
    gold = {id: [mark.place for mark in marks] for id, marks in layer.gold.items()}
    found = {}
    for who, spans in sorted(layer.work.items()):
        theirs = {id: [mark.place for mark in marks] for id, marks in spans.items()}
        labels = label_f1(gold, theirs)
        total = sum((each for name, each in labels.items() if name not in layer.apart), NOTHING)
        found[who] = AgainstGold(total, len(gold.keys() & theirs.keys()))
    return found
