"""JSON lines without annotations: one article a line, keys named like the columns of a table.

Lines with annotations are a corpus, which other readers take; `annotated` tells the two apart.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from workbench.domain.errors import UserError
from workbench.intake.columns import as_text, field_columns, found_in, meanings
from workbench.intake.decoding import Decoded, decode
from workbench.intake.incoming import Found, Incoming, IntakeOptions


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found | UserError]:
    """The articles of a file of JSON lines; a line that cannot be taken is given as an error.

    Raises `UserError` for what is no text.
    """
    decoded = decode(incoming.data, encoding=options.encoding)
    said = meanings(options.columns)
    for number, line in _lines(decoded):
        yield _found(line, number, decoded, said)


def sample(incoming: Incoming, options: IntakeOptions) -> Iterator[Mapping[str, str]]:
    """The lines as they stand, by their keys; what is no object is passed over."""
    for _, line in _lines(decode(incoming.data, encoding=options.encoding)):
        with suppress(ValueError, RecursionError):
            record = json.loads(line)
            if isinstance(record, dict):
                yield {key: as_text(value) for key, value in _flat(record).items()}


def _lines(decoded: Decoded) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, by their numbers."""
    for number, line in enumerate(decoded.text.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            yield number, line


def _found(line: str, number: int, decoded: Decoded, said: Mapping[str, str]) -> Found | UserError:
    """The article of one line, or why it cannot be taken."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return UserError("intake.not_json", line=number)
    if not isinstance(record, dict):
        return UserError("intake.not_an_object", line=number)
    flat = _flat(record)
    columns = field_columns(flat, said)
    if "text" not in columns:
        return UserError("intake.no_text_key", line=number, keys=", ".join(flat) or "none")
    found = found_in(flat, columns=columns, decoded=decoded, said=said)
    return found if found.text.strip() else UserError("intake.empty_line", line=number)


def _flat(record: dict[str, Any]) -> dict[str, object]:
    """A record with the keys of its "meta" beside its own, which come first."""
    meta = record.get("meta")
    if not isinstance(meta, dict):
        return record
    return {**meta, **{key: value for key, value in record.items() if key != "meta"}}
