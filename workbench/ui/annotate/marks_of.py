"""Annotations and suggestions as marks for the pane."""

from collections.abc import Iterable

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Label, Scheme
from workbench.domain.suggestion import Suggestion
from workbench.ui.pane.marks import Mark


def past_marks(annotations: Iterable[Annotation], scheme: Scheme) -> list[Mark]:
    """Annotations of old, but for those under labels that the scheme has dropped."""
    known = {(layer.id, label.id) for layer in scheme.layers for label in layer.labels}
    return annotation_marks([a for a in annotations if (a.layer, a.label) in known], scheme)


def annotation_marks(annotations: Iterable[Annotation], scheme: Scheme) -> list[Mark]:
    """Annotations as the pane shows them."""
    labels = labels_of(scheme)
    return [
        Mark(a.id, a.layer, label.name, a.fragments, "annotation", label.color)
        for a in annotations
        for label in [labels[a.layer, a.label]]
    ]


def ghost_marks(suggestions: Iterable[Suggestion], scheme: Scheme) -> list[Mark]:
    """Suggestions as ghosts."""
    labels = labels_of(scheme)
    return [
        Mark(s.id, s.layer, label.name, s.fragments, "ghost", label.color, s.score)
        for s in suggestions
        for label in [labels[s.layer, s.label]]
    ]


def labels_of(scheme: Scheme) -> dict[tuple[str, str], Label]:
    """The labels of a scheme by (layer, label): an article may have ten thousand marks."""
    return {(layer.id, label.id): label for layer in scheme.layers for label in layer.labels}
