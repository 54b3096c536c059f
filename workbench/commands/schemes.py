"""The command that shows the scheme, writes it, or adopts another one."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.commands.acting import acting, opened
from workbench.commands.options import As, AsJson, File, place
from workbench.commands.printing import as_table, counted, say

if TYPE_CHECKING:
    from workbench.domain.scheme_difference import ThingChange
    from workbench.operations.scheme_files import Proposal

app = typer.Typer()


@app.command()
def scheme(
    file: File,
    export: Annotated[
        Path | None, typer.Option(metavar="OUT.yaml", help="Write the scheme here.", parser=place)
    ] = None,
    import_: Annotated[
        Path | None,
        typer.Option(
            "--import",
            metavar="IN.yaml",
            help="Show what this scheme would change.",
            parser=place,
        ),
    ] = None,
    replace: Annotated[
        list[str] | None,
        typer.Option(metavar="LAYER/LABEL=NEW", help="The label that takes another one's place."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Adopt it, with all that follows.")] = False,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Show the scheme, write it as YAML, or compare it with another one and adopt that."""
    if import_ is None and (replace or yes):
        raise typer.BadParameter("needs a scheme to import", param_hint="--replace and --yes")
    if import_ is not None:
        _import_scheme(file, import_, replace or [], yes=yes, as_=as_, json_=json_)
        return
    from workbench.operations import scheme_files
    from workbench.store.schemes import read_scheme

    with opened(file) as project:
        found = read_scheme(project)
        if export is not None:
            scheme_files.export_scheme(project, export)
    result: dict[str, object] = {
        "id": found.id,
        "version": found.version,
        "layers": {layer.id: [label.id for label in layer.labels] for layer in found.layers},
    }
    if export is not None:
        say(result | {"file": str(export)}, json_, f"Wrote {export}.")
        return
    rows = [
        (n.id, n.key, label.id, label.key, label.name) for n in found.layers for label in n.labels
    ]
    say(result, json_, as_table(("layer", "key", "label", "key", "name"), rows))


def _import_scheme(
    file: Path, path: Path, replace: list[str], *, yes: bool, as_: str, json_: bool
) -> None:
    """Show in what a scheme differs and what adopting it does; adopt it with `yes`."""
    from workbench.operations import scheme_editing, scheme_files

    with acting(file, as_) as (project, who):
        labels = scheme_files.replacements(replace)
        proposal = scheme_files.propose_scheme(project, path, labels=labels)
        if yes:
            scheme_editing.edit_scheme(project, annotator=who, edit=proposal.edit, losing=True)
    say(_proposal(proposal) | {"adopted": yes}, json_, _proposal_text(proposal, adopted=yes))


def _proposal(proposal: "Proposal") -> dict[str, object]:
    """A scheme that may be adopted, as plain values."""
    said = proposal.difference
    effect = proposal.effect
    return {
        "before": dict(zip(("id", "version"), said.before, strict=True)),
        "after": dict(zip(("id", "version"), said.after, strict=True)),
        "differences": [asdict(thing) for thing in said.things],
        "effect": {
            "changed": dict(effect.changed),
            "lost": dict(effect.lost),
            "joined": effect.joined,
        },
        "orphans": [
            {"layer": orphan.layer, "label": orphan.label.id, "uses": orphan.uses}
            for orphan in proposal.orphans
        ],
    }


def _proposal_text(proposal: "Proposal", *, adopted: bool) -> str:
    """A scheme that may be adopted, for a person: each difference in a line."""
    lines = [line for thing in proposal.difference.things for line in difference_lines(thing)]
    effect = proposal.effect
    if not lines:
        return "The project has this scheme already."
    orphans = [
        f"{orphan.layer}/{orphan.label.id} is used {orphan.uses} times and gone; "
        f"--replace {orphan.layer}/{orphan.label.id}={orphan.likely or 'NEW'} keeps that."
        for orphan in proposal.orphans
        if (orphan.layer, orphan.label.id) not in proposal.edit.labels
    ]
    return "\n".join(
        (
            *lines,
            *orphans,
            f"Changed: {counted(effect.changed)}. Lost: {counted(effect.lost)}.",
            "Adopted." if adopted else "Nothing was changed; add --yes to adopt it.",
        )
    )


def difference_lines(thing: "ThingChange") -> list[str]:
    """One thing that differs, and its properties before and after."""
    owner = f"{thing.place.owner}/" if thing.place.owner else ""
    head = f"{thing.what} {thing.place.kind} {owner}{thing.id}".rstrip()
    return [
        head,
        *(
            f"  {field.name}: {field.before or '(none)'} -> {field.after or '(none)'}"
            for field in thing.fields
        ),
    ]
