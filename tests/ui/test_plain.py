"""What others wrote is shown as text, wherever in the window it comes up.

The window is driven over a project in which every name looks like markup and like a key, and all
that it shows is walked through after each step.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven, open_again
from workbench.domain.span import Span
from workbench.domain.suggester_source import NEWS_EN
from workbench.operations import annotating, importing, people, projects, statuses
from workbench.operations.progress import finish
from workbench.store import articles, suggestions
from workbench.ui.plain import plain_caption, plain_tip
from workbench.ui.review.workspace import ReviewWorkspace

NAME = "<b>&amp;K</b>"
FILE = "<b>&amp;K<b>.workbench"
SCHEME = (
    """
scheme: {id: small, version: 1}
article:
  genre: {name: NAME, values: [NAME, other], help: NAME, multiple: true}
layers:
  entity:
    name: NAME
    key: e
    span: NAME
    labels:
      person: {name: NAME, key: "1", guideline: NAME, examples: ["[x] NAME"]}
      place: {name: NAME 2, key: "2"}
    attributes:
      kind: {name: NAME, values: [NAME, b], help: NAME}
relations:
  near: {name: NAME, key: "1", from: [entity], to: [entity]}
""".replace("NAME", f'"{NAME}"')
    .replace(f'"{NAME}" 2', f'"{NAME} 2"')
    .replace(f'"[x] "{NAME}""', f'"[x] {NAME}"')
)
TEXT = f"{NAME} title\n\nIlse Varn met {NAME} and Bo Reed.\n"
COMMANDS = (
    *("history", "find", "show_questions", "guideline", "occurrences", "accept_many"),
    *("filter_articles", "article_labels", "correct_text", "show_tags", "focus_entity"),
    *("show_review", "next_open_place", "show_names"),
)


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """The window on a project of two people, an article and a scheme of that name."""
    (tmp_path / "s.yaml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / f"{FILE}.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / FILE
    project = projects.create(path, scheme=tmp_path / "s.yaml")
    who = people.annotator_named(project, NAME, role="reviewer")
    finish(importing.import_paths(project, [tmp_path / f"{FILE}.txt"], annotator=who))
    (article,) = articles.list_articles(project)
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.mark_seen(transaction, [article.id], NEWS_EN.name, "0")
    start = TEXT.index(NAME, 20)
    for name in (NAME, f"{NAME} 2"):
        annotating.annotate(
            project,
            annotator=people.annotator_named(project, name),
            article=article.id,
            span=Span(start, start + len(NAME) - len(name) + len(NAME)),
            layer="entity",
            label="person",
        )
        other = people.annotator_named(project, name)
        statuses.mark_done(project, annotator=other, article=article.id, layers=["entity"])
    project.close()
    driven = open_again(qtbot, path)
    driven.session.become(people.annotator_named(driven.project, NAME))
    yield driven
    driven.close()


def shown_as_more(window: QWidget) -> tuple[list[str], int]:
    """What Qt takes for markup or for a key, of all in a window; and how often the name is."""
    wrong: list[str] = []
    seen = 0
    for widget in window.findChildren(QWidget):
        for text, is_wrong in _said(widget):
            seen += NAME in text or plain_caption(NAME) in text
            if is_wrong:
                wrong.append(f"{type(widget).__name__} {widget.accessibleName()!r}: {text}")
    return wrong, seen


def _said(widget: QWidget) -> Iterator[tuple[str, bool]]:
    """What a widget says, each with whether that would be more than text."""
    yield widget.toolTip(), NAME in widget.toolTip()
    if isinstance(widget, QLabel):
        plain = widget.textFormat() == Qt.TextFormat.PlainText
        yield widget.text(), NAME in widget.text() and not plain
        yield widget.text(), NAME in widget.text() and widget.buddy() is not None
    if isinstance(widget, QAbstractButton):
        is_key = not widget.shortcut().isEmpty()
        yield widget.text(), "amp" in widget.text() and is_key
    for action in widget.actions():
        yield action.text(), NAME in action.text() and _has_key(action)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for tip in _tips(widget.model(), QModelIndex()):
            yield tip, NAME in tip


def _has_key(action: QAction) -> bool:
    return "&" in action.text().replace("&&", "")


def _tips(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """The tips of all rows and cells of a model."""
    for row in range(model.rowCount(parent)):
        for column in range(_columns(model)):
            index = model.index(row, column, parent)
            yield str(model.data(index, Qt.ItemDataRole.ToolTipRole) or "")
        yield from _tips(model, model.index(row, 0, parent))


def _columns(model: QAbstractItemModel) -> int:
    """How many columns there are; Qt does not say it of a list, which has one."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def test_nothing_that_others_wrote_is_more_than_text(driven: Driven, qtbot: QtBot) -> None:
    window = driven.program.window
    driven.pane.setFocus()
    driven.select("Ilse Varn")
    driven.keys("e")
    counts = [_checked(window)]
    driven.keys("1", "Escape")
    driven.select("Bo Reed")
    driven.keys("e", "1", "Escape")
    counts.append(_checked(window))
    for command in COMMANDS:
        window.dispatch.say(command)
        counts.append(_checked(window))
    review = window.rooms.currentWidget()
    assert isinstance(review, ReviewWorkspace)
    qtbot.waitUntil(lambda: review.desk.figures is not None, timeout=30_000)
    counts.append(_checked(window))
    assert min(counts) > 5, counts


def _checked(window: QWidget) -> int:
    """How often the name is shown; nowhere as more than text."""
    wrong, seen = shown_as_more(window)
    assert wrong == []
    return seen


def test_what_a_tip_says_is_what_was_given() -> None:
    assert plain_tip("a plain one") == "a plain one"
    assert plain_tip("<b>\n&amp;") == "<span>&lt;b&gt;<br>&amp;amp;</span>"
    assert plain_caption("R&D") == "R&&D"
