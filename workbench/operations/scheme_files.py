"""Schemes as files: written out, and compared with the project's before they replace it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.domain.refitting import Effect
from workbench.domain.scheme_difference import SchemeDifference, difference
from workbench.domain.scheme_editing import Adopt
from workbench.formats.beside import written_beside
from workbench.formats.scheme_yaml import read_scheme, write_scheme
from workbench.operations.scheme_editing import effect_of, revision_of
from workbench.store import schemes
from workbench.store.project import Project


@dataclass(frozen=True, slots=True)
class Proposal:
    """A scheme that may be adopted: in what it differs, and what that does to the work."""

    edit: Adopt
    difference: SchemeDifference
    effect: Effect


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
    present = schemes.read_scheme(project)
    adopted = read_scheme(path)
    for (layer, old), new in (labels or {}).items():
        present.label(layer, old)
        adopted.label(layer, new)
    edit = Adopt(adopted, labels or {})
    _, revision = revision_of(project, edit)
    return Proposal(edit, difference(present, revision.scheme), effect_of(project, edit))


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
