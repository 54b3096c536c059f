"""Zip and tar: the files in an archive one after another, each as if it lay in a folder.

Nothing is ever written to the disk, so that no name in an archive can reach a place outside; what
has such a name is refused all the same, as no honest program makes it. Sizes are not believed: what
comes out is counted while it comes, for a whole archive and for what stands between two files, and
an archive that gives more than it may is left there and then.
"""

import bz2
import gzip
import lzma
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, cast

from workbench.domain.errors import UserError
from workbench.intake.endings import ARCHIVES, suffix_of
from workbench.intake.foreign import parsed
from workbench.intake.incoming import MEGABYTE, IntakeOptions, check_readable, check_size

MAX_ARCHIVE = 200_000_000
MAX_UNPACKED = 1_000_000_000
MOST_MEMBERS = 20_000

_HEADERS = 1_000_000  # bytes between two files: their headers, padding, and what is read ahead
_CHUNK = 1_000_000
_ENTRY = b"PK\x01\x02"  # begins each entry of a zip's directory
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 1
_LINK = 0o120000
_KIND = 0o170000
_OUTSIDE = re.compile(r"\A(?:[/\\]|[A-Za-z]:)|(?:\A|[/\\])\.\.(?:[/\\]|\Z)")
_HIDDEN = re.compile(r"(?:\A|/)(?:\.(?!\.?(?:/|\Z))|~\$|__MACOSX/)")

Member = tuple[str, bytes | UserError]
Unpacker = Callable[[Path, IntakeOptions], Iterator[Member]]


def members(path: Path, options: IntakeOptions) -> Iterator[Member]:
    """The files in an archive with their names there, each its bytes or why it is not taken.

    Hidden files are passed over. Raises `UserError` where the archive itself ends the reading.
    """
    check_readable(path)
    count = 0
    for name, content in _UNPACKERS[suffix_of(path.name)](path, options):
        count += 1
        yield name, _refusal_of_name(name) or content
    if not count:
        raise UserError("intake.empty_archive")


def _refusal_of_name(name: str) -> UserError | None:
    """Why a file of this name is not taken, if it is not."""
    if _OUTSIDE.search(name):
        return UserError("intake.archive_path")
    return UserError("intake.archive_nested") if suffix_of(name) in ARCHIVES else None


# --- zip


def _unzipped(path: Path, options: IntakeOptions) -> Iterator[Member]:
    """The files in a zip, by name."""
    if _occurrences(path, _ENTRY) > MOST_MEMBERS:
        raise _too_many()
    with parsed(lambda: zipfile.ZipFile(path), kind="zip") as archive:
        wanted = [
            info
            for info in archive.infolist()
            if _is_wanted(info.filename, info.filename.endswith("/"))  # `is_dir` wants a name
        ]
        _check_unpacked(sum(info.file_size for info in wanted))
        for info in sorted(wanted, key=lambda info: info.filename):
            yield info.filename, _attempt(lambda info=info: _inflated(archive, info, options))  # type: ignore[misc]  # bound now


def _occurrences(path: Path, mark: bytes) -> int:
    """How often a mark occurs in a file, which is no less than there are entries behind it."""
    count, rest = 0, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            count += (rest + chunk).count(mark)
            rest = chunk[1 - len(mark) :]
    return count


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo, options: IntakeOptions) -> bytes:
    """The bytes of a file in a zip; raises `UserError` where it is none that may be read."""
    if info.external_attr >> 16 & _KIND == _LINK:
        raise UserError("intake.archive_link")
    if info.flag_bits & _ENCRYPTED:
        raise UserError("intake.archive_locked")
    if info.compress_type not in _PACKED:
        raise UserError("intake.archive_packing")
    check_size(info.file_size, options.max_bytes)
    with parsed(lambda: archive.open(info), kind="zip") as file:
        data = parsed(lambda: file.read(options.max_bytes + 1), kind="zip")
    check_size(len(data), options.max_bytes)
    return data


# --- tar


