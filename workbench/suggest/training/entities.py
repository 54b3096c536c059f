"""The part `entities`: the recognizer of names, trained on four corpora.

It learns from names that people marked, told what the rules drafted there. Each source of texts but
posts is left out in turn to tell how well names are found in texts of a source that nothing was
learned from, and how often each kind of evidence is right; the recognizer that ships learns from
all. The vectors of words have to stand in the folder already.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Adam, Optimizer, fix_random_seed, use_ops

from workbench.domain.article import ArticleText
from workbench.domain.matching import NOTHING, Mark, Match, exact
from workbench.domain.structure import structure_of
from workbench.suggest.news_en.calibration import NAMES, SURENESS, NameEvidence, NameWay
from workbench.suggest.news_en.clues import Clues, Teller
from workbench.suggest.news_en.lexicon import lexicon_of
from workbench.suggest.news_en.naming import told_apart
from workbench.suggest.news_en.pipeline import Findings, ruled
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.recognizer import (
    FOLDER,
    NETWORK,
    TAGS,
    Network,
    network,
    read_vectors,
    read_with,
)

SOURCES: Mapping[str, Sequence[str]] = {
    "GUM": ("entity_gum_train",),
    "Wikigold": ("entity_wikigold",),
    "UNER": ("entity_uner_ewt_devtest", "entity_uner_pud_wiki"),
    "WNUT": ("entity_wnut17_train",),
}
"""The files of each source, which is left out as a whole."""

HELD_OUT = ("GUM", "Wikigold", "UNER")
"""The sources that tell the scores; posts are too far from news."""

_KINDS = {"PER": "person", "ORG": "organization", "LOC": "place"}
_EPOCHS = 6
_BATCH = 400  # words
_RATE = 0.002

Line = Mapping[str, Any]
"""A document of a corpus as it is stored: its id, its text and its spans."""

Lesson = tuple[Clues, NDArray[np.float32]]
"""A sentence: what is told of its words, and 1 at the tag of each."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the names that somebody marked in it, and what the rules find there."""

    found: Findings
    clues: Clues
    marked: tuple[Mark, ...]


def train_entities(corpora: Path, out: Path, seed: int) -> dict[str, object]:
    """Train on `corpora`/train with the word lists and vectors of `out`, into `out`/entities.

    Hands back F1 of names in texts of each source that was left out, without and with their kinds,
    and how often each kind of evidence is right in these, all in percent.
    """
    rows, vectors = read_vectors(out / FOLDER)
    teller = Teller(lexicon_of(out), rows)
    lines = {source: list(_lines(corpora, source)) for source in SOURCES}
    documents = {source: list(_documents(some, out, teller)) for source, some in lines.items()}
    with use_ops("numpy", use_blis=False):  # as where suggestions are made
        scores = _held_out(documents, vectors, seed)
        learned = _learned(_all_but("", documents), vectors, seed)
    (out / FOLDER / NETWORK).write_bytes(learned.to_bytes())
    words = sum(len(each.clues) for some in documents.values() for each in some)
    return {"words": words, **scores}


def _lines(corpora: Path, source: str) -> Iterator[Line]:
    """The documents of a source as they are stored, of the files that are there."""
    for name in SOURCES[source]:
        path = corpora / "train" / f"{name}.jsonl"
        if path.exists():
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _documents(lines: Sequence[Line], out: Path, teller: Teller) -> Iterator[Document]:
    """The documents as the rules read them, with what is told of their words."""
    texts = (ArticleText(each["id"], each["text"], structure_of(each["text"])) for each in lines)
    for line, found in zip(lines, ruled(out, texts), strict=True):
        clues = teller.clues(found.reading, found.evidence, found.names, found.times)
        yield Document(found, clues, tuple(marks_of(line)))


def marks_of(line: Line) -> Iterator[Mark]:
    """The marks of a document; what runs over the end of a line is a name on each of them."""
    for start, end, kind in line["spans"]:
        for part in re.finditer(r"[^\n]+", line["text"][start:end]):
            yield start + part.start(), start + part.end(), _KINDS[kind]


def _all_but(source: str, documents: Mapping[str, Iterable[Document]]) -> list[Document]:
    """The documents of all sources but one."""
    return [each for name, some in documents.items() if name != source for each in some]


