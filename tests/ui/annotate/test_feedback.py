"""After adjudication a person reads what was changed in their marks, and why, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from tests.store.conftest import add_article
from tests.ui.annotate.driven import Driven
from tests.ui.annotate.test_occurrences import page
from workbench.domain.annotator import Annotator
from workbench.domain.span import Span
from workbench.operations import adjudicating, annotating, people, statuses
from workbench.operations.comparing import differences
from workbench.store import articles

Key = Qt.Key


def mark(driven: Driven, who: Annotator, article: str, *words: str) -> None:
    """Let somebody mark people, and be done."""
    text = articles.text_of(driven.project, article).text
    for each in words:
        start = text.index(each)
        annotating.annotate(
            driven.project,
            annotator=who,
            article=article,
            span=Span(start, start + len(each)),
            layer="entity",
            label="person",
        )
    statuses.mark_done(driven.project, annotator=who, article=article, layers=["entity"])


def settle(driven: Driven, article: str) -> None:
    """Take what bo has, and nothing else; the reasons are always the same."""
    rev = people.annotator_named(driven.project, "rev")
    bo = people.annotator_named(driven.project, "bo")
    for difference in differences(driven.project, [article]):
        adjudicating.take(
            driven.project,
            reviewer=rev,
            difference=difference,
            annotator=bo.id,
            reason="names <b>whole</b>",
        )
    driven.session.look_for_news()


@pytest.fixture
def settled(driven: Driven) -> Driven:
    """An article of two people: one mark stands, one is longer, one went, one came."""
    here, bo = driven.session.article, people.annotator_named(driven.project, "bo")
    mark(driven, driven.session.annotator, here, "Bo Reed", "Varn", "Coast Guard")
    mark(driven, bo, here, "Bo Reed", "Ilse Varn", "Monday")
    settle(driven, here)
    return driven


def the_list(driven: Driven) -> QListWidget:
    found = page(driven).findChild(QListWidget)
    assert found is not None
    return found


def listed(driven: Driven) -> list[list[str]]:
    """What is listed, line by line."""
    rows = the_list(driven)
    return [rows.item(place).text().split("\n") for place in range(rows.count())]


def ask(driven: Driven, qtbot: QtBot) -> None:
    """Ask for the verdicts, and wait until they are read."""
    with qtbot.waitSignal(driven.program.window.lookups.finished, timeout=20_000):
        driven.keys("Ctrl+G")


def said(driven: Driven) -> str:
    return "\n".join(label.text() for label in page(driven).findChildren(QLabel))


def test_what_was_changed_is_listed_with_the_reason(settled: Driven, qtbot: QtBot) -> None:
    ask(settled, qtbot)
    assert the_list(settled).hasFocus()
    by = "Decided by rev · names <b>whole</b>"
    assert listed(settled) == [
        ["Person · “Varn”", "borders: “Ilse Varn”", by],
        ["Person · “Monday”", "Added: you had nothing here", by],
        ["Person · “Coast Guard”", "Removed: nothing to mark here", by],
    ]
    assert "\nnames <b>whole</b>\n" in said(settled)
    assert "Your marks that stand as they were: 1 of 3. Added: 1." in said(settled)


def test_what_stands_is_listed_where_it_is_asked_for(settled: Driven, qtbot: QtBot) -> None:
    ask(settled, qtbot)
    QTest.keyClick(the_list(settled), Key.Key_S)
    assert listed(settled)[-2][:2] == [
        "Person · “Bo Reed”",
        "Stands as it was",
    ]
    QTest.keyClick(the_list(settled), Key.Key_S)
    assert len(listed(settled)) == 3


def test_walking_the_list_shows_the_places_and_return_goes_there(
    settled: Driven, qtbot: QtBot
) -> None:
    ask(settled, qtbot)
    QTest.keyClick(the_list(settled), Key.Key_Down)
    assert settled.pane.selected_text() == "Monday"
    assert the_list(settled).hasFocus()
    QTest.keyClick(the_list(settled), Key.Key_Return)
    assert settled.pane.hasFocus()


def test_said_again_or_left_by_escape_the_inspector_is_back(settled: Driven) -> None:
    for key in ("Ctrl+G", "Escape"):
        settled.keys("Ctrl+G")
        assert settled.workspace.side.page() == "feedback"
        QTest.keySequence(the_list(settled), key)
        assert settled.workspace.side.page() == ""
        assert settled.pane.hasFocus()


def test_nothing_is_told_before_all_is_settled_or_to_who_took_no_part(
    settled: Driven, qtbot: QtBot
) -> None:
    settled.session.become(people.annotator_named(settled.project, "eve"))
    ask(settled, qtbot)
    assert listed(settled) == []
    assert "Nothing to see here yet" in said(settled)
    assert "names" not in said(settled)


def test_what_the_reviewer_opens_again_goes_while_it_is_in_sight(
    settled: Driven, qtbot: QtBot
) -> None:
    ask(settled, qtbot)
    assert len(listed(settled)) == 3
    (first, *_) = differences(settled.project, [settled.session.article])
    rev = people.annotator_named(settled.project, "rev")
    adjudicating.leave_open(settled.project, reviewer=rev, difference=first)
    with qtbot.waitSignal(settled.program.window.lookups.finished, timeout=20_000):
        settled.session.look_for_news()
    assert listed(settled) == []


def test_n_and_p_go_from_settled_article_to_settled_article(settled: Driven, qtbot: QtBot) -> None:
    here, bo = settled.session.article, people.annotator_named(settled.project, "bo")
    add_article(settled.project, "Nobody has read this.\n")
    other = add_article(settled.project, "Ilse Varn resigns\n")
    mark(settled, settled.session.annotator, other, "Varn")
    mark(settled, bo, other, "Ilse Varn")
    settle(settled, other)
    ask(settled, qtbot)
    for key, wanted, number in ((Key.Key_N, other, 1), (Key.Key_P, here, 3)):
        QTest.keyClick(the_list(settled), key)
        qtbot.waitUntil(lambda: len(listed(settled)) == number, timeout=20_000)  # noqa: B023
        assert (settled.workspace.side.page(), settled.session.article) == ("feedback", wanted)
        assert the_list(settled).hasFocus()
