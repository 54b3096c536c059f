"""The data card of a corpus: what is in it, whose work it is, and under which rules it was made.

It says nothing of when and where it was written, so that the same corpus has the same card.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.corpus import CorpusArticle
from workbench.domain.counting import several
from workbench.domain.scheme import Attribute, Label, Layer, Scheme
from workbench.formats.views import finished_layers

CARD = "README.md"
SIGN = "<!-- A data card of Workbench. -->"


@dataclass(slots=True)
class Tally:
    """What went out: articles by part, spans by part, layer and label, and everyone's work."""

    articles: Counter[str] = field(default_factory=Counter)
    spans: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    finished: Counter[tuple[str, str]] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)

    def add(
        self, article: CorpusArticle, part: str, *, any_status: bool, whole: bool = False
    ) -> None:
        """Count an article that goes out, and of each layer what is finished, or all of it.

        A `whole` one goes out with what reviewers and suggesters said.
        """
        any_status = any_status or whole
        self.articles[part] += 1
        if whole:
            self.beside["suggestion"] += len(article.suggestions)
            self.beside["gold span"] += len(article.gold)
        done = {who: finished_layers(article, who) for who in _everyone(article)}
        for who, layers in done.items():
            self.people[who] += bool(layers or any_status)
            self.finished.update((who, layer) for layer in layers)
        for annotation in article.annotations:
            if any_status or annotation.layer in done[annotation.annotator]:
                self.spans[part, annotation.layer, annotation.label] += 1

    def parts(self) -> list[str]:
        """The parts that have an article, in the order in which they came."""
        return [part for part in ("train", "dev", "test", "") if self.articles[part]]


@dataclass(frozen=True, slots=True)
class Card:
    """What is told beside the counts.

    `labels` is the scheme with the labels as they are called here, where that is another one.
    `how` are pairs of a choice and what was chosen; `agreement` is what was found of each layer
    that two have finished; `names` what people are called here.
    """

    title: str
    format: str
    scheme: Scheme
    version: str
    labels: Scheme | None = None
    licence: str = ""
    how: Sequence[tuple[str, str]] = ()
    split: Mapping[str, Any] | None = None
    agreement: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    losses: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    training: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def card_text(card: Card, tally: Tally) -> str:
    """The card as Markdown."""
    sections = (
        _head(card, tally),
        _counts(card.labels or card.scheme, tally),
        _split(card.split),
        _training(card.training),
        _people(card, tally),
        _agreement(card.agreement),
        _scheme(card.scheme, tally),
        _losses(card.losses),
        ("## Licence", "", card.licence or "Not stated. Ask whoever gave you this corpus."),
    )
    return "\n\n".join("\n".join(section) for section in map(tuple, sections) if section) + "\n"


def _everyone(article: CorpusArticle) -> list[str]:
    given = {assignment.annotator for assignment in article.assignments or ()}
    return sorted(given | {annotation.annotator for annotation in article.annotations})


def _head(card: Card, tally: Tally) -> Iterator[str]:
    articles, spans = tally.articles.total(), tally.spans.total()
    yield from (SIGN, f"# {_cell(card.title)}", "")
    yield f"{several(articles, 'article')} with {several(spans, 'annotation')}, as `{card.format}`."
    if tally.beside.total():
        beside = (several(number, kind) for kind, number in tally.beside.items() if number)
        yield f"Beside them: {', '.join(beside)}."
    yield from ("", f"Written by Workbench {card.version}; `SHA256SUMS` has the sums of all files.")
    if card.how:
        yield from ("", *(f"- {name}: {_cell(value)}" for name, value in card.how))


def _counts(scheme: Scheme, tally: Tally) -> Iterator[str]:
    """Articles and spans by part: the labels of the scheme in its order, with those not used."""
    parts = tally.parts()
    yield from ("## Counts", "")
    rows = [("articles", *(tally.articles[part] for part in parts))]
    for layer, label in _labels(scheme, tally):
        rows.append((f"{layer}/{label}", *(tally.spans[part, layer, label] for part in parts)))
    heads = ("label", *(part or "articles and spans" for part in parts))
    if len(parts) > 1:
        heads = (*heads, "all")
        rows = [(*row, sum(n for n in row if isinstance(n, int))) for row in rows]
    yield from _table(heads, rows)


def _labels(scheme: Scheme, tally: Tally) -> Iterator[tuple[str, str]]:
    """All that was counted, and in its layers what the scheme has beside it."""
    counted = {(layer, label) for _, layer, label in tally.spans}
    layers = {layer for layer, _ in counted}
    known = [(x.id, label.id) for x in scheme.layers if x.id in layers for label in x.labels]
    yield from known
    yield from sorted(counted - set(known))


