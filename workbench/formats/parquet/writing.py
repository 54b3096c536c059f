"""Both tables, written some rows at a time, since a corpus need not fit into memory."""

from collections.abc import Iterable
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.formats.holding import (
    ALL_WORK,
    METADATA,
    ZONES,
    tell_unheld,
    tell_unheld_of_article,
)
from workbench.formats.out_folder import OutFolder
from workbench.formats.parquet.rows import Row, span_row, token_row
from workbench.formats.tokens import Tokenize, layers_on_tokens, tokens_of
from workbench.formats.views import tell_repeated, views

HOLDS = ALL_WORK | {METADATA, ZONES}
_AT_ONCE = 500  # rows that are written together


def _table(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


def _list_of(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct(list(fields.items())))


def _texts(*names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names, pa.string())


_RANGE = {"start": pa.int32(), "end": pa.int32()}
SPANS = _table(
    **_texts("id", "annotator", "title", "language", "file", "text"),
    finished=pa.list_(pa.string()),
    spans=_list_of(
        **_texts("id", "layer", "label"),
        **_RANGE,
        fragments=_list_of(**_RANGE),
        **_texts("quote", "attributes", "note", "unsure", "answer", "created", "modified"),
        scheme_version=pa.int32(),
        **_texts("by", "suggester", "suggestion"),
        score=pa.float64(),
        **_texts("carried_from"),
    ),
    relations=_list_of(
        **_texts("id", "type", "head", "tail", "attributes", "note", "created", "modified")
    ),
    labels=_list_of(name=pa.string(), values=pa.list_(pa.string())),
    zones=_list_of(kind=pa.string(), **_RANGE),
    appearances=_list_of(**_texts("source", "url", "author", "published", "file")),
    **_texts("meta"),
)
TOKENS = _table(
    **_texts("id", "annotator", "layer"),
    level=pa.int32(),
    tokens=pa.list_(pa.string()),
    starts=pa.list_(pa.int32()),
    ends=pa.list_(pa.int32()),
    sentences=pa.list_(pa.int32()),
    ner_tags=pa.list_(pa.string()),
)


class ParquetWriter:
    """Writes both tables into one folder."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose, *, tokenize: Tokenize) -> None:
        self._order, self._lose, self._tokenize = order, lose, tokenize
        self._spans = _File(folder, "spans.parquet", SPANS)
        self._tokens = _File(folder, "tokens.parquet", TOKENS)
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article for each who finished a layer of it; how many spans there are."""
        tokens = tokens_of(article, self._tokenize, cut=self._order.cut)
        found = list(views(article, any_status=self._order.any_status, lose=self._lose))
        tell_repeated(found, self._lose)
        for view in found:
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            self._spans.add([span_row(view)])
            self._tokens.add(
                token_row(view, layer, number, level, tokens)
                for layer, tagged in layers_on_tokens(
                    view, tokens, on_loss=self._order.on_loss, lose=self._lose_tag
                )
                for number, level in enumerate(tagged, start=1)
            )
        return sum(len(view.annotations) for view in found)

    def finish(self) -> None:
        """Write the rows that wait, and close both files."""
        self._spans.close()
        self._tokens.close()

    def _lose_tag(self, loss: Loss) -> None:
        """Tell of a span that has other tags than its place: the table of spans has it whole."""
        self._lose(replace(loss, kind="tags_differ", detail=f"{loss.kind} {loss.detail}".strip()))


writer = ParquetWriter


class _File:
    """One table in its file."""

    def __init__(self, folder: OutFolder, name: str, schema: pa.Schema) -> None:
        self._schema = schema
        self._writer = pq.ParquetWriter(folder.path / name, schema)
        self._rows: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        self._rows += rows
        if len(self._rows) >= _AT_ONCE:
            self._write()

    def close(self) -> None:
        self._write()
        self._writer.close()

    def _write(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()
