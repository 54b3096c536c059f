"""Where spans of one text lie in others that are nearly the same: a task for a worker process."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.domain.alignment import align
from workbench.domain.placing import Placement, place
from workbench.domain.span import Fragments

Spans = Mapping[str, tuple[Fragments, str]]


def placed(text: str, spans: Spans, others: Sequence[str]) -> Iterator[dict[str, Placement]]:
    """What becomes of each span, by id, in each of the other texts; one value a text."""
    for other in others:
        alignment = align(text, other)
        yield {id: place(alignment, *span) for id, span in spans.items()}
