"""Suggestions made and accepted by the command line."""

import json
from pathlib import Path

from tests.commands.line import answer, exported, run


def test_what_would_be_accepted_is_listed_before(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    options = ("--annotator", "ann", "--layer", "entity", "--label", "place", "--above", "0.3")
    listed = answer("accept", project, *options, "--dry-run")
    places = {row["quote"] for row in listed["would_accept"]}
    assert {(row["layer"], row["label"]) for row in listed["would_accept"]} == {("entity", "place")}
    assert min(row["score"] for row in listed["would_accept"]) >= 0.3
    shown = run("accept", project, *options, "--dry-run").stdout
    assert all(place in shown for place in places)
    assert exported(folder)[0]["annotations"] == []
    done = answer("accept", project, *options)
    assert (done["accepted"], done["articles"]) == (len(listed["would_accept"]), 1)
    assert {a["quote"] for a in exported(folder)[0]["annotations"]} == places
    assert "Nothing would" in run("accept", project, *options, "--dry-run").stdout


def test_a_label_to_accept_needs_its_layer(folder: Path) -> None:
    project = folder / "p.workbench"
    alone = ("accept", project, "--annotator", "ann", "--label", "person")
    assert "--layer" in run(*alone, code=2).stderr
    assert "robot" in run(*alone[:-1], "robot", "--layer", "entity", code=1).stderr


def test_what_a_hand_made_stays_made_by_hand(folder: Path) -> None:
    place = {"annotator": "ann", "layer": "entity", "label": "person", "start": 0, "end": 3}
    line = {"text": "Ann met Bo.", "annotations": [place | {"origin": {"by": "hand"}}]}
    path = folder / "hand.jsonl"
    path.write_text(json.dumps(line) + "\n")
    answer("import", folder / "p.workbench", path)
    (article,) = exported(folder)
    assert article["annotations"][0]["origin"] == {"by": "hand"}
