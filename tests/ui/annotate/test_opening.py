"""A long article is painted by its beginning, and ends up as if all of it had been read at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from tests.benchmarks.corpora import Corpus, project_of, write_lines
from tests.clock import calls
from tests.ui.annotate.driven import Driven, open_again
from workbench.domain.annotation import Annotation
from workbench.domain.span import Span
from workbench.operations import annotating
from workbench.operations.statuses import label_article
from workbench.store import anchors, articles
from workbench.ui.annotate.fields import SeveralField
from workbench.ui.annotate.inspector.annotation_form import AnnotationForm
from workbench.ui.annotate.slice import PORTION, TOUCHED, ArticleSlice
from workbench.ui.pane.reading_pane import ReadingPane
from workbench.ui.preferences import Preferences

MARKS = 3_000


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """The window on a short and a long article, the long one just opened and nothing after that."""
    user, corpus = Preferences().user(), Corpus()
    lines = [
        corpus.line(corpus.text(length), marks, [user])
        for length, marks in ((2_000, 20), (6 * PORTION, MARKS))
    ]
    path = project_of(
        tmp_path / "p.workbench", write_lines(tmp_path / "a.jsonl", lines), user=user, seen=True
    )
    driven = open_again(qtbot, path)
    open_long(driven)
    yield driven
    driven.close()


def open_long(driven: Driven) -> None:
    short, long = articles.ids(driven.project)
    driven.session.open_article(short)
    driven.session.open_article(long)


def in_order(driven: Driven) -> list[Annotation]:
    """The annotations of the project in the order in which they are walked through."""
    return sorted(driven.marked(), key=lambda mark: (mark.span.start, mark.span.end, mark.id))


def walked(driven: Driven) -> list[str]:
    """The marks that the pane has, as a walk through all of them finds them."""
    driven.pane.place_caret(0)
    driven.pane.focus_mark("")
    return onward(driven.pane)


def onward(pane: ReadingPane) -> list[str]:
    """The marks from where the caret stands on."""
    return list(iter(lambda: pane.next_mark(1, "annotation"), ""))


def test_the_beginning_waits_for_nothing_behind_it(opened: Driven) -> None:
    def begun() -> None:
        open_long(opened)

    def whole() -> None:
        open_long(opened)
        assert len(opened.workspace.annotations()) == MARKS

    assert calls(begun) < 0.7 * calls(whole)


def test_the_rest_comes_by_itself_and_the_inspector_after_it(opened: Driven, qtbot: QtBot) -> None:
    last = in_order(opened)[-1]
    opened.pane.verticalScrollBar().setValue(opened.pane.verticalScrollBar().maximum())
    plain = opened.pane.viewport().grab().toImage()
    inspector = opened.workspace.inspector

    def shown() -> None:
        rows = [view.model().rowCount() for view in inspector.findChildren(QListView)]
        assert MARKS in rows
        assert opened.pane.viewport().grab().toImage() != plain

    qtbot.waitUntil(shown)
    opened.pane.focus_mark(last.id)
    assert opened.pane.focused() == last.id


def test_who_asks_at_once_gets_all(opened: Driven) -> None:
    marked = in_order(opened)
    assert list(opened.workspace.annotations()) == marked
    open_long(opened)
    opened.pane.place_caret(len(opened.pane.text()))
    assert opened.pane.next_mark(-1, "annotation") == marked[-1].id
    open_long(opened)
    opened.workspace.focus_on_mark(marked[-2].id)
    assert opened.workspace.annotation() == marked[-2]


def test_nothing_of_the_article_before_is_left_to_be_changed(opened: Driven) -> None:
    short, _ = articles.ids(opened.project)
    inspector = opened.workspace.inspector
    opened.session.open_article(short)
    opened.session.do(label_article, article=short, name="frames", values=("economic",))
    opened.pane.next_mark(1, "annotation")
    opened.workspace.inspect()
    assert isinstance(inspector.widget(), AnnotationForm)
    open_long(opened)
    (field,) = inspector.findChildren(SeveralField)
    assert field.text() == "unset"
    counted = opened.workspace.ghost_bar.findChildren(QLabel)
    assert any("…" in label.text() for label in counted)
    opened.pane.next_mark(1, "annotation")
    opened.workspace.inspect()
    assert isinstance(inspector.widget(), AnnotationForm)
    opened.pane.focus_mark("")
    opened.workspace.inspect()
    assert not isinstance(inspector.widget(), AnnotationForm)


def test_the_first_acts_read_no_more_than_they_touch(opened: Driven) -> None:
    opened.pane.place_caret(0)
    opened.keys("Shift+Right", "E", "1", "N")
    assert opened.pane.focused()
    assert len(opened.pane.mark_ids()) < MARKS


def test_acts_meanwhile_are_neither_lost_nor_taken_back(opened: Driven) -> None:
    gone, *_, changed = in_order(opened)[MARKS // 2 :]
    at = len(opened.pane.text()) // 2 + 7
    slice = ArticleSlice(opened.session, opened.session.article)
    opened.session.changed.connect(lambda changes: list(slice.reread(changes)))
    made = opened.session.do(
        annotating.annotate,
        article=opened.session.article,
        span=Span(at, at + 3),
        layer="entity",
        label="person",
    )
    assert made
    opened.session.do(annotating.delete, annotation=gone)
    opened.session.do(annotating.set_note, annotation=changed, note="read again")
    assert not slice.is_whole  # an act reads no more of a text than it touches
    assert walked(opened) == [mark.id for mark in in_order(opened)]
    assert sorted(opened.workspace.annotations(), key=lambda mark: mark.id) == sorted(
        opened.marked(), key=lambda mark: mark.id
    )
    assert dict(slice.annotations) == {mark.id: mark for mark in opened.marked()}


def test_what_a_large_act_touched_follows_by_and_by_and_at_once_for_who_asks(
    opened: Driven, qtbot: QtBot
) -> None:
    pane, workspace = opened.pane, opened.workspace
    gone = {mark.id for mark in in_order(opened)[::3]}
    qtbot.waitUntil(lambda: len(pane.mark_ids()) == MARKS)
    with opened.project.transaction("delete", person=opened.session.annotator.id) as transaction:
        anchors.remove(transaction, "annotation", sorted(gone))
    opened.session.look_for_news()
    assert MARKS - len(gone) < len(pane.mark_ids()) < MARKS
    assert not any(workspace.mark(id) for id in sorted(gone)[::100])
    assert len(pane.mark_ids() & gone) > TOUCHED
    assert {mark.id for mark in workspace.annotations()}.isdisjoint(gone)
    qtbot.waitUntil(lambda: pane.mark_ids().isdisjoint(gone))
    assert walked(opened) == [mark.id for mark in in_order(opened)]


def test_a_project_that_closes_is_read_no_further(opened: Driven) -> None:
    pane = opened.pane
    opened.program.window.leave_session()
    QApplication.processEvents()
    assert 0 < len(onward(pane)) < MARKS
