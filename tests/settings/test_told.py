"""What was said once is not said again, and what was said is not written down."""

from pathlib import Path

from workbench.settings.told import Told


def test_each_is_said_once_and_the_file_tells_nobody_what(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    assert [Told(folder).first(what) for what in ("a harbour", "b", "a harbour")] == [
        True,
        True,
        False,
    ]
    (file,) = folder.iterdir()
    assert "harbour" not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_kept_it_is_said_again(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder")
    told = Told(tmp_path / "config")
    assert told.first("a")
    assert told.first("a")
