"""Archives give the files in them, and those made to do harm are refused in plain words."""

import gzip
import io
import struct
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.intake.samples import ARTICLE, HEADLINE, LEAD, documents, refusal, why, written
from workbench.domain.article import Document
from workbench.domain.corpus import Refusal
from workbench.intake import archives
from workbench.intake.incoming import IntakeOptions
from workbench.intake.reading import read

TARS = {".tar": "w", ".tar.gz": "w:gz", ".tgz": "w:gz", ".tar.bz2": "w:bz2", ".tar.xz": "w:xz"}
CSV = "title,text\nOne,First words here.\nTwo,Second words here.\n"


def packed(path: Path, files: dict[str, str | bytes]) -> Path:
    """An archive of the kind that its name says, with these files."""
    contents = {n: c.encode() if isinstance(c, str) else c for n, c in files.items()}
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in contents.items():
                archive.writestr(name, content)
        return path
    with tarfile.open(path, TARS["".join(path.suffixes)]) as tar:  # type: ignore[call-overload]
        for name, content in contents.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


every_kind = pytest.mark.parametrize("suffix", [".zip", *TARS])


@every_kind
def test_the_files_come_in_by_their_names_in_the_archive(tmp_path: Path, suffix: str) -> None:
    files: dict[str, str | bytes] = {"a.txt": ARTICLE, "b/c.csv": CSV, "b/.hidden.txt": "no"}
    files |= {"__MACOSX/a.txt": "no", ".git/x.txt": "no"}
    path = packed(tmp_path / f"news{suffix}", files)
    taken = documents(path)
    assert [document.file for document in taken] == [
        f"news{suffix}!a.txt",
        f"news{suffix}!b/c.csv",
        f"news{suffix}!b/c.csv",
    ]
    assert [document.title for document in taken] == [HEADLINE, "One", "Two"]


