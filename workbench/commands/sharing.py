"""Commands that hand a share of the work out, and join what comes back."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.commands.acting import acting, finish, opened
from workbench.commands.options import As, AsJson, File, place
from workbench.commands.printing import counted, echo, say
from workbench.commands.schemes import difference_lines
from workbench.domain.counting import several

app = typer.Typer()


@app.command()
def handout(
    file: File,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new file.", parser=place)],
    annotator: Annotated[str, typer.Option(help="Whose articles.")],
    json_: AsJson = False,
) -> None:
    """Write one annotator's articles and work into a new file that merges back."""
    from workbench.operations import handing_out
    from workbench.operations.people import annotator_known
    from workbench.operations.projects import with_suffix

    out = with_suffix(out)
    with opened(file) as project:
        person = annotator_known(project, annotator)
        share = finish(handing_out.hand_out(project, annotator=person, out=out), json_)
    result = {"file": str(out), "annotator": person.name, **asdict(share)}
    held = (several(share.articles, "article"), several(share.annotations, "annotation"))
    say(result, json_, f"Wrote {out}: {', '.join(held)}.")


@app.command()
def merge(
    file: File,
    others: Annotated[
        list[Path], typer.Argument(metavar="OTHER...", help="Copies of it.", parser=place)
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come in; write nothing.")
    ] = False,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Join copies of a project that people worked on apart; what gives way is listed."""
    from workbench.operations import merging

    with _schemes_told(file):
        if dry_run:
            with opened(file) as project:
                preview = merging.agreed(finish(merging.preview(project, others), json_))
        else:
            with acting(file, as_) as (project, who):
                preview = finish(merging.merge(project, others, annotator=who), json_).preview
    result = {
        "articles": preview.articles,
        "annotations": preview.number("annotation"),
        "new": preview.new,
        "changed": preview.changed,
        "removed": preview.gone,
        "lost": [asdict(lost) for lost in preview.lost],
        "merged": not dry_run,
    }
    say(result, json_, _merge_text(result))


@contextlib.contextmanager
def _schemes_told(file: Path) -> Iterator[None]:
    """Print in what the schemes of copies differ, where they keep them from being merged."""
    from workbench.operations.merging import SchemesDiffer

    try:
        yield
    except SchemesDiffer as error:
        for other in error.schemes:
            echo(f"{other.path} differs from the scheme of {file}:", err=True)
            for thing in other.difference.things:
                echo("\n".join(difference_lines(thing)), err=True)
        raise


def _merge_text(result: Mapping[str, Any]) -> str:
    """What came in, by kind and person, and what had to give way."""
    new = several(result["annotations"], "new annotation")
    head = f"{several(result['articles'], 'article')}, {new}."
    told = [
        f"{what} {kind}: {counted({name or 'nobody': n for name, n in people.items()})}"
        for what in ("new", "changed", "removed")
        for kind, people in result[what].items()
    ]
    lost = [
        f"gave way ({one['why']}): {one['kind']} of {one['person'] or 'nobody'}"
        f" in “{one['title']}”: {one['said']}"
        for one in result["lost"]
    ]
    end = () if result["merged"] else ("Nothing was written.",)
    return "\n".join((head, *told, *lost, *end))
