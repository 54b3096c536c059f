"""The program is put among those of a desktop, and taken away again; its entry starts it."""

import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from lxml import etree

from workbench.domain.errors import UserError
from workbench.operations import desktop

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux desktop's folders")


def entry(data: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(data / "applications" / "workbench.desktop", encoding="utf-8")
    return parser


@ON_LINUX
def test_entry_type_and_icons_stand_where_a_desktop_looks(tmp_path: Path) -> None:
    written = desktop.install({"XDG_DATA_HOME": str(tmp_path)})
    assert {Path(file).name for file in written} == {
        *("workbench.desktop", "workbench.xml", "workbench.svg", "workbench.png")
    }
    section = entry(tmp_path)["Desktop Entry"]
    kind = etree.parse(tmp_path / "mime" / "packages" / "workbench.xml").getroot()[0]
    assert section["MimeType"] == kind.get("type") + ";"
    program, *rest = shlex.split(section["Exec"])
    assert rest == ["open", "%f"]
    done = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    assert "Mark entities" in done.stdout


@ON_LINUX
def test_the_entry_is_one_by_the_desktop_s_own_checker(tmp_path: Path) -> None:
    checker = shutil.which("desktop-file-validate")
    if checker is None:
        pytest.skip("needs desktop-file-validate, of the package desktop-file-utils")
    desktop.install({"XDG_DATA_HOME": str(tmp_path)})
    file = tmp_path / "applications" / "workbench.desktop"
    done = subprocess.run([checker, str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@ON_LINUX
def test_what_was_installed_goes_again_and_nothing_else(tmp_path: Path) -> None:
    environment = {"XDG_DATA_HOME": str(tmp_path)}
    other = tmp_path / "applications" / "other.desktop"
    written = desktop.install(environment)
    other.write_text("[Desktop Entry]\n")
    assert desktop.remove(environment) == written
    assert desktop.remove(environment) == []
    assert other.exists()
    assert not any(Path(file).exists() for file in written)


@ON_LINUX
def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("in the way")
    with pytest.raises(UserError, match="No file can be made"):
        desktop.install({"XDG_DATA_HOME": str(tmp_path)})


def test_words_with_a_meaning_are_quoted() -> None:
    assert desktop._quoted('/a b/$x"`\\%f') == '"/a b/\\$x\\"\\`\\\\%%f"'
