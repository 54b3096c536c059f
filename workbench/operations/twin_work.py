"""Finding texts that are nearly the same: runs in a worker process, as it takes its time."""

from collections.abc import Iterator, Sequence

from workbench.domain.twins import sketch, twin_groups


def groups(texts: Sequence[tuple[str, str]]) -> Iterator[dict[str, str]]:
    """The group of near-duplicates that each text belongs to, by ids; texts are (id, text)."""
    yield twin_groups({id: sketch(text) for id, text in texts})
