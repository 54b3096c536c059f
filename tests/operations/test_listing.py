"""The list of articles says of each what is marked, proposed and finished, by name."""

from tests.operations.conftest import mark, propose
from tests.store.conftest import TEXT, add_article
from workbench.domain.annotator import Annotator
from workbench.operations import statuses
from workbench.operations.listing import list_articles
from workbench.store.project import Project


def test_each_article_is_listed_with_everyones_work(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    other = add_article(project, "An untouched text 🙂.")
    mark(project, ann, article, "mayor", "entity")
    mark(project, ann, article, "Nobody", "entity")
    mark(project, bo, article, "mayor", "entity")
    propose(project, article, "Harbour", "entity", "person")
    statuses.mark_done(project, annotator=bo, article=article, layers=["entity", "claim"])
    assert list_articles(project) == [
        {
            "id": article,
            "title": "t",
            "characters": len(TEXT),
            "annotations": {"ann": 2, "bo": 1},
            "suggestions": 1,
            "status": {"ann": {"entity": "started"}, "bo": {"claim": "done", "entity": "done"}},
        },
        {
            "id": other,
            "title": "t",
            "characters": 20,
            "annotations": {},
            "suggestions": 0,
            "status": {},
        },
    ]


def test_an_empty_project_lists_nothing(project: Project) -> None:
    assert list_articles(project) == []