@every_kind
def test_what_is_wrong_with_one_file_stops_no_other(tmp_path: Path, suffix: str) -> None:
    files: dict[str, str | bytes] = {
        "../up.txt": ARTICLE,
        "/etc/down.txt": ARTICLE,
        "C:\\x.txt": ARTICLE,
        "a/../../b.txt": ARTICLE,
        "again.zip": b"PK",
        "bad.docx": b"no document",
        "empty.txt": b"",
        "marks.jsonl": '{"text": "a", "annotations": []}\n',
        "picture.png": b"\x89PNG",
        "z.txt": f"{LEAD}\n\n{LEAD}",
    }
    path = packed(tmp_path / f"news{suffix}", files)
    results = list(read(path))
    refused = {r.path.rpartition("!")[2]: r.key for r in results if isinstance(r, Refusal)}
    assert refused == {
        "../up.txt": "intake.archive_path",
        "/etc/down.txt": "intake.archive_path",
        "C:\\x.txt": "intake.archive_path",
        "a/../../b.txt": "intake.archive_path",
        "again.zip": "intake.archive_nested",
        "bad.docx": "intake.damaged",
        "empty.txt": "intake.empty",
        "marks.jsonl": "intake.archive_annotated",
        "picture.png": "intake.unknown_format",
    }
    assert [r.file for r in results if isinstance(r, Document)] == [f"news{suffix}!z.txt"]
    assert all(why(r) for r in results if isinstance(r, Refusal))
    assert list(tmp_path.iterdir()) == [path]


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as tar:
        for kind, name in ((tarfile.SYMTYPE, "s.txt"), (tarfile.LNKTYPE, "l.txt")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            tar.addfile(info)
        info = tarfile.TarInfo("f.txt")
        info.type = tarfile.FIFOTYPE
        tar.addfile(info)
    keys = [result.key for result in read(path) if isinstance(result, Refusal)]
    assert keys == ["intake.archive_link", "intake.archive_link", "intake.not_a_file"]
    linked = zipfile.ZipInfo("s.txt")
    linked.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr(linked, "/etc/passwd")
    assert refusal(tmp_path / "b.zip").key == "intake.archive_link"


def test_a_file_with_a_password_and_one_packed_unusually_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": ARTICLE})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag of encryption in the directory
    assert refusal(written(tmp_path, "locked.zip", bytes(data))).key == "intake.archive_locked"
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", ARTICLE)
    assert refusal(tmp_path / "b.zip").key == "intake.archive_packing"


# --- bombs


def test_a_file_that_is_too_large_is_refused_and_its_neighbours_are_in(tmp_path: Path) -> None:
    options = IntakeOptions(max_bytes=10_000)
    for suffix in (".zip", ".tar.gz"):
        path = packed(tmp_path / f"a{suffix}", {"a.txt": bytes(20_000), "b.txt": ARTICLE})
        first, second = read(path, options=options)
        assert isinstance(first, Refusal)
        assert first.key == "intake.too_large"
        assert isinstance(second, Document)


def zeros(path: Path, size: int) -> Path:
    """A packed tar of one file that is nothing but zeros."""
    info = tarfile.TarInfo("a.txt")
    info.size = size
    with tarfile.open(path, "w:gz", compresslevel=1) as tar:
        tar.addfile(info, _Zeros())  # type: ignore[arg-type]  # all that it reads by
    return path


class _Zeros:
    def read(self, size: int) -> bytes:
        return bytes(size)


@pytest.mark.parametrize("suffix", [".zip", ".tar.gz"])
def test_an_archive_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED", 3_000_000)
    many: dict[str, str | bytes] = {f"{n:02}.txt": bytes(500_000) for n in range(12)}
    results = list(read(packed(tmp_path / f"a{suffix}", many)))
    last = results[-1]
    assert isinstance(last, Refusal)
    assert last.key == "intake.archive_unpacks_too_large"
    assert len(results) < 8


def test_a_tar_whose_headers_are_a_bomb_is_left_with_little_memory_taken(tmp_path: Path) -> None:
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, 300_000_000
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz", compresslevel=1) as tar:
        tar.addfile(info, _Zeros())  # type: ignore[arg-type]  # all that it reads by
    tracemalloc.start()
    key = refusal(path).key
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert key == "intake.archive_bomb"
    assert most < 20_000_000


def test_a_zip_that_says_less_than_it_holds_gives_no_more_than_it_says(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": bytes(5_000_000)})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 24  # the size that the directory tells
    data[at : at + 4] = struct.pack("<I", 100)
    assert isinstance(refusal(written(tmp_path, "b.zip", bytes(data))), Refusal)


@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_an_archive_of_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
    path = packed(tmp_path / f"a{suffix}", {f"{n}.txt": b"" for n in range(6)})
    last = list(read(path))[-1]
    assert isinstance(last, Refusal)
    assert last.key == "intake.archive_members"
    assert "5" in why(last)


@every_kind
def test_damaged_and_empty_archives_are_refused(tmp_path: Path, suffix: str) -> None:
    assert refusal(written(tmp_path, f"n{suffix}", b"no archive" * 99)).key == "intake.damaged"
    assert refusal(packed(tmp_path / f"e{suffix}", {})).key == "intake.empty_archive"


def test_a_packed_tar_that_is_cut_off_is_refused_after_what_was_whole(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.tar", {"a.txt": ARTICLE, "b.txt": ARTICLE * 900})
    cut = path.read_bytes()[:100_000]
    results = list(read(written(tmp_path, "cut.tar", cut)))
    assert isinstance(results[0], Document)
    assert isinstance(results[-1], Refusal)
    assert results[-1].key == "intake.damaged"


@pytest.mark.parametrize("suffix", [".tar", ".tar.gz"])
def test_a_tar_with_a_damaged_header_in_it_does_not_end_there_unsaid(
    tmp_path: Path, suffix: str
) -> None:
    data = bytearray(packed(tmp_path / "a.tar", {"a.txt": ARTICLE, "b.txt": ARTICLE}).read_bytes())
    second = data.index(b"b.txt")
    data[second : second + 5] = b"c.txt"  # so that the sum of the header is wrong
    packing = gzip.compress if suffix.endswith("gz") else bytes
    first, last = read(written(tmp_path, f"b{suffix}", packing(bytes(data))))
    assert isinstance(first, Document)
    assert isinstance(last, Refusal)
    assert last.key == "intake.damaged"
