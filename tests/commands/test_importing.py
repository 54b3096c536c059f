"""Articles and corpora in, by the command line: looks before, and what is refused."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.commands.line import answer, exported, run


def test_a_look_shows_what_would_come_in_and_writes_nothing(folder: Path) -> None:
    project, table = folder / "p.workbench", folder / "Gull_2024-05-03.csv"
    table.write_text("Nr,Kopf,Inhalt\n7,One,First words here.\n,Two,\n", encoding="utf-8")
    how = ("--columns", "Inhalt=text,Kopf=title,Nr=id", "--names", "{source}_{date}.csv")
    looked = answer("import", project, table, *how, "--encoding", "utf-8", "--look")
    (glance,) = looked["articles"]
    assert (glance["title"], glance["source"], glance["published"]) == ("One", "Gull", "2024-05-03")
    assert [column["field"] for column in looked["columns"]] == ["id", "title", "text"]
    assert "line 3" in looked["refused"][0]["reason"]
    shown = run("import", project, table, *how, "--look")
    assert "nothing was written" in shown.stdout
    assert "line 3" in shown.stderr
    assert answer("articles", project) == []
    assert answer("import", project, table, *how)["articles"] == 1
    (article,) = answer("articles", project)
    assert (article["id"], article["title"]) == ("7", "One")


def test_a_column_with_a_comma_in_its_name_can_be_named(folder: Path) -> None:
    project, table = folder / "p.workbench", folder / "a.csv"
    table.write_text('"Body, clean",Nr\nFirst words here.,7\n', encoding="utf-8")
    how = ("--columns", '"Body, clean"=text, Nr=id')
    assert answer("import", project, table, *how)["articles"] == 1
    assert [article["id"] for article in answer("articles", project)] == ["7"]
    assert "quotation mark" in run("import", project, table, "--columns", '"a=b', code=2).stderr


def test_files_whose_names_do_not_fit_come_in_and_are_named(folder: Path) -> None:
    project = folder / "p.workbench"
    (folder / "Gull_2024-05-03.txt").write_text("The ferry is late.", encoding="utf-8")
    paths = (folder / "a.txt", folder / "Gull_2024-05-03.txt")
    how = ("--names", "{source}_{date}.txt")
    looked = run("import", project, *paths, *how, "--look")
    assert "Names that do not fit the pattern: 1 (a.txt)." in looked.stdout
    report = answer("import", project, *paths, *how)
    assert (report["articles"], report["refused"], report["unnamed"]) == (2, [], ["a.txt"])
    assert {line["meta"]["source"] for line in exported(folder)} == {"", "Gull"}


def test_what_is_wrong_with_the_options_of_a_look_is_told(folder: Path) -> None:
    path = (folder / "p.workbench", folder / "a.txt")
    assert "no pattern" in run("import", *path, "--names", "{", "--look", code=1).stderr
    assert "no pattern" in run("import", *path, "--names", "{", code=1).stderr
    assert "klingon" in run("import", *path, "--encoding", "klingon", code=1).stderr
    assert "NAME=MEANING" in run("import", *path, "--columns", "x", code=2).stderr
    assert "--look" in run("import", *path, "--look", "--format", "brat", code=2).stderr


def test_importing_twice_changes_nothing(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    answer("accept", project, "--annotator", "ann")
    before = exported(folder)
    again = answer("import", project, folder / "a.txt", folder / "o.jsonl")
    assert (again["articles"], again["known"], again["annotations"]) == (0, 2, 0)
    assert exported(folder) == before


def marked(text: str, **annotation: object) -> dict[str, object]:
    """A line with one person marked, or as said."""
    place = {"layer": "entity", "label": "person", "start": 0, "end": 1}
    return {"text": text, "annotations": [place | annotation]}


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (marked("abc", end=9), "outside"),
        (marked("abc", quote="b"), "quote"),
        (marked("", start=0, end=0), "text"),
        (marked("abc", label="planet"), "planet"),
    ],
)
def test_a_wrong_line_is_refused_by_its_number(
    folder: Path, line: Mapping[str, object], word: str
) -> None:
    path = folder / "bad.jsonl"
    path.write_text(json.dumps(line) + "\n")
    refused = run("import", folder / "p.workbench", path, code=1)
    assert word in refused.stderr
    assert "bad.jsonl" in refused.stderr
    assert answer("articles", folder / "p.workbench") == []


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = answer("import", folder / "p.workbench", folder / "a.txt", folder / "b.txt")
    assert report["articles"] == 1
    assert [Path(refused["path"]).name for refused in report["refused"]] == ["b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="no file there may have such a name")
def test_a_backup_that_cannot_be_made_is_told_in_letters_that_steer_no_terminal(
    folder: Path,
) -> None:
    home = folder / "home\x1b[31m"
    home.mkdir()
    (home / "backup").write_text("no folder")
    done = run("import", folder / "p.workbench", folder / "a.txt", WORKBENCH_HOME=str(home))
    assert "No backup was made before this" in done.stderr
    assert "\x1b" not in done.stderr
