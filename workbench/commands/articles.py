"""Commands that list articles, search in them, and find near-duplicates among them."""

import itertools
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.commands.acting import finish, opened
from workbench.commands.options import AsJson, File
from workbench.commands.printing import as_table, counted, printable, say
from workbench.domain.counting import several

if TYPE_CHECKING:
    from workbench.operations.searching import Hit

app = typer.Typer()


@app.command()
def articles(
    file: File,
    by_gain: Annotated[
        str, typer.Option(help="Whose suggester would learn most: their articles in that order.")
    ] = "",
    json_: AsJson = False,
) -> None:
    """List the articles with their annotations, suggestions and status."""
    from workbench.operations import listing, queueing
    from workbench.operations.people import annotator_known

    with opened(file) as project:
        rows = listing.list_articles(project)
        if by_gain:
            who = annotator_known(project, by_gain)
            queue = finish(queueing.by_expected_gain(project, annotator=who), json_)
            places = {article: place for place, article in enumerate(queue.order)}
            rows.sort(key=lambda row: places[row["id"]])
    say(rows, json_, _article_table(rows))


@app.command()
def search(
    file: File,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help='Words, "a phrase", begin*, and -without.'),
    ],
    most: Annotated[int, typer.Option(min=1, help="Show at most so many places.")] = 1000,
    json_: AsJson = False,
) -> None:
    """Find words in all articles, and show each place in its context."""
    from workbench.operations import searching

    typed = " ".join(words)
    with opened(file) as project:
        finish(searching.index_pending(project), json_)
        hits = list(itertools.islice(searching.search(project, typed), most))
        articles = searching.count_articles(project, typed)
    rows = [
        {
            "article": hit.article,
            "title": hit.title,
            "start": hit.span.start,
            "end": hit.span.end,
            "left": hit.context.left,
            "match": hit.context.match,
            "right": hit.context.right,
        }
        for hit in hits
    ]
    say({"articles": articles, "hits": rows}, json_, _concordance(hits))


@app.command()
def twins(
    file: File,
    carry: Annotated[
        bool, typer.Option("--carry", help="Carry annotations over to near-duplicates.")
    ] = False,
    annotator: Annotated[str, typer.Option(help="Whose annotations are carried over.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be carried; write nothing.")
    ] = False,
    json_: AsJson = False,
) -> None:
    """Find near-duplicates and list them; carry work on one of each group over to the others."""
    from workbench.operations import carrying
    from workbench.operations import twins as finding
    from workbench.operations.people import annotator_known

    if (carry or dry_run) != bool(annotator):
        raise typer.BadParameter("both or neither", param_hint="--carry and --annotator")
    with opened(file) as project:
        who = annotator_known(project, annotator) if annotator else None
        finish(finding.find(project), json_)
        result: dict[str, Any] = {"groups": finding.listed(project)}
        if who is not None:
            plans = finish(carrying.preview_all(project, annotator=who), json_)
            if carry and not dry_run:
                finish(carrying.carry(project, annotator=who, plans=plans), json_)
            result |= carrying.as_json(plans)
    say(result, json_, _twin_text(result))


def _article_table(rows: list[dict[str, Any]]) -> str:
    cells = [
        (row["title"], row["characters"], counted(row["annotations"]), row["suggestions"])
        for row in rows
    ]
    return as_table(("article", "characters", "annotations", "suggestions"), cells)


def _concordance(hits: Sequence["Hit"]) -> str:
    """Hits one below the other, with what stands around them."""
    width = max(10, (shutil.get_terminal_size().columns - 40) // 2)
    lines = (
        f"{hit.title[:20]:20}  {hit.context.left[-width:]:>{width}}"
        f"[{hit.context.match}]{hit.context.right[:width]}"
        for hit in hits
    )
    return "\n".join(map(printable, lines)) or "Nothing was found."


def _twin_text(result: dict[str, Any]) -> str:
    """The groups of near-duplicates, and what was carried over."""
    groups = result["groups"]
    told = ["\n".join(f"{each['id']}  {each['title']}" for each in group) for group in groups]
    told += [f"{several(len(groups), 'group')} of near-duplicates"]
    if "carried" in result:
        counts = counted(result["carried"])
        told += [f"Carried over to {several(result['articles'], 'article')}: {counts}"]
        told += [f"No place in “{lost['title']}”: {lost['quote']}" for lost in result["lost"]]
    return "\n\n".join(told)
