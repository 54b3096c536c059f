"""The rows of the article list say where one person stands in the layers of the scheme."""

from pathlib import Path

from tests.operations.conftest import mark
from tests.store.conftest import TEXT, add_article, add_articles, add_person, narrow
from workbench.operations import projects, statuses
from workbench.ui.annotate.articles.article_rows import article_rows


def test_an_article_is_done_when_the_layers_of_its_scheme_are(tmp_path: Path) -> None:
    project = projects.create(tmp_path / "a.workbench", scheme="minimal")
    article, ann = add_article(project), add_person(project, "ann")
    for layers, done in ((["claim"], False), (["entity"], True)):
        statuses.mark_done(project, annotator=ann, article=article, layers=layers)
        (row,) = article_rows(project, ann)
        assert row.done() == done
    assert row.status == {"entity": "done", "claim": "done"}
    project.close()


def test_a_row_counts_ones_own_marks_and_can_be_read_alone(tmp_path: Path) -> None:
    project = projects.create(tmp_path / "a.workbench", scheme="minimal")
    article, other = add_article(project), add_article(project, TEXT + "2")
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    mark(project, bo, article, "mayor", "entity", label="entity")
    assert [row.annotations for row in article_rows(project, ann)] == [None, None]
    assert [row.annotations for row in article_rows(project, ann, only=[article, other])] == [0, 0]
    (row,) = article_rows(project, bo, only=[article])
    assert (row.id, row.annotations) == (article, 1)
    assert row.status == {"entity": "started", "claim": "new"}
    assert [row.id for row in article_rows(project, bo)] == [article, other]
    project.close()


def test_more_rows_than_a_query_can_name_are_read_all_the_same(tmp_path: Path) -> None:
    made = projects.create(tmp_path / "a.workbench", scheme="minimal")
    ids, ann = add_articles(made, 1_200), add_person(made, "ann")
    made.close()
    with narrow(made.path) as project:
        assert [row.id for row in article_rows(project, ann, only=frozenset(ids))] == ids
        assert len(article_rows(project, ann, only=ids[:300])) == 300
