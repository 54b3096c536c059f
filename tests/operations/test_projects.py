"""Projects are made with a scheme by name or file, opened after a backup, and checked."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.operations.conftest import refused
from workbench.operations import projects
from workbench.settings.resources import resources_folder
from workbench.store import opening, schemes
from workbench.store.halting import HaltedError, while_wanted


@pytest.mark.parametrize(("scheme", "id"), [("news", "news"), ("minimal", "minimal")])
def test_a_project_is_made_with_a_shipped_scheme_by_name(
    project_path: Path, scheme: str, id: str
) -> None:
    project = projects.create(project_path, scheme=scheme)
    assert schemes.read_scheme(project).id == id
    assert projects.check(project) == []
    project.close()


def test_a_project_is_made_with_a_scheme_of_ones_own(project_path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    shutil.copy(resources_folder() / "schemes" / "minimal.yaml", own)
    project = projects.create(project_path, scheme=own)
    assert [layer.id for layer in schemes.read_scheme(project).layers] == ["entity", "claim"]
    project.close()


def test_an_unknown_scheme_is_refused_with_those_there_are(project_path: Path) -> None:
    with refused("operations.unknown_scheme") as unknown:
        projects.create(project_path, scheme="weather")
    assert "minimal, news" in str(unknown.value)
    assert not project_path.exists()


def test_a_project_is_never_made_over_another_file(project_path: Path) -> None:
    project_path.write_text("mine")
    with refused("store.exists"):
        projects.create(project_path)
    assert project_path.read_text() == "mine"


@pytest.mark.parametrize("folder", ["nowhere", "a.txt"])
def test_a_project_needs_a_folder_to_be_made_in(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a.txt").write_text("no folder")
    with refused("store.cannot_create"):
        projects.create(tmp_path / folder / "a.workbench")


def test_what_was_made_is_opened_again_and_what_is_missing_is_refused(project_path: Path) -> None:
    made = projects.create(project_path, scheme="minimal")
    made.close()
    opened = projects.open_(project_path)
    assert (opened.id, opened.copy) == (made.id, made.copy)
    opened.close()
    with refused("store.missing"):
        projects.open_(project_path.with_name("b.workbench"))


@pytest.fixture
def sent(project_path: Path, tmp_path: Path) -> Path:
    """A project that was made elsewhere."""
    projects.create(project_path).close()
    return Path(shutil.copy(project_path, tmp_path / "sent.workbench"))


def test_a_large_project_takes_long_the_first_time_that_it_is_opened_at_a_place(
    sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not projects.takes_long(sent)
    monkeypatch.setattr(projects, "LARGE", sent.stat().st_size)
    assert projects.takes_long(sent)
    projects.open_(sent).close()
    assert not projects.takes_long(sent)
    assert not projects.takes_long(sent.with_name("none.workbench"))


@pytest.fixture
def only_read(sent: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same where nobody may write to it; root may write anywhere."""
    monkeypatch.setattr(opening, "may_write", lambda _: False)
    return sent


@pytest.mark.parametrize("path", ["sent", "only_read"])
def test_a_project_that_nobody_wants_any_more_is_closed_again(
    path: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project: Path = request.getfixturevalue(path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())
    opened = projects.opened_beside(project)
    assert next(opened).total == 0
    assert next(opened).total == 1
    assert set(tmp_path.iterdir()) > before  # a log, or a copy
    opened.close()
    assert set(tmp_path.iterdir()) == before


def test_a_private_copy_is_broken_off_that_nobody_wants_any_more(only_read: Path) -> None:
    opened = projects.opened_beside(only_read)
    next(opened)
    with pytest.raises(HaltedError), while_wanted(lambda: True):
        next(opened)
    with closing(projects.open_to_read(only_read)) as project:
        assert project.only_read
