"""The window on a project that two people annotated, for tests that review it."""

import functools
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, open_again
from workbench.domain.annotator import Annotator, Role
from workbench.domain.gold import Gold
from workbench.domain.span import Span
from workbench.domain.suggester_source import NEWS_EN
from workbench.operations import annotating, importing, people, projects, statuses
from workbench.operations.progress import finish
from workbench.store import articles, golds, suggestions
from workbench.store.project import Project
from workbench.ui.review.lanes.page import LanesPage
from workbench.ui.review.workspace import ReviewWorkspace

TEXTS = (
    "Harbour stays closed\n\nMayor Ilse Varn spoke first. Bo Reed blamed the Coast Guard.\n",
    "Ferry talks end\n\nIlse Varn met the Coast Guard in Port Ennis on Monday.\n",
)
# What each marked: the words, and the label.
Work = Sequence[tuple[str, str]]
ANN: tuple[Work, ...] = (
    (("Ilse Varn", "person"), ("Bo Reed", "person"), ("Coast Guard", "organization")),
    (("Ilse Varn", "person"), ("Port Ennis", "place")),
)
BO: tuple[Work, ...] = (
    (("Ilse Varn", "person"), ("the Coast Guard", "organization")),
    (("Ilse Varn", "person"), ("Port Ennis", "organization")),
)


def reviewed(qtbot: QtBot, folder: Path, *, role: Role = "reviewer") -> Driven:
    """The window, opened by someone who reviews, on two articles that two have finished."""
    path = folder / "p.workbench"
    path.write_bytes(_finished(role))
    driven = open_again(qtbot, path)
    driven.session.become(people.annotator_named(driven.project, "rev"))
    return driven


@functools.cache
def _finished(role: Role) -> bytes:
    """The file of such a project, made once by each process that runs tests."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        files = [folder / f"{number}.txt" for number in range(len(TEXTS))]
        for file, text in zip(files, TEXTS, strict=True):
            file.write_text(text, encoding="utf-8")
        with closing(projects.create(folder / "p.workbench")) as project:
            who = people.annotator_named(project, "rev", role=role)
            finish(importing.import_paths(project, files, annotator=who))
            ids = [article.id for article in articles.list_articles(project)]
            for name, work in (("ann", ANN), ("bo", BO)):
                for article, marks in zip(ids, work, strict=True):
                    annotate(project, people.annotator_named(project, name), article, marks)
            with project.transaction("suggest", person="", kind="record") as transaction:
                suggestions.mark_seen(transaction, ids, NEWS_EN.name, "0")
        return (folder / "p.workbench").read_bytes()


def annotate(project: Project, who: Annotator, article: str, marks: Work) -> None:
    """Mark words in an article, and have done with its entities."""
    text = articles.text_of(project, article).text
    for words, label in marks:
        start = text.index(words)
        span = Span(start, start + len(words))
        annotating.annotate(
            project, annotator=who, article=article, span=span, layer="entity", label=label
        )
    statuses.mark_done(project, annotator=who, article=article, layers=["entity"])


def review_of(qtbot: QtBot, driven: Driven) -> ReviewWorkspace:
    """The Review workspace, in front and with everything compared and measured."""
    window = driven.program.window
    window.dispatch.say("show_review")
    review = window.rooms.currentWidget()
    assert isinstance(review, ReviewWorkspace)
    qtbot.waitUntil(lambda: review.desk.figures is not None, timeout=30_000)
    return review


def press(page: LanesPage, *keys: str) -> None:
    """Press keys in the text that is being settled."""
    for key in keys:
        QTest.keySequence(page.pane, QKeySequence(key))


def gold_of(driven: Driven) -> list[Gold]:
    """All gold as it is in the project."""
    ids = [article.id for article in articles.list_articles(driven.project)]
    return golds.of_articles(driven.project, ids)
