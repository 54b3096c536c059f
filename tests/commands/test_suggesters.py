"""Suggesters of others, kept in a project by the command line or found as plug-ins."""

import json
import os
from pathlib import Path

from tests.commands.line import answer, exported, run
from tests.suggest import pipelines_made

PLUGIN = """
from workbench.domain.span import Span
from workbench.domain.suggestion import Draft

class Titles:
    name, model = "titles", "1"

    def suggest(self, articles):
        for article in articles:
            yield [Draft("entity", "place", (Span(0, 6),), 0.5, reason="first word")]
"""


def test_a_plugin_suggests_and_a_broken_one_is_named_and_skipped(folder: Path) -> None:
    project, packages = folder / "p.workbench", folder / "packages"
    (packages / "titles-1.dist-info").mkdir(parents=True)
    (packages / "titles.py").write_text(PLUGIN, encoding="utf-8")
    (packages / "titles-1.dist-info" / "METADATA").write_text("Name: titles\nVersion: 1\n")
    (packages / "titles-1.dist-info" / "entry_points.txt").write_text(
        "[workbench.suggesters]\n"
        "titles = titles:Titles\nbroken = titles:Missing\nodd = builtins:dict\n"
    )
    path = os.pathsep.join((str(packages), os.environ.get("PYTHONPATH", "")))
    answer("import", project, folder / "a.txt")
    told = run("suggest", project, "--suggester", "broken", code=1, PYTHONPATH=path).stderr
    assert "“broken” is a plug-in" in told
    assert "Missing" in told
    odd = run("suggest", project, "--suggester", "odd", code=1, PYTHONPATH=path).stderr
    assert "made a dict instead" in odd
    known = run("suggest", project, "--suggester", "none", code=1, PYTHONPATH=path).stderr
    assert "news-en, broken, odd, titles" in known
    made = run("suggest", project, "--suggester", "titles", "--json", PYTHONPATH=path).stdout
    assert json.loads(made)["suggestions"] == {"entity": 1}
    (line,) = exported(folder)
    (suggestion,) = line["suggestions"]
    assert (suggestion["suggester"], suggestion["model"]) == ("titles", "1")


def test_words_and_a_pattern_are_kept_in_the_project(folder: Path) -> None:
    project, words = folder / "p.workbench", folder / "words.txt"
    run("import", project, folder / "a.txt")
    words.write_text("port ilsen\nMoscow\n", encoding="utf-8")
    place, day = ("--label", "entity/place"), ("--label", "entity/time")
    run("suggesters", project, "add", "ports", "--words", words, "--any-case", *place)
    rows = answer("suggesters", project, "add", "days", "--pattern", r"\w+day\b", *day)
    assert [(row["name"], row["kind"], row["says"]) for row in rows[1:]] == [
        ("ports", "words", "entity/place"),
        ("days", "pattern", "entity/time"),
    ]
    assert answer("suggest", project, "--suggester", "ports")["suggestions"] == {"entity": 2}
    assert answer("suggest", project, "--suggester", "days")["suggestions"] == {"entity": 1}
    rows = answer("suggesters", project, "use", "news-en", "--layers", "claim,event")
    assert rows[-1]["layers"] == ["claim", "event"]
    assert answer("suggesters", project, "use", "days", "--layers", "-")[1]["layers"] == []
    assert len(answer("suggesters", project, "remove", "ports")) == 2
    assert "days" in run("suggesters", project).stdout


def test_a_broken_pattern_is_refused_with_the_place(folder: Path) -> None:
    project = folder / "p.workbench"
    label = ("--label", "entity/place")
    done = run("suggesters", project, "add", "x", "--pattern", "a(b", *label, code=1)
    assert done.stderr == ("The pattern “a(b” is broken at character 4: missing ). Correct it.\n")
    missing = run("suggesters", project, "add", "x", "--words", folder / "no", *label, code=1)
    assert "cannot be read: No such file" in missing.stderr
    assert "--label" in run("suggesters", project, "add", "x", "--pattern", "a", code=2).stderr
    run("suggesters", project, "add", "x", *label, code=2)
    run("suggesters", project, "remove", code=2)
    run("suggesters", project, "burn", "x", code=2)


def test_a_pipeline_in_a_folder_is_refused_until_it_is_trusted(folder: Path) -> None:
    project, boats = folder / "p.workbench", pipelines_made.make(folder / "boats")
    (folder / "b.txt").write_text("The ferry left.\n", encoding="utf-8")
    run("import", project, folder / "b.txt")
    add = ("suggesters", project, "add", "boats", "--pipeline", boats, "--means")
    done = run(*add, "BOAT=entity/other", code=1)
    assert "could run code" in done.stderr
    assert "--trust" in done.stderr
    assert len(answer("suggesters", project)) == 1
    rows = answer(*add, "BOAT=entity/other", "--trust")
    assert rows[1]["says"] == "entity/organization, entity/other"
    assert answer("suggest", project, "--suggester", "boats")["suggestions"] == {"entity": 1}
    elsewhere, suggest = str(folder / "elsewhere"), ("suggest", project, "--suggester", "boats")
    told = run(*suggest, code=1, WORKBENCH_HOME=elsewhere).stderr
    assert "suggesters FILE trust NAME" in told
    run("suggesters", project, "trust", "boats", WORKBENCH_HOME=elsewhere)
    run(*suggest, WORKBENCH_HOME=elsewhere)
    run(*add, "BOAT", "--trust", code=2)


def test_a_broken_pipeline_says_why_and_is_not_kept(folder: Path) -> None:
    project, boats = folder / "p.workbench", pipelines_made.make(folder / "boats")
    (boats / "entity_ruler" / "patterns.jsonl").write_bytes(b"{")
    done = run("suggesters", project, "add", "b", "--pipeline", boats, "--trust", code=1)
    assert done.stderr.startswith("The pipeline “b” cannot be loaded (")
    assert len(done.stderr.splitlines()) == 1
    assert len(answer("suggesters", project)) == 1
