"""The scheme comes out of the file as it went in, and each project keeps its own."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.beside import copied_beside
from tests.operations.conftest import news_scheme
from tests.store.conftest import small_scheme
from workbench.domain.scheme import ArticleLabelType, Flag, Scheme
from workbench.store import schema, schemes
from workbench.store.opening import create_project, open_project


@pytest.mark.parametrize("scheme", [news_scheme(), small_scheme(), Scheme("empty", 7, ())])
def test_a_scheme_comes_out_as_it_went_in(tmp_path: Path, scheme: Scheme) -> None:
    project = create_project(tmp_path / "a.workbench", scheme)
    assert schemes.read_scheme(project) == scheme
    project.close()
    again = open_project(project.path, backups=tmp_path)
    assert schemes.read_scheme(again) == scheme
    again.close()


def test_two_projects_that_are_open_at_once_keep_their_schemes_apart(tmp_path: Path) -> None:
    both = [
        create_project(tmp_path / f"{scheme.id}.workbench", scheme)
        for scheme in (news_scheme(), small_scheme())
    ]
    for _ in range(2):
        assert [schemes.read_scheme(project).id for project in both] == ["news", "small"]
    for project in both:
        project.close()


def test_a_copy_that_calls_another_scheme_by_the_same_edition_shows_its_own(
    tmp_path: Path,
) -> None:
    own = create_project(tmp_path / "own.workbench", small_scheme())
    own.checkpoint()
    copied_beside(own.path, tmp_path / "crafted.workbench")
    with closing(sqlite3.connect(tmp_path / "crafted.workbench")) as connection:
        connection.execute("UPDATE label SET name = 'crafted'")
        connection.commit()
    crafted = open_project(tmp_path / "crafted.workbench", backups=tmp_path)
    both = [
        schemes.read_scheme(project).layer("entity").labels[0].name for project in (own, crafted)
    ]
    assert both == ["person", "crafted"]
    with crafted.snapshot() as reader:
        assert schemes.read_scheme(reader) is schemes.read_scheme(crafted)
    own.close()
    crafted.close()


def test_a_renaming_touches_one_row_and_nothing_that_refers_to_it(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.workbench", news_scheme())
    with project.transaction("rename", person="") as transaction:
        transaction.update(schema.label, "entity/person", {"name": "Mensch"})
    assert [row.id for row in transaction.changes.rows] == ["entity/person"]
    (row,) = [row for row in project.images(schema.label) if row["id"] == "entity/person"]
    assert (row["label"], row["name"]) == ("person", "Mensch")
    project.close()


def test_flags_and_article_labels_come_along(tmp_path: Path) -> None:
    kind = ArticleLabelType("tone", "Tone", ("low", "high"), "ordinal", help="how it sounds")
    scheme = Scheme("s", 1, (), article_labels=(kind,), flags=(Flag("unsure", "Unsure", "q"),))
    project = create_project(tmp_path / "a.workbench", scheme)
    assert schemes.read_scheme(project) == scheme
    project.close()
