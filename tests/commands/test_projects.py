"""Projects made, packed, backed up and shown by the command line."""

from pathlib import Path

from tests.commands.line import answer, run


def test_the_old_journal_is_packed(folder: Path) -> None:
    project = folder / "long.workbench"
    run("new", project)
    texts = (f'{{"text": "Harbour {number} is closed."}}\n' for number in range(600))
    (folder / "long.jsonl").write_text("".join(texts), encoding="utf-8")
    run("import", project, folder / "long.jsonl")
    packed = answer("compact", project)
    assert 0 < packed["entries"] <= 102
    assert 0 < packed["after"] < packed["before"]
    assert answer("compact", project)["entries"] == 0
    assert run("compact", project).stdout.startswith("0 old entries packed: 0 bytes each before")
    assert answer("check", project) == {"ok": True, "problems": []}


def test_a_project_is_backed_up_and_put_back(folder: Path) -> None:
    project = folder / "b.workbench"
    run("new", project)
    assert [row["number"] for row in answer("backups", project)] == [1]
    (folder / "b.txt").write_text("A text.\n", encoding="utf-8")
    run("import", project, folder / "b.txt")
    assert "as it was on" in run("backups", project, "--restore", 1).stdout
    assert answer("articles", project) == []
    assert len(answer("backups", project)) == 2
    run("backups", project, "--restore", 1)
    assert len(answer("articles", project)) == 1
    assert "no backup 9" in run("backups", project, "--restore", 9, code=1).stderr


def test_a_new_project_has_the_ending_of_one_and_says_its_name(folder: Path) -> None:
    made = run("new", folder / "strait").stdout
    assert made == f"Made {folder / 'strait.workbench'}.\n"
    assert answer("new", folder / "v1.2")["project"] == str(folder / "v1.2.workbench")
    for name in ("strait", ".."):
        assert "already there" in run("new", folder / name, code=1).stderr
    run("import", folder / "strait.workbench", folder / "a.txt", "--as", "ann")
    run("assign", folder / "strait.workbench", "--annotators", "ann", "--per-article", 1)
    share = answer("handout", folder / "strait.workbench", folder / "share", "--annotator", "ann")
    assert share["file"] == str(folder / "share.workbench")
    assert not (folder / "strait").exists()
    assert len(answer("articles", folder / "share.workbench")) == 1
