"""Packing articles for spaCy: a `DocBin` whose tokens are those of the tokenizer, untouched.

They must be the same when a model runs later, so a span that does not fall on token borders is
widened to them and told of. Spans of a layer lie in a span group of its name and may overlap;
`doc.ents` holds the entities as far as they do not, longest first, and the rest is told of.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

# id, start, end, label
SpanRow = tuple[str, int, int, str]
Row = tuple[str, str, dict[str, list[SpanRow]], bool, dict[str, float], dict[str, Any]]
# kind, article id, annotation id, what was done
PlainLoss = tuple[str, str, str, str]

TOKENIZER = "spacy.blank('en')"
ENTITY = "entity"


def pack(rows: Iterable[Row], path: str) -> Iterator[PlainLoss]:
    """Write rows to a file; yields what had to be changed to fit tokens.

    The file is complete when the iterator ends. Bytes are the same for the same rows.
    """
    language = spacy.blank("en")
    bin_ = DocBin(store_user_data=True)
    for row in rows:
        losses: list[PlainLoss] = []
        bin_.add(_doc(language, row, losses))
        yield from losses
    Path(path).write_bytes(bin_.to_bytes())


def _doc(language: Language, row: Row, losses: list[PlainLoss]) -> Doc:
    article, text, groups, entities_known, cats, said = row
    language.max_length = max(language.max_length, len(text) + 1)
    doc = language.make_doc(text)
    for layer, spans in groups.items():
        fitted = [_fitted(doc, article, span, losses) for span in spans]
        doc.spans[layer] = [span for span in fitted if span is not None]
    if entities_known:
        _set_entities(doc, article, losses)
    else:
        doc.set_ents([], default="missing")
    doc.cats = cats
    doc.user_data["workbench"] = said
    return doc


def _fitted(doc: Doc, article: str, row: SpanRow, losses: list[PlainLoss]) -> Span | None:
    """A span on token borders; widened and told of where it did not fall on them."""
    id, start, end, label = row
    span = doc.char_span(start, end, label=label, span_id=id, alignment_mode="expand")
    if span is None:
        losses.append(("no_token", article, id, f"{start}–{end} covers no token: left out"))
    elif (span.start_char, span.end_char) != (start, end):
        widened = f"{start}–{end} became {span.start_char}–{span.end_char}: {span.text[:80]}"
        losses.append(("span_widened", article, id, widened))
    return span


def _set_entities(doc: Doc, article: str, losses: list[PlainLoss]) -> None:
    """The entities that do not overlap, longest first; the others stay in their span group."""
    group = list(doc.spans.get(ENTITY, ()))
    chosen = filter_spans(group)
    ids = {span.id for span in chosen}
    for span in group:
        if span.id not in ids:
            kept = f"{span.text[:80]}: in doc.spans only, it overlaps another"
            losses.append(("entity_overlap", article, span.id_, kept))
    doc.set_ents(chosen, default="outside")
