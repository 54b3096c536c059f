"""Where suggestions come from, as a project keeps it, and whose are shown to whom.

`news-en` travels with the program and needs no entry in a project. What a project adds is kept in
it, as plain values that a worker process can load a suggester from: patterns and lists of words
that people wrote, pipelines of spaCy, what they taught. Suggestions of a suggester that has no
entry are data like others and are shown. A model that one person taught is shown to that person
alone, and in its layer takes the place of the suggester under it, whose suggestions it hands on
where it has none of its own.

A source never changes but for its layers: what was changed is another one under the next name, so
that what the first proposed and what people made of it stays true. One that was removed keeps its
entry, as what it proposed is still there and must not be seen again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import Any, Literal

from workbench.domain.scheme import LAYERS

Kind = Literal["bundled", "personal", "plugin", "pattern", "words", "pipeline"]
Term = tuple[str, str]
"""A layer and a label."""

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

    @property
    def removed(self) -> bool:
        """Whether it is kept only so that what it proposed stays out of sight."""
        return bool(self.spec.get("removed"))

    @property
    def terms(self) -> frozenset[Term]:
        """The layers and labels of which its spec says that it proposes them."""
        if self.kind in ("pattern", "words"):
            return frozenset([(self.spec["layer"], self.spec["label"])])
        return frozenset(map(term_in, self.spec.get("labels", {}).values()))

    @property
    def possible_layers(self) -> frozenset[str]:
        """The layers that it can propose anything in; empty where that is not known."""
        if self.kind in ("bundled", "plugin"):
            return frozenset()
        own = [self.spec["layer"]] if "layer" in self.spec else []
        return frozenset([*own, *(layer for layer, _ in self.terms), *self.layers])

    @property
    def folder(self) -> str:
        """The folder that it is loaded from which may run code of strangers; empty for none."""
        return str(self.spec.get("folder", "")) if self.kind == "pipeline" else ""


NEWS_EN = SuggesterSource(DEFAULT_SUGGESTER, "bundled", layers=LAYERS)


def pattern_source(
    name: str, pattern: str, *, term: Term, case: bool = False, layers: tuple[str, ...] = ()
) -> SuggesterSource:
    """One that proposes a label wherever a regular expression matches."""
    spec = {"pattern": pattern, "case": case, "layer": term[0], "label": term[1]}
    return SuggesterSource(name, "pattern", spec, layers or term[:1])


def words_source(
    name: str, words: Iterable[str], *, term: Term, case: bool = True, layers: tuple[str, ...] = ()
) -> SuggesterSource:
    """One that proposes a label wherever one of some words or phrases stands."""
    kept = list(dict.fromkeys(word for each in words if (word := " ".join(each.split()))))
    spec = {"words": kept, "case": case, "layer": term[0], "label": term[1]}
    return SuggesterSource(name, "words", spec, layers or term[:1])


def pipeline_source(
    name: str,
    *,
    labels: Mapping[str, str],
    package: str = "",
    folder: str = "",
    layers: tuple[str, ...] | None = None,
) -> SuggesterSource:
    """A pipeline of spaCy, by its package or its folder; each of its labels means LAYER/LABEL.

    Its suggestions are shown in all the layers that its labels lead to, unless layers are given.
    """
    spec = {"package": package} if package else {"folder": folder}
    source = SuggesterSource(name, "pipeline", {**spec, "labels": dict(labels)})
    reached = {layer for layer, _ in source.terms}
    shown = tuple(layer for layer in LAYERS if layer in reached) if layers is None else layers
    return replace(source, layers=shown)


def term_in(written: str) -> Term:
    """The layer and the label in LAYER/LABEL."""
    layer, _, label = written.partition("/")
    return layer, label


def free_name(name: str, taken: Collection[str]) -> str:
    """A name that nobody has: this one, or the same with the first number that is free."""
    base, _, number = name.rpartition(" ")
    stem, begin = (base, int(number) + 1) if base and number.isdecimal() else (name, 2)
    numbered = (f"{stem} {n}" for n in count(begin))
    return next(each for each in chain([name], numbered) if each not in taken)


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
