"""Agreement for others to read: a report in HTML, a table for a paper, the compared units as CSV.

The report is a page that stands by itself (see `pages`). Nothing is rounded before it is written;
what is undefined says so, and why.
"""

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.agreement.differences import Mark
from workbench.agreement.work import Marked
from workbench.domain.counting import several
from workbench.formats.beside import written_beside
from workbench.formats.cells import safe
from workbench.operations.comparing import Difference, differences
from workbench.operations.finished import Choice, Finished, read_finished
from workbench.operations.pages import escaped, framed, opening, table_of
from workbench.operations.people import annotator_known
from workbench.store import articles
from workbench.store.project import Project

Report = Mapping[str, Any]
_SHOWN = 5  # articles of a layer shown with their text
_PLACES = 40  # places of an article shown
_CONTEXT = 60  # characters around a difference
_METHODS = (
    "Spans are compared by F1 = 2·|A∩B| / (|A|+|B|), exact in borders and label, pooled over the "
    "articles that both annotators finished, then averaged over pairs "
    "(Hripcsak & Rothschild 2005). "
    "Partial F1 credits 2·overlap / (sum of lengths) under the best one-to-one matching. uα, |uα "
    "and cuα are Krippendorff's unitizing alphas (Krippendorff, Mathet, Bouvry & Widlöcher 2016); "
    "of one annotator's overlapping spans the earliest and longest was kept. γ is that of Mathet, "
    "Widlöcher & Métivier (2015), with α = β = Δ∅ = 1. Intervals are 95 % percentile bootstrap "
    "intervals over articles, near-duplicates drawn together (Efron & Tibshirani 1993). κ on "
    "tokens tends to the F1 of tokens as texts grow, and is given for comparison alone."
)


def methods(report: Report) -> str:
    """What was done, in a paragraph for a paper."""
    state = "as first marked done" if report["state"] == "first" else "as they stand"
    twins = report["near_duplicates"]
    among = f" {twins} of the articles are near-duplicates of others." if twins else ""
    return (
        f"Compared were layers {state} of {len(report['annotators'])} annotators, under version "
        f"{report['scheme_version']} of the scheme, round {report['round'] or 'newest'}, help "
        f"{report['help']}; seed {report['seed']}, {report['resamples']} resamples. {_METHODS}"
        f"{among}"
    )


# --- a table for a paper

_HEADS = ("layer", "label", "spans", "F1", "95% interval", "partial F1", "u-alpha", "gamma")


def table(report: Report, kind: str) -> str:
    """Figures by layer and label as CSV or LaTeX, with coverage, exclusions and methods below."""
    rows = list(_rows(report))
    notes = [*_exclusions(report), methods(report)]
    return _latex(rows, notes) if kind == "latex" else _csv(rows, notes)


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    """A row for each layer, and one for each of its labels."""
    for layer, found in report["layers"].items():
        means = (found["mean_f1"], found["ci95"]["mean_f1"], found["mean_partial_f1"])
        yield layer, "", "", *_scores(*means, found["u_alpha"], found["gamma"])
        for label, each in found["labels"].items():
            spans = ", ".join(f"{who}: {number}" for who, number in each["spans"].items())
            scores = (each["f1"], each["ci95"]["f1"], each["partial_f1"])
            yield layer, label, spans, *_scores(*scores, each["u_alpha"], None)[:-1], ""


def _scores(
    f1: float | None,
    interval: Sequence[float] | None,
    partial: float | None,
    alpha: float | None,
    gamma: float | None,
) -> tuple[str, ...]:
    between = f"{interval[0]:.3f}–{interval[1]:.3f}" if interval else "undefined"
    return figure(f1), between, figure(partial), figure(alpha), figure(gamma)


def figure(value: float | None) -> str:
    """A figure with three places, or that it is undefined."""
    return "undefined" if value is None else f"{value:.3f}"


def _exclusions(report: Report) -> Iterator[str]:
    """What was compared of each layer, and what was left out."""
    for layer, found in report["layers"].items():
        covered, left = report["coverage"][layer], found["left_out"]
        gamma = found["gamma_settings"]
        yield (
            f"{layer}: {covered['finished_by_two']} articles compared of {covered['assigned']} "
            f"assigned; left out of the alphas for overlap: {left['overlap']} spans; carried over: "
            f"{left['carried']}; share that began as suggestions: "
            f"{figure(found['suggested_share'])}; F1 of spans made by hand: "
            f"{figure(found['f1_by_hand'])}; gamma from {gamma['articles']} of {gamma['of']} "
            f"articles, {gamma['samples']} samples, seed {gamma['seed']}."
        )
        yield from (f"{layer}: {sentence}" for sentence in why_undefined(found))


def why_undefined(found: Report) -> list[str]:
    """Which figures of a layer are undefined and why, a sentence a reason."""
    by_reason: dict[str, list[str]] = {}
    for name, why in found["undefined"].items():
        by_reason.setdefault(why, []).append(name)
    return [
        f"{', '.join(names)} {'are' if len(names) > 1 else 'is'} undefined, because {why}."
        for why, names in by_reason.items()
    ]


