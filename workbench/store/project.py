"""An open project: the one door through which rooms above read and write the file.

The same object serves the interface's thread and the store's: each call takes a connection of its
own from the pool, and SQLite's locks order the writes. `news` tells what other processes committed.
"""

import contextlib
import logging
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Executable, Row, Table, func, select
from sqlalchemy.exc import IntegrityError

from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.store import copies, displaced, held, journal, schema, sqlite, undo
from workbench.store.halting import Halt
from workbench.store.reader import Snapshot
from workbench.store.strides import Strides, run_through
from workbench.store.transaction import Kind, Transaction


class Project:
    """A project file that is open; `id` is shared by its copies, `copy` is this file's own.

    One that is `only_read` is a private copy of its `origin` in a folder `aside`, which goes with
    it: what the file derives from the rest is kept there, and no act is taken.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        origin: Path | None = None,
        aside: TemporaryDirectory[str] | None = None,
    ) -> None:
        self.path = path
        self.origin = origin or path
        self.only_read = aside is not None
        self._aside = aside
        self._engine = engine
        self._place = held.place(path)
        held.hold(self, self._place)
        with sqlite.writing(engine, path) as connection:
            self.id = copies.project_of(connection)
            self.copy = copies.copy_of(connection, path)
            self._seen = journal.last_seq(connection)
        self.behind = False
        self._beside: threading.Thread | None = None
        self._halt = Halt()
        self._watch: Connection | None = None
        self._data_version = 0

    def rows(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        """The rows of a query, from one snapshot of the file."""
        with sqlite.reading(self._engine, self.path) as connection:
            return connection.execute(statement, parameters or {}).fetchall()

    @property
    def engine(self) -> Engine:
        """What reads the file."""
        return self._engine

    def images(self, table: Table) -> Iterator[dict[str, Any]]:
        """Every row of a table as a mapping, without holding them all."""
        with sqlite.reading(self._engine, self.path) as connection:
            for row in (
                connection.execution_options(yield_per=500).execute(select(table)).mappings()
            ):
                yield dict(row)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on one snapshot, for the store's own longer reads."""
        with sqlite.reading(self._engine, self.path) as connection:
            yield connection

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """A reader for several queries that belong together."""
        with self.reading() as connection:
            yield Snapshot(connection)

    def beside(self, act: Callable[[Connection, Halt], object]) -> None:
        """Do something with the file as it stands now, in a thread of its own, while work goes on.

        Where something of the kind is still at work, this is left out. Closing waits for its end,
        unless it is broken off.
        """
        if self._beside is not None and self._beside.is_alive():
            return
        with contextlib.ExitStack() as stack:
            connection = stack.enter_context(self.reading())
            connection.execute(select(func.count()).select_from(schema.project)).all()  # begins it
            ending = stack.pop_all()

        def run() -> None:
            with ending:
                act(connection, self._halt)

        self._beside = threading.Thread(target=run, name="beside")
        self._beside.start()

    def wait(self) -> None:
        """Wait for what is done beside the work."""
        if self._beside is not None:
            self._beside.join()

    def break_off(self) -> None:
        """Break off what is done beside the work, and let nothing more be done there."""
        if self._beside is not None:
            self._halt.end(self._beside)

    @contextlib.contextmanager
    def maintaining(self) -> Iterator[Connection]:
        """A writing connection for what the file derives from the rest, and the journal omits.

        It does not wait for the disk: what a loss of power takes is derived again.
        """
        self._check_place()
        with sqlite.writing(self._engine, self.path, lasting=False) as connection:
            yield connection

    def _check_acts(self) -> None:
        """Refuse an act where the file is only read, or is no longer at its place."""
        if self.only_read:
            raise UserError("store.only_read", path=self.origin)
        self._check_place()

    def _check_place(self) -> None:
        """Refuse to write where the file is no longer at its place.

        The system would let SQLite write on into a file that was deleted or replaced, and all of
        that would be gone when it closes. Once it is back at its place, it is written to again.
        """
        if not self.is_at_place():
            raise UserError("store.gone", path=self.path)

    def is_at_place(self) -> bool:
        """Whether the file that was opened still is the one at its place."""
        return held.place(self.path) == self._place

    def is_replaced(self) -> bool:
        """Whether another file took the place of the one that was opened."""
        return held.place(self.path) not in {self._place, None}

    @contextlib.contextmanager
    def transaction(
        self,
        verb: str,
        *,
        person: str,
        params: Mapping[str, object] | None = None,
        kind: Kind = "act",
        step: str = "",
        lasting: bool = True,
    ) -> Iterator[Transaction]:
        """One act: what is written inside commits whole and is journalled, or never happened.

        Several transactions with the same `step` are one act to undo; those that are not `lasting`
        wait for `make_lasting`. Read `changes` afterwards.
        """
        self._check_acts()
        with sqlite.writing(self._engine, self.path, lasting=lasting) as connection:
            transaction = Transaction(
                connection,
                verb=verb,
                person=person,
                copy=self.copy,
                params=params,
                kind=kind,
                step=step,
            )
            yield transaction
            transaction.flush()

    def next_step(self, person: str, way: undo.Way) -> undo.Step | None:
        """The act that the person's next undo or redo turns, or None."""
        with sqlite.reading(self._engine, self.path) as connection:
            return undo.next_step(connection, person, way)

    def size_of_step(self, step: str) -> int:
        """What an act weighs in the journal, in characters."""
        with sqlite.reading(self._engine, self.path) as connection:
            return journal.size_of_step(connection, step)

    def turn(self, person: str, way: undo.Way) -> Changes:
        """Undo or redo the person's next act; refused where others built on it."""
        return run_through(self.turning(person, way))

    def turning(self, person: str, way: undo.Way) -> Strides[Changes]:
        """The same, row by row."""
        with self._turning() as connection:
            step = undo.next_step(connection, person, way)
            if step is None:
                raise UserError(f"store.nothing_to_{way}")
            transaction = yield from self._turned(connection, step, person, way=way, kind=way)
        return transaction.changes

    def take_back(self, person: str, step: str) -> Changes:
        """Undo one of the person's acts out of its turn, as a new act; refused like any undo."""
        return run_through(self.taking_back(person, step))

    def taking_back(self, person: str, step: str) -> Strides[Changes]:
        """The same, row by row."""
        with self._turning() as connection:
            wanted = undo.step_to_take_back(connection, person, step)
            named = undo.Step(wanted.id, "take_back", {**wanted.params, "verb": wanted.verb})
            transaction = yield from self._turned(connection, named, person, way="undo", kind="act")
        return transaction.changes

    @contextlib.contextmanager
    def _turning(self) -> Iterator[Connection]:
        """A writing connection to turn an act on; what does not fit is refused at the end."""
        self._check_acts()
        try:
            with sqlite.writing(self._engine, self.path) as connection:
                yield connection
        except IntegrityError as error:
            raise UserError("store.undo_conflict") from error

    def _turned(
        self, connection: Connection, step: undo.Step, person: str, *, way: undo.Way, kind: Kind
    ) -> Strides[Transaction]:
        transaction = Transaction(
            connection,
            verb=step.verb,
            person=person,
            copy=self.copy,
            params=step.params,
            kind=kind,
            target=step.id,
        )
        yield from undo.turn(transaction, connection, step.id, way)
        transaction.flush()
        return transaction

    def news(self, *, besides: Collection[str] = ()) -> list[Changes]:
        """What was committed since the last call, by this process or another, oldest first.

        Acts of the steps `besides` are known to the caller and left out. Costs one pragma while
        nobody writes. Much at once is told in several calls: `behind` says that more is to come.
        """
        if not self._something_new() and not self.behind:
            return []
        with sqlite.reading(self._engine, self.path) as connection:
            found, self._seen = journal.news_after(connection, self._seen, besides=besides)
            self.behind = self._seen < journal.last_seq(connection)
        return found

    def _something_new(self) -> bool:
        """Whether another connection has committed since the last look."""
        if self._watch is None:
            self._watch = self._engine.connect()
        version = self._watch.exec_driver_sql("PRAGMA data_version").scalar_one()
        self._watch.rollback()
        changed = bool(version != self._data_version)
        self._data_version = version
        return changed

    def make_lasting(self) -> None:
        """Wait until all that was committed is on the disk: the end of an act of many parts."""
        sqlite.make_lasting(self._engine, self.path)

    def checkpoint(self, *, waits: bool = False) -> None:
        """Move the write-ahead log into the file; for idle moments and the end."""
        if not self.is_replaced():  # the log may be that of the other file by now
            sqlite.checkpoint(self._engine, self.path, waits=waits)

    def drain(self) -> None:
        """Keep the write-ahead log from growing, beside those who write."""
        if not self.is_replaced():
            sqlite.drain(self._engine, self.path)

    def close(self) -> Path | None:
        """Close the file whole, so that a copy of it alone holds everything.

        Where another took its place meanwhile, that is left as it is, and what it lacks of this one
        is kept in a file beside it, whose path is returned.
        """
        self.wait()
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        with contextlib.suppress(UserError):
            self.checkpoint(waits=True)
        kept = self._keep_aside() if self.is_replaced() else None
        self._engine.dispose()
        held.let_go(self)
        if self._aside is not None:
            self._aside.cleanup()
        return kept

    def _keep_aside(self) -> Path | None:
        """Keep what the file that came lacks of this one, and take away the log of this one."""
        try:
            with self.reading() as connection:
                kept = displaced.keep(connection, self.path)
        except UserError as error:
            logging.getLogger(__name__).warning("%s", error)
            return None
        self._engine.dispose()
        displaced.remove_foreign_log(self.path)
        return kept
