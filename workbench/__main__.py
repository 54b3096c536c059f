"""The command line: the same operations as in the window, for pipelines and tests.

Every command exits 0 on success, 1 on refusal with one plain sentence on standard error, 2 on wrong
usage. With `--json` it prints one JSON document on standard output and nothing else there. Rooms
are imported by the command that needs them, so that `workbench --help` and the window start fast,
and no command but those that open a window imports Qt.
"""

import contextlib
import io
import itertools
import json
import multiprocessing
import shlex
import shutil
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar, cast

import typer

from workbench.domain.errors import UserError
from workbench.domain.scheme import LAYERS
from workbench.domain.visible import visible

if TYPE_CHECKING:
    from workbench.domain.annotator import Annotator
    from workbench.domain.corpus import Refusal
    from workbench.domain.scheme_difference import ThingChange
    from workbench.domain.suggester_source import SuggesterSource
    from workbench.intake.incoming import IntakeOptions
    from workbench.operations.accepting_many import Offers
    from workbench.operations.looking import Look
    from workbench.operations.progress import LongVerb
    from workbench.operations.recipes import Recipe
    from workbench.operations.scheme_files import Proposal
    from workbench.operations.searching import Hit
    from workbench.store.project import Project

T = TypeVar("T")
app = typer.Typer(
    help="Mark entities, claims, events and framing in news text on your own machine.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)

_FEW_FILES = 4  # that are named one by one


def _place(text: str) -> Path:
    """A path as it was written; an empty one, such as an unset variable gives, is none."""
    if not text:
        raise typer.BadParameter("a path must not be empty")
    return Path(text)


# What cannot be read is refused by the verb that reads it: in a sentence, and without the others.
File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The project, a .workbench file.", parser=_place)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
As = Annotated[str, typer.Option("--as", metavar="NAME", help="Who acts; else the last user.")]
LayerName = Annotated[str, typer.Option("--layer", help="Only this layer.")]


@app.callback(invoke_without_command=True)
def window(context: typer.Context) -> None:
    """Open the window where no command is named."""
    if context.invoked_subcommand is None:
        _show_window(None)


@app.command(name="open")
def open_window(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="The project file.", parser=_place, show_default=False
        ),
    ] = None,
    screenshot: Annotated[
        Path | None,
        typer.Option(help="Save a picture of the window here, and close it.", parser=_place),
    ] = None,
    theme: Annotated[str, typer.Option(help="For the picture: light or dark.")] = "light",
) -> None:
    """Open the window on a project."""
    from workbench.ui.display import require_display

    if screenshot is None:
        _show_window(file)
        return
    if theme not in {"light", "dark"}:
        raise typer.BadParameter("choose light or dark", param_hint="--theme")
    require_display()
    from workbench.ui.screenshot import take_screenshot

    take_screenshot(file, screenshot, theme=theme)


@app.command()
def demo(
    directory: Annotated[
        Path | None, typer.Option("--dir", help="Where to keep the sample project.", parser=_place)
    ] = None,
    no_window: Annotated[bool, typer.Option("--no-window", help="Stop before the window.")] = False,
    json_: AsJson = False,
) -> None:
    """Try a sample project: import, suggest, export, summary; then the window."""
    from workbench.operations import sample
    from workbench.settings.folders import find_folders

    folder = directory or find_folders().data / "sample"
    report = sample.prepare(folder, user=_user(""))
    _say(report, json_, _sample_summary(report))
    if no_window:
        return
    from workbench.ui.display import why_no_display

    reason = why_no_display()
    if reason is None:
        _show_window(Path(report["project"]))
    elif not json_:
        _print(str(reason))


@app.command()
def new(
    file: File,
    scheme: Annotated[
        str, typer.Option(help="A shipped scheme (news, minimal), or a YAML file.")
    ] = "news",
    json_: AsJson = False,
) -> None:
    """Make a new project."""
    from workbench.operations import projects

    projects.create(file, scheme=scheme).close()
    _say({"project": str(file), "scheme": scheme}, json_, f"Made {file}.")


