"""Files of an export lie in their folder under names that every file system takes."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.out_folder import OutFolder, safe_name


def test_a_file_is_opened_once_and_closed_with_the_folder(tmp_path: Path) -> None:
    with closing(OutFolder(tmp_path / "out")) as folder:
        folder.text("ann/a.txt").write("one\n")
        folder.text("ann/a.txt").write("two\r\n")
        file = folder.text("ann/a.txt")
    assert file.closed
    assert (tmp_path / "out" / "ann" / "a.txt").read_bytes() == b"one\ntwo\r\n"


def test_names_that_would_be_the_same_are_told_apart(tmp_path: Path) -> None:
    folder = OutFolder(tmp_path)
    names = [folder.name_for(words) for words in ("Ann", "ann", "a/b", "a b", "Ann")]
    assert names == ["Ann", "ann-2", "a-b", "a-b-2", "Ann"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../etc", "etc"),
        ("", "_"),
        (".hidden", "hidden"),
        ("con", "_con"),
        ("Nul.txt", "_Nul.txt"),
        ("COM¹", "_COM¹"),
        ("conin$", "_conin$"),
        ("aux . ", "_aux"),
        ("a\x9b31m\u202etxt.exe", "a-31m-txt.exe"),
        ("e\u0301", "é"),
        ("🙂" * 80, "🙂" * 50),
    ],
)
def test_a_name_leads_nowhere_else(words: str, name: str) -> None:
    assert safe_name(words) == name


@given(st.text(max_size=200))
def test_any_words_make_a_name_within_the_folder(words: str) -> None:
    name = safe_name(words)
    assert 0 < len(name) <= 81
    assert len(name.encode()) <= 201
    assert Path(name).name == name
    assert not name.startswith(".")
