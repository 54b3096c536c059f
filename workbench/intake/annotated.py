"""Whether JSON lines carry annotations: such files are a corpus, not plain articles."""

import json
from collections.abc import Iterable
from pathlib import Path

KEYS = frozenset(
    {"annotations", "gold", "suggestions", "zones", "assignments", "relations", "article_labels"}
)
SUFFIXES = frozenset({".jsonl", ".ndjson"})

LINES = 3
_REACH = 20_000_000


def looks_annotated(path: Path) -> bool:
    """Whether one of the first lines of a file of JSON lines has a key of annotated articles.

    Reads a few lines only, and never raises: a file that cannot be read is not annotated, and the
    reader that takes it will say why.
    """
    # A pipe with such a name would wait for ever.
    candidate = path.suffix.lower() in SUFFIXES and path.is_file()
    return candidate and shows_annotations(_first_lines(path))


def shows_annotations(lines: Iterable[bytes]) -> bool:
    """Whether one of the first lines has a key of annotated articles."""
    return any(not KEYS.isdisjoint(_keys(line)) for line in lines)


def _first_lines(path: Path) -> list[bytes]:
    """The first lines; none where the file cannot be read."""
    try:
        with path.open("rb") as file:
            return [file.readline(_REACH) for _ in range(LINES)]
    except OSError:
        return []


def _keys(line: bytes) -> frozenset[str]:
    """The keys of a JSON object; none where the line is something else."""
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return frozenset()
    return frozenset(record) if isinstance(record, dict) else frozenset()
