"""The command line as a user and a pipeline meet it: real processes on real files."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.line import answer, exported, run


def test_a_corpus_from_article_to_export(folder: Path) -> None:
    project = folder / "p.workbench"
    assert answer("import", project, folder / "a.txt")["articles"] == 1
    suggested = answer("suggest", project)
    assert sum(suggested["suggestions"].values()) > 3
    accepted = answer("accept", project, "--annotator", "ann")["accepted"]
    assert accepted == sum(suggested["suggestions"].values())
    (row,) = answer("articles", project)
    assert row["annotations"] == {"ann": accepted}
    (line,) = exported(folder)
    for annotation in line["annotations"]:
        slices = [line["text"][start:end] for start, end in annotation["fragments"]]
        assert annotation["quote"] == " ".join(slices)
    assert answer("check", project) == {"ok": True, "problems": []}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("articles", "none.workbench"), "There is no project"),
        (("articles", "a.txt"), "not a Workbench project"),
        (("export", "p.workbench", "o.x", "--format", "tarot"), "no format “tarot”"),
        (("export", "p.workbench", "no/o.x", "--format", "jsonl"), "no folder"),
        (("new", "p.workbench"), "already there"),
        (("new", "q.workbench", "--scheme", "none"), "no scheme"),
        (("suggest", "p.workbench", "--suggester", "oracle"), "oracle"),
        (("search", "p.workbench", "…"), "at least one word"),
        (("agreement", "p.workbench"), "two annotators"),
        (("agreement", "p.workbench", "--annotators", "x,y"), "no annotator “x”"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[1]))
    refused = run(*arguments, code=1)
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""


def test_wrong_usage_exits_with_two(folder: Path) -> None:
    run("export", folder / "p.workbench", code=2)
    run("import", folder / "p.workbench", folder / "a.txt", "--as-status", "soon", code=2)
    run("import", folder / "p.workbench", "", code=2)
    run("articles", "", code=2)
    run("scheme", folder / "p.workbench", "--replace", "claim/opinion=factual", code=2)
    run("open", folder / "p.workbench", "--screenshot", folder / "s.png", "--theme", "x", code=2)


def test_no_command_without_a_window_imports_qt_or_spacy(folder: Path) -> None:
    program = (
        "import sys; from workbench.__main__ import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'spacy')])"
    )
    arguments = ["import", str(folder / "p.workbench"), str(folder / "a.txt")]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
