"""Annotations and suggestions as marks for the pane."""

from collections.abc import Iterable

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import Suggestion
from workbench.ui.pane.marks import Mark


def annotation_marks(annotations: Iterable[Annotation], scheme: Scheme) -> list[Mark]:
    """Annotations as the pane shows them."""
    return [
        Mark(a.id, a.layer, label.name, a.fragments, "annotation", label.color)
        for a in annotations
        for label in [scheme.label(a.layer, a.label)]
    ]


def ghost_marks(suggestions: Iterable[Suggestion], scheme: Scheme) -> list[Mark]:
    """Suggestions as ghosts."""
    return [
        Mark(s.id, s.layer, label.name, s.fragments, "ghost", label.color, s.score)
        for s in suggestions
        for label in [scheme.label(s.layer, s.label)]
    ]
