"""Names as a small network sees them, which was trained on texts that others marked.

It reads a few words to either side of each, as vectors and as `clues` tell of them, and says how
likely the word begins or goes on with a person, an organization or a place, or is no part of a
name. `naming` makes names of that. What is learned beside the fixed vectors is kept small on
purpose: the more of it there was, the less of it held in texts of other sources.

A long text is read in pieces that end with a sentence, so that the memory it takes does not grow
with the text.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import (
    Embed,
    Maxout,
    Model,
    Softmax,
    chain,
    clone,
    concatenate,
    expand_window,
    residual,
    with_array,
)

from workbench.suggest.news_en.clues import COLUMNS, Clues

FOLDER = "entities"
VECTORS = "vectors.npy"
WORDS = "words.txt"
NETWORK = "network"
KINDS = ("person", "organization", "place")
TAGS = ("outside", *(f"{part} {kind}" for kind in KINDS for part in ("first", "further")))
"""What a word can be: the columns of what the network says."""
STEP = 32  # a vector's numbers are stored as whole ones, so many to 1

_WIDTH = 96
_DEPTH = 2
_PIECES = 2
_DROPOUT = 0.45
_SIZES = {"ending": 4, "beginning": 2, "shape": 4, "lists": 8, "draft": 16, "capital": 8}
_AT_ONCE = 2000  # words, and the rest of the last sentence
_SMALLEST = 1e-9

Network = Model[list[Clues], list[NDArray[np.float32]]]
Likelihoods = NDArray[np.float32]
"""Logarithms of what is likely: one row a word, one column a tag."""


class Recognizer:
    """The network and the vectors of a folder; raises `FileNotFoundError`."""

    def __init__(self, folder: Path) -> None:
        self.rows, vectors = read_vectors(folder / FOLDER)
        self._network = network(vectors)
        self._network.from_bytes((folder / FOLDER / NETWORK).read_bytes())

    def read(self, clues: Clues, sentences: Iterable[range]) -> Likelihoods:
        """What each word is likely to be."""
        return read_with(self._network, clues, sentences)


def read_with(network: Network, clues: Clues, sentences: Iterable[range]) -> Likelihoods:
    """What a network says of the words of a text, sentence by sentence."""
    found = np.zeros((len(clues), len(TAGS)), np.float32)
    for piece in _pieces(sentences):
        said = network.predict([clues[words.start : words.stop] for words in piece])
        for words, likely in zip(piece, said, strict=True):
            found[words.start : words.stop] = np.log(likely + _SMALLEST)
    return found


def _pieces(sentences: Iterable[range]) -> Iterator[list[range]]:
    """Sentences that are read together."""
    piece: list[range] = []
    for sentence in filter(len, sentences):
        piece.append(sentence)
        if sentence.stop - piece[0].start >= _AT_ONCE:
            yield piece
            piece = []
    if piece:
        yield piece


def read_vectors(folder: Path) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The row of each word that has a vector, and the rows; row 0 is that of all others."""
    words = (folder / WORDS).read_text(encoding="utf-8").split("\n")
    stored = np.load(folder / VECTORS, allow_pickle=False)
    return {word: row for row, word in enumerate(words, start=1)}, widened(stored)


def widened(stored: NDArray[np.int8]) -> NDArray[np.float32]:
    """Stored vectors in the precision that the network computes in, below a row of zeros."""
    whole = np.vstack([np.zeros((1, stored.shape[1]), np.int8), stored])
    return whole.astype(np.float32) / np.float32(STEP)


def network(vectors: NDArray[np.float32]) -> Network:
    """The network, untrained."""
    embedded: list[Model[Any, Any]] = [
        Embed(_SIZES[name], COLUMNS[name], column=column)
        for column, name in enumerate(COLUMNS, start=1)
    ]
    size = vectors.shape[1] + sum(_SIZES.values())
    mixed = _maxout(size)
    layer = residual(chain(expand_window(1), _maxout(3 * _WIDTH)))
    return chain(
        with_array(chain(concatenate(_looked_up(vectors), *embedded), mixed)),
        with_array(clone(layer, _DEPTH), pad=_DEPTH),
        with_array(Softmax(len(TAGS), _WIDTH)),
    )


def _maxout(size: int) -> Model[Any, Any]:
    """A layer over so many numbers a word."""
    return Maxout(_WIDTH, size, nP=_PIECES, normalize=True, dropout=_DROPOUT)


def _looked_up(vectors: NDArray[np.float32]) -> Model[Any, Any]:
    """The vectors of the rows in the first column; they are not learned, nor kept with the rest."""

    def forward(
        model: Model[Any, Any],  # noqa: ARG001 - as thinc calls it
        X: Clues,  # noqa: N803
        is_train: bool,  # noqa: ARG001, FBT001
    ) -> tuple[NDArray[np.float32], Callable[[Any], Clues]]:
        return vectors[X[:, 0].astype(np.int64)], lambda _: np.zeros_like(X)

    return Model("vectors", forward, dims={"nO": vectors.shape[1]})
