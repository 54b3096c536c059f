"""The worked example of a plug-in, installed by pip beside Workbench and used like any other."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

EXAMPLE = CHECKOUT / "tests" / "plugin"
TEXT = "Ferry aground\n\nThe Marigold ran aground. The Northern Heron and the Marigold met.\n"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip installed the example."""
    if find_spec("hatchling") is None:
        pytest.skip("needs hatchling, of the extra “test”, to build the example")
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("packages")
    for file in EXAMPLE.rglob("*"):
        if file.suffix in {".py", ".toml", ".md"}:
            copy = source / file.relative_to(EXAMPLE)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(file.read_bytes())
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation"]
    command += ["--no-index", "--disable-pip-version-check", "--target", str(target), str(source)]
    subprocess.run(command, check=True)
    return target


def workbench(packages: Path, *arguments: object, code: int = 0) -> str:
    path = os.pathsep.join((str(packages), os.environ.get("PYTHONPATH", str(CHECKOUT))))
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stderr if code else done.stdout


def test_its_suggester_suggests_and_its_format_is_written(packages: Path, tmp_path: Path) -> None:
    project, text, out = (tmp_path / name for name in ("p.workbench", "a.txt", "out.quotes"))
    text.write_text(TEXT, encoding="utf-8")
    workbench(packages, "new", project)
    workbench(packages, "import", project, text, "--as", "ann")
    said = workbench(packages, "suggest", project, "--suggester", "ship-names", "--json")
    assert json.loads(said)["suggestions"] == {"entity": 3}
    workbench(packages, "suggesters", project, "use", "ship-names", "--layers", "entity")
    workbench(packages, "accept", project, "--annotator", "ann", "--layer", "entity")
    asked = ("export", project, out, "--format", "quote-list", "--status", "any")
    report = json.loads(workbench(packages, *asked, "--json"))
    assert (report["articles"], report["annotations"]) == (1, 3)
    assert report["receipt"]["journal"] == 1
    assert out.read_text(encoding="utf-8").splitlines() == [
        "ann\tentity/other\t'Marigold'",
        "ann\tentity/other\t'Northern Heron'",
        "ann\tentity/other\t'Marigold'",
    ]


def test_a_format_that_is_broken_is_named_and_all_others_are_written(
    packages: Path, tmp_path: Path
) -> None:
    project = tmp_path / "p.workbench"
    broken = tmp_path / "broken" / "broken-1.dist-info"
    broken.mkdir(parents=True)
    (broken / "METADATA").write_text("Name: broken\nVersion: 1\n", encoding="utf-8")
    points = "[workbench.exporters]\nodd = no.such.module\njsonl = no.such.module\n"
    (broken / "entry_points.txt").write_text(points, encoding="utf-8")
    workbench(packages, "new", project)
    both = Path(os.pathsep.join((str(broken.parent), str(packages))))
    said = workbench(both, "export", project, tmp_path / "o", "--format", "odd", code=1)
    assert "“odd”" in said
    assert "plug-in" in said
    said = workbench(both, "export", project, tmp_path / "o", "--format", "none", code=1)
    assert "odd, quote-list" in said
    workbench(both, "export", project, tmp_path / "o.jsonl", "--format", "jsonl")
