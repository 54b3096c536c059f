"""Old entries of the journal, packed: their rows compressed, many entries in one piece.

The journal is never cut, and most of it is read by nobody for years. What an entry did to its rows
is most of its size, and neighbours say nearly the same with the same ids: together they take a
ninth of the room. Who, when, which verb and which article stay as they are, so that everything is
found by them as before; the rows of a packed entry are empty, and are read out of the pack of its
`seq`. A pack holds the entries up to its last one, and those after it are in the next.

What comes out of a pack is what went in, to the letter. `compacting` makes them.
"""

import zlib
from collections.abc import Mapping

from sqlalchemy import bindparam, select

from workbench.domain.errors import UserError
from workbench.store.reader import Reader
from workbench.store.schema import journal_pack

LARGEST = 8_000_000  # characters of an entry that is packed
_MOST = 4 * LARGEST + 2_000_000  # bytes that a pack of ours can hold: such an entry, and small ones


def pack(texts: Mapping[int, str]) -> bytes:
    """Pack the rows of entries, given by `seq` as JSON on one line each."""
    lines = (f"{seq} {text}" for seq, text in texts.items())
    return zlib.compress("\n".join(lines).encode())


def unpack(data: bytes) -> dict[int, str]:
    """The rows of entries by `seq`; raises `ValueError` where the data are no pack of ours.

    A crafted one may be a bomb, so that no more is made of it than we would have put in.
    """
    reading = zlib.decompressobj()
    try:
        text = reading.decompress(data, _MOST).decode()
    except zlib.error as error:
        raise ValueError("not a pack") from error
    if not reading.eof:
        raise ValueError("cut short, or a bomb")
    lines = (line.partition(" ") for line in text.split("\n"))
    return {int(seq): rows for seq, _, rows in lines}


class Packs:
    """Reads packs for whoever goes through entries in order: each is unpacked once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._texts: Mapping[int, str] = {}

    def rows_of(self, seq: int, rows: str) -> str:
        """The rows of an entry as JSON, whether they stand in it or in a pack.

        Raises `UserError` where a file is damaged.
        """
        if rows:
            return rows
        try:
            if seq not in self._texts:
                self._texts = unpack(self._reader.rows(_PACK, {"seq": seq})[0].data)
            return self._texts[seq]
        except (LookupError, ValueError) as error:
            raise UserError("store.history_damaged") from error


_PACK = (
    select(journal_pack.c.data)
    .where(journal_pack.c.last >= bindparam("seq"))
    .order_by(journal_pack.c.last)
    .limit(1)
)
