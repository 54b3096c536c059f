"""Where suggestions come from, as a project keeps it, and whose are shown to whom.

`news-en` travels with the program and needs no entry in a project. What a project adds is kept in
it, as plain values that a worker process can load a suggester from. Suggestions of a suggester that
has no entry (any more) are data like others and are shown. A model that one person taught is shown
to that person alone, and in its layer takes the place of the suggester under it, whose suggestions
it hands on where it has none of its own.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["bundled", "personal", "plugin"]

DEFAULT_SUGGESTER = "news-en"


@dataclass(frozen=True, slots=True)
class SuggesterSource:
    """One suggester: its name, how it is made, and in which layers its suggestions are shown.

    `spec` holds plain values whose meaning the kind decides. `annotator` is the id of the person
    who taught a personal one, and empty for all others.
    """

    name: str
    kind: Kind
    spec: Mapping[str, Any] = field(default_factory=dict)
    layers: tuple[str, ...] = ()
    annotator: str = ""
    id: str = ""


NEWS_EN = SuggesterSource(DEFAULT_SUGGESTER, "bundled")


@dataclass(frozen=True, slots=True)
class InUse:
    """Whose suggestions one person sees: of each entry of the project its layers, or none."""

    layers: Mapping[str, Collection[str]] = field(default_factory=dict)
    replaced: frozenset[tuple[str, str]] = frozenset()
    """(suggester, layer) whose suggestions a personal model hands on by itself."""

    def shows(self, suggester: str, layer: str) -> bool:
        """Whether a suggester's suggestions of a layer are shown."""
        if (suggester, layer) in self.replaced:
            return False
        return suggester not in self.layers or layer in self.layers[suggester]


def in_use(sources: Iterable[SuggesterSource], *, annotator: str) -> InUse:
    """Whose suggestions a person, by id, sees."""
    layers: dict[str, Collection[str]] = {}
    replaced: set[tuple[str, str]] = set()
    for source in sources:
        own = source.annotator in ("", annotator)
        layers[source.name] = source.layers if own else ()
        if own and source.kind == "personal":
            base = str(source.spec.get("base", DEFAULT_SUGGESTER))
            replaced |= {(base, layer) for layer in source.layers}
    return InUse(layers, frozenset(replaced))
