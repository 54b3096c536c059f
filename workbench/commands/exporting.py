"""Commands that write a corpus, and keep what was asked for as a recipe."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.commands.acting import acting, actor, finish, opened
from workbench.commands.options import As, AsJson, File, among, names_in, place
from workbench.commands.printing import as_table, counted, say
from workbench.domain.counting import several

if TYPE_CHECKING:
    from workbench.domain.splitting import Split
    from workbench.operations.choosing import Whose
    from workbench.operations.recipes import Recipe
    from workbench.store.project import Project

app = typer.Typer()

# What an export can be asked, an option each.
Format = Annotated[
    str,
    typer.Option(
        help="jsonl, brat, label-studio, doccano, prodigy, spacy, w3c, conll, conllu-plus, "
        "parquet, cas-json, cas-xmi, csv, html."
    ),
]
Annotators = Annotated[
    str,
    typer.Option(help='Names, parted by commas; else everyone. A name with one stands in "…".'),
]
Gold = Annotated[bool, typer.Option("--gold", help="What was adjudicated, not people’s.")]
Suggestions = Annotated[
    bool, typer.Option("--suggestions", help="What suggesters proposed, not people’s.")
]
Layers = Annotated[str, typer.Option(help="Layers, parted by commas; else all.")]
Labels = Annotated[str, typer.Option(help="LAYER/LABEL, parted by commas; else all.")]
Source = Annotated[str, typer.Option(help="Only articles of this source.")]
Since = Annotated[str, typer.Option("--from", help="Only articles from this date on.")]
Until = Annotated[str, typer.Option("--to", help="Only articles up to this date.")]
Search = Annotated[str, typer.Option(help="Only articles with these words in them.")]
Pseudonyms = Annotated[bool, typer.Option("--pseudonyms", help="Call people by numbers.")]
Status = Annotated[
    str, typer.Option(help="Layers that are done, or any. All formats but jsonl: done.")
]
DocumentUnit = Annotated[
    str, typer.Option(help="What is one document: article, paragraph or sentence.")
]
LabelAs = Annotated[
    list[str] | None,
    typer.Option(metavar="LAYER={label}.{attribute}", help="Compose a layer’s labels."),
]
LabelNames = Annotated[
    str, typer.Option(help="Call labels by their names elsewhere, such as conll.")
]
Tokens = Annotated[str, typer.Option(help="Tokens are whole, or cut where a span begins or ends.")]
Licence = Annotated[str, typer.Option(help="What the data card says of the licence.")]
Named = Annotated[
    bool, typer.Option("--named", help="Name people in the data card, not by numbers.")
]
OnLoss = Annotated[str, typer.Option(help="What the format cannot hold: split, longest, or fail.")]
Shares = Annotated[str, typer.Option(metavar="80/10/10", help="Part it into train, dev and test.")]
Seed = Annotated[int, typer.Option(help="Decides what chance decides in a split.")]
GroupBy = Annotated[str, typer.Option(help="Keep together in a split: source, date, or meta.KEY.")]
SplitBy = Annotated[
    str, typer.Option(metavar="date", help="Split by date: what is later is tested on.")
]
SavedRecipe = Annotated[
    str, typer.Option(metavar="NAME", help="Run what was saved under this name.")
]
SaveRecipe = Annotated[
    str, typer.Option(metavar="NAME", help="Save in the project what is chosen here.")
]
Preview = Annotated[
    bool,
    typer.Option("--preview", help="Print how it would begin, and the receipt; write nothing."),
]


@app.command()
def export(
    file: File,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.", parser=place)],
    format: Format = "",
    annotators: Annotators = "",
    gold: Gold = False,
    suggestions: Suggestions = False,
    layer: Layers = "",
    label: Labels = "",
    source: Source = "",
    since: Since = "",
    until: Until = "",
    search: Search = "",
    pseudonyms: Pseudonyms = False,
    status: Status = "done",
    unit: DocumentUnit = "article",
    label_as: LabelAs = None,
    names: LabelNames = "scheme",
    tokens: Tokens = "whole",
    licence: Licence = "",
    named: Named = False,
    on_loss: OnLoss = "longest",
    split: Shares = "",
    seed: Seed = 1,
    group_by: GroupBy = "",
    split_by: SplitBy = "",
    recipe: SavedRecipe = "",
    save_recipe: SaveRecipe = "",
    preview: Preview = False,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Write a corpus, with a receipt of what the format could not hold."""
    from workbench.operations import recipes
    from workbench.operations.carding import Telling
    from workbench.operations.choosing import Choice
    from workbench.operations.shaping import Shaping

    among(status, "--status", "done", "any")
    among(on_loss, "--on-loss", "split", "longest", "fail")
    among(unit, "--unit", "article", "paragraph", "sentence")
    among(tokens, "--tokens", "whole", "cut")
    choice = Choice(
        annotators=names_in(annotators),
        layers=names_in(layer),
        status=status,  # type: ignore[arg-type]  # checked above
        labels=names_in(label),
        whose=_whose(gold=gold, suggestions=suggestions),
        pseudonyms=pseudonyms,
        source=source,
        since=since,
        until=until,
        search=search,
    )
    said = recipes.Recipe(
        format=format,
        choice=choice,
        on_loss=on_loss,  # type: ignore[arg-type]  # checked above
        split=_parted(split, seed=seed, group_by=group_by, split_by=split_by),
        shaping=Shaping(unit, tuple(label_as or ()), names, tokens),  # type: ignore[arg-type]  # checked
        telling=Telling(licence, named),
    )
    if recipe and (save_recipe or said != recipes.Recipe()):
        raise typer.BadParameter("says all that there is to choose", param_hint="--recipe")
    if preview and save_recipe:
        raise typer.BadParameter("writes nothing", param_hint="--preview")
    if not recipe and not format:
        raise typer.BadParameter("say a format, or a recipe", param_hint="--format")
    with opened(file) as project:
        asked = recipes.find(project, recipe) if recipe else said
        recipes.check(project, asked)
        if preview:
            _preview(project, asked, json_)
            return
        who = actor(project, as_) if asked.split or save_recipe else None
        if save_recipe and who:
            recipes.save(project, annotator=who, name=save_recipe, recipe=asked)
        verb = recipes.run(project, out, recipe=asked, annotator=who)
        report = finish(verb, json_)
    say(report, json_, "\n".join((_sentence(report, out, asked), *_training_lines(report, out))))


