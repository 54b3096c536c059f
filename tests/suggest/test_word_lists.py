"""Word lists as plain text."""

from pathlib import Path

from workbench.suggest.word_lists import fingerprint, read_lists, read_rows


def test_lists_join_lines_with_one_heading_and_skip_comments(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# a comment\ncity: Yerevan, Baku\n\ncity: Gyumri\nriver: Kura\n")
    assert read_lists(path) == {"city": ("Yerevan", "Baku", "Gyumri"), "river": ("Kura",)}


def test_rows_keep_empty_cells(tmp_path: Path) -> None:
    path = tmp_path / "rows.txt"
    path.write_text("China, PRC | Beijing | Chinese | \n")
    assert read_rows(path) == [(("China", "PRC"), ("Beijing",), ("Chinese",), ())]


def test_the_version_covers_weights_and_no_notices(tmp_path: Path) -> None:
    (tmp_path / "syntax").mkdir()
    (tmp_path / "syntax" / "model").write_bytes(b"\0\1")
    before = fingerprint(tmp_path, rules="1")
    (tmp_path / "NOTICE.md").write_text("Whose it is.")
    assert fingerprint(tmp_path, rules="1") == before
    (tmp_path / "syntax" / "model").write_bytes(b"\0\2")
    assert fingerprint(tmp_path, rules="1") != before
