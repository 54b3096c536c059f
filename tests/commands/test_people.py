"""Who is in a project and has what to do, on the command line."""

from pathlib import Path

from tests.commands.line import answer, run


def test_articles_are_assigned_evenly_and_once(folder: Path) -> None:
    project = folder / "p.workbench"
    answer("import", project, folder / "a.txt")
    team = ("--annotators", "ann,bo", "--per-article", "1", "--seed", "4", "--help-mode", "off")
    first = answer("assign", project, *team)
    assert first["new"] == first["articles"] == sum(first["loads"].values())
    again = answer("assign", project, *team)
    assert again == first | {"new": 0, "had": again["had"]}
    assert sum(again["had"].values()) == first["new"]


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
