"""Schemes in and out by the command line."""

from pathlib import Path

from tests.commands.line import answer, run


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
