"""Packing articles for spaCy: a `DocBin` whose tokens are those of the tokenizer, untouched.

They must be the same when a model runs later and for every annotator, so a span that does not fall
on token borders is moved to them and told of. Spans of a layer lie in a span group of its name and
may overlap; `doc.ents` holds the entities as far as they do not, longest first, and the rest is
told of. Where the entities are not known, tokens outside of them are *missing*: nothing is to be
learned from them. Rows and losses are plain tuples, since they come from another process.
"""

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import spacy
import srsly.msgpack
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

# annotation id, start, end, label; code points
SpanRow = tuple[str, int, int, str]
# article id, text, layer → spans, whether the entities are known, categories, user data
Row = tuple[str, str, dict[str, list[SpanRow]], bool, dict[str, float], dict[str, Any]]
# kind, article id, annotation id, where it is now, quote, start, end
PlainLoss = tuple[str, str, str, str, str, int, int]

TOKENIZER = "spacy.blank('en')"
ENTITY = "entity"
USER_DATA = "workbench"

# srsly asks the metadata of every installed package for encoders, six times a document: half of the
# time that packing took. Plain values, which are all that is packed here, need none.
srsly.msgpack.msgpack_encoders.entry_points = False


# What is being packed, by name: rows come some at a time, so that nobody holds them all.
_BEGUN: dict[str, DocBin] = {}
_PIECE = 1_000_000  # bytes of a file that are handed back at once


def begin(name: str) -> Iterator[PlainLoss]:
    """Begin a file; what was begun before and never finished is forgotten."""
    _BEGUN.clear()
    _BEGUN[name] = DocBin(store_user_data=True)
    yield from ()


def add(name: str, rows: Iterable[Row]) -> Iterator[PlainLoss | None]:
    """Add rows to a file; yields None at once, for they have come, then what had to be changed.

    Offsets count code points. The same rows give the same bytes.
    """
    packed = _BEGUN[name]
    yield None
    for row in rows:
        losses: list[PlainLoss] = []
        packed.add(_doc(_tokenizer(), row, losses))
        yield from losses


def finish(name: str) -> Iterator[bytes]:
    """The bytes of a file with all rows that were added, piece by piece."""
    packed = _BEGUN.pop(name).to_bytes()
    for start in range(0, len(packed), _PIECE):
        yield packed[start : start + _PIECE]


@functools.cache
def _tokenizer() -> Callable[[str], Doc]:
    """The tokenizer that goes by the name of `TOKENIZER`."""
    return spacy.blank("en").tokenizer


def _doc(tokenizer: Callable[[str], Doc], row: Row, losses: list[PlainLoss]) -> Doc:
    """One row as a document."""
    article, text, groups, entities_known, categories, said = row
    doc = tokenizer(text)
    for layer, spans in groups.items():
        doc.spans[layer] = list(_on_tokens(doc, row, spans, losses))
    default = "outside" if entities_known else "missing"
    doc.set_ents(_entities(doc, article, losses), default=default)
    doc.cats = categories
    doc.user_data[USER_DATA] = said
    return doc


def _on_tokens(
    doc: Doc, row: Row, spans: Iterable[SpanRow], losses: list[PlainLoss]
) -> Iterator[Span]:
    """Spans on token borders; those that did not fall on them are told of."""
    article, text, *_ = row
    for id, start, end, label in spans:
        span = doc.char_span(start, end, label=label, span_id=id, alignment_mode="expand")
        if span is None or not len(span):
            losses.append(("no_token", article, id, "", text[start:end], start, end))
            continue
        if (span.start_char, span.end_char) != (start, end):
            now = f"{span.start_char}–{span.end_char}: {span.text}"
            losses.append(("span_widened", article, id, now, text[start:end], start, end))
        yield span


def _entities(doc: Doc, article: str, losses: list[PlainLoss]) -> list[Span]:
    """The entities that do not overlap, longest first; the others stay in their group alone."""
    group = list(doc.spans[ENTITY]) if ENTITY in doc.spans else []
    chosen = filter_spans(group)
    ids = {span.id for span in chosen}
    for span in group:
        if span.id not in ids:
            place = (span.text, span.start_char, span.end_char)
            losses.append(("entity_overlap", article, span.id_, span.label_, *place))
    return chosen
