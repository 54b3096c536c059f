"""Which label of the scheme is meant by a name in a file that others wrote.

Most formats have one name where the scheme has a layer and a label. A name that the person gave a
meaning comes first, then a layer and label joined as our own exports write them, then a label's id,
its name, or its name elsewhere, where just one label has it. Nothing is guessed beyond that: a name
that could be two labels, or none, is refused with what would settle it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from workbench.domain.annotation import Annotation
from workbench.domain.errors import UserError
from workbench.domain.scheme import Label, Scheme

Term = tuple[str, str]
"""A layer and a label."""

_JOINT = re.compile(r"[/:.|-]")


@dataclass(frozen=True, slots=True)
class LabelNames:
    """Finds labels of a scheme; `given` says what a name of the file means, as LAYER/LABEL."""

    scheme: Scheme
    given: Mapping[str, str] = field(default_factory=dict)
    _found: dict[Term, Term] = field(default_factory=dict, init=False, compare=False)

    def named(self, annotation: Annotation) -> Annotation:
        """An annotation under a label of the scheme."""
        said = (annotation.layer, annotation.label)
        layer, label = self.find(*said)
        return (
            annotation if (layer, label) == said else replace(annotation, layer=layer, label=label)
        )

    def find(self, layer: str, label: str) -> Term:
        """The layer and label that are meant; `layer` is empty where the file has none.

        Raises `UserError` where a name means no label of the scheme, or several.
        """
        said = (layer, label)
        if said not in self._found:
            self._found[said] = self._look_up(layer, label)
        return self._found[said]

    def _look_up(self, layer: str, label: str) -> Term:
        """The label that is meant, looked for in the scheme."""
        whole = f"{layer}/{label}" if layer else label
        given = self.given.get(whole) or self.given.get(label)
        if given is not None:
            named, _, label = given.partition("/")
            return named, self.scheme.label(named, label).id
        meant = {
            (where, each.id)
            for where, each in self._labels()
            if layer in {"", where} and label in {each.id, f"{where}/{each.id}"}
        } or self._likely(layer, label)
        if len(meant) == 1:
            return meant.pop()
        if layer and not meant:
            self.scheme.label(layer, label)  # says which layers or labels there are
        raise UserError(
            "domain.unclear_label" if meant else "domain.unknown_name",
            label=whole,
            meant=", ".join(sorted("/".join(term) for term in meant)),
        )

    def _likely(self, layer: str, label: str) -> set[Term]:
        """The labels that go by a name in some spelling."""
        wanted = label.casefold()
        parts = tuple(_JOINT.split(wanted, maxsplit=1))
        return {
            (where, each.id)
            for where, each in self._labels()
            if layer in {"", where} and (parts == (where, each.id) or wanted in _spellings(each))
        }

    def _labels(self) -> Iterator[tuple[str, Label]]:
        """Every label of the scheme with its layer."""
        return ((layer.id, label) for layer in self.scheme.layers for label in layer.labels)


def _spellings(label: Label) -> set[str]:
    """What a label goes by, here and elsewhere, in small letters."""
    elsewhere = (name for names in label.names.values() for name in names.split(" "))
    return {name.casefold() for name in (label.id, label.name, *elsewhere) if name}
