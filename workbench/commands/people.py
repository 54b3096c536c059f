"""Commands that list who works on a project, and give them articles."""

from dataclasses import asdict
from typing import Annotated

import typer

from workbench.commands.acting import acting, opened
from workbench.commands.options import As, AsJson, File, LayerName, among, names_in
from workbench.commands.printing import as_table, say

app = typer.Typer()


@app.command(name="people")
def list_people(
    file: File,
    add: Annotated[str, typer.Option(metavar="NAME", help="Let somebody of that name join.")] = "",
    reviewer: Annotated[bool, typer.Option("--reviewer", help="Add: as a reviewer.")] = False,
    json_: AsJson = False,
) -> None:
    """List the people of a project; or let somebody join, however alike to others the name is."""
    from workbench.operations import people

    with opened(file) as project:
        if add:
            people.annotator_named(project, add, role="reviewer" if reviewer else "annotator")
        rows = [{"name": each.name, "role": each.role} for each in people.everyone(project)]
    say(rows, json_, as_table(("name", "role"), [(row["name"], row["role"]) for row in rows]))


@app.command()
def assign(
    file: File,
    annotators: Annotated[str, typer.Option(help="Names, parted by commas.")],
    per_article: Annotated[int, typer.Option(min=1, help="How many of them get each article.")],
    seed: Annotated[int, typer.Option(help="Decides who gets what.")] = 0,
    layer: LayerName = "",
    round_: Annotated[int, typer.Option("--round", min=1, help="Which round of work.")] = 1,
    help_mode: Annotated[str, typer.Option(help="Show suggestions: on or off.")] = "on",
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Give every article to some of the annotators, evenly; who has one already keeps it."""
    from workbench.operations import assigning
    from workbench.operations.people import annotator_meant

    among(help_mode, "--help-mode", "on", "off")
    names = list(dict.fromkeys(names_in(annotators)))
    with acting(file, as_) as (project, who):
        assigning.check(project, layer=layer, per_article=per_article, number=len(names))
        team = [annotator_meant(project, name, beside=names) for name in names]
        wish = assigning.Wish(team, per_article, layer, round_, help_mode, seed)  # type: ignore[arg-type]  # checked
        report = assigning.assign(project, annotator=who, wish=wish)
    loads = ", ".join(f"{name} {number}" for name, number in report.loads.items())
    text = f"Articles assigned anew: {report.new} of {report.articles}. Each has: {loads}."
    say(asdict(report), json_, text)
