"""What a suggester proposes, said in the words of the project's scheme.

A suggester speaks the shipped scheme *news*; a project may have fewer layers, other labels and
other attributes. A label's names elsewhere say which labels of *news* it stands for. Whatever the
scheme has no words for is left out, so that a suggestion can always be accepted as it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workbench.domain.errors import UserError
from workbench.domain.scheme import SPOKEN, Layer, Scheme
from workbench.domain.span import Fragments
from workbench.domain.suggestion import Draft, DraftRelation

Place = tuple[str, str, Fragments]
Term = tuple[str, str]
"""A layer and a label."""


def place_of(draft: Draft) -> Place:
    """What makes two suggestions the same: layer, label and fragments."""
    return draft.layer, draft.label, draft.fragments


def fitted(scheme: Scheme, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that the scheme has words for, in those words, and each place and label once."""
    kept: list[Draft] = []
    places: dict[Place, int] = {}
    moved: dict[int, int] = {}
    words = _Words(scheme)
    for index, draft in enumerate(drafts):
        said = words.say(draft)
        if said is not None:
            moved[index] = places.setdefault(place_of(said), len(kept))
            if moved[index] == len(kept):
                kept.append(said)
    return [_related(words, draft, kept, moved) for draft in kept]


class _Words:
    """What a scheme has words for; each question is put to it once for all drafts of a text."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._labels: dict[tuple[str, str], str] = {}
        self._allowed: dict[tuple[str, str, str, str], bool] = {}
        self._joined: dict[tuple[str, Term, Term], bool] = {}

    def say(self, draft: Draft) -> Draft | None:
        """A draft in words of the scheme, or None where it has none for it."""
        spoken = (draft.layer, draft.label)
        if spoken not in self._labels:
            self._labels[spoken] = _label(self._scheme, draft)
        label = self._labels[spoken]
        if not label:
            return None
        attributes = self._attributes(draft, label)
        if label == draft.label and len(attributes) == len(draft.attributes):
            return draft
        return replace(draft, label=label, attributes=attributes)

    def _attributes(self, draft: Draft, label: str) -> Mapping[str, str]:
        """The attributes of a draft that its label can have."""
        return {
            name: value
            for name, value in draft.attributes.items()
            if self._can_have(draft.layer, label, name, value)
        }

    def _can_have(self, layer: str, label: str, name: str, value: str) -> bool:
        asked = (layer, label, name, value)
        if asked not in self._allowed:
            self._allowed[asked] = _allowed(self._scheme, layer, label, {name: value})
        return self._allowed[asked]

    def can_join(self, type: str, draft: Draft, end: Draft) -> bool:
        """Whether there is a relation of that type that leads from one draft to another."""
        asked = (type, (draft.layer, draft.label), (end.layer, end.label))
        if asked not in self._joined:
            kind = self._scheme.relation(type)
            self._joined[asked] = kind is not None and kind.joins(*asked[1:])
        return self._joined[asked]


def _label(scheme: Scheme, draft: Draft) -> str:
    """The scheme's label for a draft, or nothing."""
    for layer in scheme.layers:
        if layer.id == draft.layer:
            return _label_in(layer, draft.label)
    return ""


def _label_in(layer: Layer, spoken: str) -> str:
    """The label of a layer that has this id, else the first with this name elsewhere."""
    if any(label.id == spoken for label in layer.labels):
        return spoken
    named = (label.id for label in layer.labels if spoken in label.names.get(SPOKEN, "").split())
    return next(named, "")


def _allowed(scheme: Scheme, layer: str, label: str, attributes: Mapping[str, str]) -> bool:
    try:
        scheme.check_attributes(layer, label, attributes)
    except UserError:
        return False
    return True


def _related(words: _Words, draft: Draft, kept: Sequence[Draft], moved: Mapping[int, int]) -> Draft:
    """A draft with those of its relations whose end is kept and that the scheme allows."""
    if not draft.relations:
        return draft
    return replace(draft, relations=tuple(_relations(words, draft, kept, moved)))


def _relations(
    words: _Words, draft: Draft, kept: Sequence[Draft], moved: Mapping[int, int]
) -> Iterator[DraftRelation]:
    """The relations of a draft of which the other end is kept and that the scheme allows."""
    for relation in draft.relations:
        target = moved.get(relation.target)
        if target is not None:
            end = kept[target]
            if end is not draft and words.can_join(relation.type, draft, end):
                yield DraftRelation(relation.type, target)
