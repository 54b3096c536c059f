"""Articles listed, searched and held against each other by the command line."""

import json
from pathlib import Path

from tests.commands.line import ARTICLE, answer, run


def test_words_are_found_in_their_context(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    found = answer("search", project, "harbour -strike", "“is closed”")
    assert found["articles"] == 1
    assert [hit["match"] for hit in found["hits"]] == ["Harbour", "harbour", "harbour", "is closed"]
    hit = found["hits"][3]
    assert ARTICLE[hit["start"] : hit["end"]] == "is closed"
    assert hit["right"].startswith(" 🙂 and will stay closed.”")
    assert answer("search", project, "harbour", "strike") == {"articles": 0, "hits": []}
    assert len(answer("search", project, "harbour", "--most", 2)["hits"]) == 2


def test_a_concordance_for_the_eye_has_no_control_characters(folder: Path) -> None:
    (folder / "b.txt").write_text("The harbour \x1b[2J is shut.\n", encoding="utf-8")
    run("import", folder / "p.workbench", folder / "b.txt")
    shown = run("search", folder / "p.workbench", "harbour").stdout
    assert "The [harbour] \ufffd[2J is shut." in shown


def test_articles_are_listed_by_what_they_would_teach(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    answer("accept", project, "--annotator", "ann", "--layer", "claim")
    assert answer("articles", project, "--by-gain", "ann") == answer("articles", project)
    assert "nobody" in run("articles", project, "--by-gain", "nobody", code=1).stderr


def test_near_duplicates_are_listed_and_work_is_carried_over(folder: Path) -> None:
    project, body = folder / "p.workbench", " ".join(f"word{n} of the report" for n in range(60))
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"{name} says Ann Reed.\n\n{body}\n", encoding="utf-8")
    answer("import", project, folder / "one.txt", folder / "two.txt")
    (group,) = answer("twins", project)["groups"]
    assert [each["title"] for each in group] == ["one says Ann Reed.", "two says Ann Reed."]
    line = {
        "text": f"one says Ann Reed.\n\n{body}",
        "annotations": [
            {"annotator": "ann", "layer": "entity", "label": "person", "start": 9, "end": 17}
        ],
    }
    (folder / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    answer("import", project, folder / "a.jsonl")
    looked = answer("twins", project, "--carry", "--annotator", "ann", "--dry-run")
    done = answer("twins", project, "--carry", "--annotator", "ann")
    assert looked == done
    assert done["carried"]["exact"] == 1
    assert [row["annotations"] for row in answer("articles", project)] == [{"ann": 1}] * 2
    assert answer("twins", project, "--carry", "--annotator", "ann")["carried"]["known"] == 1
    run("twins", project, "--carry", code=2)
    run("twins", project, "--carry", "--annotator", "nobody", code=1)
