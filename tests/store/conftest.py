"""A project with two people and one article, made anew for each test."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from workbench.domain.annotator import Annotator
from workbench.domain.article import Article, ArticleText
from workbench.domain.ids import new_id
from workbench.domain.scheme import Attribute, End, Label, Layer, RelationType, Scheme
from workbench.domain.structure import structure_of
from workbench.domain.text import text_hash
from workbench.store import articles, people, sqlite
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


def add_articles(project: Project, number: int) -> list[str]:
    """Add many articles at once, outside anyone's undo."""
    ids = [new_id() for _ in range(number)]
    with project.transaction("import", person="", kind="record") as transaction:
        for place, id in enumerate(ids):
            text = f"{TEXT}{place}"
            head = Article(id, "t", len(text), text_hash(text), "en", "", "", {}, "")
            articles.insert(transaction, head, ArticleText(id, text, structure_of(text)))
    return ids


@contextmanager
def narrow(path: Path, parameters: int = 999) -> Iterator[Project]:
    """A project on an SQLite that takes as few parameters in a query as some builds of it do."""
    limit = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
    engine = sqlite.make_engine(path)
    event.listen(engine, "connect", lambda driver, _: driver.setlimit(limit, parameters))
    project = Project(path, engine)
    yield project
    project.close()


def add_person(project: Project, name: str) -> Annotator:
    """Add a person outside anyone's undo."""
    with project.transaction("add_annotator", person="", kind="record") as transaction:
        return people.add(transaction, name, "annotator")
