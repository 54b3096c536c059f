"""The front door: folders, the many ways to be wrong, and what it costs to stand by."""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.samples import ARTICLE, HEADLINE, LEAD, document, documents, refusal, why, written
from workbench.domain.article import Document
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.intake.reading import (
    FORMATS,
    MAX_BYTES,
    IntakeOptions,
    files_in,
    read,
    read_pasted,
    read_paths,
)

NOBODY = 65534


def test_one_bad_file_among_a_hundred_is_named_and_the_others_are_in(tmp_path: Path) -> None:
    for number in range(99):
        folder = tmp_path / f"week {number % 3}"
        folder.mkdir(exist_ok=True)
        written(folder, f"{number:02}.txt", f"Number {number}\n\n{LEAD}\n\nThe end of {number}.")
    bad = written(tmp_path / "week 1", "50.txt.docx", b"not a document")
    results = list(read(tmp_path))
    assert sum(isinstance(result, Document) for result in results) == 99
    (refused,) = [result for result in results if isinstance(result, Refusal)]
    assert refused.path == str(bad)
    assert "damaged" in why(refused)


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.txt", "b/1.txt", "z.txt", "a.txt", ".hidden.txt", ".git/c.txt", "~$d.docx"):
        written(tmp_path, name, f"{name}\n\n{ARTICLE}")
    assert [taken.file for taken in documents(tmp_path)] == ["a.txt", "z.txt", "1.txt", "2.txt"]


def test_a_hidden_file_that_is_named_itself_is_read(tmp_path: Path) -> None:
    assert len(documents(written(tmp_path, ".note.txt", ARTICLE))) == 1


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    written(tmp_path, "a.txt", ARTICLE)
    assert len(documents(tmp_path)) == 1


def test_several_paths_are_read_one_after_another(tmp_path: Path) -> None:
    one = written(tmp_path, "1.txt", ARTICLE)
    (tmp_path / "f").mkdir()
    written(tmp_path / "f", "2.txt", ARTICLE)
    results = list(read_paths([one, tmp_path / "none.txt", tmp_path / "f"]))
    assert [type(result) for result in results] == [Document, Refusal, Document]


def test_a_document_knows_its_file_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", ARTICLE)
    (taken,) = documents(path)
    assert taken.file == taken.appearance.file == "a.txt"
    assert taken.file_hash == hashlib.sha256(path.read_bytes()).hexdigest()


def test_pasted_text_is_an_article_without_a_file() -> None:
    taken = read_pasted(ARTICLE.replace("\n", "\r\n"), source="Herald")
    assert taken.text == ARTICLE.rstrip()
    assert taken.title == HEADLINE
    assert taken.appearance.source == "Herald"
    assert (taken.file, taken.file_hash, taken.encoding) == ("", "", "")


@pytest.mark.parametrize(("text", "key"), [(" \n", "intake.empty"), ("ab", "intake.too_large")])
def test_pasted_nothing_and_too_much_are_refused(text: str, key: str) -> None:
    with pytest.raises(UserError) as caught:
        read_pasted(text, options=IntakeOptions(max_bytes=1 if text == "ab" else MAX_BYTES))
    assert caught.value.key == key


def test_a_language_that_is_told_is_not_guessed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", ARTICLE)
    assert document(path, options=IntakeOptions(language="nl")).language == "nl"


# --- wrong input


def test_a_file_of_200_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    refused = refusal(path)
    assert refused.key == "intake.too_large"
    assert "200.0 MB" in why(refused)
    assert "50 MB" in why(refused)


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_empty_file_of_every_kind_is_refused(tmp_path: Path, suffix: str) -> None:
    assert refusal(written(tmp_path, f"a{suffix}", b"")).key == "intake.empty"


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("seed", range(4))
def test_noise_with_any_name_is_refused_and_never_raises(
    tmp_path: Path, suffix: str, seed: int
) -> None:
    noise = b"".join(hashlib.sha256(bytes([seed, i])).digest() for i in range(200))
    assert isinstance(refusal(written(tmp_path, f"a{suffix}", noise)), Refusal)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").key == "intake.missing"
    assert refusal(tmp_path / "none.xyz").key == "intake.missing"
    assert refusal(Path("a\0b.txt")).key == "intake.unreadable"


def test_an_unknown_kind_names_the_known_ones(tmp_path: Path) -> None:
    refused = refusal(written(tmp_path, "a.xyz", "text"))
    assert refused.key == "intake.unknown_format"
    assert ".xyz" in why(refused)
    assert all(suffix in why(refused) for suffix in FORMATS)
    assert refusal(written(tmp_path, "README", "text")).key == "intake.unknown_format"


def test_the_case_of_a_suffix_does_not_matter(tmp_path: Path) -> None:
    assert len(documents(written(tmp_path, "A.TXT", ARTICLE))) == 1


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).key == "intake.empty_folder"


def test_a_pipe_among_the_articles_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert refusal(tmp_path / "a.txt").key == "intake.not_a_file"


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder in which this process has no more rights than anybody."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        if os.geteuid():
            yield folder
            return
        try:
            os.seteuid(NOBODY)
        except OSError:  # as in a namespace that has one user
            pytest.skip("whoever may do everything cannot be anybody else here")
        yield folder
        os.seteuid(0)


@pytest.mark.parametrize("name", ["a.txt", "a.zip", "a.tar.gz"])
def test_a_file_that_may_not_be_read_is_refused(as_nobody: Path, name: str) -> None:
    path = written(as_nobody, name, ARTICLE)
    path.chmod(0)
    refused = refusal(path)
    assert refused.key == "intake.unreadable"
    assert "Permission denied" in why(refused)


def test_a_folder_that_may_not_be_read_is_refused_and_its_neighbours_are_in(
    as_nobody: Path,
) -> None:
    closed = as_nobody / "closed"
    closed.mkdir()
    written(as_nobody, "z.txt", ARTICLE)
    closed.chmod(0)
    results = list(read(as_nobody))
    inside = refusal(closed / "a.txt")
    closed.chmod(0o700)
    assert [type(result) for result in results] == [Document, Refusal]
    assert inside.key == "intake.unreadable"


def test_files_can_be_listed_without_being_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.bin", b"\x00")
    assert list(files_in(tmp_path)) == [path]


def test_standing_by_loads_none_of_the_heavy_libraries() -> None:
    heavy = ("trafilatura", "docx", "pypdfium2", "charset_normalizer", "lxml")
    code = (
        "import sys, workbench.intake.reading\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
