"""JSON as the tables hold it: compact, and written by a library that is ten times the standard one.

Every act is written down with the rows before and after it, and what is finished is kept again, so
that a corpus that comes in is written out twice as JSON: with the standard library that cost more
than to insert it.
"""


def as_json(value: object) -> str:
    """A value of dicts, lists, texts, numbers and None as compact JSON.

    A row that was read has names of columns for keys, which SQLAlchemy makes a kind of `str`.
    """
    import orjson  # noqa: PLC0415 - the first screen writes no row

    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
