"""A project with two people and one article, made anew for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.annotator import Annotator
from workbench.domain.article import Article, ArticleText
from workbench.domain.ids import new_id
from workbench.domain.scheme import Attribute, End, Label, Layer, RelationType, Scheme
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.store import articles, people
from workbench.store.opening import create_project
from workbench.store.project import Project

TEXT = "Harbour closed\n\nThe mayor said: “The harbour is closed.” Nobody 🙂 disagreed.\n"


def small_scheme() -> Scheme:
    """A scheme of two layers, an attribute and a relation."""
    return Scheme(
        id="small",
        version=1,
        layers=(
            Layer(
                "entity", "entity", "e", "the name", (Label("person", "person", "1", "#335577"),)
            ),
            Layer(
                "claim",
                "claim",
                "c",
                "the content",
                (Label("factual", "factual", "1", "#775533"),),
                (Attribute("stance", "stance", values=("asserts", "denies"), required=True),),
            ),
        ),
        relations=(RelationType("source", "source", "1", (End("claim"),), (End("entity"),)),),
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An open project without articles."""
    project = create_project(tmp_path / "a.workbench", small_scheme())
    yield project
    project.close()


def add_article(project: Project, text: str = TEXT) -> str:
    """Add an article outside anyone's undo."""
    article = Article(new_id(), "t", len(text), text_hash(text), "en", "", "", {}, "")
    with project.transaction("import", person="", kind="record") as transaction:
        articles.insert(transaction, article, ArticleText(article.id, text, structure_of(text)))
    return article.id


def add_person(project: Project, name: str) -> Annotator:
    """Add a person outside anyone's undo."""
    with project.transaction("add_annotator", person="", kind="record") as transaction:
        return people.add(transaction, name, "annotator")
