"""A look before import: what files would give, as they are read now or as a person says.

The encoding, the columns of tables and what names of files say are all easy to get wrong and hard
to mend afterwards, so they are shown first. Nothing is written.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.intake.columns import meanings
from workbench.intake.file_names import pattern_of
from workbench.intake.incoming import IntakeOptions
from workbench.intake.sampling import Column
from workbench.operations.child import Call
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker

_TASK = "workbench.operations.look_work:look"
_AT_MOST = 60.0  # seconds, since a file may be made to keep its reader busy for ever


@dataclass(frozen=True, slots=True)
class Glance:
    """An article as it would come in; `guessed` says that its encoding is not certain.

    One that is `unnamed` stands in a file whose name does not fit the pattern.
    """

    where: str
    title: str
    source: str
    author: str
    published: str
    language: str
    encoding: str
    guessed: bool
    opening: str
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How many files there are, which bring annotations, and what the first others give.

    `columns` are those of the first table among them.
    """

    files: int = 0
    annotated: tuple[str, ...] = ()
    seen: tuple[Glance | Refusal, ...] = ()
    columns: tuple[Column, ...] = ()
    refusal: UserError | None = None

    @property
    def articles(self) -> tuple[Glance, ...]:
        """What would come in."""
        return tuple(item for item in self.seen if isinstance(item, Glance))

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """What would not come in, and why."""
        return tuple(item for item in self.seen if isinstance(item, Refusal))


def look(
    paths: Sequence[Path], *, options: IntakeOptions, worker: Worker | None = None
) -> LongVerb[Look]:
    """What files and folders would give; what is wrong with the options is part of the answer."""
    reader = worker or Worker()
    yield Progress(0, 1)
    try:
        check_options(options)
        call = Call(_TASK, ([str(path) for path in paths], options), _AT_MOST)
        with closing(reader.run_calls([call])) as stream:
            return cast("Look", next(cast("Iterator[object]", stream)))
    except UserError as refusal:
        return Look(refusal=refusal)
    finally:
        if worker is None:
            reader.close()


def check_options(options: IntakeOptions) -> None:
    """Raise `UserError` for what is wrong with options whatever the files hold."""
    meanings(options.columns)
    if options.names:
        pattern_of(options.names)
    if options.encoding:
        _check_encoding(options.encoding)


def _check_encoding(encoding: str) -> None:
    """Raise `UserError` for what is no encoding of text: some codecs are of other things."""
    try:
        b"a".decode(encoding, errors="replace")
    except (LookupError, ValueError) as error:
        raise UserError("intake.unknown_encoding", encoding=encoding) from error
