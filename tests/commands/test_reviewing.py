"""Agreement and gold from the command line."""

import json
import re
from pathlib import Path

import pytest

from tests.commands.line import answer, exported, run


def two_annotators(folder: Path) -> Path:
    """A corpus file in which two people agree on one span of two."""
    text = "Ann met Bo."
    marks = [("ann", 0, 3), ("ann", 8, 10), ("bo", 0, 3)]
    annotations = [
        {"annotator": who, "layer": "entity", "label": "person", "start": a, "end": b}
        for who, a, b in marks
    ]
    path = folder / "two.jsonl"
    path.write_text(json.dumps({"text": text, "annotations": annotations}) + "\n")
    return path


def test_agreement_of_two_annotators(folder: Path) -> None:
    project = folder / "p.workbench"
    assert answer("import", project, two_annotators(folder))["annotations"] == 3
    report = answer("agreement", project, "--layer", "entity")
    (pair,) = report["layers"]["entity"]["pairs"]
    assert (pair["a"], pair["b"], pair["exact"]["f1"]) == ("ann", "bo", pytest.approx(2 / 3))
    entity = report["layers"]["entity"]
    assert entity["mean_f1"] == pytest.approx(2 / 3)
    for name in ("u_alpha", "u_alpha_binary", "gamma"):
        assert 0 < entity[name] < 1
    assert "cu_alpha" in entity
    assert entity["gamma_settings"]["seed"] == report["seed"] == 1
    run("agreement", project, "--html", folder / "r.html", "--units", folder / "u.csv")
    assert "γ" in (folder / "r.html").read_text(encoding="utf-8")
    assert "tabular" in run("agreement", project, "--gamma", "--table", "latex").stdout
    said = run("agreement", project, COLUMNS="140").stdout
    assert "1/1" in said
    (claim,) = (line for line in said.splitlines() if line.startswith("claim: "))
    assert "u_alpha" in claim
    assert "are undefined, because" in claim
    run("agreement", project, "--help-mode", "perhaps", code=2)


def test_what_cannot_be_compared_is_undefined_for_a_reason_or_refused(folder: Path) -> None:
    project = folder / "p.workbench"
    place = {"layer": "entity", "label": "person", "start": 0, "end": 1}
    work = [{"annotator": who, "layer": "entity", "status": "done"} for who in ("ann", "bo")]
    one, other = (
        {"text": f"only {who}", "annotations": [place | {"annotator": who}]}
        for who in ("ann", "bo")
    )
    path = folder / "w.jsonl"
    path.write_text(json.dumps(one), encoding="utf-8")
    run("import", project, path)
    refused = run("agreement", project, code=1)
    assert "two annotators" in refused.stderr
    assert "Traceback" not in refused.stderr
    path.write_text(json.dumps(other), encoding="utf-8")
    run("import", project, path)
    entity = answer("agreement", project, "--layer", "entity")["layers"]["entity"]
    assert (entity["mean_f1"], entity["u_alpha"], entity["gamma"]) == (None, None, None)
    assert entity["suggested_share"] is None
    for name in ("mean_f1", "gamma", "token_kappa", "suggested_share"):
        assert "no article was finished by two" in entity["undefined"][name]
    said = run("agreement", project, "--layer", "entity").stdout
    assert not re.search(r"\d\.\d", said)
    path.write_text(json.dumps({"text": "nothing here", "annotations": [], "assignments": work}))
    run("import", project, path)
    entity = answer("agreement", project, "--layer", "entity")["layers"]["entity"]
    assert entity["mean_f1"] is None
    assert "nobody marked a span" in entity["undefined"]["mean_f1"]
    foreign = {"text": "abc", "annotations": [place | {"annotator": "ann", "end": 99}]}
    path.write_text(json.dumps(foreign), encoding="utf-8")
    assert "outside the text" in run("import", project, path, code=1).stderr


def test_gold_by_a_rule_from_the_command_line(folder: Path) -> None:
    project = folder / "p.workbench"
    run("import", project, two_annotators(folder))
    report = answer("adjudicate", project, "--auto", "unanimous", "--layer", "entity")
    assert (report["gold"], report["open"]) == ({"entity": 1}, {"entity": 1})
    again = answer("adjudicate", project, "--auto", "majority", "--as", "rev")
    assert (again["gold"], again["open"]) == ({}, {"entity": 1})
    (line,) = exported(folder)
    (gold,) = line["gold"]
    assert gold["decision"]["from"] == ["ann", "bo"]
    assert gold["decision"]["change"] == "unanimous"
    assert "still open" in run("adjudicate", project, "--auto", "majority").stdout
    run("adjudicate", project, "--auto", "lottery", code=2)
