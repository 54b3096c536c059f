"""Schemes as files: written out, and compared with the project's before they replace it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.domain.refitting import Effect
from workbench.domain.scheme import Label, Scheme
from workbench.domain.scheme_difference import SchemeDifference, difference
from workbench.domain.scheme_editing import Adopt
from workbench.domain.scheme_places import items_at, labels_of
from workbench.formats.beside import written_beside
from workbench.formats.scheme_yaml import read_scheme, write_scheme
from workbench.operations.progress import LongVerb, finish
from workbench.operations.scheme_editing import revision_of, usage_of, weighing
from workbench.store import schemes
from workbench.store.project import Project


@dataclass(frozen=True, slots=True)
class Orphan:
    """A label in use that an adopted scheme lacks; `heirs` are those that may take its place.

    `likely` is the heir that says the same by its names, if one does.
    """

    layer: str
    label: Label
    uses: int
    heirs: tuple[Label, ...]
    likely: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A scheme that may be adopted: in what it differs, and what that does to the work."""

    edit: Adopt
    difference: SchemeDifference
    effect: Effect
    orphans: tuple[Orphan, ...]


def export_scheme(project: Project, out: Path) -> None:
    """Write the project's scheme as YAML."""
    text = write_scheme(schemes.read_scheme(project))
    with written_beside(out) as file:
        file.write(text.encode())


def propose_scheme(
    project: Project, path: Path, *, labels: Mapping[tuple[str, str], str] | None = None
) -> Proposal:
    """What adopting the scheme of a YAML file would change; nothing is written.

    `labels` lead from (layer, label) of the project to the label that takes its place.
    """
    return propose(project, read_scheme(path), labels=labels)


def propose(
    project: Project, adopted: Scheme, *, labels: Mapping[tuple[str, str], str] | None = None
) -> Proposal:
    """What adopting a scheme would change; nothing is written."""
    return finish(proposing(project, adopted, labels=labels))


def proposing(
    project: Project, adopted: Scheme, *, labels: Mapping[tuple[str, str], str] | None = None
) -> LongVerb[Proposal]:
    """The same, row by row."""
    present = schemes.read_scheme(project)
    for (layer, old), new in (labels or {}).items():
        present.label(layer, old)
        adopted.label(layer, new)
    edit = Adopt(adopted, labels or {})
    _, revision = revision_of(project, edit)
    return Proposal(
        edit,
        difference(present, revision.scheme),
        (yield from weighing(project, edit)),
        tuple(_orphans(project, present, adopted)),
    )


def _orphans(project: Project, present: Scheme, adopted: Scheme) -> Iterator[Orphan]:
    """The labels in use that the adopted scheme lacks, though it has their layer."""
    for layer in adopted.layers:
        heirs = {label.id: label for label in layer.labels}
        for label in items_at(present, labels_of(layer.id)):
            used = usage_of(project, labels_of(layer.id), label.id)
            uses = used.get("annotation", 0) + used.get("gold", 0)
            if label.id not in heirs and uses:
                likely = next((h.id for h in layer.labels if _says_the_same(label, h)), "")
                yield Orphan(layer.id, label, uses, layer.labels, likely)


def _says_the_same(label: Label, heir: Label) -> bool:
    """Whether a label is called as another one, here or elsewhere."""
    elsewhere = {name for names in heir.names.values() for name in names.split()}
    return label.id in elsewhere or label.name.casefold() == heir.name.casefold()


def replacements(texts: Iterable[str]) -> dict[tuple[str, str], str]:
    """What `layer/label=new` asks to be replaced, as (layer, label) and the new label."""
    found = {}
    for text in texts:
        old, _, new = text.partition("=")
        layer, _, label = old.partition("/")
        if not (layer and label and new):
            raise UserError("operations.bad_replacement", text=text)
        found[layer, label] = new
    return found
