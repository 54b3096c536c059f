"""The rows of the article list say where one person stands in the layers of the scheme."""

from pathlib import Path

from tests.operations.conftest import mark
from tests.store.conftest import TEXT, add_article, add_articles, add_person, narrow
from workbench.operations import projects, statuses
from workbench.ui.annotate.articles.article_rows import MANY, article_rows


def test_an_article_is_done_when_the_layers_of_its_scheme_are(tmp_path: Path) -> None:
    project = projects.create(tmp_path / "a.workbench", scheme="minimal")
    article, ann = add_article(project), add_person(project, "ann")
    for layers, done in ((["claim"], False), (["entity"], True)):
        statuses.mark_done(project, annotator=ann, article=article, layers=layers)
        (row,) = article_rows(project, ann, only=[article])
        assert row.done() == done
    assert row.status == {"entity": "done", "claim": "done"}
    project.close()


def test_a_row_counts_ones_own_marks(tmp_path: Path) -> None:
    project = projects.create(tmp_path / "a.workbench", scheme="minimal")
    article, other = add_article(project), add_article(project, TEXT + "2")
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    mark(project, bo, article, "mayor", "entity", label="entity")
    assert [row.annotations for row in article_rows(project, ann, only=[article, other])] == [0, 0]
    (row,) = article_rows(project, bo, only=[article])
    assert (row.id, row.annotations, row.suggestions) == (article, 1, 0)
    assert row.status == {"entity": "started", "claim": "new"}
    project.close()


def test_a_row_for_each_of_as_many_as_a_query_can_name(tmp_path: Path) -> None:
    made = projects.create(tmp_path / "a.workbench", scheme="minimal")
    ids, ann = add_articles(made, MANY), add_person(made, "ann")
    made.close()
    with narrow(made.path) as project:
        assert len(article_rows(project, ann, only=frozenset(ids))) == MANY
