"""The command that takes articles in, or shows what would come."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from workbench.commands.acting import acting, finish
from workbench.commands.options import As, AsJson, File, among, meanings_in, place
from workbench.commands.printing import as_table, printable, printed, refusals, say, tell_refused
from workbench.domain.counting import several

if TYPE_CHECKING:
    from workbench.intake.incoming import IntakeOptions
    from workbench.operations.looking import Look

app = typer.Typer()

_FEW = 3  # files that are named one by one


@app.command(name="import")
def import_(
    file: File,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files or folders.", parser=place)
    ],
    format: Annotated[
        str,
        typer.Option(help="Read all files as this; else what each is, is told by what is in it."),
    ] = "",
    annotator: Annotated[str, typer.Option(help="Whose annotations are that carry no name.")] = "",
    as_status: Annotated[
        str, typer.Option(help="How the layers that a file covers stand: done or started.")
    ] = "done",
    labels: Annotated[
        str, typer.Option(help="What labels in the files mean: PER=entity/person,….")
    ] = "",
    encoding: Annotated[
        str, typer.Option(help="What the text files are in: utf-8, windows-1252…; else found out.")
    ] = "",
    columns: Annotated[
        str,
        typer.Option(
            help="What columns of tables are: Body=text,Nr=id,…; title, source, date, url, author, "
            'language, meta and skip too. A name with a comma stands in "quotation marks".'
        ),
    ] = "",
    names: Annotated[
        str, typer.Option(help="What names of files say: '{source}_{date}_{title}.txt'.")
    ] = "",
    look: Annotated[
        bool, typer.Option("--look", help="Show what would come in, and write nothing.")
    ] = False,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Take articles into a project, with or without annotations."""
    from workbench.intake.incoming import IntakeOptions
    from workbench.operations import importing

    among(as_status, "--as-status", "done", "started")
    options = IntakeOptions(
        encoding=encoding, columns=meanings_in(columns, "--columns"), names=names
    )
    if look:
        _look(paths, options, format, json_=json_)
        return
    with acting(file, as_) as (project, who):
        verb = importing.import_paths(
            project,
            paths,
            annotator=who,
            format=format,
            whose=annotator,
            as_status=as_status,  # type: ignore[arg-type]  # checked above
            labels=meanings_in(labels, "--labels"),
            options=options,
        )
        report = finish(verb, json_)
    refused = refusals(report.refused)
    result = {
        "articles": report.articles,
        "known": report.known,
        "annotations": report.annotations,
        "formats": dict(report.formats),
        "units": dict(report.units),
        "passed": dict(report.passed),
        "unnamed": report.unnamed,
        "refused": refused,
    }
    say(result, json_, _import_sentence(result))
    tell_refused(refused)
    if refused and not report.articles and not report.known:
        raise typer.Exit(1)


def _look(paths: list[Path], options: "IntakeOptions", format: str, *, json_: bool) -> None:
    """Show what files would give, and why some would give nothing."""
    from workbench.formats.registry import READABLE
    from workbench.operations import looking

    if format in READABLE:
        reason = "it looks at files without annotations: leave out --format"
        raise typer.BadParameter(reason, param_hint="--look")
    if format:
        options = replace(options, suffix=f".{format}")
    found = finish(looking.look(paths, options=options), json_)
    if found.refusal is not None:
        raise found.refusal
    refused = refusals(found.refused)
    result = {
        "files": found.files,
        "annotated": list(found.annotated),
        "articles": [asdict(glance) for glance in found.articles],
        "columns": [asdict(column) for column in found.columns],
        "refused": refused,
    }
    say(result, json_, _look_tables(found))
    tell_refused(refused)


def _look_tables(look: "Look") -> str:
    """What would come in, for a person: the columns of a table, and an article a line."""
    columns = [(column.name, column.field, ", ".join(column.examples)) for column in look.columns]
    rows = [
        (
            glance.where,
            f"{glance.encoding}{'?' if glance.guessed else ''}",
            glance.published,
            glance.source,
            glance.author,
            glance.title,
        )
        for glance in look.articles
    ]
    heads = ("file", "encoding", "date", "source", "author", "title")
    parts = [as_table(("column", "is", "such as"), printed(columns))] if columns else []
    parts += [as_table(heads, printed(rows))] if rows else []
    parts += [f"{printable(path)} has annotations." for path in look.annotated]
    parts += _unnamed_sentence([each.where for each in look.articles if each.unnamed])
    return "\n\n".join([*parts, f"{several(look.files, 'file')} in all; nothing was written."])


def _import_sentence(result: dict[str, object]) -> str:
    counted = (
        f"{several(cast('int', result['articles']), 'new article')}, {result['known']} known, "
        f"{several(cast('int', result['annotations']), 'annotation')}."
    )
    units = cast("dict[str, int]", result["units"])
    passed = cast("dict[str, int]", result["passed"])
    formats = cast("dict[str, int]", result["formats"])
    told = [f" Read as {format}: {number}." for format, number in formats.items()]
    told += [f" The offsets of {number} count {unit}." for unit, number in units.items()]
    told += [f" Not read: {number} of {type}." for type, number in passed.items()]
    told += _unnamed_sentence(cast("list[str]", result["unnamed"]))
    return "".join((counted, *told))


def _unnamed_sentence(files: Sequence[str]) -> list[str]:
    """Which files had names that do not fit the pattern, some of them by name; nothing for none."""
    if not files:
        return []
    more = ", …" if len(files) > _FEW else ""
    named = ", ".join(map(printable, files[:_FEW]))
    return [f" Names that do not fit the pattern: {len(files)} ({named}{more})."]