@app.command(name="import")
def import_(
    file: File,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files or folders.", parser=_place)
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
            "language, meta and skip too."
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

    if as_status not in {"done", "started"}:
        raise typer.BadParameter("choose done or started", param_hint="--as-status")
    options = IntakeOptions(encoding=encoding, columns=_meanings(columns, "--columns"), names=names)
    if look:
        _look(paths, options, format, json_=json_)
        return
    with _acting(file, as_) as (project, who):
        verb = importing.import_paths(
            project,
            paths,
            annotator=who,
            format=format,
            whose=annotator,
            as_status=as_status,  # type: ignore[arg-type]  # checked above
            labels=_meanings(labels, "--labels"),
            options=options,
        )
        report = _finish(verb, json_)
    refused = _refusals(report.refused)
    result = {
        "articles": report.articles,
        "known": report.known,
        "annotations": report.annotations,
        "formats": dict(report.formats),
        "units": dict(report.units),
        "passed": dict(report.passed),
        "refused": refused,
    }
    _say(result, json_, _import_sentence(result))
    _tell_refused(refused)
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
    found = _finish(looking.look(paths, options=options), json_)
    if found.refusal is not None:
        raise found.refusal
    refused = _refusals(found.refused)
    result = {
        "files": found.files,
        "annotated": list(found.annotated),
        "articles": [asdict(glance) for glance in found.articles],
        "columns": [asdict(column) for column in found.columns],
        "refused": refused,
    }
    _say(result, json_, _look_tables(found))
    _tell_refused(refused)


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

    with _opened(file) as project:
        rows = listing.list_articles(project)
        if by_gain:
            who = annotator_known(project, by_gain)
            queue = _finish(queueing.by_expected_gain(project, annotator=who), json_)
            places = {article: place for place, article in enumerate(queue.order)}
            rows.sort(key=lambda row: places[row["id"]])
    _say(rows, json_, _article_table(rows))


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
    with _opened(file) as project:
        who = annotator_known(project, annotator) if annotator else None
        _finish(finding.find(project), json_)
        result: dict[str, Any] = {"groups": finding.listed(project)}
        if who is not None:
            plans = _finish(carrying.preview_all(project, annotator=who), json_)
            if carry and not dry_run:
                _finish(carrying.carry(project, annotator=who, plans=plans), json_)
            result |= carrying.as_json(plans)
    _say(result, json_, _twin_text(result))


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
    with _opened(file) as project:
        _finish(searching.index_pending(project), json_)
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
    _say({"articles": articles, "hits": rows}, json_, _concordance(hits))


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

    with _acting(file, as_) as (project, who):
        verb = suggesting.suggest(project, annotator=who, suggester=suggester, jobs=jobs)
        report = _finish(verb, json_)
    counts = {layer: report.suggestions[layer] for layer in sorted(report.suggestions)}
    result = {
        "suggester": report.suggester,
        "articles": report.articles,
        "suggestions": counts,
        "failed": report.failed,
    }
    total = sum(counts.values())
    told = [f"{report.articles} articles, {total} suggestions: {_pairs(counts)}"]
    told += [f"Not read: {failed['title']}: {failed['reason']}" for failed in report.failed]
    _say(result, json_, "\n".join(told))


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
    with _opened(file) as project:
        person = annotator_known(project, annotator) if annotator else None
        reference = evaluating.Reference(person, gold, layer)
        verb = evaluating.evaluate(project, suggester=suggester, reference=reference)
        report = _finish(verb, json_)
    _say(report, json_, _evaluation_text(report))


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
    with _opened(file) as project:
        person = _actor(project, as_) if gold else annotator_known(project, annotator)
        verb = training.train_layers(
            project, annotator=person, layer=layer, models=models, gold=gold, jobs=jobs
        )
        taught = _finish(verb, json_)
    _say([each.as_json() for each in taught], json_, "\n".join(map(str, taught)))


@app.command()
def handout(
    file: File,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new file.", parser=_place)],
    annotator: Annotated[str, typer.Option(help="Whose articles.")],
    json_: AsJson = False,
) -> None:
    """Write one annotator's articles and work into a new file that merges back."""
    from workbench.operations import handing_out
    from workbench.operations.people import annotator_known

    with _opened(file) as project:
        person = annotator_known(project, annotator)
        share = _finish(handing_out.hand_out(project, annotator=person, out=out), json_)
    result = {"file": str(out), "annotator": person.name, **asdict(share)}
    text = f"Wrote {out}: {share.articles} articles, {share.annotations} annotations."
    _say(result, json_, text)


@app.command()
def merge(
    file: File,
    others: Annotated[
        list[Path], typer.Argument(metavar="OTHER...", help="Copies of it.", parser=_place)
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
            with _opened(file) as project:
                preview = merging.agreed(_finish(merging.preview(project, others), json_))
        else:
            with _acting(file, as_) as (project, who):
                preview = _finish(merging.merge(project, others, annotator=who), json_).preview
    result = {
        "articles": preview.articles,
        "annotations": preview.number("annotation"),
        "new": preview.new,
        "changed": preview.changed,
        "removed": preview.gone,
        "lost": [asdict(lost) for lost in preview.lost],
        "merged": not dry_run,
    }
    _say(result, json_, _merge_text(result))


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
    with _acting(file, as_) as (project, _):
        person = annotator_meant(project, annotator)
        if dry_run:
            offers = _finish(accepting_many.offers(project, annotator=person, wanted=wanted), json_)
            _say(_offers(offers), json_, _offer_table(offers))
            return
        verb = accepting_many.accept_above(project, annotator=person, wanted=wanted)
        report = _finish(verb, json_)
    result = {"accepted": report.accepted, "along": report.along, "articles": report.articles}
    also = f", and {report.along} that they lead to" if report.along else ""
    _say(result, json_, f"Accepted {report.accepted} suggestions for {annotator}{also}.")


@app.command(name="people")
def list_people(
    file: File,
    add: Annotated[str, typer.Option(metavar="NAME", help="Let somebody of that name join.")] = "",
    reviewer: Annotated[bool, typer.Option("--reviewer", help="Add: as a reviewer.")] = False,
    json_: AsJson = False,
) -> None:
    """List the people of a project; or let somebody join, however alike to others the name is."""
    from workbench.operations import people

    with _opened(file) as project:
        if add:
            people.annotator_named(project, add, role="reviewer" if reviewer else "annotator")
        rows = [{"name": each.name, "role": each.role} for each in people.everyone(project)]
    _say(rows, json_, _table(("name", "role"), [(row["name"], row["role"]) for row in rows]))


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

    if help_mode not in {"on", "off"}:
        raise typer.BadParameter("choose on or off", param_hint="--help-mode")
    names = list(dict.fromkeys(_names(annotators)))
    with _acting(file, as_) as (project, who):
        assigning.check(project, layer=layer, per_article=per_article, number=len(names))
        team = [annotator_meant(project, name, beside=names) for name in names]
        wish = assigning.Wish(team, per_article, layer, round_, help_mode, seed)  # type: ignore[arg-type]  # checked
        report = assigning.assign(project, annotator=who, wish=wish)
    loads = ", ".join(f"{name} {number}" for name, number in report.loads.items())
    text = f"{report.new} of {report.articles} articles assigned anew. Each has: {loads}."
    _say(asdict(report), json_, text)


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
        Path | None, typer.Option(help="Write a report that stands by itself.", parser=_place)
    ] = None,
    table: Annotated[str, typer.Option(help="Print a table for a paper: csv, latex.")] = "",
    units: Annotated[
        Path | None, typer.Option(help="Write what was compared, as CSV.", parser=_place)
    ] = None,
    json_: AsJson = False,
) -> None:
    """Say how far annotators agree, over what at least two have finished."""
    from workbench.operations import agreeing, agreement_writing
    from workbench.operations.finished import Choice

    _among(state, "--state", "first", "current")
    _among(help_mode, "--help-mode", "on", "off", "all")
    _among(table, "--table", "csv", "latex", "")
    choice = Choice(state, round, help_mode)  # type: ignore[arg-type]  # checked above
    with _opened(file) as project:
        verb = agreeing.agreement(
            project,
            names=_names(annotators),
            layers=[layer] if layer else (),
            choice=choice,
            all_gamma=gamma,
            seed=seed,
        )
        report = _finish(verb, json_)
        if html is not None:
            agreement_writing.write_html(project, report, html)
        if units is not None:
            agreement_writing.write_units(project, report, choice, units)
    said = agreement_writing.table(report, table) if table else _agreement_table(report)
    _say(report, json_, said)


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
    with _acting(file, as_) as (project, reviewer):
        verb = voting.adjudicate(
            project,
            reviewer=reviewer,
            rule=auto,
            annotators=[annotator_known(project, name) for name in _names(annotators)],
            layers=[layer] if layer else (),
        )
        report = _finish(verb, json_)
    _say(report, json_, _adjudication_sentence(report))


@app.command()
def export(
    file: File,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.", parser=_place)],
    format: Annotated[
        str,
        typer.Option(
            help="jsonl, brat, label-studio, doccano, prodigy, spacy, w3c, conll, conllu-plus, "
            "parquet, cas-json, cas-xmi, csv, html."
        ),
    ] = "",
    annotators: Annotated[str, typer.Option(help="Names, parted by commas; else everyone.")] = "",
    gold: Annotated[
        bool, typer.Option("--gold", help="What was adjudicated, not people’s.")
    ] = False,
    suggestions: Annotated[
        bool, typer.Option("--suggestions", help="What suggesters proposed, not people’s.")
    ] = False,
    layer: Annotated[str, typer.Option(help="Layers, parted by commas; else all.")] = "",
    label: Annotated[str, typer.Option(help="LAYER/LABEL, parted by commas; else all.")] = "",
    source: Annotated[str, typer.Option(help="Only articles of this source.")] = "",
    since: Annotated[str, typer.Option("--from", help="Only articles from this date on.")] = "",
    until: Annotated[str, typer.Option("--to", help="Only articles up to this date.")] = "",
    search: Annotated[str, typer.Option(help="Only articles with these words in them.")] = "",
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Call people by numbers.")
    ] = False,
    status: Annotated[
        str, typer.Option(help="Layers that are done, or any. All formats but jsonl: done.")
    ] = "done",
    unit: Annotated[
        str, typer.Option(help="What is one document: article, paragraph or sentence.")
    ] = "article",
    label_as: Annotated[
        list[str] | None,
        typer.Option(metavar="LAYER={label}.{attribute}", help="Compose a layer’s labels."),
    ] = None,
    names: Annotated[
        str, typer.Option(help="Call labels by their names elsewhere, such as conll.")
    ] = "scheme",
    tokens: Annotated[
        str, typer.Option(help="Tokens are whole, or cut where a span begins or ends.")
    ] = "whole",
    licence: Annotated[str, typer.Option(help="What the data card says of the licence.")] = "",
    named: Annotated[
        bool, typer.Option("--named", help="Name people in the data card, not by numbers.")
    ] = False,
    on_loss: Annotated[
        str, typer.Option(help="What the format cannot hold: split, longest, or fail.")
    ] = "longest",
    split: Annotated[
        str, typer.Option(metavar="80/10/10", help="Part it into train, dev and test.")
    ] = "",
    seed: Annotated[int, typer.Option(help="Decides what chance decides in a split.")] = 1,
    group_by: Annotated[
        str, typer.Option(help="Keep together in a split: source, date, or meta.KEY.")
    ] = "",
    split_by: Annotated[
        str, typer.Option(metavar="date", help="Split by date: what is later is tested on.")
    ] = "",
    recipe: Annotated[
        str, typer.Option(metavar="NAME", help="Run what was saved under this name.")
    ] = "",
    save_recipe: Annotated[
        str, typer.Option(metavar="NAME", help="Save in the project what is chosen here.")
    ] = "",
    preview: Annotated[
        bool,
        typer.Option("--preview", help="Print how it would begin, and the receipt; write nothing."),
    ] = False,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Write a corpus, with a receipt of what the format could not hold."""
    from workbench.domain.splitting import split_of
    from workbench.operations import recipes
    from workbench.operations.carding import Telling
    from workbench.operations.choosing import Choice
    from workbench.operations.shaping import Shaping

    if gold and suggestions:
        raise typer.BadParameter("choose one of --gold and --suggestions", param_hint="--gold")
    _among(status, "--status", "done", "any")
    _among(on_loss, "--on-loss", "split", "longest", "fail")
    _among(split_by, "--split-by", "", "date")
    _among(unit, "--unit", "article", "paragraph", "sentence")
    _among(tokens, "--tokens", "whole", "cut")
    if not split and (group_by or split_by):
        raise typer.BadParameter("needs --split", param_hint="--group-by and --split-by")
    choice = Choice(
        annotators=_names(annotators),
        layers=_names(layer),
        status=status,  # type: ignore[arg-type]  # checked above
        labels=_names(label),
        whose="gold" if gold else "suggestions" if suggestions else "people",
        pseudonyms=pseudonyms,
        source=source,
        since=since,
        until=until,
        search=search,
    )
    by_date = bool(split_by)
    said = recipes.Recipe(
        format=format,
        choice=choice,
        on_loss=on_loss,  # type: ignore[arg-type]  # checked above
        split=split_of(split, seed=seed, group_by=group_by, by_date=by_date) if split else None,
        shaping=Shaping(unit, tuple(label_as or ()), names, tokens),  # type: ignore[arg-type]  # checked
        telling=Telling(licence, named),
    )
    if recipe and (save_recipe or said != recipes.Recipe()):
        raise typer.BadParameter("says all that there is to choose", param_hint="--recipe")
    if preview and (split or save_recipe):
        raise typer.BadParameter("shows a corpus that is not split", param_hint="--preview")
    if not recipe and not format:
        raise typer.BadParameter("say a format, or a recipe", param_hint="--format")
    with _opened(file) as project:
        asked = recipes.find(project, recipe) if recipe else said
        recipes.check(project, asked)
        if preview:
            _preview(project, asked, json_)
            return
        acts = bool(asked.split or save_recipe)
        who = _actor(project, as_) if acts else None
        if save_recipe and who:
            recipes.save(project, annotator=who, name=save_recipe, recipe=asked)
        verb = recipes.run(project, out, recipe=asked, annotator=who)
        report = _finish(verb, json_)
    files, lost = report["files"], _pairs(report["receipt"])
    where = ", ".join(files) if len(files) <= _FEW_FILES else f"{out} ({len(files)} files)"
    told = f"{report['articles']} articles to {where}. Lost: {lost}.{_split_sentence(report)}"
    told = "\n".join((told, *_training_lines(report, out)))
    _say(report, json_, told)


def _preview(project: "Project", asked: "Recipe", as_json: bool) -> None:  # noqa: FBT001  (a user's option)
    """Print how the first articles would be written, and the receipt of all."""
    from workbench.operations import trying

    begun = _finish(trying.try_export(project, recipe=asked, first=trying.FIRST), as_json)
    whole = _finish(trying.try_export(project, recipe=asked), as_json)
    shown = [
        f"== {file.name} ({file.size} bytes)\n{file.text or ''}{'' if file.whole else '…'}\n"
        for file in begun.files
    ]
    files = [{"name": file.name, "text": file.text, "size": file.size} for file in begun.files]
    told = f"{whole.report['articles']} articles. Lost: {_pairs(whole.report['receipt'])}."
    _say(whole.report | {"files": files}, as_json, "\n".join([*shown, told]))


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

    _among(action, "ACTION", "list", "remove")
    if action == "remove":
        with _acting(file, as_) as (project, who):
            recipes.remove(project, annotator=who, name=name)
    with _opened(file) as project:
        found = recipes.listing(project)
    rows = [recipes.as_json(each, recipe) for each, recipe in found.items()]
    _say(rows, json_, _table(("recipe", "asks for"), [(r["name"], _asked(r)) for r in rows]))


@app.command()
def scheme(
    file: File,
    export: Annotated[
        Path | None, typer.Option(metavar="OUT.yaml", help="Write the scheme here.", parser=_place)
    ] = None,
    import_: Annotated[
        Path | None,
        typer.Option(
            "--import",
            metavar="IN.yaml",
            help="Show what this scheme would change.",
            parser=_place,
        ),
    ] = None,
    replace: Annotated[
        list[str] | None,
        typer.Option(metavar="LAYER/LABEL=NEW", help="The label that takes another one's place."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Adopt it, with all that follows.")] = False,
    as_: As = "",
    json_: AsJson = False,
) -> None:
    """Show the scheme, write it as YAML, or compare it with another one and adopt that."""
    if import_ is None and (replace or yes):
        raise typer.BadParameter("needs a scheme to import", param_hint="--replace and --yes")
    if import_ is not None:
        _import_scheme(file, import_, replace or [], yes=yes, as_=as_, json_=json_)
        return
    from workbench.operations import scheme_files
    from workbench.store.schemes import read_scheme

    with _opened(file) as project:
        found = read_scheme(project)
        if export is not None:
            scheme_files.export_scheme(project, export)
    result: dict[str, object] = {
        "id": found.id,
        "version": found.version,
        "layers": {layer.id: [label.id for label in layer.labels] for layer in found.layers},
    }
    if export is not None:
        _say(result | {"file": str(export)}, json_, f"Wrote {export}.")
        return
    rows = [
        (n.id, n.key, label.id, label.key, label.name) for n in found.layers for label in n.labels
    ]
    _say(result, json_, _table(("layer", "key", "label", "key", "name"), rows))


def _import_scheme(
    file: Path, path: Path, replace: list[str], *, yes: bool, as_: str, json_: bool
) -> None:
    """Show in what a scheme differs and what adopting it does; adopt it with `yes`."""
    from workbench.operations import scheme_editing, scheme_files

    with _acting(file, as_) as (project, who):
        labels = scheme_files.replacements(replace)
        proposal = scheme_files.propose_scheme(project, path, labels=labels)
        if yes:
            scheme_editing.edit_scheme(project, annotator=who, edit=proposal.edit, losing=True)
    _say(_proposal(proposal) | {"adopted": yes}, json_, _proposal_text(proposal, adopted=yes))


@app.command(name="suggesters")
def suggesters_(
    file: File,
    action: Annotated[
        str, typer.Argument(metavar="[ACTION]", help="list, add, use, trust or remove.")
    ] = "list",
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Which suggester.")] = "",
    pattern: Annotated[str, typer.Option(help="Add: what to find, as a regular expression.")] = "",
    words: Annotated[
        Path | None, typer.Option(help="Add: a file of words to find, one a line.", parser=_place)
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

    _among(action, "ACTION", "list", "add", "use", "trust", "remove")
    if action != "list" and not name:
        raise typer.BadParameter("name a suggester", param_hint="NAME")
    if action == "add":
        with _acting(file, as_) as (project, who):
            if pipeline:
                meant = _meant(means or [])
                source = suggesters.pipeline_at(project, name, where=pipeline, labels=meant)
            else:
                source = _source_said(name, label, pattern=pattern, words=words, case=case)
            if trusted and source.folder:
                trusting.trust(source)
            _finish(suggesters.tried(source), json_)
            suggesters.add(project, annotator=who, source=source)
    elif action == "use":
        wanted = () if layers == "-" else _names(layers)
        with _acting(file, as_) as (project, who):
            suggesters.use(project, annotator=who, name=name, layers=wanted)
    elif action == "trust":
        with _opened(file) as project:
            trusting.trust(suggesters.source_named(project, name))
    elif action == "remove":
        with _acting(file, as_) as (project, who):
            suggesters.remove(project, annotator=who, name=name)
    with _opened(file) as project:
        rows = suggesters.listing(project)
    heads = ("suggester", "kind", "shown in", "to", "says")
    cells = [(r["name"], r["kind"], ", ".join(r["layers"]), r["annotator"] or "all") for r in rows]
    told = [(*row, r["says"]) for row, r in zip(cells, rows, strict=True)]
    _say(rows, json_, _table(heads, told))


@app.command()
def check(file: File, json_: AsJson = False) -> None:
    """Prove a project sound: the file, offsets, quotes, journal."""
    from workbench.operations import projects

    with _opened(file) as project:
        problems = projects.check(project)
    _say({"ok": not problems, "problems": problems}, json_, "\n".join(problems) or "All is well.")
    if problems:
        raise typer.Exit(1)


@app.command()
def backups(
    file: File,
    restore: Annotated[
        int, typer.Option(metavar="N", help="Put this one back; the present state is kept first.")
    ] = 0,
    json_: AsJson = False,
) -> None:
    """Back a project up where it changed and list its backups, newest first, or put one back."""
    from workbench.operations import backups as keeping

    if restore:
        put_back = keeping.restore(file, restore)
        told = {"restored": str(put_back.path), "time": put_back.time.isoformat()}
        _say(told, json_, f"{file} is as it was on {put_back.time:%Y-%m-%d %H:%M:%S} UTC.")
        return
    with _opened(file) as project:
        keeping.keep(project)
        kept = keeping.kept(project)
    rows = [
        {"number": number, "time": one.time.isoformat(), "path": str(one.path)}
        for number, one in enumerate(kept, start=1)
    ]
    lines = [f"{number}  {one.time:%Y-%m-%d %H:%M:%S}" for number, one in enumerate(kept, start=1)]
    _say(rows, json_, "\n".join(lines))


@app.command(name="install-desktop")
def install_desktop(
    remove: Annotated[bool, typer.Option("--remove", help="Take it away again.")] = False,
    json_: AsJson = False,
) -> None:
    """Put Workbench among the programs of a Linux desktop, with its icon and its file type."""
    from workbench.operations import desktop

    files = desktop.remove() if remove else desktop.install()
    _say(
        {"removed" if remove else "installed": files}, json_, "\n".join(files) or "None was there."
    )


# --- what commands share


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


@contextlib.contextmanager
def _opened(file: Path) -> Iterator["Project"]:
    """A project, closed whole at the end."""
    from workbench.operations import projects

    project = projects.open_(file)
    try:
        yield project
    finally:
        project.close()


@contextlib.contextmanager
def _acting(file: Path, name: str) -> Iterator[tuple["Project", "Annotator"]]:
    """A project and the person who acts on it."""
    with _opened(file) as project:
        yield project, _actor(project, name)


def _actor(project: "Project", name: str) -> "Annotator":
    """Who acts: the person of the name that was given, or of the one used last."""
    from workbench.operations.people import annotator_meant, annotator_named

    return annotator_meant(project, name) if name else annotator_named(project, _user(name))


def _user(name: str) -> str:
    """The name given, the last user's, or that of the account."""
    from workbench.settings.folders import find_folders
    from workbench.settings.settings import account, read_settings, settings_file

    settings = read_settings(settings_file(find_folders().config))
    return name or settings.user or account()


def _show_window(file: Path | None) -> None:
    """Open the window, or say in one sentence why there can be none."""
    from workbench.ui.display import require_display

    require_display()
    from workbench.ui.application import run

    raise typer.Exit(run(file))


def _among(value: str, option: str, *known: str) -> None:
    """Refuse an option's value that is none of those known."""
    if value not in known:
        words = " or ".join(word for word in known if word)
        raise typer.BadParameter(f"choose {words}", param_hint=option)


def _names(text: str) -> tuple[str, ...]:
    """The names in a list parted by commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _meanings(text: str, option: str) -> dict[str, str]:
    """What names mean, in a list parted by commas; each is NAME=MEANING."""
    pairs = [pair.rpartition("=") for pair in _names(text)]
    if any(not name or not meaning for name, _, meaning in pairs):
        raise typer.BadParameter("write NAME=MEANING, parted by commas", param_hint=option)
    return {name.strip(): meaning.strip() for name, _, meaning in pairs}


def _finish(verb: "LongVerb[T]", quiet: bool) -> "T":  # noqa: FBT001  (a user's option)
    """Run a long verb, with a progress line for a person at a terminal."""
    from workbench.operations.progress import finish

    if quiet or not sys.stderr.isatty():
        return finish(verb)
    from rich.console import Console

    with Console(stderr=True).status("") as line:
        return finish(verb, lambda p: line.update(f"{p.done}{f' of {p.total}' if p.total else ''}"))


def _reason(refusal: "Refusal") -> str:
    return str(UserError(refusal.key, **dict(refusal.values)))


def _refusals(refused: "Sequence[Refusal]") -> list[dict[str, str]]:
    """What was refused and why, as plain values."""
    return [{"path": refusal.path, "reason": _reason(refusal)} for refusal in refused]


def _tell_refused(refused: list[dict[str, str]]) -> None:
    for refusal in refused:
        _print(f"{refusal['path']}: {refusal['reason']}", err=True)


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
    parts = [_table(("column", "is", "such as"), _printed(columns))] if columns else []
    parts += [_table(heads, _printed(rows))] if rows else []
    annotated = [f"{_printable(path)} has annotations." for path in look.annotated]
    return "\n\n".join([*parts, *annotated, f"{look.files} files in all; nothing was written."])


def _printed(rows: "Sequence[tuple[str, ...]]") -> list[tuple[str, ...]]:
    return [tuple(map(_printable, row)) for row in rows]


def _import_sentence(result: dict[str, object]) -> str:
    counted = (
        f"{result['articles']} new articles, {result['known']} known, "
        f"{result['annotations']} annotations."
    )
    units = cast("dict[str, int]", result["units"])
    passed = cast("dict[str, int]", result["passed"])
    formats = cast("dict[str, int]", result["formats"])
    told = [f" Read as {format}: {number}." for format, number in formats.items()]
    told += [f" The offsets of {number} count {unit}." for unit, number in units.items()]
    told += [f" Not read: {number} of {type}." for type, number in passed.items()]
    return "".join((counted, *told))


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
            _printable(offer.context.match),
            _printable(", ".join(end.quote for end in offer.along)),
            _printable(offer.title),
        )
        for offer in offers.found
    ]
    table = _table(("score", "label", "words", "with", "article"), rows)
    more = "\nThere are more than are listed." if offers.cut else ""
    return f"{table}{more}" if rows else "Nothing would be accepted."


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


def _split_sentence(report: dict[str, Any]) -> str:
    """How many articles came into each part of a split; empty where there is none."""
    if "split" not in report:
        return ""
    split = report["split"]
    whole = sum(split["articles"].values())
    parts = [f"{part} {n} ({n / whole:.1%})" for part, n in split["articles"].items()]
    torn = f" Near-duplicates in several parts: {split['torn']}." if split["torn"] else ""
    undated = f" Without a date: {split['undated']}." if split["undated"] else ""
    return f" Split: {', '.join(parts)}, {split['placed']} placed now.{torn}{undated}"


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
            yield f"  {layer}: not trained, unfinished in {silent} articles; see --layer"


def _sample_summary(report: dict[str, Any]) -> str:
    rows = [
        (row["title"], row["words"], *(row["suggestions"].get(layer, 0) for layer in LAYERS))
        for row in report["articles"]
    ]
    table = _table(("article", "words", *LAYERS), rows)
    files = ", ".join(report["exported"])
    return f"{table}\nProject: {report['project']}\nExported: {files}"


def _article_table(rows: list[dict[str, Any]]) -> str:
    cells = [
        (row["title"], row["characters"], _pairs(row["annotations"]), row["suggestions"])
        for row in rows
    ]
    return _table(("article", "characters", "annotations", "suggestions"), cells)


def _concordance(hits: Sequence["Hit"]) -> str:
    """Hits one below the other, with what stands around them."""
    width = max(10, (shutil.get_terminal_size().columns - 40) // 2)
    lines = (
        f"{hit.title[:20]:20}  {hit.context.left[-width:]:>{width}}"
        f"[{hit.context.match}]{hit.context.right[:width]}"
        for hit in hits
    )
    return "\n".join(map(_printable, lines)) or "Nothing was found."


def _printable(line: str) -> str:
    """A line without what a terminal would obey instead of show."""
    return "".join(c if c.isprintable() else "\ufffd" for c in line)


def _proposal(proposal: "Proposal") -> dict[str, object]:
    """A scheme that may be adopted, as plain values."""
    said = proposal.difference
    effect = proposal.effect
    return {
        "before": dict(zip(("id", "version"), said.before, strict=True)),
        "after": dict(zip(("id", "version"), said.after, strict=True)),
        "differences": [asdict(thing) for thing in said.things],
        "effect": {
            "changed": dict(effect.changed),
            "lost": dict(effect.lost),
            "joined": effect.joined,
        },
        "orphans": [
            {"layer": orphan.layer, "label": orphan.label.id, "uses": orphan.uses}
            for orphan in proposal.orphans
        ],
    }


def _proposal_text(proposal: "Proposal", *, adopted: bool) -> str:
    """A scheme that may be adopted, for a person: each difference in a line."""
    lines = [line for thing in proposal.difference.things for line in _difference_lines(thing)]
    effect = proposal.effect
    if not lines:
        return "The project has this scheme already."
    orphans = [
        f"{orphan.layer}/{orphan.label.id} is used {orphan.uses} times and gone; "
        f"--replace {orphan.layer}/{orphan.label.id}={orphan.likely or 'NEW'} keeps that."
        for orphan in proposal.orphans
        if (orphan.layer, orphan.label.id) not in proposal.edit.labels
    ]
    return "\n".join(
        (
            *lines,
            *orphans,
            f"Changed: {_pairs(effect.changed)}. Lost: {_pairs(effect.lost)}.",
            "Adopted." if adopted else "Nothing was changed; add --yes to adopt it.",
        )
    )


def _difference_lines(thing: "ThingChange") -> list[str]:
    """One thing that differs, and its properties before and after."""
    owner = f"{thing.place.owner}/" if thing.place.owner else ""
    head = f"{thing.what} {thing.place.kind} {owner}{thing.id}".rstrip()
    return [
        head,
        *(
            f"  {field.name}: {field.before or '(none)'} -> {field.after or '(none)'}"
            for field in thing.fields
        ),
    ]


@contextlib.contextmanager
def _schemes_told(file: Path) -> Iterator[None]:
    """Print in what the schemes of copies differ, where they keep them from being merged."""
    from workbench.operations.merging import SchemesDiffer

    try:
        yield
    except SchemesDiffer as error:
        for other in error.schemes:
            _print(f"{other.path} differs from the scheme of {file}:", err=True)
            for thing in other.difference.things:
                _print("\n".join(_difference_lines(thing)), err=True)
        raise


def _merge_text(result: Mapping[str, Any]) -> str:
    """What came in, by kind and person, and what had to give way."""
    head = f"{result['articles']} articles, {result['annotations']} new annotations."
    counted = [
        f"{what} {kind}: {_pairs({name or 'nobody': n for name, n in people.items()})}"
        for what in ("new", "changed", "removed")
        for kind, people in result[what].items()
    ]
    lost = [
        f"gave way ({one['why']}): {one['kind']} of {one['person'] or 'nobody'}"
        f" in “{one['title']}”: {one['said']}"
        for one in result["lost"]
    ]
    end = () if result["merged"] else ("Nothing was written.",)
    return "\n".join((head, *counted, *lost, *end))


def _adjudication_sentence(report: dict[str, Any]) -> str:
    return (
        f"Gold: {_pairs(report['gold'])}; nothing there: {_pairs(report['nothing'])}; "
        f"relations: {report['relations']}; still open: {_pairs(report['open'])}."
    )


def _agreement_table(report: dict[str, Any]) -> str:
    """The layers, what they stand on, and each pair."""
    from workbench.operations.agreement_writing import why_undefined

    layers = [
        _layer_cells(name, report["coverage"][name], of) for name, of in report["layers"].items()
    ]
    heads = ("layer", "compared", "F1", "95% interval", "by hand", "suggested", "uα", "γ")
    pairs = [
        (layer, pair["a"], pair["b"], pair["articles"], _figure(pair["exact"]["f1"]))
        for layer, found in report["layers"].items()
        for pair in found["pairs"]
    ]
    whys = [
        f"{layer}: {sentence}"
        for layer, found in report["layers"].items()
        for sentence in why_undefined(found)
    ]
    of_pairs = _table(("layer", "annotator", "annotator", "articles", "exact F1"), pairs)
    return "\n".join([_table(heads, layers), "", of_pairs, *([""] if whys else []), *whys])


def _layer_cells(name: str, coverage: dict[str, int], found: dict[str, Any]) -> tuple[str, ...]:
    """A layer's figures, with the share of spans that began as suggestions."""
    between = found["ci95"]["mean_f1"]
    return (
        name,
        f"{coverage['finished_by_two']}/{coverage['assigned']}",
        _figure(found["mean_f1"]),
        f"{between[0]:.3f}–{between[1]:.3f}" if between else "–",
        _figure(found["f1_by_hand"]),
        _figure(found["suggested_share"]),
        *(_figure(found[key]) for key in ("u_alpha", "gamma")),
    )


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
        f"{report['suggester']} {report['model']}, {report['articles']} articles",
        _table(heads, rows),
    ]
    if taken:
        lines.append(f"{taken} of the marks were made by accepting its suggestions.")
    if report["failed"]:
        lines.append(f"{len(report['failed'])} articles could not be read by it and count nowhere.")
    return "\n".join(lines)


