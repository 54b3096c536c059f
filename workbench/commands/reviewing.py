"""Commands that say how far annotators agree, and write gold where they do."""

from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.commands.acting import acting, finish, opened
from workbench.commands.options import As, AsJson, File, LayerName, among, names_in, place
from workbench.commands.printing import as_table, counted, figure, say

app = typer.Typer()


@app.command()
def agreement(
    file: File,
    annotators: Annotated[str, typer.Option(help="Names, parted by commas; else everyone.")] = "",
    layer: LayerName = "",
    state: Annotated[
        str, typer.Option(help="Compare layers as first finished, or as now: first, current.")
    ] = "first",
    round: Annotated[int, typer.Option(help="Only this round; 0 for the newest.", min=0)] = 0,
    help_mode: Annotated[
        str, typer.Option(help="Only layers annotated with suggestions, or without: on, off, all.")
    ] = "all",
    gamma: Annotated[
        bool, typer.Option("--gamma", help="Compute gamma for all articles, not for some drawn.")
    ] = False,
    seed: Annotated[int, typer.Option(help="Of what is drawn at random.", min=0)] = 1,
    html: Annotated[
        Path | None, typer.Option(help="Write a report that stands by itself.", parser=place)
    ] = None,
    table: Annotated[str, typer.Option(help="Print a table for a paper: csv, latex.")] = "",
    units: Annotated[
        Path | None, typer.Option(help="Write what was compared, as CSV.", parser=place)
    ] = None,
    json_: AsJson = False,
) -> None:
    """Say how far annotators agree, over what at least two have finished."""
    from workbench.operations import agreeing, agreement_writing
    from workbench.operations.finished import Choice

    among(state, "--state", "first", "current")
    among(help_mode, "--help-mode", "on", "off", "all")
    among(table, "--table", "csv", "latex", "")
    choice = Choice(state, round, help_mode)  # type: ignore[arg-type]  # checked above
    with opened(file) as project:
        verb = agreeing.agreement(
            project,
            names=names_in(annotators),
            layers=[layer] if layer else (),
            choice=choice,
            all_gamma=gamma,
            seed=seed,
        )
        report = finish(verb, json_)
        if html is not None:
            agreement_writing.write_html(project, report, html)
        if units is not None:
            agreement_writing.write_units(project, report, choice, units)
    said = agreement_writing.table(report, table) if table else _agreement_table(report)
    say(report, json_, said)


@app.command()
def adjudicate(
    file: File,
    auto: Annotated[str, typer.Option(help="The rule: unanimous or majority.")],
    annotators: Annotated[str, typer.Option(help="Names, parted by commas; else everyone.")] = "",
    layer: LayerName = "",
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Write gold where annotators agree; what was settled before stays as it is."""
    from workbench.operations import voting
    from workbench.operations.people import annotator_known

    if auto not in voting.RULES:
        raise typer.BadParameter("choose unanimous or majority", param_hint="--auto")
    with acting(file, as_) as (project, reviewer):
        verb = voting.adjudicate(
            project,
            reviewer=reviewer,
            rule=auto,
            annotators=[annotator_known(project, name) for name in names_in(annotators)],
            layers=[layer] if layer else (),
        )
        report = finish(verb, json_)
    say(report, json_, _adjudication_sentence(report))


def _agreement_table(report: dict[str, Any]) -> str:
    """The layers, what they stand on, and each pair."""
    from workbench.operations.agreement_writing import why_undefined

    layers = [
        _layer_cells(name, report["coverage"][name], of) for name, of in report["layers"].items()
    ]
    heads = ("layer", "compared", "F1", "95% interval", "by hand", "suggested", "uα", "γ")
    pairs = [
        (layer, pair["a"], pair["b"], pair["articles"], figure(pair["exact"]["f1"]))
        for layer, found in report["layers"].items()
        for pair in found["pairs"]
    ]
    whys = [
        f"{layer}: {sentence}"
        for layer, found in report["layers"].items()
        for sentence in why_undefined(found)
    ]
    of_pairs = as_table(("layer", "annotator", "annotator", "articles", "exact F1"), pairs)
    return "\n".join([as_table(heads, layers), "", of_pairs, *([""] if whys else []), *whys])


def _layer_cells(name: str, coverage: dict[str, int], found: dict[str, Any]) -> tuple[str, ...]:
    """A layer's figures, with the share of spans that began as suggestions."""
    between = found["ci95"]["mean_f1"]
    return (
        name,
        f"{coverage['finished_by_two']}/{coverage['assigned']}",
        figure(found["mean_f1"]),
        f"{between[0]:.3f}–{between[1]:.3f}" if between else "–",
        figure(found["f1_by_hand"]),
        figure(found["suggested_share"]),
        *(figure(found[key]) for key in ("u_alpha", "gamma")),
    )


def _adjudication_sentence(report: dict[str, Any]) -> str:
    return (
        f"Gold: {counted(report['gold'])}; nothing there: {counted(report['nothing'])}; "
        f"relations: {report['relations']}; still open: {counted(report['open'])}."
    )
