"""Tables of articles: CSV and its kin, one article a row.

The delimiter is the one that splits the header into the most columns, as the header is the one
line whose meaning we know. Quoting is read strictly: a quotation mark that is never closed would
otherwise swallow the rest of the file into one article without a word.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from workbench.domain.errors import UserError
from workbench.intake.columns import field_columns, found_in, meanings
from workbench.intake.decoding import Decoded, decode
from workbench.intake.incoming import MAX_BYTES, Found, Incoming, IntakeOptions

if TYPE_CHECKING:
    import _csv

_DELIMITERS = ",;\t|"


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found | UserError]:
    """The articles of a table; rows that cannot be taken are given as errors that name the line.

    Raises `UserError` where no column holds text, or no row can be found any more.
    """
    table = _opened(incoming, options)
    header, said = table.header, meanings(options.columns)
    for column in said:
        if column not in header:
            raise _missing("intake.no_such_column", header, column=column)
    columns = field_columns(header, said)
    if "text" not in columns:
        raise _missing("intake.no_text_column", header)
    while (row := _next_row(table.rows)) is not None:
        if any(cell.strip() for cell in row):
            yield _found(table, columns, row, said)


def sample(incoming: Incoming, options: IntakeOptions) -> Iterator[Mapping[str, str]]:
    """The rows of a table as they stand, a surplus cell left out; the first is the header's."""
    table = _opened(incoming, options)
    yield dict.fromkeys(table.header, "")
    while (row := _next_row(table.rows)) is not None:
        yield dict(zip(table.header, row, strict=False))


class _Table(NamedTuple):
    """A table that was opened: its header, and the rows yet to come."""

    header: list[str]
    rows: "_csv.Reader"
    decoded: Decoded


def _opened(incoming: Incoming, options: IntakeOptions) -> _Table:
    """A table, read up to its header."""
    decoded = decode(incoming.data, encoding=options.encoding)
    text = decoded.text.removeprefix("\ufeff")
    # The module's own limit, one for the whole process, is 131,072 characters a cell.
    csv.field_size_limit(MAX_BYTES)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    return _Table(_next_row(rows) or [], rows, decoded)


def _missing(key: str, header: list[str], **values: object) -> UserError:
    """The refusal of a table for what its header lacks."""
    return UserError(key, columns=", ".join(header) or "none", **values)


def _delimiter(text: str) -> str:
    """What separates the columns."""
    header = text.lstrip("\n").partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _next_row(rows: Iterator[list[str]]) -> list[str] | None:
    """The next row, None at the end; raises `UserError` where quoting is broken."""
    try:
        return next(rows, None)
    except csv.Error as error:
        line = getattr(rows, "line_num", 0)
        raise UserError("intake.broken_table", line=line, reason=str(error)) from error


def _found(
    table: _Table, columns: dict[str, str], row: list[str], said: Mapping[str, str]
) -> Found | UserError:
    """The article of a row; missing cells at its end are empty, surplus ones refused."""
    header, line = table.header, table.rows.line_num
    if len(row) > len(header):
        return UserError("intake.surplus_cells", line=line, found=len(row), columns=len(header))
    cells = row + [""] * (len(header) - len(row))
    # The first of two columns with one name counts, as it does for the fields.
    record: dict[str, object] = dict(zip(reversed(header), reversed(cells), strict=True))
    found = found_in(record, columns=columns, decoded=table.decoded, said=said)
    return found if found.text.strip() else UserError("intake.empty_line", line=line)