def _csv(rows: Iterable[Sequence[str]], notes: Iterable[str]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_HEADS)
    writer.writerows(map(safe, row) for row in rows)
    return file.getvalue() + "\n".join(f"# {note}" for note in notes)


_LATEX = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "|": r"\textbar{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "–": "--",
    "α": r"$\alpha$",
    "β": r"$\beta$",
    "γ": r"$\gamma$",
    "κ": r"$\kappa$",
    "Δ": r"$\Delta$",
    "∅": r"$_\emptyset$",
    "∩": r"$\cap$",
    "·": r"$\cdot$",
}


def _latex(rows: Iterable[Sequence[str]], notes: Iterable[str]) -> str:
    lines = [r"\begin{tabular}{lllrlrrr}", r"\hline", _latex_row(_HEADS), r"\hline"]
    lines += [_latex_row(row) for row in rows]
    return "\n".join([*lines, r"\hline", r"\end{tabular}", "", *map(_tex, notes)])


def _latex_row(cells: Iterable[str]) -> str:
    return " & ".join(map(_tex, cells)) + r" \\"


def _tex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in text)


# --- the compared units

_COLUMNS = (
    "article",
    "length",
    "annotator",
    "layer",
    "label",
    "start",
    "end",
    "fragments",
    "aided",
)


def write_units(project: Project, report: Report, choice: Choice, out: Path) -> None:
    """Write every compared span, so that others can compute the figures again.

    Who finished an article without a span has one row there, with nothing in it.
    """
    everyone = [annotator_known(project, name) for name in report["annotators"]]
    with written_beside(out) as file:
        file.write(_lines([_COLUMNS]))
        for found in read_finished(project, annotators=everyone, choice=choice):
            file.write(_lines(_unit_rows(project, found, report["layers"])))


