"""Commands that teach a suggester by finished work, and that score one against it."""

from typing import Annotated, Any

import typer

from workbench.commands.acting import actor, finish, opened
from workbench.commands.options import As, AsJson, File, LayerName
from workbench.commands.printing import as_table, say
from workbench.domain.counting import several

app = typer.Typer()


@app.command()
def train(
    file: File,
    annotator: Annotated[str, typer.Option(help="Whose finished articles teach.")] = "",
    gold: Annotated[bool, typer.Option("--gold", help="Settled gold teaches instead.")] = False,
    layer: LayerName = "",
    jobs: Annotated[int, typer.Option(min=1, help="How many processes.")] = 2,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Teach a suggester by finished work or settled gold; it is kept only where it helps."""
    from workbench.operations import training
    from workbench.operations.people import annotator_known
    from workbench.settings.folders import find_folders

    if bool(annotator) == gold:
        raise typer.BadParameter("choose one of both", param_hint="--annotator and --gold")
    models = find_folders().data / "models"
    with opened(file) as project:
        person = actor(project, as_) if gold else annotator_known(project, annotator)
        verb = training.train_layers(
            project, annotator=person, layer=layer, models=models, gold=gold, jobs=jobs
        )
        taught = finish(verb, json_)
    say([each.as_json() for each in taught], json_, "\n".join(map(str, taught)))


@app.command()
def evaluate(
    file: File,
    suggester: Annotated[str, typer.Option(help="Which suggester.")] = "news-en",
    layer: LayerName = "",
    annotator: Annotated[str, typer.Option(help="Whose finished work; else everyone's.")] = "",
    gold: Annotated[bool, typer.Option("--gold", help="Settled gold instead.")] = False,
    json_: AsJson = False,
) -> None:
    """Score a suggester against the project's own finished work; nothing is written."""
    from workbench.operations import evaluating
    from workbench.operations.people import annotator_known

    if annotator and gold:
        raise typer.BadParameter("choose one of both", param_hint="--annotator and --gold")
    with opened(file) as project:
        person = annotator_known(project, annotator) if annotator else None
        reference = evaluating.Reference(person, gold, layer)
        verb = evaluating.evaluate(project, suggester=suggester, reference=reference)
        report = finish(verb, json_)
    say(report, json_, _evaluation_text(report))


def _evaluation_text(report: dict[str, Any]) -> str:
    """A suggester's scores as a table: each layer, then its labels."""
    rows = [
        row
        for layer, found in report["layers"].items()
        for row in (
            _evaluation_row(layer, "", found),
            *(_evaluation_row("", label, one) for label, one in found["labels"].items()),
        )
    ]
    heads = ("layer", "label", "marked", "suggested", "exact P/R/F1", "any kind", "overlap")
    taken = sum(found["taken_from_it"] for found in report["layers"].values())
    lines = [
        f"{report['suggester']} {report['model']}, {several(report['articles'], 'article')}",
        as_table(heads, rows),
    ]
    if taken:
        lines.append(f"{taken} of the marks were made by accepting its suggestions.")
    if report["failed"]:
        lines.append(
            f"Articles that it could not read, which count nowhere: {len(report['failed'])}."
        )
    return "\n".join(lines)


def _evaluation_row(layer: str, label: str, found: dict[str, Any]) -> tuple[object, ...]:
    measures = ("exact", "borders", "overlap")
    shares = (_percents(found[m]) if m in found else "" for m in measures)
    return layer, label, found["marked"], found["suggested"], *shares


def _percents(shares: dict[str, float | None]) -> str:
    """Precision, recall and F1 in percent; a dash where one is undefined."""
    values = (shares[name] for name in ("precision", "recall", "f1"))
    return "/".join("–" if value is None else f"{100 * value:.0f}" for value in values)
