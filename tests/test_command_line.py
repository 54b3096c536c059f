"""The command line as a user and a pipeline meet it: real processes on real files."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NO_QT
from tests.suggest import pipelines_made

ARTICLE = """Harbour stays closed

The harbour of Port Ilsen stays closed, officials say.

The mayor, Maria Zakharova, said on Thursday: “The harbour is closed 🙂 and will stay closed.”
Russia blamed Armenia for the collapse of the talks in Moscow.
"""


def run(*arguments: object, code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command; its exit code must be the one expected."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )
    assert done.returncode == code, done.stderr
    return done


def answer(*arguments: object) -> Any:  # noqa: ANN401  (whatever JSON says)
    """What a command prints as JSON."""
    return json.loads(run(*arguments, "--json").stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article and an empty project."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    run("new", tmp_path / "p.workbench")
    return tmp_path


def exported(folder: Path) -> list[Mapping[str, Any]]:
    answer("export", folder / "p.workbench", folder / "o.jsonl", "--format", "jsonl")
    lines = (folder / "o.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_refused_training_lets_nobody_join(folder: Path) -> None:
    project = folder / "p.workbench"
    for _ in range(2):
        told = run("train", project, "--annotator", "mistyped", code=1).stderr
        assert "There is no annotator “mistyped”" in told


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


@pytest.mark.skipif(bool(NO_QT), reason=NO_QT)
def test_a_picture_is_taken_of_a_project_that_is_there(folder: Path) -> None:
    picture = folder / "s.png"
    refused = run("open", folder / "no.workbench", "--screenshot", picture, code=1)
    assert refused.stderr.startswith("There is no")
    assert not picture.exists()


def test_the_demo_runs_without_a_display_and_twice(tmp_path: Path) -> None:
    first = answer("demo", "--dir", tmp_path / "demo", "--no-window")
    assert len(first["articles"]) == 4
    assert all(row["words"] >= 350 for row in first["articles"])
    assert answer("demo", "--dir", tmp_path / "demo", "--no-window") == first


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


def test_a_span_inside_a_token_is_widened_for_spacy_and_listed(folder: Path) -> None:
    annotation = {"annotator": "ann", "layer": "entity", "label": "person", "start": 1, "end": 3}
    path = folder / "sub.jsonl"
    path.write_text(json.dumps({"text": "Anna met Bo.", "annotations": [annotation]}) + "\n")
    project = folder / "p.workbench"
    answer("import", project, path)
    report = answer("export", project, folder / "o.spacy", "--format", "spacy")
    assert report["receipt"] == {"span_widened": 1}


def test_what_a_hand_made_stays_made_by_hand(folder: Path) -> None:
    place = {"annotator": "ann", "layer": "entity", "label": "person", "start": 0, "end": 3}
    line = {"text": "Ann met Bo.", "annotations": [place | {"origin": {"by": "hand"}}]}
    path = folder / "hand.jsonl"
    path.write_text(json.dumps(line) + "\n")
    answer("import", folder / "p.workbench", path)
    (article,) = exported(folder)
    assert article["annotations"][0]["origin"] == {"by": "hand"}


def test_a_scheme_goes_out_and_comes_back_after_its_difference_was_seen(folder: Path) -> None:
    project, file = folder / "p.workbench", folder / "s.yaml"
    before = answer("scheme", project, "--export", file)
    mine = file.read_text(encoding="utf-8").replace("name: Person\n", "name: Human being\n")
    file.write_text(mine, encoding="utf-8")
    seen = answer("scheme", project, "--import", file)
    (thing,) = seen["differences"]
    assert (thing["what"], thing["id"]) == ("changed", "person")
    assert thing["fields"] == [{"name": "name", "before": "Person", "after": "Human being"}]
    assert (seen["after"]["version"], seen["adopted"]) == (before["version"] + 1, False)
    assert answer("scheme", project)["version"] == before["version"]
    assert answer("scheme", project, "--import", file, "--yes", "--as", "ann")["adopted"]
    assert answer("scheme", project)["version"] == before["version"] + 1
    assert "this scheme already" in run("scheme", project, "--import", file).stdout


def test_a_label_that_an_adopted_scheme_lacks_may_be_replaced(folder: Path) -> None:
    project, file = folder / "p.workbench", folder / "s.yaml"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    accepted = answer("accept", project, "--annotator", "ann", "--layer", "entity")["accepted"]
    file.write_text(
        "scheme: {id: two, version: 1}\nlayers: {entity: {labels: {thing: {}, word: {}}}}\n"
    )
    seen = answer("scheme", project, "--import", file)
    assert seen["effect"]["lost"]["annotation"] == accepted
    assert sum(orphan["uses"] for orphan in seen["orphans"]) == accepted
    assert "--replace entity/" in run("scheme", project, "--import", file).stdout
    names = answer("scheme", project)["layers"]["entity"]
    options = [part for name in names for part in ("--replace", f"entity/{name}=thing")]
    effect = answer("scheme", project, "--import", file, *options, "--yes")["effect"]
    assert effect["changed"]["annotation"] == accepted
    assert answer("scheme", project)["layers"] == {"entity": ["thing", "word"]}
    told = run("scheme", project, "--import", file, "--replace", "thing", code=1).stderr
    assert "layer/label=new" in told


def test_articles_are_listed_by_what_they_would_teach(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    answer("accept", project, "--annotator", "ann", "--layer", "claim")
    assert answer("articles", project, "--by-gain", "ann") == answer("articles", project)
    assert "nobody" in run("articles", project, "--by-gain", "nobody", code=1).stderr


def test_articles_are_assigned_evenly_and_once(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    team = ("--annotators", "ann,bo", "--per-article", "1", "--seed", "4", "--help-mode", "off")
    first = answer("assign", project, *team)
    assert first["new"] == first["articles"] == sum(first["loads"].values())
    again = answer("assign", project, *team)
    assert again == first | {"new": 0, "had": again["had"]}
    assert sum(again["had"].values()) == first["new"]


def test_copies_are_merged_and_what_was_known_changes_nothing(folder: Path) -> None:
    project, copy = folder / "p.workbench", folder / "copy.workbench"
    answer("import", project, folder / "a.txt")
    answer("suggest", project)
    shutil.copy(project, copy)
    answer("accept", project, "--annotator", "ann", "--layer", "entity")
    accepted = answer("accept", copy, "--annotator", "bo", "--layer", "entity")["accepted"]
    planned = answer("merge", project, copy, "--dry-run")
    assert (planned["annotations"], planned["merged"]) == (accepted, False)
    merged = answer("merge", project, copy)
    assert (merged["articles"], merged["annotations"], merged["lost"]) == (1, accepted, [])
    assert merged["new"]["annotation"] == {"bo": accepted}
    again = run("merge", project, copy)
    assert again.stdout == "0 articles, 0 new annotations.\n"
    assert answer("check", project) == {"ok": True, "problems": []}
    answer("merge", copy, project)
    assert answer("articles", copy) == answer("articles", project)


def test_copies_with_another_scheme_are_refused_with_the_difference(folder: Path) -> None:
    project, copy = folder / "p.workbench", folder / "copy.workbench"
    shutil.copy(project, copy)
    answer("scheme", project, "--export", folder / "s.yaml")
    text = (folder / "s.yaml").read_text(encoding="utf-8")
    (folder / "s.yaml").write_text(text.replace("name: Person", "name: Human"), encoding="utf-8")
    answer("scheme", copy, "--import", folder / "s.yaml", "--yes")
    refused = run("merge", project, copy, code=1)
    assert "changed label entity/person" in refused.stderr
    assert "name: Person -> Human" in refused.stderr
    assert refused.stderr.splitlines()[-1].endswith("until then nothing is merged.")


def test_a_share_is_handed_out_and_merges_back(folder: Path) -> None:
    project, share = folder / "p.workbench", folder / "ann.workbench"
    answer("import", project, folder / "a.txt")
    answer("assign", project, "--annotators", "ann,bo", "--per-article", "2", "--as", "lead")
    answer("suggest", project)
    handed = answer("handout", project, share, "--annotator", "ann")
    assert (handed["articles"], handed["annotations"]) == (1, 0)
    accepted = answer("accept", share, "--annotator", "ann")["accepted"]
    assert answer("check", share) == {"ok": True, "problems": []}
    assert answer("merge", project, share)["annotations"] == accepted
    assert "no articles" in run("handout", project, share, "--annotator", "lead", code=1).stderr


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


def test_a_mistyped_name_lets_nobody_join_and_people_says_who_is_there(folder: Path) -> None:
    project = folder / "p.workbench"
    told = answer("people", project, "--add", "Bertha", "--reviewer")
    assert told == [{"name": "Bertha", "role": "reviewer"}]
    for command in (("accept", project, "--annotator", "Bertah"), ("merge", project, project)):
        as_ = () if command[0] == "accept" else ("--as", "Bertah")
        assert "“Bertha” is meant" in run(*command, *as_, code=1).stderr
    assert "Bertah" not in run("people", project).stdout
    run("people", project, "--add", "Bertah")
    run("accept", project, "--annotator", "Bertah")


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


def test_counts_are_printed_and_written_as_a_page_of_charts(folder: Path) -> None:
    project, out = folder / "p.workbench", folder / "counts.html"
    run("import", project, folder / "a.txt")
    run("suggest", project)
    taken = answer("accept", project, "--annotator", "ann", "--layer", "entity")["accepted"]
    counts = answer("counts", project, "--html", out)
    assert counts["annotations"] == taken
    assert sum(each["annotations"] for each in counts["labels"]) == taken
    assert [(d["decision"], d["number"]) for d in counts["decisions"]] == [("accepted", taken)]
    assert out.read_text(encoding="utf-8").count("<svg") == 5
    told = run("counts", project, "--annotator", "ann").stdout
    assert "Annotations by label" in told
    assert "No model was taught" in told


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
