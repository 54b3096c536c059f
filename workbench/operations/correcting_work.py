"""What an old and a corrected text share: a task for a worker process."""

from collections.abc import Iterator

from workbench.domain.alignment import Alignment, align


def aligned(old: str, new: str) -> Iterator[Alignment]:
    """Both texts, aligned; one value."""
    yield align(old, new)
