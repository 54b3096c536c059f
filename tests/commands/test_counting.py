"""Counts on the command line."""

from pathlib import Path

from tests.commands.line import answer, run


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