def _evaluation_row(layer: str, label: str, found: dict[str, Any]) -> tuple[object, ...]:
    measures = ("exact", "borders", "overlap")
    shares = (_percents(found[m]) if m in found else "" for m in measures)
    return layer, label, found["marked"], found["suggested"], *shares


def _percents(shares: dict[str, float | None]) -> str:
    """Precision, recall and F1 in percent; a dash where one is undefined."""
    values = (shares[name] for name in ("precision", "recall", "f1"))
    return "/".join("–" if value is None else f"{100 * value:.0f}" for value in values)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A plain table for a terminal; numbers to the right, nothing interpreted as markup."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column, head in enumerate(heads):
        numeric = bool(rows) and isinstance(rows[0][column], int)
        table.add_column(head, justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    console = Console(record=True, file=io.StringIO(), width=shutil.get_terminal_size().columns)
    console.print(table)
    return console.export_text().rstrip()


def _pairs(counts: Mapping[Any, int]) -> str:
    return ", ".join(f"{count} {layer}" for layer, count in counts.items()) or "none"


def _twin_text(result: dict[str, Any]) -> str:
    """The groups of near-duplicates, and what was carried over."""
    groups = result["groups"]
    told = ["\n".join(f"{each['id']}  {each['title']}" for each in group) for group in groups]
    told += [f"{len(groups)} groups of near-duplicates"]
    if "carried" in result:
        counts = _pairs(result["carried"])
        told += [f"Carried over to {result['articles']} articles: {counts}"]
        told += [f"No place in “{lost['title']}”: {lost['quote']}" for lost in result["lost"]]
    return "\n\n".join(told)


def _say(result: object, as_json: bool, text: str) -> None:  # noqa: FBT001  (a user's option)
    """Print a result as JSON, or as text for a person."""
    _print(json.dumps(result, ensure_ascii=not _holds_any_text(sys.stdout)) if as_json else text)


def _print(text: str, *, err: bool = False) -> None:
    """Print a text in which nothing steers the terminal."""
    typer.echo(visible(text), err=err)


def _holds_any_text(stream: TextIO) -> bool:
    """Whether every character can be written to a stream as it is."""
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


def main() -> None:
    """Run the command line; what the user can mend is said in one sentence."""
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a name may hold what a terminal cannot show
            stream.reconfigure(errors="replace")
    try:
        app(standalone_mode=True)
    except UserError as error:
        _print(str(error), err=True)
        sys.exit(1)
    except Exception:  # noqa: BLE001  (a bug: said plainly, with what helps to mend it)
        _print(traceback.format_exc(), err=True)
        _print("Workbench met a fault of its own; nothing half-done was saved.", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
