"""Work shared out and merged back by the command line."""

import shutil
from pathlib import Path

from tests.commands.line import answer, run


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
