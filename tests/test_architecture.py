"""The rooms, and the arrows between them: held on the real house, broken on a copy.

Each contract is seen to fail on a bad import planted in a copy, since a contract that names a
module wrongly holds for ever.
"""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

ROOMS = [
    "agreement",
    "commands",
    "domain",
    "formats",
    "intake",
    "operations",
    "settings",
    "store",
    "suggest",
    "ui",
]
NAMES_FOR_ANYTHING = {"utils", "util", "helpers", "helper", "core", "manager", "misc", "common"}
LINTER_IS_MISSING = "needs import-linter, which the extra “checks” installs"
POINTS_DOWN = "Arrows between the rooms point down"

# Each planted module, what it imports, and the contract that must break over it.
PLANTED = [
    ("domain.planted_up", "workbench.store", POINTS_DOWN),
    ("store.planted_aside", "workbench.formats", POINTS_DOWN),
    ("agreement.planted_aside", "workbench.suggest", POINTS_DOWN),
    ("intake.planted_up", "workbench.operations", POINTS_DOWN),
    ("operations.planted_up", "workbench.ui", POINTS_DOWN),
    ("formats.planted_settings", "workbench.settings", "Settings serve only"),
    ("settings.planted_domain", "workbench.domain.ids", "Settings stand by themselves"),
    ("operations.planted_qt", "PySide6", "Only the window knows Qt"),
    ("suggest.planted_qt", "shiboken6", "Only the window knows Qt"),
    ("ui.planted_database", "sqlalchemy", "Only the store knows the database"),
    ("operations.planted_database", "alembic", "Only the store knows the database"),
    ("formats.planted_database", "sqlite3", "Only the store knows the database"),
    ("commands.planted_spacy", "spacy", "Only the suggesters know spaCy"),
    ("ui.planted_up", "workbench.commands", POINTS_DOWN),
    ("ui.planted_spacy", "spacy", "Only the suggesters know spaCy"),
    ("formats.planted_spacy", "thinc", "Only the suggesters know spaCy"),
    ("operations.planted_twins", "datasketch", "Only a task of a worker knows datasketch"),
    ("domain.planted_numpy", "numpy", "The domain stands on the standard library"),
]


def lint_imports(checkout: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of a checkout."""
    command = [sys.executable, "-c", "from importlinter import cli; cli.lint_imports_command()"]
    command += ["--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)


def copied(to: Path) -> Path:
    """A copy of the house and of what import-linter is told about it."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CHECKOUT / "workbench", to / "workbench", ignore=ignored)
    shutil.copy(CHECKOUT / "pyproject.toml", to)
    return to


@pytest.fixture(scope="module")
def broken_house(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy with every bad import planted in it."""
    pytest.importorskip("importlinter", reason=LINTER_IS_MISSING)
    copy = copied(tmp_path_factory.mktemp("broken"))
    for module, imported, _ in PLANTED:
        path = copy / "workbench" / f"{module.replace('.', '/')}.py"
        path.write_text(f"import {imported}\n")
    outcome = lint_imports(copy)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    return outcome.stdout


def test_the_arrows_hold() -> None:
    pytest.importorskip("importlinter", reason=LINTER_IS_MISSING)
    outcome = lint_imports(CHECKOUT)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "0 broken" in outcome.stdout


@pytest.mark.parametrize(("module", "imported", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract_and_is_named(
    broken_house: str, module: str, imported: str, contract: str
) -> None:
    summary, _, details = broken_house.partition("Broken contracts")
    verdict = next(line for line in summary.splitlines() if line.startswith(contract))
    assert "BROKEN" in verdict
    section = details[details.index(contract) :]
    assert f"workbench.{module} -> {imported}" in section


def test_a_new_room_must_be_given_its_place(tmp_path: Path) -> None:
    pytest.importorskip("importlinter", reason=LINTER_IS_MISSING)
    room = copied(tmp_path) / "workbench" / "annex"
    room.mkdir()
    (room / "__init__.py").touch()
    outcome = lint_imports(tmp_path)
    assert outcome.returncode == 1
    assert "annex" in outcome.stdout


def modules() -> Iterator[Path]:
    return (CHECKOUT / "workbench").rglob("*.py")


def test_the_house_has_its_rooms_and_no_others() -> None:
    rooms = sorted(path.parent.name for path in (CHECKOUT / "workbench").glob("*/__init__.py"))
    assert rooms == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_in_one_line_what_it_owns(room: str) -> None:
    source = (CHECKOUT / "workbench" / room / "__init__.py").read_text(encoding="utf-8")
    told = ast.get_docstring(ast.parse(source)) or ""
    assert told.endswith(".")
    assert "\n" not in told


def test_no_module_is_named_for_anything_and_nothing() -> None:
    assert [path for path in modules() if {path.stem, path.parent.name} & NAMES_FOR_ANYTHING] == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        path.relative_to(CHECKOUT)
        for path in modules()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_pickle_is_written_to_or_read_from_anything_but_a_pipe() -> None:
    importers = [
        path.relative_to(CHECKOUT)
        for path in modules()
        if {"pickle", "shelve", "marshal", "dill"} & imported_roots(path)
    ]
    assert importers == []


def test_the_domain_imports_nothing_that_must_be_installed() -> None:
    allowed = sys.stdlib_module_names | {"workbench"}
    for path in (CHECKOUT / "workbench" / "domain").rglob("*.py"):
        assert imported_roots(path) <= allowed, path


def imported_roots(path: Path) -> set[str]:
    """The top-level packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found
