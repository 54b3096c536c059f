"""A project with the small scheme, one article and one person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.conftest import TEXT, add_article, add_person, small_scheme
from workbench.domain.annotator import Annotator
from workbench.domain.span import Span
from workbench.store.opening import create_project
from workbench.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = create_project(tmp_path / "a.workbench", small_scheme())
    yield project
    project.close()


@pytest.fixture
def article(project: Project) -> str:
    return add_article(project)


@pytest.fixture
def ann(project: Project) -> Annotator:
    return add_person(project, "ann")


@pytest.fixture
def bo(project: Project) -> Annotator:
    return add_person(project, "bo")


def place(words: str) -> Span:
    """Where some words stand in the article."""
    start = TEXT.index(words)
    return Span(start, start + len(words))
