"""What the weights of a model must be: a sum of each file, made when they were trained.

A copy that was cut short or damaged on its way is told by it before anything is read, where a
wrong number would only be a wrong suggestion. Word lists have none: people may mend them, and one
that was cut short ends in the middle of a line (see `word_lists`).
"""

import hashlib
import json
from pathlib import Path

FILE = "sums.json"


def write_sums(model: Path) -> None:
    """Write the sums of all files in the folders of a model beside them."""
    sums = {path.relative_to(model).as_posix(): _sum(path) for path in _weights(model)}
    text = json.dumps(sums, indent=1, sort_keys=True) + "\n"
    (model / FILE).write_text(text, encoding="utf-8")


def check_sums(model: Path) -> None:
    """Raise `FileNotFoundError` for a file that is missing, `ValueError` for one that differs."""
    sums = json.loads((model / FILE).read_text(encoding="utf-8"))
    for name, known in sums.items():
        if _sum(model / name) != known:
            raise ValueError(f"{name} is not what it was")


def _weights(model: Path) -> list[Path]:
    return [path for path in model.rglob("*") if path.is_file() and path.parent != model]


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
