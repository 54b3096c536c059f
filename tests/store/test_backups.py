"""Backups are made when something was done, thinned, and put back whole; undone by another."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.conftest import add_article, add_person
from workbench.domain.errors import UserError
from workbench.operations import backups, projects
from workbench.store import backups as store_backups
from workbench.store import people
from workbench.store.backups import Backup, crowding, superfluous
from workbench.store.project import Project
from workbench.store.upgrading import copy_out


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with one person in it, closed."""
    path = tmp_path / "p.workbench"
    with closing(projects.create(path)) as project:
        add_person(project, "ann")
    return path


def names(path: Path) -> list[str]:
    """The people of a project, which must be sound."""
    with closing(projects.open_(path)) as project:
        assert projects.check(project) == []
        return [person.name for person in people.annotators(project)]


def kept(path: Path) -> int:
    with closing(projects.open_(path)) as project:
        return len(backups.kept(project))


def back_up(project: Project) -> Backup | None:
    return backups.keep(project)


def test_a_backup_is_made_only_when_something_was_done(path: Path) -> None:
    with closing(projects.open_(path)) as project:
        assert back_up(project) is not None
        assert back_up(project) is None
        add_article(project)
        made = back_up(project)
        assert made is not None
        kept_before = backups.kept(project)
        assert kept_before[0] == made
    assert made.path.stat().st_mode & 0o077 == 0
    assert set(made.path.parent.iterdir()) == {each.path for each in kept_before}
    assert names(made.path) == ["ann"]


def test_a_backup_is_put_back_and_that_is_undone_by_another(path: Path) -> None:
    with closing(projects.open_(path)) as project:
        back_up(project)
        add_person(project, "ben")
    backups.restore(path, 1)
    assert names(path) == ["ann"]
    backups.restore(path, 1)
    assert names(path) == ["ann", "ben"]
    assert [each.name for each in path.parent.iterdir() if each.suffix == ".part"] == []


def test_what_was_put_back_counts_as_a_copy_of_its_own(path: Path) -> None:
    with closing(projects.open_(path)) as project:
        back_up(project)
        before = project.copy
        add_person(project, "ben")
    backups.restore(path, 1)
    with closing(projects.open_(path)) as project:
        assert project.copy != before


def test_nothing_is_put_back_under_an_open_project(path: Path) -> None:
    with closing(projects.open_(path)) as project:
        back_up(project)
        add_person(project, "ben")
        with pytest.raises(UserError, match=r"another program"):
            backups.restore(path, 1)
    assert names(path) == ["ann", "ben"]


def test_the_id_of_a_project_leads_to_no_other_folder(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE project SET id = '../../../out'")
    folder = tmp_path / "a" / "b"
    with closing(projects.open_(path)) as project:
        made = store_backups.keep(project, folder)
    assert made is not None
    assert made.path.resolve().is_relative_to(folder)


def test_a_number_that_no_backup_has_is_refused(path: Path) -> None:
    with pytest.raises(UserError, match="no backup 3"):
        backups.restore(path, 3)
    assert names(path) == ["ann"]


def test_what_a_killed_program_left_of_a_backup_goes_an_hour_later(path: Path) -> None:
    with closing(projects.open_(path)) as project:
        made = back_up(project)
        assert made is not None
        rests = [made.path.with_name(name) for name in ("old.part", "old.part-wal", "new.part")]
        for rest in rests:
            rest.touch()
        for rest in rests[:2]:
            os.utime(rest, (0, 0))
        add_person(project, "ben")
        back_up(project)
    assert [rest.exists() for rest in rests] == [False, False, True]


def test_backups_leave_half_of_the_disk_to_others(tmp_path: Path) -> None:
    free = shutil.disk_usage(tmp_path).free
    places = [tmp_path / str(number) for number in range(4)]
    for place in places:
        with place.open("wb") as file:
            file.truncate(free // 3)  # a hole, which takes no room
    time = datetime(2026, 3, 31, tzinfo=UTC)
    every = [Backup(place, time) for place in places]
    assert crowding(every) == every[3:]
    assert crowding(every[:1]) == []


def test_a_copy_for_which_there_is_no_room_is_not_begun(path: Path, tmp_path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(2 * shutil.disk_usage(tmp_path).free)
    with (
        closing(sqlite3.connect(path)) as reader,
        pytest.raises(UserError, check=lambda error: error.key == "store.disk_full"),
    ):
        copy_out(reader, tmp_path / "backups" / "a.workbench", source=path)
    assert list((tmp_path / "backups").iterdir()) == []


def test_backups_are_thinned_to_hours_days_and_weeks() -> None:
    time = datetime(2026, 3, 31, 12, 30, tzinfo=UTC)
    every = [Backup(Path(str(n)), time - timedelta(minutes=10) * n) for n in range(6 * 24 * 7 * 60)]
    gone = set(superfluous(every, time))
    left = [backup for backup in every if backup not in gone]
    assert left[0] == every[0]
    ages = [time - backup.time for backup in left]
    assert sum(age <= timedelta(days=1) for age in ages) == 26
    assert sum(timedelta(days=1) < age <= timedelta(weeks=1) for age in ages) == 6
    assert sum(timedelta(weeks=1) < age for age in ages) in {51, 52}
