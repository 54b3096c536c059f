"""`python -m workbench.suggest.training.measure --corpora DIR --resources DIR`.

Prints how `news-en` does on corpora that were marked by other people, as a table. A span is right
*exact* where its borders are the same once outer quotation marks are stripped on both sides, and
*bare* where they are the same without a leading "that" and marks at the end too, which the news
scheme leaves outside and these corpora do not. It *overlaps* where it touches any span of the other
side, counted both ways. In a corpus that marks attributed claims alone, claims without cue and
source are left out. Nothing that ships is trained on the corpora under dev/.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.article import ArticleText
from workbench.domain.span import Span, hull
from workbench.domain.structure import structure_of
from workbench.domain.suggester_source import NEWS_EN
from workbench.domain.suggestion import Draft
from workbench.suggest import registry
from workbench.suggest.suggester import Suggester

Borders = Callable[[str, Span], Span]
Sides = tuple[Sequence[frozenset[Span]], Sequence[frozenset[Span]]]

_QUOTES = "\"“”„«»'‘’`"
_LEADING = re.compile(r"(?:that\s+|[\"“”‘'’,.\s])+", re.IGNORECASE)
_TRAILING = ".,;:\"”“’' \n"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus of one layer; `attributed` where it marks claims with a source alone."""

    layer: str
    path: str
    attributed: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one kind of match, in percent."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


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
    plain = _sides(texts, marked, suggested, stripped)
    overlap, exact = overlapping(*plain), equal(*plain)
    bare_ones = equal(*_sides(texts, marked, suggested, bare))
    return (
        f"| {corpus.layer}, {Path(corpus.path).stem} | {sum(map(len, plain[0]))} "
        f"| {sum(map(len, plain[1]))} "
        f"| {overlap.precision:.1f} / {overlap.recall:.1f} / {overlap.f1:.1f} "
        f"| {exact.f1:.1f} | {bare_ones.f1:.1f} |"
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


def overlapping(marked: Sequence[frozenset[Span]], suggested: Sequence[frozenset[Span]]) -> Figures:
    """How many spans of each side touch one of the other."""
    pairs = list(zip(marked, suggested, strict=True))
    return Figures(
        precision=_share(
            sum(_touch(one, marks) for marks, found in pairs for one in found),
            sum(map(len, suggested)),
        ),
        recall=_share(
            sum(_touch(one, found) for marks, found in pairs for one in marks),
            sum(map(len, marked)),
        ),
    )


def equal(marked: Sequence[frozenset[Span]], suggested: Sequence[frozenset[Span]]) -> Figures:
    """How many spans of each side are one of the other."""
    right = sum(len(marks & found) for marks, found in zip(marked, suggested, strict=True))
    return Figures(_share(right, sum(map(len, suggested))), _share(right, sum(map(len, marked))))


def _sides(
    texts: Sequence[str],
    marked: Sequence[Sequence[Span]],
    suggested: Sequence[Sequence[Span]],
    borders: Borders,
) -> Sides:
    """Both sides' spans of each document, with the borders that count."""
    return tuple(  # type: ignore[return-value]  # a tuple of two, one for each side
        [
            frozenset(borders(text, span) for span in spans)
            for text, spans in zip(texts, side, strict=True)
        ]
        for side in (marked, suggested)
    )


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


def _touch(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span touches any of some others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def _share(part: int, whole: int) -> float:
    """A part in percent of a whole."""
    return 100 * part / whole if whole else 0.0


def _parser() -> argparse.ArgumentParser:
    """The options of the program."""
    parser = argparse.ArgumentParser(prog="python -m workbench.suggest.training.measure")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with dev/, train/")
    parser.add_argument("--resources", type=Path, required=True, help="the folder with models/")
    return parser


if __name__ == "__main__":
    main()
