"""Finding words in many texts: runs in a worker process, so that the window does not feel it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from workbench.domain.occurrences import Context, Wanted, context_of, occurrences
from workbench.domain.span import Span

MOST = 5_000  # occurrences that one list holds
Place = tuple[Span, Context]


def find(texts: Sequence[tuple[str, str]], what: Wanted) -> Iterator[tuple[str, list[Place]]]:
    """Each text's id with the places where the words stand; texts are (id, text)."""
    for id, text in texts:
        yield id, places_in(text, what)


def places_in(text: str, what: Wanted) -> list[Place]:
    """Where the words stand in a text, in context: at most one more than a list holds."""
    found = islice(occurrences(text, what), MOST + 1)
    return [(span, context_of(text, span)) for span in found]