class _Bounded:
    """A stream that gives no more bytes than it is allowed, whatever is packed in it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._given = self._allowed = 0

    def allow(self, size: int) -> None:
        """Let this many bytes more be read from here, and what headers take."""
        self._allowed = self._given + size + _HEADERS
        _check_unpacked(self._allowed)

    def read(self, size: int) -> bytes:
        """The next bytes; raises `UserError` where they are more than allowed."""
        data = self._stream.read(size)
        self._given += len(data)
        if self._given > self._allowed:
            raise UserError("intake.archive_bomb")
        return data


def _untarred(opened: Callable[[Path], IO[bytes]]) -> Unpacker:
    """The reader of tar archives that are packed in one way."""

    def unpack(path: Path, options: IntakeOptions) -> Iterator[Member]:
        with opened(path) as packed:
            yield from _tar_members(_Bounded(packed), options)

    return unpack


def _tar_members(stream: _Bounded, options: IntakeOptions) -> Iterator[Member]:
    """The files in a tar as they stand there."""
    stream.allow(0)
    # A stream is read forwards alone, so that nothing is unpacked twice.
    file = cast("IO[bytes]", stream)
    with parsed(lambda: tarfile.open(mode="r|", fileobj=file), kind="tar") as archive:
        for info in _tar_infos(archive, stream):
            if _is_wanted(info.name, info.isdir()):
                yield info.name, _attempt(partial(_extracted, archive, info, options))


def _tar_infos(archive: tarfile.TarFile, stream: _Bounded) -> Iterator[tarfile.TarInfo]:
    """What stands in a tar, with leave to read each."""
    seen = 0
    while (info := parsed(archive.next, kind="tar")) is not None:
        seen += 1
        if seen > MOST_MEMBERS:
            raise _too_many()
        stream.allow(info.size)
        yield info
    _check_end(archive)


def _check_end(archive: tarfile.TarFile) -> None:
    """Refuse a tar that goes on behind what the library takes for its end: a damaged header."""
    rest = archive.fileobj
    if rest is not None and parsed(lambda: rest.read(tarfile.RECORDSIZE), kind="tar").strip(b"\0"):
        raise UserError("intake.damaged", kind="tar", reason="a header cannot be read")


def _extracted(archive: tarfile.TarFile, info: tarfile.TarInfo, options: IntakeOptions) -> bytes:
    """The bytes of a file in a tar; raises `UserError` where it is none that may be read."""
    if info.issym() or info.islnk():
        raise UserError("intake.archive_link")
    if not info.isreg():
        raise UserError("intake.not_a_file")
    check_size(info.size, options.max_bytes)
    file = parsed(lambda: archive.extractfile(info), kind="tar")
    return parsed(file.read, kind="tar") if file is not None else b""


# --- both


def _attempt(read: Callable[[], bytes]) -> bytes | UserError:
    """The bytes of one file, or why it is not taken, which stops no other."""
    try:
        return read()
    except UserError as error:
        if error.key == "intake.archive_bomb":
            raise
        return error


def _is_wanted(name: str, folder: bool) -> bool:  # noqa: FBT001 - as both libraries say it
    """Whether a name in an archive is that of a file that a person may want to take in."""
    return not folder and not _HIDDEN.search(name)


def _check_unpacked(size: int) -> None:
    """Refuse an archive that would take more room than any real one."""
    if size > MAX_UNPACKED:
        raise UserError(
            "intake.archive_unpacks_too_large",
            megabytes=f"{size / MEGABYTE:.0f}",
            limit=f"{MAX_UNPACKED / MEGABYTE:g}",
        )


def _too_many() -> UserError:
    return UserError("intake.archive_members", limit=MOST_MEMBERS)


def _plainly(path: Path) -> IO[bytes]:
    return path.open("rb")


def _gunzipped(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path))


def _bunzipped(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", bz2.open(path))


def _unxzed(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", lzma.open(path))


_UNPACKERS: dict[str, Unpacker] = {
    ".zip": _unzipped,
    ".tar": _untarred(_plainly),
    ".tar.gz": _untarred(_gunzipped),
    ".tgz": _untarred(_gunzipped),
    ".tar.bz2": _untarred(_bunzipped),
    ".tbz2": _untarred(_bunzipped),
    ".tar.xz": _untarred(_unxzed),
    ".txz": _untarred(_unxzed),
}