def _learned(documents: Iterable[Document], vectors: NDArray[np.float32], seed: int) -> Network:
    """A network that learned from documents, in a seeded order and at a falling rate.

    It has the averages of its weights, which are better than the last ones.
    """
    lessons = [lesson for document in documents for lesson in _lessons(document)]
    fix_random_seed(seed)
    order = random.Random(seed)  # noqa: S311 - an order of learning is no secret
    learning = network(vectors)
    learning.initialize(X=[lessons[0][0]], Y=[lessons[0][1]])
    optimizer = Adam(_RATE, L2=0.0, use_averages=True)
    for epoch in range(_EPOCHS):
        optimizer.learn_rate = _RATE * (1 - epoch / (_EPOCHS + 0.5))
        order.shuffle(lessons)
        for batch in _batches(lessons):
            _update(learning, batch, optimizer)
    with learning.use_params(optimizer.averages):
        return network(vectors).from_bytes(learning.to_bytes())


def _update(learning: Network, batch: Sequence[Lesson], optimizer: Optimizer) -> None:
    """Learn from some sentences."""
    words = sum(len(clues) for clues, _ in batch)
    said, learn = learning.begin_update([clues for clues, _ in batch])
    learn([(one - right) / np.float32(words) for one, (_, right) in zip(said, batch, strict=True)])
    learning.finish_update(optimizer)


def _lessons(document: Document) -> Iterator[Lesson]:
    """The sentences of a document."""
    tags = tags_of(document.found.reading, document.marked)
    right = np.eye(len(TAGS), dtype=np.float32)[tags]
    for sentence in filter(len, document.found.reading.sentences):
        part = slice(sentence.start, sentence.stop)
        yield document.clues[part], right[part]


def tags_of(reading: Reading, marked: Iterable[Mark]) -> list[int]:
    """The tag of each word; a name inside a word counts for all of it."""
    tags = [0] * len(reading.words)
    for start, end, kind in marked:
        first, after = reading.word_at(start), reading.word_at(end - 1) + 1
        tags[first:after] = [TAGS.index(f"further {kind}")] * (after - first)
        tags[first] = TAGS.index(f"first {kind}")
    return tags


def _batches(lessons: Iterable[Lesson]) -> Iterator[list[Lesson]]:
    """Sentences that have `_BATCH` words together."""
    batch: list[Lesson] = []
    words = 0
    for lesson in lessons:
        batch.append(lesson)
        words += len(lesson[0])
        if words >= _BATCH:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _held_out(
    documents: Mapping[str, Sequence[Document]], vectors: NDArray[np.float32], seed: int
) -> dict[str, object]:
    """The scores on every source, each of a network that learned from the other ones."""
    bare: dict[str, Match] = {}
    kinds: dict[str, Match] = {}
    tally: Counter[tuple[NameEvidence, bool]] = Counter()
    for source in filter(documents.get, HELD_OUT):
        learned = _learned(_all_but(source, documents), vectors, seed)
        bare[source] = kinds[source] = NOTHING
        for document in documents[source]:
            found = dict(_names(learned, document))
            bare[source] += exact(found, document.marked, labels=False)
            kinds[source] += exact(found, document.marked)
            tally.update((way, mark in document.marked) for mark, way in found.items())
    return {
        "held_out": {
            source: {"names": _percent(bare[source].f1), "kinds": _percent(kinds[source].f1)}
            for source in bare
        },
        "names": _percent(fmean(match.f1 or 0.0 for match in bare.values())),
        "kinds": _percent(fmean(match.f1 or 0.0 for match in kinds.values())),
        "evidence": {way: _shares(tally, way) for way in NAMES},
    }


def _names(learned: Network, document: Document) -> Iterator[tuple[Mark, NameEvidence]]:
    """The names that are found in a document, of the kinds that are marked there."""
    found = document.found
    likely = read_with(learned, document.clues, found.reading.sentences)
    for name, evidence in told_apart(found.reading, found.names, likely):
        yield (name.span.start, name.span.end, name.label), evidence


def _shares(tally: Counter[tuple[NameEvidence, bool]], way: NameWay) -> list[dict[str, float]]:
    """How often a name found in a way is right, at each step of sureness, and of how many."""
    steps = [(way, step) for step in range(len(SURENESS) + 1)]
    counts = [(tally[step, True], tally[step, True] + tally[step, False]) for step in steps]
    return [{"right": _percent(right / max(1, made)), "of": made} for right, made in counts]


def _percent(share: float | None) -> float:
    """A share in percent."""
    return round(100 * (share or 0.0), 1)
