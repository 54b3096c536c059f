"""The marks of an article's layer as bars in rows: one row a reader, the last one for gold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.domain.gold import NOTHING
from workbench.domain.scheme import Scheme
from workbench.operations.comparing import Difference
from workbench.ui.annotate.marks_of import labels_of
from workbench.ui.language import translate
from workbench.ui.pane.marks import Mark

_GREY = "#7a7f87"


def bars(
    differences: Iterable[Difference], scheme: Scheme, rows: Sequence[str], layer: str
) -> list[Mark]:
    """The bars of one layer; `rows` are the ids of readers, behind whom stands gold."""
    places = {annotator: row for row, annotator in enumerate(rows)}
    colors = {key: label.color for key, label in labels_of(scheme).items()}
    return [
        bar
        for difference in differences
        if difference.layer == layer
        for bar in _bars_of(difference, scheme, places, colors)
    ]


def _bars_of(
    difference: Difference,
    scheme: Scheme,
    rows: Mapping[str, int],
    colors: Mapping[tuple[str, str], str],
) -> Iterator[Mark]:
    """The bars at one place."""
    layer = difference.layer
    for mark in difference.marks:
        name = scheme.label_name(layer, mark.label)
        color = colors.get((layer, mark.label), _GREY)
        yield Mark(
            mark.id, layer, name, mark.fragments, color=color, row=rows.get(mark.annotator, 0)
        )
    gold, ruling = difference.gold, difference.ruling
    if gold is not None:
        name = scheme.label_name(layer, gold.label)
        color = colors.get((layer, gold.label), _GREY)
        yield Mark(gold.id, layer, name, gold.fragments, color=color, row=len(rows))
    elif ruling is not None:
        nothing = ruling.decision.change == NOTHING
        name = translate("review", "nothing here") if nothing else translate("review", "left open")
        yield Mark(ruling.id, layer, name, (ruling.span,), color=_GREY, row=len(rows))
