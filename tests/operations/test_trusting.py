"""No folder is loaded that its user has not allowed on this machine."""

from pathlib import Path

import pytest

from tests.operations.conftest import news_scheme, refused
from tests.store.conftest import add_article
from tests.suggest import pipelines_made
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.domain.suggester_source import SuggesterSource
from workbench.operations import suggesters, trusting
from workbench.operations.evaluating import evaluate
from workbench.operations.progress import finish
from workbench.operations.suggesting import suggest, suggest_in_use
from workbench.settings.folders import find_folders
from workbench.settings.settings import Settings, settings_file, write_settings
from workbench.store import suggestions
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def boats(project: Project, ann: Annotator, tmp_path: Path) -> SuggesterSource:
    """A pipeline in a folder that a project from elsewhere uses."""
    folder = pipelines_made.make(tmp_path / "boats")
    labels = {"BOAT": "entity/other"}
    source = suggesters.pipeline_at(project, "boats", where=str(folder), labels=labels)
    suggesters.add(project, annotator=ann, source=source)
    suggesters.use(project, annotator=ann, name="news-en", layers=[])
    return source


def test_the_labels_of_a_folder_are_proposed(boats: SuggesterSource) -> None:
    assert boats.spec["labels"] == {"BOAT": "entity/other", "ORG": "entity/organization"}
    assert boats.layers == ("entity",)


def test_it_is_loaded_nowhere_before_it_is_allowed(
    project: Project, ann: Annotator, boats: SuggesterSource
) -> None:
    article = add_article(project, "The ferry left.\n")
    for verb in (
        suggest(project, annotator=ann, suggester="boats"),
        suggest_in_use(project, annotator=ann),
        evaluate(project, suggester="boats"),
        suggesters.tried(boats),
    ):
        with refused("operations.untrusted_folder"):
            finish(verb)
    assert suggestions.of_article(project, article) == []
    trusting.trust(boats)
    finish(suggest_in_use(project, annotator=ann))
    assert [each.quote for each in suggestions.of_article(project, article)] == ["ferry"]


def test_a_link_to_an_allowed_folder_is_that_folder(
    project: Project, boats: SuggesterSource, tmp_path: Path
) -> None:
    trusting.trust(boats)
    (tmp_path / "link").symlink_to(boats.folder)
    linked = suggesters.pipeline_at(project, "linked", where=str(tmp_path / "link"))
    assert trusting.answer_for(linked)


def test_who_refused_is_not_told_at_every_article(
    project: Project, ann: Annotator, boats: SuggesterSource
) -> None:
    add_article(project, "The ferry left.\n")
    path = settings_file(find_folders().config)
    write_settings(trusting.with_answer(Settings(), boats, allowed=False), path)
    assert finish(suggest_in_use(project, annotator=ann)) == []
    with refused("operations.untrusted_folder"):
        finish(suggest(project, annotator=ann, suggester="boats"))


def test_a_label_that_a_pipeline_does_not_have_is_refused(
    project: Project, boats: SuggesterSource
) -> None:
    with refused("operations.pipeline_without_label"):
        suggesters.pipeline_at(project, "x", where=boats.folder, labels={"SHIP": "entity/other"})
    with refused("suggest.pipeline_gone"):
        suggesters.pipeline_at(project, "x", where="en_core_web_none")


def test_an_installed_one_is_offered_and_used(
    project: Project, ann: Annotator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipelines_made.install(tmp_path, monkeypatch)
    article = add_article(project, "The Harbour Office is closed.\n")
    offered = suggesters.source_named(project, "harbour_sm")
    assert offered.layers == ()
    assert offered.spec["labels"] == {"ORG": "entity/organization"}
    suggesters.use(project, annotator=ann, name="harbour_sm", layers=["entity"])
    finish(suggest(project, annotator=ann, suggester="harbour_sm"))
    (found,) = suggestions.of_article(project, article)
    assert (found.quote, found.label) == ("Harbour Office", "organization")
