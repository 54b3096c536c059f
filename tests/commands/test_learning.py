"""Training and scores on the command line."""

import json
from pathlib import Path

from tests.commands.line import answer, exported, run


def test_a_refused_training_lets_nobody_join(folder: Path) -> None:
    project = folder / "p.workbench"
    for _ in range(2):
        told = run("train", project, "--annotator", "mistyped", code=1).stderr
        assert "There is no annotator “mistyped”" in told


def test_a_suggester_is_scored_against_work_that_was_imported_as_done(folder: Path) -> None:
    project, other = folder / "p.workbench", folder / "other.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    assert "none is finished" in run("evaluate", project, code=1).stderr
    answer("accept", project, "--annotator", "ann", "--layer", "entity")
    (line,) = exported(folder)
    line["assignments"][0]["status"] = "done"
    (folder / "o.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run("new", other)
    answer("import", other, folder / "o.jsonl")
    report = answer("evaluate", other, "--annotator", "ann", "--layer", "entity")
    entity = report["layers"]["entity"]
    assert entity["exact"]["recall"] == entity["overlap"]["f1"] == 1.0
    assert entity["taken_from_it"] == entity["marked"] == entity["exact"]["right"] > 1
    shown = run("evaluate", other).stdout
    assert "100/100/100" in shown
    assert "were made by accepting" in shown
    run("evaluate", other, "--annotator", "ann", "--gold", code=2)
