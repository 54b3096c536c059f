"""Where the marks of a foreign file stand in the text as it is kept here.

Their unit is found out, their offsets are mapped through what makes the text canonical, and the
words are taken from there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.annotation import IMPORTED, Annotation
from workbench.domain.errors import UserError
from workbench.domain.span import Fragments, Span, joined, quote_of
from workbench.domain.text import Canonical, canonical
from workbench.formats.units import CODE_POINTS, Claimed, settled


@dataclass(frozen=True, slots=True)
class Standing:
    """A canonical text and the places of marks in it, in their order.

    `unit` is what their offsets count, where that is not what the format says.
    """

    text: str
    unit: str
    places: list[Fragments]


def stand(raw: str, claims: Sequence[Claimed], *, declared: str = CODE_POINTS) -> Standing:
    """The text of a file with its marks; raises `UserError` where it is empty or no unit fits."""
    made = canonical(raw)
    if not made.text.strip():
        raise UserError("formats.no_text")
    unit, places = settled(raw, claims, declared=declared)
    return Standing(
        made.text, "" if unit == declared else unit, [_moved(place, made) for place in places]
    )


def _moved(place: Fragments, made: Canonical) -> Fragments:
    """A place in the canonical text."""
    return joined(Span(made.position(span.start), made.position(span.end)) for span in place)


def imported(
    label: str,
    fragments: Fragments,
    *,
    id: str,
    annotator: str,
    text: str,
    attributes: Mapping[str, str] | None = None,
    note: str = "",
    unsure: str = "",
    answer: str = "",
) -> Annotation:
    """A mark as an annotation; its label is a layer and label, or what the scheme makes of it."""
    return Annotation(
        *(id, "", annotator, "", label, fragments, quote_of(text, fragments)),
        attributes=attributes or {},
        note=note,
        unsure=unsure,
        answer=answer,
        scheme_version=0,
        origin=IMPORTED,
    )
