"""Packing articles for spaCy: a `DocBin` whose tokens are those of the tokenizer, untouched.

They must be the same when a model runs later and for every annotator, so a span that does not fall
on token borders is moved to them and told of; only a row that says so has them cut there. Spans of
a layer lie in a span group of its name and may overlap; `doc.ents` holds the entities as far as
they do not, longest first, and the rest is told of. Where the entities are not known, tokens
outside of them are *missing*: nothing is to be learned from them. Rows are plain tuples, since they
come from another process.

spaCy reads and writes a `DocBin` whole. So that no corpus has to fit into the memory, a large one
becomes a folder of several in place of a file: spaCy reads a path that is either.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import srsly.msgpack
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from workbench.domain.corpus import Lose, Loss, Order
from workbench.suggest.tokens import tokenizer

# annotation id, start, end, label; code points
SpanRow = tuple[str, int, int, str]
# article id, text, layer → spans, whether the entities are known, categories, user data
Row = tuple[str, str, dict[str, list[SpanRow]], bool, dict[str, float], dict[str, Any]]
ENTITY = "entity"
USER_DATA = "workbench"
# What a token says here besides its text. Tags, lemmas and heads are nobody's work and all empty:
# they would take three times the memory of all else until the file is written.
ATTRIBUTES = ("NORM", "ENT_IOB", "ENT_TYPE", "ENT_ID")
MOST_TOKENS = 500_000  # of a file, about a thousand articles, which take 100 MB while it is written
_DIGITS = 5

# srsly asks the metadata of every installed package for encoders, six times a document: half of the
# time that packing took. Plain values, which are all that is packed here, need none.
srsly.msgpack.msgpack_encoders.entry_points = False


class _Folder(Protocol):
    """Where files are written."""

    path: Path


class DocBinWriter:
    """Writes rows into a file, or a folder of them; the same rows give the same bytes.

    Offsets count code points.
    """

    def __init__(self, folder: _Folder, order: Order, lose: Lose) -> None:
        self._path = folder.path / order.file
        self._lose = lose
        self._packed = _new()
        self._tokens = 0
        self._files = 0

    def add(self, row: Row) -> int:
        """Pack one row; how many spans are in it."""
        if self._tokens >= MOST_TOKENS:
            self._put_in_folder()
        doc = _doc(tokenizer(), row, self._lose)
        self._packed.add(doc)
        self._tokens += len(doc)
        return sum(map(len, row[2].values()))

    def finish(self) -> None:
        """Write what is not yet written of the rows that were added."""
        if self._files:
            self._put_in_folder()
        else:
            self._path.write_bytes(self._packed.to_bytes())

    def _put_in_folder(self) -> None:
        """Write what is packed as the next file of a folder, and hold it no longer."""
        self._files += 1
        self._path.mkdir(exist_ok=True)
        name = f"{self._files:0{_DIGITS}}{self._path.suffix}"
        (self._path / name).write_bytes(self._packed.to_bytes())
        self._packed, self._tokens = _new(), 0


writer = DocBinWriter


def _new() -> DocBin:
    return DocBin(attrs=ATTRIBUTES, store_user_data=True)


def _doc(tokenizer: Callable[[str], Doc], row: Row, lose: Lose) -> Doc:
    """One row as a document."""
    article, text, groups, entities_known, categories, said = row
    doc = _cut(tokenizer(text), said.get("cuts", ()))
    for layer, spans in groups.items():
        doc.spans[layer] = list(_on_tokens(doc, row, spans, lose))
    default = "outside" if entities_known else "missing"
    doc.set_ents(_entities(doc, article, lose), default=default)
    doc.cats = categories
    doc.user_data[USER_DATA] = said
    return doc


def _cut(doc: Doc, positions: Sequence[int]) -> Doc:
    """A document whose tokens end at some positions, in order, as well."""
    if not positions:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        begin, end = token.idx, token.idx + len(token)
        within = positions[bisect_right(positions, begin) : bisect_left(positions, end)]
        parts = list(pairwise((begin, *within, end)))
        words += [token.text[first - begin : last - begin] for first, last in parts]
        spaces += [False] * (len(parts) - 1) + [bool(token.whitespace_)]
    return Doc(doc.vocab, words, spaces)


def _on_tokens(doc: Doc, row: Row, spans: Iterable[SpanRow], lose: Lose) -> Iterator[Span]:
    """Spans on token borders; those that did not fall on them are told of."""
    article, text, *_ = row
    for id, start, end, label in spans:
        span = doc.char_span(start, end, label=label, span_id=id, alignment_mode="expand")
        if span is None or not len(span):
            lose(Loss("no_token", article, id, "", text[start:end], start, end))
            continue
        if (span.start_char, span.end_char) != (start, end):
            now = f"{span.start_char}–{span.end_char}: {span.text}"
            lose(Loss("span_widened", article, id, now, text[start:end], start, end))
        yield span


def _entities(doc: Doc, article: str, lose: Lose) -> list[Span]:
    """The entities that do not overlap, longest first; the others stay in their group alone."""
    group = list(doc.spans[ENTITY]) if ENTITY in doc.spans else []
    chosen = filter_spans(group)
    ids = {span.id for span in chosen}
    for span in group:
        if span.id not in ids:
            place = (span.text, span.start_char, span.end_char)
            lose(Loss("entity_overlap", article, span.id_, span.label_, *place))
    return chosen
