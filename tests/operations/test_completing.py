"""Names that the project knows are offered, the commonest first."""

import pytest

from tests.operations.conftest import mark, news_scheme
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.operations import annotating, completing
from workbench.operations.progress import finish
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


def name(project: Project, ann: Annotator, article: str, words: str, value: str) -> None:
    annotation = mark(project, ann, article, words, "entity")
    annotating.set_attribute(
        project, annotator=ann, annotation=annotation, attribute="name", value=value
    )


def test_the_commonest_spelling_comes_first(project: Project, article: str, ann: Annotator) -> None:
    name(project, ann, article, "The mayor", "Ilse Varn")
    name(project, ann, article, "mayor", "Varn, Ilse")
    name(project, ann, article, "harbour", "Varn, Ilse")
    found = finish(completing.values_of(project, layer="entity", attribute="name"))
    assert found == ["Varn, Ilse", "Ilse Varn"]


def test_other_layers_and_other_attributes_are_not_offered(
    project: Project, article: str, ann: Annotator
) -> None:
    name(project, ann, article, "The mayor", "Ilse Varn")
    assert finish(completing.values_of(project, layer="claim", attribute="name")) == []
    assert finish(completing.values_of(project, layer="entity", attribute="actor")) == []
