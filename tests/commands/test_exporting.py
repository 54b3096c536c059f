"""Corpora out, by the command line: previews, splits, recipes and what a format loses."""

import json
import subprocess
from pathlib import Path

from tests.commands.line import ARTICLE, answer, exported, run


def test_an_export_of_many_files_names_their_folder(folder: Path) -> None:
    project, out = folder / "p.workbench", folder / "out"
    for number in range(2):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\n{ARTICLE}", encoding="utf-8")
    run("import", project, folder / "0.txt", folder / "1.txt")
    run("suggest", project)
    run("accept", project, "--annotator", "ann", "--layer", "entity")
    told = run("export", project, out, "--format", "brat", "--status", "any").stdout
    assert told.startswith(f"2 articles to {out} (5 files). Lost: ")


def test_a_preview_shows_what_an_export_would_write_and_writes_nothing(folder: Path) -> None:
    project, out = folder / "p.workbench", folder / "o.jsonl"
    run("import", project, folder / "a.txt")
    asked = ("export", project, out, "--format", "jsonl")
    previewed = answer(*asked, "--preview")
    assert not out.exists()
    assert "== corpus.jsonl" in run(*asked, "--preview").stdout
    assert "--preview" in run(*asked, "--preview", "--save-recipe", "x", code=2).stderr
    parted = (*asked, "--preview", "--split", "80/20", "--seed", "2")
    assert answer(*parted)["split"]["placed"] == 1
    assert answer(*parted)["split"]["placed"] == 1  # for nothing was kept
    assert "1 of them new" in run(*parted).stdout
    (line,) = exported(folder)
    assert json.loads(previewed["files"][0]["text"]) == line
    assert previewed["articles"] == 1
    assert previewed["receipt"] == {"journal": 1}


def test_our_own_form_loses_nothing_on_the_way_to_another_project(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    answer("accept", project, "--annotator", "ann", "--layer", "entity")
    before = exported(folder)
    other = folder / "other"
    other.mkdir()
    run("new", other / "p.workbench")
    answer("import", other / "p.workbench", folder / "o.jsonl")
    after = exported(other)
    for line in (*before, *after):
        line["suggestions"].sort(key=lambda s: s["id"])
        for suggestion in line["suggestions"]:
            suggestion["relations"].sort(key=lambda r: r["id"])
    assert after == before


def test_unfinished_layers_stay_out_of_spacy_unless_asked_for(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    answer("accept", project, "--annotator", "ann")
    out = folder / "o.spacy"
    done = answer("export", project, out, "--format", "spacy")
    assert (done["articles"], done["receipt"]) == (0, {"article_unfinished": 1})
    every = answer("export", project, out, "--format", "spacy", "--status", "any")
    assert (every["articles"], out.exists()) == (1, True)


def test_where_nothing_is_finished_it_is_said_what_to_do(folder: Path) -> None:
    project, out = folder / "p.workbench", folder / "out"
    run("import", project, folder / "a.txt")
    for more in (("--preview",), ("--preview", "--split", "80/20"), ()):
        told = run("export", project, out, "--format", "spacy", *more).stdout
        assert told.endswith("Nothing there is finished yet: --status any takes it as it is.\n")
        assert "Split" not in told
    told = run("export", project, folder / "layers", "--format", "conll").stdout
    assert told.startswith(f"0 articles to {folder / 'layers'} (0 files). ")


def test_a_span_inside_a_token_is_widened_for_spacy_and_listed(folder: Path) -> None:
    annotation = {"annotator": "ann", "layer": "entity", "label": "person", "start": 1, "end": 3}
    path = folder / "sub.jsonl"
    path.write_text(json.dumps({"text": "Anna met Bo.", "annotations": [annotation]}) + "\n")
    project = folder / "p.workbench"
    answer("import", project, path)
    report = answer("export", project, folder / "o.spacy", "--format", "spacy")
    assert report["receipt"] == {"span_widened": 1}


def test_a_corpus_is_split_once_and_a_recipe_writes_it_again(folder: Path) -> None:
    project = folder / "p.workbench"
    for n in range(10):
        words = " ".join(f"word{n}x{k}" for k in range(40))
        (folder / f"{n}.txt").write_text(f"Title {n}\n\n{words}\n", encoding="utf-8")
    run("import", project, *(folder / f"{n}.txt" for n in range(10)))
    chosen = ("--format", "jsonl", "--split", "80/10/10", "--seed", "3", "--licence", "CC0")
    command = ("export", project, folder / "one", *chosen, "--save-recipe", "all", "--as", "ann")
    assert "train 8 (80.0%), dev 1 (10.0%), test 1 (10.0%)" in run(*command).stdout
    (recipe,) = answer("recipes", project)
    assert (recipe["name"], recipe["split"]["shares"]) == ("all", [80, 10, 10])
    report = answer("export", project, folder / "two", "--recipe", "all", "--as", "ann")
    assert (report["split"]["placed"], report["split"]["articles"]["test"]) == (0, 1)
    one, two = ((folder / name / "SHA256SUMS").read_text() for name in ("one", "two"))
    assert one == two
    checked = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    subprocess.run(checked, cwd=folder / "two", check=True, capture_output=True)
    assert "all" in run("recipes", project).stdout
    assert answer("split", project)["articles"] == report["split"]["articles"]
    id, *_ = answer("split", project, "none")["moved"]
    assert answer("split", project)["articles"] == {}
    assert answer("split", project, "dev", id)["articles"] == {"dev": 1}
    assert "by their ids" in run("split", project, "dev", code=2).stderr
    assert "no article with the id" in run("split", project, "dev", "x", code=1).stderr
    stranger = ("--split", "80/20", "--as", "stranger")
    run("export", project, folder / "x", "--format", "x", *stranger, code=1)
    refused = run("agreement", project, "--annotators", "stranger,ann", code=1)
    assert "stranger" in refused.stderr
    run("export", project, folder / "x", "--recipe", "all", "--format", "csv", code=2)
    run("export", project, folder / "x", "--group-by", "source", "--format", "csv", code=2)
    run("export", project, folder / "x", code=2)
    assert answer("recipes", project, "remove", "all") == []
    run("export", project, folder / "x", "--recipe", "all", code=1)


def test_groups_that_were_parted_before_are_told_of(folder: Path) -> None:
    project, table = folder / "p.workbench", folder / "t.csv"
    table.write_text("text,source\nHolm burns.,Gull\nMist rises.,Gull\n", encoding="utf-8")
    run("import", project, table)
    parted = ("export", project, folder / "out", "--format", "jsonl", "--split", "50/50")
    assert "Groups" not in run(*parted).stdout
    told = run(*parted, "--group-by", "source").stdout
    assert told.endswith("0 of them new. Groups in several parts: 1.\n")
