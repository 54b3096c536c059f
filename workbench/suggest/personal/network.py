"""The small spaCy model that learns one layer: an entity recognizer, whatever the layer marks.

What the suggester under it drafted is told to it word by word, as if it were a tag, so that it
learns where that one is right for this person and where it is not, besides what it sees in the
words. It is trained from nothing on all lessons each time, since a model that is only continued
forgets. A recognizer holds no overlaps; of marks that overlap within a layer the longest is
learned. Texts are cut at their lines: long texts then cost no more memory than short ones, and no
mark that a person makes runs over a line's end but by accident.
"""

import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Config, fix_random_seed

from workbench.domain.learning import Labelled, Lesson
from workbench.suggest.news_en.pipeline import tokenised

EPOCHS = 10
_UPDATES = 120  # at least: little text needs more epochs
_BATCH = 100  # words at first, growing
_GROWTH = 1.02
_LARGEST = 800  # words
_DROPOUT = 0.2
_CONFIG = """
[ner]
[ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
[ner.model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"
[ner.model.tok2vec.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 64
attrs = ["NORM","PREFIX","SUFFIX","SHAPE","TAG"]
rows = [2000,500,1000,1000,200]
include_static_vectors = false
[ner.model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 64
window_size = 1
maxout_pieces = 3
depth = 2
"""


class Network:
    """A trained model of one layer."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def find(self, text: str, told: Iterable[Labelled]) -> list[Labelled]:
        """The places it would mark, in the order of the text, told what the base would mark."""
        lines = list(_lines(text))
        tags = _Tags(told)
        docs = self._nlp.pipe(tags.put(tokenised(self._nlp, line), start) for start, line in lines)
        return [
            (start + entity.start_char, start + entity.end_char, entity.label_)
            for (start, _), doc in zip(lines, docs, strict=True)
            for entity in doc.ents
        ]

    def save(self, folder: Path) -> None:
        """Write it to a folder; spaCy writes no pickles."""
        self._nlp.to_disk(folder)


def load(folder: Path) -> Network:
    """A model that `Network.save` wrote; raises `OSError` or `ValueError` where it is damaged."""
    nlp = _blank()
    nlp.from_disk(folder)
    return Network(nlp)


def learn(
    lessons: Sequence[Lesson], told: Sequence[Sequence[Labelled]], *, seed: int
) -> Iterator[float | Network]:
    """Shares of the work done, each after a batch, and the trained model as the last value.

    `told` says for each lesson what the base would mark.
    """
    nlp = _blank()
    pairs = zip(lessons, told, strict=True)
    examples = [example for pair in pairs for example in _examples(nlp, *pair)]
    if not any(example.reference.ents for example in examples):
        yield Network(spacy.blank("en"))  # which marks nothing
        return
    fix_random_seed(seed)
    order = random.Random(seed)  # noqa: S311 - an order of learning is no secret
    optimizer = nlp.initialize(lambda: examples)
    size = float(_BATCH)
    epochs = max(EPOCHS, -(-_UPDATES // sum(1 for _ in _batches(examples, _BATCH))))
    for epoch in range(epochs):
        order.shuffle(examples)
        for done, batch in _batches(examples, int(size)):
            nlp.update(batch, sgd=optimizer, drop=_DROPOUT)
            size = min(_LARGEST, size * _GROWTH)
            yield (epoch + done) / epochs
    # The averages of all weights are better than the last ones, which chance has moved about.
    with nlp.use_params(optimizer.averages):
        averaged = nlp.to_bytes()
    yield Network(_blank().from_bytes(averaged))


def _blank() -> Language:
    """An untrained model."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config=Config().from_str(_CONFIG)["ner"])
    return nlp


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Where each line that is not blank begins, and the line."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


class _Tags:
    """What the base would mark in a text, to be told to the words of its lines."""

    def __init__(self, told: Iterable[Labelled]) -> None:
        self._told = sorted(told)
        self._starts = [start for start, _, _ in self._told]

    def put(self, doc: Doc, start: int) -> Doc:
        """Tell the words of a line that begins at `start`; the first to claim a word is heard."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, start + len(doc.text))
        for begin, end, label in self._told[first:last]:
            span = doc.char_span(begin - start, end - start, alignment_mode="expand")
            for place, token in enumerate(span or ()):
                if not token.tag:
                    token.tag_ = f"{label} inside" if place else label
        return doc


def _examples(nlp: Language, lesson: Lesson, told: Iterable[Labelled]) -> Iterator[Example]:
    """The lines of a lesson with what is marked in each."""
    tags = _Tags(told)
    marks = sorted(lesson.marked)
    starts = [start for start, _, _ in marks]
    for start, line in _lines(lesson.article.text):
        doc = tags.put(tokenised(nlp, line), start)
        end = start + len(line)
        here = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = [(a - start, b - start, label) for a, b, label in here if b <= end]
        inside.sort(key=lambda mark: mark[0] - mark[1])
        yield Example.from_dict(doc, {"entities": list(_apart(doc, inside))})


def _apart(doc: Doc, marks: Iterable[Labelled]) -> Iterator[Labelled]:
    """Marks widened to whole words, without those that overlap one that came before."""
    taken: set[int] = set()
    for start, end, label in marks:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        while span and (span[0].is_space or span[-1].is_space):
            span = span[1:] if span[0].is_space else span[:-1]
        if span and taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield span.start_char, span.end_char, label


def _batches(examples: Sequence[Example], size: int) -> Iterator[tuple[float, list[Example]]]:
    """Examples in parts of so many words, each with the share that is done with it."""
    batch: list[Example] = []
    words = 0
    for number, example in enumerate(examples, start=1):
        batch.append(example)
        words += len(example.reference)
        if words >= size or number == len(examples):
            yield number / len(examples), batch
            batch, words = [], 0