def _whose(*, gold: bool, suggestions: bool) -> "Whose":
    """What goes out: people’s work unless gold or suggestions are asked for."""
    if gold and suggestions:
        raise typer.BadParameter("choose one of --gold and --suggestions", param_hint="--gold")
    return "gold" if gold else "suggestions" if suggestions else "people"


def _parted(shares: str, *, seed: int, group_by: str, split_by: str) -> "Split | None":
    """The split that is asked for, if one is."""
    from workbench.domain.splitting import split_of

    among(split_by, "--split-by", "", "date")
    if shares:
        return split_of(shares, seed=seed, group_by=group_by, by_date=bool(split_by))
    if group_by or split_by:
        raise typer.BadParameter("needs --split", param_hint="--group-by and --split-by")
    return None


def _sentence(report: dict[str, Any], out: Path, asked: "Recipe") -> str:
    """What was written where, what got lost, and how it was split."""
    from workbench.operations.exporting import FEW_FILES

    files, lost = report["files"], counted(report["receipt"])
    where = ", ".join(files) if 0 < len(files) <= FEW_FILES else f"{out} ({len(files)} files)"
    more = _split_sentence(report) + _unfinished_sentence(report, asked)
    return f"{several(report['articles'], 'article')} to {where}. Lost: {lost}.{more}"


def _unfinished_sentence(report: dict[str, Any], asked: "Recipe") -> str:
    """What to do where nothing went out since nothing is finished; else empty."""
    left_out = asked.choice.status == "done" and report["receipt"].get("article_unfinished")
    if report["articles"] or not left_out:
        return ""
    return " Nothing there is finished yet: --status any takes it as it is."


