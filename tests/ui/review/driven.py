"""The window on a project that two people annotated, for tests that review it."""

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, bring_in, file_of, leave_unread, open_again
from workbench.domain.annotator import Annotator, Role
from workbench.domain.gold import Gold
from workbench.domain.span import Span
from workbench.operations import annotating, people, statuses
from workbench.store import articles, golds
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

    def fill(project: Project) -> None:
        ids = bring_in(project, TEXTS, people.annotator_named(project, "rev", role=role))
        for name, work in (("ann", ANN), ("bo", BO)):
            for article, marks in zip(ids, work, strict=True):
                annotate(project, people.annotator_named(project, name), article, marks)
        leave_unread(project)

    return file_of(fill)


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
