"""`python -m workbench.suggest.training.measure --corpora DIR --resources DIR`.

Prints how `news-en` does on corpora that were marked by other people, as a table. A span is right
*exact* where its borders are the same once outer quotation marks are stripped on both sides, and
*bare* where they are the same without a leading "that" and marks at the end too, some of which the
news scheme leaves outside and these corpora do not. It *overlaps* where it touches any span of the
other side, counted both ways. In a corpus that marks attributed claims alone, claims without cue
and source are left out. Nothing that ships is trained on the corpora under dev/.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.article import ArticleText
from workbench.domain.matching import NOTHING, Mark, Match, exact, overlap
from workbench.domain.span import Span, hull
from workbench.domain.structure import structure_of
from workbench.domain.suggester_source import NEWS_EN
from workbench.domain.suggestion import Draft
from workbench.suggest import registry
from workbench.suggest.suggester import Suggester

Borders = Callable[[str, Span], Span]
Sides = Sequence[tuple[frozenset[Mark], frozenset[Mark]]]
"""What is suggested and what is marked in each document."""

Matching = Callable[..., Match]

_QUOTES = "\"“”„«»'‘’`"
_LEADING = re.compile(r"(?:that\s+|[\"“”‘'’,.\s])+", re.IGNORECASE)
_TRAILING = ".,;:\"”“’' \n"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus of one layer; `attributed` where it marks claims with a source alone."""

    layer: str
    path: str
    attributed: bool = False


CORPORA = (
    Corpus("claim", "dev/claim_polnear_dev.jsonl", attributed=True),
    Corpus("claim", "train/claim_gum_train.jsonl", attributed=True),
    Corpus("event", "dev/event_ecbplus_train.jsonl"),
    Corpus("framing", "dev/framing_babe_train.jsonl"),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure on every corpus that is there, and print the table."""
    asked = _parser().parse_args(arguments)
    suggester = registry.load(NEWS_EN, asked.resources)
    sys.stdout.write("| layer, corpus | marked | suggested | overlap P / R / F1 | exact | bare |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    for corpus in CORPORA:
        if (asked.corpora / corpus.path).exists():
            sys.stdout.write(row(corpus, asked.corpora, suggester) + "\n")


def row(corpus: Corpus, corpora: Path, suggester: Suggester) -> str:
    """One line of the table."""
    documents = list(_documents(corpora / corpus.path))
    marked = [[Span(start, end) for start, end, _ in spans] for _, spans in documents]
    suggested = _suggested(suggester, corpus, [text for text, _ in documents])
    texts = [text for text, _ in documents]
    plain = _sides(texts, suggested, marked, stripped)
    touching, same = total(overlap, plain), total(exact, plain)
    bare_ones = total(exact, _sides(texts, suggested, marked, bare))
    shares = (touching.precision, touching.recall, touching.f1)
    return (
        f"| {corpus.layer}, {Path(corpus.path).stem} | {touching.marked} | {touching.proposed} "
        f"| {' / '.join(map(_percent, shares))} | {_percent(same.f1)} | {_percent(bare_ones.f1)} |"
    )


def stripped(text: str, span: Span) -> Span:
    """A span without the quotation marks and blanks at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start] in _QUOTES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _QUOTES or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else span


def bare(text: str, span: Span) -> Span:
    """A span without a leading "that" and without marks at its ends."""
    quote = text[span.start : span.end]
    leading = _LEADING.match(quote)
    start = span.start + (leading.end() if leading and leading.end() < len(quote) else 0)
    end = start + len(text[start : span.end].rstrip(_TRAILING))
    return Span(start, end) if start < end else span


def total(matching: Matching, sides: Sides) -> Match:
    """All documents counted together, whatever their labels."""
    counts = (matching(suggested, marked, labels=False) for suggested, marked in sides)
    return sum(counts, NOTHING)


def _sides(
    texts: Sequence[str],
    suggested: Sequence[Sequence[Span]],
    marked: Sequence[Sequence[Span]],
    borders: Borders,
) -> Sides:
    """What is suggested and marked in each document, with the borders that count."""

    def marks(text: str, spans: Sequence[Span]) -> frozenset[Mark]:
        counted = (borders(text, span) for span in spans)
        return frozenset((span.start, span.end, "") for span in counted)

    return [
        (marks(text, ours), marks(text, theirs))
        for text, ours, theirs in zip(texts, suggested, marked, strict=True)
    ]


def _suggested(suggester: Suggester, corpus: Corpus, texts: Sequence[str]) -> list[list[Span]]:
    """What the suggester marks in each text for the layer of a corpus."""
    articles = [ArticleText(str(i), text, structure_of(text)) for i, text in enumerate(texts)]
    return [
        [hull(draft.fragments) for draft in drafts if _counts(draft, corpus)]
        for drafts in suggester.suggest(articles)
    ]


def _counts(draft: Draft, corpus: Corpus) -> bool:
    """Whether a corpus could have a draft."""
    if draft.layer != corpus.layer or draft.label == "cue":
        return False
    return bool(draft.relations) or not corpus.attributed


def _documents(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Text and spans of every document of a corpus."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield document["text"], document["spans"]


def _percent(share: float | None) -> str:
    """A share in percent; of nothing it is 0."""
    return f"{100 * (share or 0.0):.1f}"


def _parser() -> argparse.ArgumentParser:
    """The options of the program."""
    parser = argparse.ArgumentParser(prog="python -m workbench.suggest.training.measure")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with dev/, train/")
    parser.add_argument("--resources", type=Path, required=True, help="the folder with models/")
    return parser


if __name__ == "__main__":
    main()
