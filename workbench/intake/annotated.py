"""Whether JSON lines in an archive carry annotations: such files are a corpus, and not plain."""

import json
from collections.abc import Iterable

KEYS = frozenset(
    {"annotations", "gold", "suggestions", "zones", "assignments", "relations", "article_labels"}
)
SUFFIXES = frozenset({".jsonl", ".ndjson"})

LINES = 3


def shows_annotations(lines: Iterable[bytes]) -> bool:
    """Whether one of the first lines has a key of annotated articles."""
    return any(not KEYS.isdisjoint(_keys(line)) for line in lines)


def _keys(line: bytes) -> frozenset[str]:
    """The keys of a JSON object; none where the line is something else."""
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return frozenset()
    return frozenset(record) if isinstance(record, dict) else frozenset()
