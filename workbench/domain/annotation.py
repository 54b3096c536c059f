"""Annotations and the relations between them.

Overlap, nesting, and the same extent under several labels are normal. Labels, attributes and
relation types are named by their ids in the scheme, so that a renaming touches one row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.domain.span import Fragments, Span, hull

OriginKind = Literal["hand", "suggestion", "import", "adjudication", "carried"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an annotation came from; `suggester`, `suggestion`, `score` only for a suggestion.

    `annotation` is the one that it was carried over from, in an article that is nearly the same.
    """

    by: OriginKind = "hand"
    suggester: str = ""
    suggestion: str = ""
    score: float | None = None
    annotation: str = ""


HAND = Origin()
IMPORTED = Origin(by="import")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A labelled span of one annotator in one article; fragments are sorted, in code points."""

    id: str
    article: str
    annotator: str
    layer: str
    label: str
    fragments: Fragments
    quote: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    unsure: str = ""
    answer: str = ""
    created: str = ""
    modified: str = ""
    scheme_version: int = 1
    origin: Origin = field(default_factory=Origin)

    @property
    def span(self) -> Span:
        """The hull of the fragments."""
        return hull(self.fragments)


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed arrow from one annotation to another of the same annotator and article."""

    id: str
    article: str
    annotator: str
    type: str
    source: str
    target: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    created: str = ""
    modified: str = ""
