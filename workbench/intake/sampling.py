"""A look at a table before it is taken in: its columns, what each is taken for, and its first rows.

Files of JSON lines are tables too, whose columns are all keys of the lines that are looked at.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.intake.columns import META, field_columns, meanings
from workbench.intake.incoming import Incoming, IntakeOptions
from workbench.intake.reading import FORMATS, sources

ROWS = 50
EXAMPLES = 3
LONGEST = 200  # characters of an example

_TABLES = frozenset({"table", "lines"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the field that it is taken for, and the first values in it."""

    name: str
    field: str
    examples: tuple[str, ...]


def columns_of(path: Path, options: IntakeOptions) -> tuple[Column, ...]:
    """The columns of the first table in a file or an archive; none where there is none.

    Never raises for what a file is or holds: whoever reads it will say what is wrong with it.
    """
    try:
        tables = (source for _, source in sources(path, options) if _is_table(source))
        first = next(tables, None)
        return _columns(first, options) if isinstance(first, Incoming) else ()
    except UserError:
        return ()


def _is_table(source: Incoming | UserError) -> bool:
    return isinstance(source, Incoming) and FORMATS[source.suffix] in _TABLES


def _columns(table: Incoming, options: IntakeOptions) -> tuple[Column, ...]:
    """The columns of a table, with what each is taken for."""
    read = import_module(f"workbench.intake.{FORMATS[table.suffix]}").sample
    records = list(_until_broken(islice(read(table, options), ROWS)))
    names = list(dict.fromkeys(name for record in records for name in record))
    said = meanings(options.columns)
    fields = {column: field for field, column in field_columns(names, said).items()}
    return tuple(
        Column(name, fields.get(name) or said.get(name) or META, _examples(name, records))
        for name in names
    )


def _until_broken(records: Iterable[Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
    """The records before the first that cannot be read."""
    try:
        yield from records
    except UserError:
        return


def _examples(name: str, records: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The first different values in a column, each on one line."""
    values = (" ".join(record.get(name, "")[:LONGEST].split()) for record in records)
    return tuple(islice(dict.fromkeys(filter(None, values)), EXAMPLES))