def _preview(project: "Project", asked: "Recipe", as_json: bool) -> None:  # noqa: FBT001  (a user's option)
    """Print how the first articles would be written, and the receipt of all."""
    from workbench.operations.trying import FIRST, try_export
    from workbench.operations.writing import lent

    with lent(None) as worker:
        begun = finish(try_export(project, recipe=asked, first=FIRST, worker=worker), as_json)
        whole = finish(try_export(project, recipe=asked, worker=worker), as_json)
    shown = [
        f"== {file.name} ({file.size} bytes)\n{file.text or ''}{'' if file.whole else '…'}\n"
        for file in begun.files
    ]
    files = [{"name": file.name, "text": file.text, "size": file.size} for file in begun.files]
    lost = counted(whole.report["receipt"])
    more = _split_sentence(whole.report) + _unfinished_sentence(whole.report, asked)
    told = f"{several(whole.report['articles'], 'article')}. Lost: {lost}.{more}"
    say(whole.report | {"files": files}, as_json, "\n".join([*shown, told]))


@app.command(name="recipes")
def recipes_(
    file: File,
    action: Annotated[str, typer.Argument(metavar="[ACTION]", help="list or remove.")] = "list",
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Which recipe.")] = "",
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """List what exports were saved under a name, or remove one."""
    from workbench.operations import recipes

    among(action, "ACTION", "list", "remove")
    if action == "remove":
        with acting(file, as_) as (project, who):
            recipes.remove(project, annotator=who, name=name)
    with opened(file) as project:
        found = recipes.listing(project)
    rows = [recipes.as_json(each, recipe) for each, recipe in found.items()]
    say(rows, json_, as_table(("recipe", "asks for"), [(r["name"], _asked(r)) for r in rows]))


def _asked(recipe: Mapping[str, Any]) -> str:
    """What a recipe asks for in one line, without what nobody asked."""
    parts = ("choice", "shaping", "telling", "split")
    said = dict(recipe)
    for part in parts:
        said |= recipe[part] or {}
    words = [
        f"{name} {'/'.join(map(str, value)) if isinstance(value, (list, tuple)) else value}"
        for name, value in said.items()
        if value and name not in {"name", *parts}
    ]
    return ", ".join(words)


@app.command()
def split(
    file: File,
    part: Annotated[str, typer.Argument(metavar="[PART]", help="train, dev, test, or none.")] = "",
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Which; none takes all too.")
    ] = None,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Count the articles of each part, or put some into another part on purpose."""
    from workbench.operations import splitting

    if not part:
        with opened(file) as project:
            counts = splitting.counts(project)
        told = ", ".join(f"{name} {number}" for name, number in counts.items())
        say({"articles": counts}, json_, told or "No article is in a part yet.")
        return
    among(part, "PART", "train", "dev", "test", "none")
    if part != "none" and not articles:
        raise typer.BadParameter("say which articles, by their ids", param_hint="ID")
    with acting(file, as_) as (project, who):
        to = "" if part == "none" else part
        moving = splitting.move(project, annotator=who, part=to, wanted=articles or None)
        moved = sorted(finish(moving, json_).articles())
        counts = splitting.counts(project)
    say(
        {"moved": moved, "articles": counts},
        json_,
        f"Articles that changed their part: {len(moved)}.",
    )


def _split_sentence(report: dict[str, Any]) -> str:
    """How many articles came into each part of a split; empty where there is none."""
    split = report.get("split", {"articles": {}})
    whole = sum(split["articles"].values())
    if not whole:
        return ""
    parts = [f"{part} {n} ({n / whole:.1%})" for part, n in split["articles"].items()]
    torn = f" Groups in several parts: {split['torn']}." if split["torn"] else ""
    undated = f" Without a date: {split['undated']}." if split["undated"] else ""
    return f" Split: {', '.join(parts)}, {split['placed']} of them new.{torn}{undated}"


def _training_lines(report: dict[str, Any], out: Path) -> Iterator[str]:
    """How to train on a corpus, and what each layer's model can find at best."""
    for folder, how in report.get("training", {}).items():
        if how["command"]:
            yield f"Train: cd {shlex.quote(str(out / folder))} && {how['command']}"
        for layer, found in how["layers"].items():
            best = ", ".join(f"{part} {n:.1%}" for part, n in found["recall_ceiling"].items())
            by = found["suggester"].replace("_", " ")
            yield f"  {layer}: {by} up to {found['longest']} tokens, recall at best: {best}"
        for layer, silent in how["left_out"].items():
            yield f"  {layer}: not trained, unfinished in {several(silent, 'article')}; see --layer"
