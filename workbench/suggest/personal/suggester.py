"""The suggester that one person's articles taught, over the one that it was taught on top of.

Its folder holds the network and a card in JSON: whose it is, which articles it was taught on, and
how far each kind of its suggestions can be trusted. No text of the articles is kept, but sampled
hashes of them (`domain.twins`): on an article that it was taught on, and on one that is nearly the
same, it says nothing of its own, since that would hand back the answers.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from workbench.domain.article import ArticleText
from workbench.domain.errors import UserError
from workbench.domain.learning import Kind, Maker
from workbench.domain.suggestion import Draft
from workbench.domain.twins import has_twin, index_of, sketch
from workbench.suggest.personal import network
from workbench.suggest.personal.evidence import Evidence
from workbench.suggest.personal.filling import drafts_of, proposals, told_by
from workbench.suggest.suggester import Suggester

CARD = "card.json"
_NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a learned model: `taught` are sketches of its articles' texts by id."""

    name: str
    layer: str
    taught: Mapping[str, tuple[int, ...]]
    evidence: Evidence
    made: Mapping[str, Any]
    """For people: the annotator, the time, the seed and what cross-validation said."""

    def as_json(self) -> dict[str, Any]:
        """The card as it is written."""
        tally = [[*kind, *counts] for kind, counts in sorted(self.evidence.tally.items())]
        taught = {id: list(hashes) for id, hashes in self.taught.items()}
        return {
            "name": self.name,
            "layer": self.layer,
            "taught": taught,
            "evidence": tally,
            "made": dict(self.made),
        }


def card_in(written: Mapping[str, Any]) -> Card:
    """The card that was written; raises what Python raises for anything else."""
    tally = {
        _kind(maker, label): (int(right), int(made))
        for maker, label, right, made in written["evidence"]
    }
    taught = {str(id): tuple(map(int, hashes)) for id, hashes in written["taught"].items()}
    return Card(
        str(written["name"]), str(written["layer"]), taught, Evidence(tally), dict(written["made"])
    )


def _kind(maker: str, label: str) -> Kind:
    """A kind of evidence as it was written."""
    if maker not in get_args(Maker):
        raise ValueError(maker)
    return cast("Maker", maker), label


class Personal:
    """A learned model of one layer over a base that fills its gaps."""

    def __init__(self, card: Card, learned: network.Network, base: Suggester, version: str) -> None:
        self._card, self._learned, self._base = card, learned, base
        self._version = version
        self._taught = index_of(card.taught)
        self._sizes = {id: len(hashes) for id, hashes in card.taught.items()}

    @property
    def name(self) -> str:
        """The name that it was given when it was made."""
        return self._card.name

    @property
    def model(self) -> str:
        """A hash of its card and of the base's version."""
        return self._version

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        """One list of drafts an article; only of its layer, and of what those lead to."""
        texts = list(articles)
        for article, base in zip(texts, self._base.suggest(texts), strict=True):
            layer, evidence = self._card.layer, self._card.evidence
            told = told_by(base, layer)
            found = [] if self._knows(article) else self._learned.find(article.text, told)
            chosen = proposals(found, base, layer, evidence)
            yield drafts_of(chosen, base, layer, evidence)

    def _knows(self, article: ArticleText) -> bool:
        """Whether it was taught on this article or on one that is nearly the same."""
        return article.id in self._card.taught or has_twin(
            sketch(article.text), self._taught, self._sizes
        )


def save(folder: Path, card: Card, learned: network.Network) -> None:
    """Write a model into a new folder; raises `OSError`."""
    learned.save(folder / _NETWORK)
    text = json.dumps(card.as_json(), ensure_ascii=False, indent=1) + "\n"
    (folder / CARD).write_text(text, encoding="utf-8")


def load(folder: Path, base: Suggester) -> Personal:
    """The model in a folder over its base; raises `UserError` where it is missing or damaged."""
    try:
        written = (folder / CARD).read_bytes()
        card, learned = card_in(json.loads(written)), network.load(folder / _NETWORK)
    except Exception as error:  # spaCy raises whatever a damaged file makes it stumble over
        raise UserError("suggest.damaged_model", name=folder.name, reason=_short(error)) from error
    version = hashlib.sha256(written + base.model.encode()).hexdigest()[:10]
    return Personal(card, learned, base, version)


def _short(error: Exception) -> str:
    """An error in one line."""
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]
