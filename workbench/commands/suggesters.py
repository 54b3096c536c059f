"""The command that lists who suggests, adds one, and chooses where it is shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.commands.acting import acting, finish, opened
from workbench.commands.options import As, AsJson, File, among, names_in, place
from workbench.commands.printing import as_table, say

if TYPE_CHECKING:
    from workbench.domain.suggester_source import SuggesterSource

app = typer.Typer()


@app.command(name="suggesters")
def suggesters_(
    file: File,
    action: Annotated[
        str, typer.Argument(metavar="[ACTION]", help="list, add, use, trust or remove.")
    ] = "list",
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Which suggester.")] = "",
    pattern: Annotated[str, typer.Option(help="Add: what to find, as a regular expression.")] = "",
    words: Annotated[
        Path | None, typer.Option(help="Add: a file of words to find, one a line.", parser=place)
    ] = None,
    pipeline: Annotated[
        str, typer.Option(help="Add: a pipeline of spaCy, an installed one or its folder.")
    ] = "",
    means: Annotated[
        list[str] | None,
        typer.Option("--means", metavar="NAME=LAYER/LABEL", help="Add: a pipeline's label."),
    ] = None,
    trusted: Annotated[
        bool, typer.Option("--trust", help="Add: this folder may run code on this machine.")
    ] = False,
    case: Annotated[
        bool | None, typer.Option("--case/--any-case", help="Add: whether capitals count.")
    ] = None,
    label: Annotated[
        str, typer.Option(metavar="LAYER/LABEL", help="Add: the label of what is found.")
    ] = "",
    layers: Annotated[
        str, typer.Option(metavar="A,B", help="Use: the layers that show it; - for none.")
    ] = "",
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """List who suggests, add one, choose in which layers one is shown, remove one."""
    from workbench.operations import suggesters, trusting

    among(action, "ACTION", "list", "add", "use", "trust", "remove")
    if action != "list" and not name:
        raise typer.BadParameter("name a suggester", param_hint="NAME")
    if action == "add":
        with acting(file, as_) as (project, who):
            if pipeline:
                meant = _meant(means or [])
                source = suggesters.pipeline_at(project, name, where=pipeline, labels=meant)
            else:
                source = _source_said(name, label, pattern=pattern, words=words, case=case)
            if trusted and source.folder:
                trusting.trust(source)
            finish(suggesters.tried(source), json_)
            suggesters.add(project, annotator=who, source=source)
    elif action == "use":
        wanted = () if layers == "-" else names_in(layers)
        with acting(file, as_) as (project, who):
            suggesters.use(project, annotator=who, name=name, layers=wanted)
    elif action == "trust":
        with opened(file) as project:
            trusting.trust(suggesters.source_named(project, name))
    elif action == "remove":
        with acting(file, as_) as (project, who):
            suggesters.remove(project, annotator=who, name=name)
    with opened(file) as project:
        rows = suggesters.listing(project)
    heads = ("suggester", "kind", "shown in", "to", "says")
    cells = [(r["name"], r["kind"], ", ".join(r["layers"]), r["annotator"] or "all") for r in rows]
    told = [(*row, r["says"]) for row, r in zip(cells, rows, strict=True)]
    say(rows, json_, as_table(heads, told))


def _meant(pairs: Sequence[str]) -> dict[str, str]:
    """What is said that a pipeline's labels mean; empty for nothing."""
    if any("=" not in pair for pair in pairs):
        raise typer.BadParameter("say NAME=LAYER/LABEL, or NAME= for nothing", param_hint="--means")
    return {name: term for name, _, term in (pair.partition("=") for pair in pairs)}


def _source_said(
    name: str, label: str, *, pattern: str, words: Path | None, case: bool | None
) -> "SuggesterSource":
    """The suggester that somebody describes by options."""
    from workbench.domain.suggester_source import pattern_source, words_source
    from workbench.operations.suggesters import words_in

    if bool(pattern) == bool(words):
        raise typer.BadParameter("give one of them", param_hint="--pattern, --words and --pipeline")
    layer, parted, of_layer = label.partition("/")
    if not parted:
        raise typer.BadParameter("say LAYER/LABEL", param_hint="--label")
    term = (layer, of_layer)
    if words:
        found = words_in(words)
        return words_source(name, found, term=term, case=True if case is None else case)
    return pattern_source(name, pattern, term=term, case=bool(case))
