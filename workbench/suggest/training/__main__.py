"""`python -m workbench.suggest.training --corpora DIR --out FOLDER [--vectors FILE]`.

Each part of the shipped model is made by one function of the table `PARTS`, from the folder of
corpora into the folder of the model, and hands back its scores on documents that it held back. The
same corpora, vectors and seed give the same bytes. The scores of all parts stand in `scores.json`
beside the model; a part that is not made anew keeps those that it had. Without a file of vectors
those in the folder stay; `training.vectors` says what file that is. The sums of all weights stand
in `sums.json`. It keeps to one core, since how many share a product of matrices changes its last
digits, and with them all that is learned.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from workbench.suggest.news_en.recognizer import FOLDER
from workbench.suggest.sums import write_sums
from workbench.suggest.training.entities import train_entities
from workbench.suggest.training.syntax import train_syntax
from workbench.suggest.training.vectors import write_vectors

Trainer = Callable[[Path, Path, int], dict[str, object]]
"""From the corpora, the model's folder and the seed to scores; writes the part."""

PARTS: Mapping[str, Trainer] = {"syntax": train_syntax, "entities": train_entities}
SCORES = "scores.json"
_CORES = "OPENBLAS_NUM_THREADS"  # is read when numpy is loaded, and never again


def main(arguments: Sequence[str] | None = None) -> None:
    """Train the parts that are asked for, and print and write their scores."""
    asked = _parser().parse_args(arguments)
    path: Path = asked.out / SCORES
    scores = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if asked.vectors:
        write_vectors(asked.vectors, asked.out / FOLDER)
    for part in asked.only or PARTS:
        scores[part] = PARTS[part](asked.corpora, asked.out, asked.seed)
    text = json.dumps(scores, indent=2, sort_keys=True) + "\n"
    path.write_text(text, encoding="utf-8")
    write_sums(asked.out)
    sys.stdout.write(text)


def _parser() -> argparse.ArgumentParser:
    """The options of the program."""
    parser = argparse.ArgumentParser(prog="python -m workbench.suggest.training")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with train/")
    parser.add_argument("--out", type=Path, required=True, help="the model’s folder")
    parser.add_argument("--vectors", type=Path, help="word vectors to learn names with")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="+", choices=sorted(PARTS), help="these parts alone")
    return parser


def _keep_to_one_core() -> None:
    """Start again on one core, where products of matrices may take several."""
    if os.environ.get(_CORES) != "1":
        again = [sys.executable, "-m", "workbench.suggest.training", *sys.argv[1:]]
        os.execve(sys.executable, again, os.environ | {_CORES: "1"})  # noqa: S606


if __name__ == "__main__":
    _keep_to_one_core()
    main()
