"""The sample project is made once, and taking it up again leaves a person's work alone."""

import json
from pathlib import Path

from workbench.domain.annotation import Annotation
from workbench.domain.suggestion import Suggestion
from workbench.operations import accepting, annotating, projects
from workbench.operations.people import annotator_known
from workbench.operations.sample import prepare
from workbench.settings.resources import resources_folder
from workbench.store import annotations, articles, suggestions
from workbench.store.checking import check
from workbench.store.project import Project


def work(project: Project, article: str) -> tuple[list[Annotation], list[Suggestion]]:
    """What stands in an article, with what a person made of it."""
    return annotations.of_article(project, article), suggestions.of_article(project, article)


def test_the_sample_holds_all_its_articles_with_suggestions_of_every_layer(tmp_path: Path) -> None:
    made = prepare(tmp_path / "new" / "folder", user="ann")
    texts = sorted((resources_folder() / "sample").glob("*.txt"))
    assert len(made["articles"]) == len(texts) == 4
    for row in made["articles"]:
        assert row["words"] >= 350
        assert row["suggestions"].keys() == {"entity", "claim", "event", "framing"}
    project = projects.open_(Path(made["project"]))
    assert check(project) == []
    lines = Path(made["exported"][0]).read_text().splitlines()
    exported = {json.loads(line)["id"] for line in lines}
    assert exported == {article.id for article in articles.list_articles(project)}
    project.close()


def test_the_sample_taken_up_again_keeps_what_was_done_in_it(tmp_path: Path) -> None:
    first = prepare(tmp_path, user="ann")
    project = projects.open_(Path(first["project"]))
    ann = annotator_known(project, "ann")
    (article, *_) = articles.list_articles(project)
    turned_down, taken, *_ = suggestions.of_article(project, article.id)
    accepting.reject(project, annotator=ann, suggestion=turned_down)
    accepting.accept(project, annotator=ann, suggestion=taken)
    (made, *_) = annotations.of_article(project, article.id)
    annotating.set_note(project, annotator=ann, annotation=made, note="mine")
    before = work(project, article.id)
    project.close()
    assert prepare(tmp_path, user="ann") == first
    project = projects.open_(Path(first["project"]))
    assert work(project, article.id) == before
    project.close()
