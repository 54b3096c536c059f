"""The command that counts what is in a project."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.commands.acting import finish, opened
from workbench.commands.options import AsJson, File, place
from workbench.commands.printing import as_table, say

if TYPE_CHECKING:
    from workbench.operations.charts.chart import Chart

app = typer.Typer()


@app.command()
def counts(
    file: File,
    annotator: Annotated[str, typer.Option(help="Count only this person's work.")] = "",
    html: Annotated[
        Path | None,
        typer.Option(help="Write a page of charts that stands by itself.", parser=place),
    ] = None,
    json_: AsJson = False,
) -> None:
    """Count annotations by label, annotator and source, and what suggestions came to."""
    from workbench.operations import counting, counts_writing
    from workbench.operations.charts.corpus import corpus_charts
    from workbench.operations.people import annotator_known
    from workbench.store.schemes import read_scheme

    with opened(file) as project:
        who = annotator_known(project, annotator) if annotator else None
        scheme = read_scheme(project)
        found = finish(counting.count(project, annotator=who), json_)
    if html is not None:
        counts_writing.write_html(found, scheme, html, name=file.stem)
    charts = corpus_charts(found, scheme)
    say(counting.as_json(found), json_, "\n\n".join(map(_chart_text, charts)))


def _chart_text(chart: "Chart") -> str:
    """The figures of a chart as a table under its title."""
    table = as_table(chart.heads, chart.rows) if chart.rows else chart.nothing
    return f"{chart.title}\n{table}"
