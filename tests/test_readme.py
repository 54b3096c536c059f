"""The README is true: its commands are those that are run, and its lists are complete."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
SCRIPT = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")


def block(name: str) -> str:
    """The commands in the README between the comments of that name."""
    found = re.search(rf"<!-- {name} -->\n```sh\n(.*?)```\n<!-- /{name} -->", README, re.DOTALL)
    assert found, f"the README has no block {name}"
    return found[1]


@pytest.mark.parametrize("name", ["demo", "test", "libraries"])
def test_the_checks_run_the_readmes_own_commands(name: str) -> None:
    reader = SCRIPT[SCRIPT.index("from_readme() {") : SCRIPT.index("\n}\n") + 3]
    read = subprocess.run(
        ["bash", "-euc", f"{reader}\nfrom_readme {name}"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert read == block(name)
    assert f"$(from_readme {name}" in SCRIPT


def test_the_set_up_is_one_command_each() -> None:
    assert block("demo").count("\n") == block("test").count("\n") == 1
    assert block("demo").endswith(".venv/bin/workbench demo\n")
    assert block("test").endswith(".venv/bin/pytest\n")


def test_the_extras_that_are_named_exist() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = set(re.findall(r"\.\[(\w+)\]", README + SCRIPT))
    assert named == {"test", "checks", "freeze"}
    assert named <= project["optional-dependencies"].keys()


def test_the_files_that_are_shown_exist() -> None:
    shown = re.findall(r"\]\(([^)]+)\)", README)
    assert shown
    assert [path for path in shown if not (CHECKOUT / path).is_file()] == []


def test_every_command_is_listed_and_every_listed_command_exists() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "workbench", "--help"],
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    exist = set(re.findall(r"^[│ ] (\w[\w-]*)  ", told, re.MULTILINE))
    table = README[README.index("```\nworkbench ") :].split("```")[1]
    assert set(re.findall(r"^workbench ([\w-]+)", table, re.MULTILINE)) == exist


def test_the_pipeline_runs_as_it_stands(tmp_path: Path) -> None:
    pipeline = README[README.index("```sh\nworkbench new") + 6 :].split("```")[0]
    (tmp_path / "resources").symlink_to(CHECKOUT / "resources")
    (tmp_path / "workbench").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m workbench "$@"\n')
    (tmp_path / "workbench").chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    outcome = subprocess.run(
        ["bash", "-euc", pipeline],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    assert (tmp_path / "strait.jsonl").read_text(encoding="utf-8").count("\n") == 1
