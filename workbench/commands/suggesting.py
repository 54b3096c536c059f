"""Commands that let a suggester propose, and that accept what it proposed."""

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.commands.acting import acting, finish
from workbench.commands.options import As, AsJson, File, LayerName
from workbench.commands.printing import as_table, counted, printable, say
from workbench.domain.counting import several

if TYPE_CHECKING:
    from workbench.operations.accepting_many import Offers

app = typer.Typer()


@app.command()
def suggest(
    file: File,
    suggester: Annotated[str, typer.Option(help="Which suggester.")] = "news-en",
    jobs: Annotated[int, typer.Option(min=1, help="How many processes.")] = 1,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Let a suggester propose annotations; they stay suggestions until someone accepts them."""
    from workbench.operations import suggesting

    with acting(file, as_) as (project, who):
        verb = suggesting.suggest(project, annotator=who, suggester=suggester, jobs=jobs)
        report = finish(verb, json_)
    counts = {layer: report.suggestions[layer] for layer in sorted(report.suggestions)}
    result = {
        "suggester": report.suggester,
        "articles": report.articles,
        "suggestions": counts,
        "failed": report.failed,
    }
    total = sum(counts.values())
    told = [
        f"{several(report.articles, 'article')}, {several(total, 'suggestion')}: {counted(counts)}"
    ]
    told += [f"Not read: {failed['title']}: {failed['reason']}" for failed in report.failed]
    say(result, json_, "\n".join(told))


@app.command()
def accept(
    file: File,
    annotator: Annotated[str, typer.Option(help="For whom.")],
    layer: LayerName = "",
    label: Annotated[str, typer.Option(help="Only this label of the layer.")] = "",
    min_score: Annotated[
        float,
        typer.Option("--min-score", "--above", min=0, max=1, help="At least this score."),
    ] = 0.0,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what would be accepted, and write nothing.")
    ] = False,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Accept open suggestions for an annotator in their unfinished layers, as one act."""
    from workbench.operations import accepting_many
    from workbench.operations.people import annotator_meant

    if label and not layer:
        raise typer.BadParameter("needs a layer: add --layer", param_hint="--label")
    wanted = accepting_many.Wanted(layer, label, min_score)
    with acting(file, as_) as (project, _):
        person = annotator_meant(project, annotator)
        if dry_run:
            offers = finish(accepting_many.offers(project, annotator=person, wanted=wanted), json_)
            say(_offers(offers), json_, _offer_table(offers))
            return
        verb = accepting_many.accept_above(project, annotator=person, wanted=wanted)
        report = finish(verb, json_)
    result = {"accepted": report.accepted, "along": report.along, "articles": report.articles}
    also = f", and {report.along} that they lead to" if report.along else ""
    say(result, json_, f"Accepted {several(report.accepted, 'suggestion')} for {annotator}{also}.")


def _offers(offers: "Offers") -> dict[str, object]:
    """Suggestions that could be accepted, as plain values."""
    rows = [
        {
            "id": offer.suggestion.id,
            "article": offer.suggestion.article,
            "title": offer.title,
            "layer": offer.suggestion.layer,
            "label": offer.suggestion.label,
            "start": offer.suggestion.span.start,
            "end": offer.suggestion.span.end,
            "quote": offer.suggestion.quote,
            "score": offer.suggestion.score,
            "along": [end.id for end in offer.along],
        }
        for offer in offers.found
    ]
    return {"would_accept": rows, "cut": offers.cut}


def _offer_table(offers: "Offers") -> str:
    """Suggestions that could be accepted, for a person: each in a line."""
    rows = [
        (
            f"{offer.suggestion.score:.2f}",
            f"{offer.suggestion.layer}/{offer.suggestion.label}",
            printable(offer.context.match),
            printable(", ".join(end.quote for end in offer.along)),
            printable(offer.title),
        )
        for offer in offers.found
    ]
    table = as_table(("score", "label", "words", "with", "article"), rows)
    more = "\nThere are more than are listed." if offers.cut else ""
    return f"{table}{more}" if rows else "Nothing would be accepted."