def _split(split: Mapping[str, Any] | None) -> Iterator[str]:
    if not split:
        return
    whole = sum(split["articles"].values())
    reached = ", ".join(f"{part} {n / whole:.1%}" for part, n in split["articles"].items())
    asked = ", ".join(f"{part} {share:.1%}" for part, share in split["asked"].items())
    yield from ("## Split", "", f"Reached: {reached}. Asked for: {asked}. Seed: {split['seed']}.")
    yield "Near-duplicates stand in one part, and an article keeps the part that it got first."
    if split["group_by"]:
        yield f"Articles of one `{split['group_by']}` stand in one part."
    if split["by_date"]:
        yield "Parts follow one another by date of publication."
    if split["undated"]:
        yield f"Articles without a date, which count as the earliest: {split['undated']}."
    if split["torn"]:
        yield f"Groups in several parts, placed before they were known to be one: {split['torn']}."


def _training(training: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """How to train on it, and what such a model can find at best."""
    for number, (folder, how) in enumerate(training.items()):
        yield from ("## Training",) if not number else ("",)
        where = f"in `{folder}`" if folder else "here"
        if how["command"]:
            yield from ("", f"Run {where}:", "", "```sh", how["command"], "```", "")
            yield from _table(_HEADS, map(_trained, how["layers"].items()))
        for layer, silent in how["left_out"].items():
            unfinished = several(silent, "article")
            yield from ("", f"`{layer}` is not trained {where}; not finished in it: {unfinished}.")


_HEADS = ("layer", "spans", "found by", "tokens at most", "recall at best")
_FOUND_BY = {"ngram": "all runs of tokens", "span_finder": "a span finder"}


def _trained(layer: tuple[str, Mapping[str, Any]]) -> tuple[object, ...]:
    name, how = layer
    best = ", ".join(f"{part} {share:.1%}" for part, share in how["recall_ceiling"].items())
    return name, how["spans"], _FOUND_BY[how["suggester"]], how["longest"], best


def _people(card: Card, tally: Tally) -> Iterator[str]:
    """Whose work it is: articles, and how many of each layer they have finished."""
    layers = [layer.id for layer in card.scheme.layers]
    rows = sorted(
        (card.names.get(who, who), number, *(tally.finished[who, layer] for layer in layers))
        for who, number in tally.people.items()
        if number
    )
    yield from ("## Whose work", "")
    heads = ("who", "articles", *(f"{layer} finished" for layer in layers))
    yield from _table(heads, rows) if rows else ("Nobody’s.",)


def _agreement(agreement: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield from ("## Agreement", "")
    if not agreement:
        yield "Not measured: no layer of an article here was finished by two people."
        return
    yield "Of pairs, on the state at first *done*; F1 of spans with exact borders and label."
    yield from {
        f"Compared were articles drawn by chance from {n} that two people have finished."
        for found in agreement.values()
        if (n := found.get("drawn_from"))
    }
    yield ""
    rows = [
        (
            layer,
            found["articles"],
            _figure(found["f1"]),
            _interval(found["ci95"]),
            _figure(found["alpha"]),
        )
        for layer, found in agreement.items()
    ]
    yield from _table(("layer", "articles", "F1", "95 % interval", "uα"), rows)


def _figure(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


def _interval(bounds: Sequence[float] | None) -> str:
    return f"{bounds[0]:.3f} to {bounds[1]:.3f}" if bounds else "undefined"


def _scheme(scheme: Scheme, tally: Tally) -> Iterator[str]:
    """The guidelines of the layers that went out."""
    counted = {layer for _, layer, _ in tally.spans} | {layer for _, layer in tally.finished}
    counted = counted or {layer.id for layer in scheme.layers}
    yield from ("## Scheme", "", f"`{scheme.id}`, version {scheme.version}.")
    for layer in scheme.layers:
        if layer.id in counted:
            yield from ("", f"### {_cell(layer.name)} (`{layer.id}`)")
            yield from _layer(layer)


def _layer(layer: Layer) -> Iterator[str]:
    if layer.span_rule:
        yield from ("", _cell(layer.span_rule))
    yield ""
    yield from (_label(label) for label in layer.labels)
    if layer.attributes:
        yield from ("", "Attributes:", "")
        yield from map(_attribute, layer.attributes)


def _label(label: Label) -> str:
    """A label with its guideline, examples and rule for borders in a line."""
    said = [
        label.guideline,
        *(f"Example: {example}" for example in label.examples),
        *([f"Not: {label.counter_example}"] if label.counter_example else ()),
        *([f"Borders: {label.border}"] if label.border else ()),
    ]
    return f"- **{_cell(label.name)}** (`{label.id}`): {_cell(' '.join(filter(None, said)))}"


def _attribute(attribute: Attribute) -> str:
    values = ", ".join(f"`{value}`" for value in attribute.values) or attribute.type
    return f"- **{_cell(attribute.name)}** (`{attribute.id}`): {values}"


def _losses(losses: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield from ("## What is not in it", "")
    if not losses:
        yield "The format could hold everything."
        return
    yield "`RECEIPT.json` says where."
    yield ""
    rows = [(kind, found["count"], found["done"]) for kind, found in losses.items()]
    yield from _table(("what", "how many", "what was done"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(_cell(str(value)) for value in row)} |"


def _cell(text: str) -> str:
    """Words of people on one line, in which nothing is a tag, a cell or a link."""
    flat = " ".join(text.split())
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("[", "\\[")
