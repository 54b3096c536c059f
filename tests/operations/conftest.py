"""A project with one article and one person or two, marks in it, and suggestions for it."""

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.store.conftest import TEXT, add_article, add_person, small_scheme
from workbench.domain.annotation import Annotation
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.formats.scheme_yaml import read_scheme
from workbench.operations import annotating
from workbench.settings.resources import resources_folder
from workbench.store import annotations, suggestions
from workbench.store.opening import create_project
from workbench.store.project import Project


@functools.cache
def news_scheme() -> Scheme:
    """The shipped scheme for news, read once."""
    return read_scheme(resources_folder() / "schemes" / "news.yaml")


@pytest.fixture
def scheme() -> Scheme:
    """The scheme of the test's project; a module that needs another one says so itself."""
    return small_scheme()


@pytest.fixture
def project(tmp_path: Path, scheme: Scheme) -> Iterator[Project]:
    project = create_project(tmp_path / "a.workbench", scheme)
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


def refused(key: str) -> "pytest.RaisesExc[UserError]":
    """Expect a refusal with that key."""
    return pytest.raises(UserError, check=lambda error: error.key == key)


def mark(
    project: Project, who: Annotator, article: str, words: str, layer: str, *, label: str = ""
) -> Annotation:
    """Mark words of the article, with the small scheme's label of the layer if none is given."""
    label = label or ("person" if layer == "entity" else "factual")
    changes = annotating.annotate(
        project, annotator=who, article=article, span=place(words), layer=layer, label=label
    )
    (found,) = annotations.by_ids(project, changes.ids("annotation"))
    return found


def propose(
    project: Project,
    article: str,
    words: str,
    layer: str,
    label: str,
    *,
    id: str = "",
    score: float = 0.9,
    attributes: Mapping[str, str] | None = None,
    relations: Mapping[str, str] | None = None,
) -> Suggestion:
    """Propose words of the article; `relations` lead by type to the ids of other ends."""
    suggestion = Suggestion(
        id=id or new_id(),
        article=article,
        layer=layer,
        label=label,
        fragments=(place(words),),
        quote=words,
        suggester="news-en",
        model="1",
        score=score,
        attributes=attributes or {},
    )
    drawn = [
        SuggestionRelation(new_id(), suggestion.id, type, target)
        for type, target in (relations or {}).items()
    ]
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, [suggestion], drawn)
    return suggestion