def _unit_rows(
    project: Project, found: Finished, layers: Collection[str]
) -> Iterator[Sequence[object]]:
    """The rows of some articles, one article after another."""
    done = sorted(
        (article, layer, who)
        for (layer, who), spans in found.spans.items()
        for article in spans
        if layer in layers
    )
    heads = articles.by_ids(project, {article for article, _, _ in done})
    lengths = {article.id: article.length for article in heads}
    for article, layer, who in done:
        for cells in _cells(found.spans[layer, who][article]):
            yield article, lengths[article], safe(who), layer, *cells


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as lines of CSV."""
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(rows)
    return lines.getvalue().encode("utf-8")


def _cells(marks: Sequence[Marked]) -> list[tuple[object, ...]]:
    """What is written of each span; empty cells where there is none."""
    if not marks:
        return [("",) * 5]
    return [
        (m.label, *m.hull, " ".join(f"{s}-{e}" for s, e in m.fragments), int(m.aided))
        for m in marks
    ]


# --- the report


def write_html(project: Project, report: Report, out: Path) -> None:
    """Write the whole report as one file."""
    page = "".join(_page(project, report))
    with written_beside(out) as file:
        file.write(page.encode("utf-8"))


def _page(project: Project, report: Report) -> Iterator[str]:
    """The report piece by piece."""
    names = ", ".join(report["annotators"])
    yield opening("Agreement")
    yield f"<p>{escaped(names)} · {several(report['articles'], 'article')} in the project</p>"
    for layer, found in report["layers"].items():
        yield f"<section><h2>{escaped(layer)}</h2>{_headline(found)}</section>"
        yield _heat(found)
        yield _confused(found)
        yield _by_label(found)
        yield _said_of_matched(found)
        yield _beside_gold(found)
        yield from _worst(project, report, layer, found)
    labels = report["article_labels"].items()
    rows = [(name, each["scale"], figure(each["alpha"]), each["articles"]) for name, each in labels]
    if rows:
        yield table_of("Labels of whole articles", ("label", "scale", "α", "articles"), rows)
    yield "<h2>What was compared</h2>"
    yield from (f"<p>{escaped(note)}</p>" for note in _exclusions(report))
    yield f"<h2>Methods</h2><p>{escaped(methods(report))}</p></body></html>"


def _headline(found: Report) -> str:
    """The figures of a layer, each with its interval."""
    names = {
        "mean_f1": "span F1, exact",
        "mean_partial_f1": "span F1, partial",
        "u_alpha": "uα",
        "u_alpha_binary": "|uα",
        "cu_alpha": "cuα",
        "gamma": "γ",
        "alpha_u_1995": "αU (1995)",
        "token_kappa": "κ on tokens (tends to token F1)",
    }
    rows = [
        (name, figure(found[key]), _between(found["ci95"].get(key))) for key, name in names.items()
    ]
    whys = "".join(f'<p class="why">{escaped(sentence)}</p>' for sentence in why_undefined(found))
    return table_of("", ("measure", "value", "95 % interval"), rows) + whys


def _between(interval: Sequence[float] | None) -> str:
    return f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else ""


def _heat(found: Report) -> str:
    """Pairs by labels, the deeper the more they agree."""
    labels = list(found["labels"])
    rows = []
    for pair in found["pairs"]:
        whole = _warm(pair["exact"]["f1"], pair["ci95"]["f1"])
        each = (pair["labels"][label] for label in labels)
        cells = "".join(_warm(one["f1"], one["ci95"]["f1"]) for one in each)
        rows.append(f"<tr><td>{escaped(pair['a'])} – {escaped(pair['b'])}</td>{whole}{cells}</tr>")
    return framed("Exact F1 of pairs by label, with 95 % intervals", ("pair", "all", *labels), rows)


def _warm(value: float | None, interval: Sequence[float] | None) -> str:
    """A cell of the heat map."""
    if value is None:
        return '<td class="why">undefined</td>'
    between = f"<small>{interval[0]:.2f}–{interval[1]:.2f}</small>" if interval else ""
    shade = f"background:rgba(var(--heat),{0.55 * value:.2f})"
    return f'<td style="{shade}">{value:.3f}{between}</td>'


def _confused(found: Report) -> str:
    """What others have where one has a label."""
    columns = [*found["confusion"], "other boundary", "missed"]
    rows = [
        (label, *(str(cells.get(column, 0) or "·") for column in columns))
        for label, cells in found["confusion"].items()
    ]
    return table_of("Where one has …, another has", ("", *columns), rows)


def _by_label(found: Report) -> str:
    """The figures of each label: spans, sentences and paragraphs."""
    rows = [
        (
            f"{label} (apart)" if each["apart"] else label,
            ", ".join(f"{who} {number}" for who, number in each["spans"].items()),
            figure(each["f1"]),
            _between(each["ci95"]["f1"]),
            figure(each["u_alpha"]),
            figure(found["presence"]["sentences"][label]["alpha"]),
            figure(found["presence"]["paragraphs"][label]["alpha"]),
        )
        for label, each in found["labels"].items()
    ]
    heads = ("label", "spans", "F1", "95 % interval", "uα", "α by sentence", "α by paragraph")
    return table_of("Labels", heads, rows)


def _beside_gold(found: Report) -> str:
    """Each annotator against gold, where there is any."""
    rows = [
        (
            who,
            figure(each["f1"]),
            figure(each["precision"]),
            figure(each["recall"]),
            each["articles"],
        )
        for who, each in found["against_gold"].items()
        if each["articles"]
    ]
    heads = ("against gold", "F1", "precision", "recall", "articles")
    return table_of("Annotators against gold", heads, rows) if rows else ""


def _said_of_matched(found: Report) -> str:
    """Attributes and relations, with the share that they stand on."""
    attributes = [
        (name, figure(each["alpha"]), each["items"], figure(each["matched_share"]))
        for name, each in found["attributes"].items()
    ]
    relations = [
        (type, figure(each["f1"]), figure(each["given_ends_f1"]), each["drawn"])
        for type, each in found["relations"].items()
    ]
    heads = ("attribute", "α", "items", "share of spans matched")
    said = table_of("Attributes on matched spans", heads, attributes) if attributes else ""
    heads = ("relation", "F1", "F1 given both ends", "drawn")
    return said + (table_of("Relations", heads, relations) if relations else "")


def _worst(project: Project, report: Report, layer: str, found: Report) -> Iterator[str]:
    """The articles that differ most, with what each annotator marked and the words around."""
    ids = [each["article"] for each in found["worst"][:_SHOWN]]
    if not ids:
        return
    people = {annotator_known(project, name).id: name for name in report["annotators"]}
    titles = {article.id: article.title for article in articles.by_ids(project, ids)}
    texts = articles.bare_texts(project, ids)
    apart = differences(project, ids, annotators=list(people), layers=[layer])
    yield "<h3>Articles that differ most, as their work stands now</h3>"
    for id in ids:
        yield f"<h4>{escaped(titles[id])}</h4>"
        here = [each for each in apart if each.article == id and each.kinds]
        yield from (_lanes(difference, texts[id], people) for difference in here[:_PLACES])
        if len(here) > _PLACES:
            yield f"<p>… and {several(len(here) - _PLACES, 'place')} more.</p>"


def _lanes(difference: Difference, text: str, people: Mapping[str, str]) -> str:
    """One place: the words around it, and a line for each annotator."""
    span = difference.span
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end :][:_CONTEXT]
    marks = {mark.annotator: mark for mark in difference.marks}
    lines = "".join(
        f"<br><small>{escaped(people[who])}:</small> {_lane(text, marks.get(who))}"
        for who in difference.readers
    )
    kinds = ", ".join(difference.kinds)
    words = f"{escaped(before)}<mark>{escaped(span.of(text))}</mark>{escaped(after)}"
    return f'<blockquote dir="auto">…{words}… <small>{escaped(kinds)}</small>{lines}</blockquote>'


def _lane(text: str, mark: Mark | None) -> str:
    """What one annotator has at a place."""
    if mark is None:
        return '<span class="why">nothing</span>'
    words = " … ".join(fragment.of(text) for fragment in mark.fragments)
    return f"{escaped(words)} <small>[{escaped(mark.label)}]</small>"
