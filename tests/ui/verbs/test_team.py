"""A team at work in the window: articles assigned, a share handed out, copies merged, undone."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.ui.annotate.driven import Driven
from workbench.domain.scheme_editing import Change
from workbench.domain.scheme_places import labels_of
from workbench.domain.span import Span
from workbench.operations import annotating, people, projects
from workbench.operations.scheme_editing import edit_scheme
from workbench.store import annotations, articles, schemes
from workbench.store.people import assignments
from workbench.store.project import Project
from workbench.store.upgrading import back_up
from workbench.ui.ask import Ask
from workbench.ui.farewell import part_with
from workbench.ui.scheme.proposal_dialog import ProposalDialog
from workbench.ui.team.assign_dialog import AssignDialog
from workbench.ui.team.merge_dialog import MergeDialog
from workbench.ui.team.schemes_dialog import SchemesDialog

Answer = Callable[[QDialog], bool]


@dataclass
class Asked(Ask):
    """Answers in the user's place: files as given, and dialogs by what a test does with each."""

    paths: list[Path]
    answers: list[Answer]
    shown: list[QDialog] = field(default_factory=list)

    def copies_to_merge(self) -> list[Path]:
        return self.paths

    def share_to_write(self, name: str) -> Path | None:  # noqa: ARG002
        return self.paths[0]

    def answered(self, dialog: QDialog) -> bool:
        self.shown.append(dialog)
        return self.answers.pop(0)(dialog)

    def sure(self, question: str) -> bool:  # noqa: ARG002
        return True


def yes(_dialog: QDialog) -> bool:
    return True


def no(_dialog: QDialog) -> bool:
    return False


def asking(driven: Driven, *answers: Answer, paths: list[Path] | None = None) -> Asked:
    asked = Asked(paths or [], list(answers))
    driven.program.window.ask = asked
    return asked


def say(driven: Driven, qtbot: QtBot, command: str) -> str:
    """Say a command, wait until all that follows is done, and read the message."""
    window = driven.program.window
    window.dispatch.say(command)
    qtbot.waitUntil(lambda: not (window.jobs.busy() or window.lookups.busy()), timeout=60_000)
    driven.session.look_for_news()
    return window.message.text()


def copy_of(driven: Driven, name: str = "copy") -> Path:
    path = driven.project.path.with_name(f"{name}.workbench")
    back_up(driven.project.path, path)
    return path


def marked(project: Project, name: str, words: str) -> None:
    """Let somebody mark words in the first article of a project."""
    who = people.annotator_named(project, name)
    article = articles.list_articles(project)[0].id
    start = articles.text_of(project, article).text.index(words)
    span = Span(start, start + len(words))
    annotating.annotate(
        project, annotator=who, article=article, span=span, layer="entity", label="person"
    )


def quotes(driven: Driven) -> set[str]:
    return {one.quote for one in annotations.of_article(driven.project, driven.session.article)}


def test_articles_are_assigned_once_the_balance_was_seen(driven: Driven, qtbot: QtBot) -> None:
    seen = []

    def answer(dialog: QDialog) -> bool:
        name, add = dialog.findChild(QLineEdit), dialog.findChild(QPushButton)
        tree = dialog.findChild(QTreeWidget)
        assert name is not None
        assert add is not None
        assert tree is not None
        QTest.keyClicks(name, "Cleo")
        QTest.mouseClick(add, Qt.MouseButton.LeftButton)
        row = tree.topLevelItem(tree.topLevelItemCount() - 1)
        assert row is not None
        qtbot.waitUntil(lambda: row.text(2) in {"0", "1"}, timeout=10_000)
        seen.append((row.text(0), row.text(1)))
        return True

    asking(driven, answer)
    told = say(driven, qtbot, "assign_articles")
    assert seen == [("Cleo", "0")]
    assert told.startswith("Articles assigned anew: 1 of 1.")
    assert len({one.annotator for one in assignments(driven.project)}) == 2


def test_a_balance_that_comes_after_the_dialog_was_closed_is_not_shown(
    driven: Driven, qtbot: QtBot
) -> None:
    asking(driven, lambda _: False)
    window = driven.program.window
    window.dispatch.say("assign_articles")
    qtbot.waitUntil(lambda: not window.lookups.busy())  # a fault in a slot fails the test


def test_more_people_an_article_than_are_ticked_cannot_be_asked_for(
    driven: Driven, qtbot: QtBot
) -> None:
    team = [people.annotator_named(driven.project, name) for name in ("ann", "bo")]
    dialog = AssignDialog(team, driven.session.scheme.layers, driven.program.window)
    tree, buttons = dialog.findChild(QTreeWidget), dialog.findChild(QDialogButtonBox)
    assert tree is not None
    assert buttons is not None
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert (dialog.wish().per_article, ok.isEnabled()) == (2, True)
    row = tree.topLevelItem(0)
    assert row is not None
    with qtbot.assertNotEmitted(dialog.wished):
        row.setCheckState(0, Qt.CheckState.Unchecked)
    assert not ok.isEnabled()


def test_a_share_is_written_for_somebody_who_has_articles(
    driven: Driven, qtbot: QtBot, tmp_path: Path
) -> None:
    asking(driven, yes, paths=[tmp_path / "ann.workbench"])
    assert say(driven, qtbot, "hand_out").startswith("Nobody has articles yet.")
    driven.mark("Ilse Varn", "E", "1")
    assert (
        say(driven, qtbot, "hand_out") == "Articles written: 1, annotations: 1, to ann.workbench."
    )
    share = projects.open_(tmp_path / "ann.workbench")
    assert [one.name for one in people.everyone(share)] == [driven.session.annotator.name]
    share.close()


def test_what_comes_in_is_seen_first_and_is_one_act(driven: Driven, qtbot: QtBot) -> None:
    path = copy_of(driven)
    copy = projects.open_(path)
    marked(copy, "bo", "Bo Reed")
    marked(copy, "bo", "Varn")
    copy.close()
    asked = asking(driven, no, yes, paths=[path])
    say(driven, qtbot, "merge_copies")
    assert quotes(driven) == set()
    (dialog,) = asked.shown
    assert isinstance(dialog, MergeDialog)
    told = say(driven, qtbot, "merge_copies")
    assert told == "Merged. New annotations: 2, in articles: 1; gave way: 0."
    assert quotes(driven) == {"Bo Reed", "Varn"}
    assert say(driven, qtbot, "merge_copies") == "Nothing new: all of it is known here."
    say(driven, qtbot, "undo")
    assert quotes(driven) == set()


@pytest.mark.parametrize("answer", ["ours", "theirs"])
def test_which_scheme_holds_is_asked(driven: Driven, qtbot: QtBot, answer: str) -> None:
    path = copy_of(driven)
    copy = projects.open_(path)
    bo = people.annotator_named(copy, "bo")
    edit_scheme(copy, annotator=bo, edit=Change(labels_of("entity"), "person", {"name": "Human"}))
    marked(copy, "bo", "Bo Reed")
    copy.close()

    def choose(dialog: QDialog) -> bool:
        assert isinstance(dialog, SchemesDialog)
        words = "Keep this" if answer == "ours" else "Take their"
        (button,) = [b for b in dialog.findChildren(QPushButton) if b.text().startswith(words)]
        button.click()
        return bool(dialog.result())

    answers = [choose, yes] if answer == "ours" else [choose, yes, yes]
    asked = asking(driven, *answers, paths=[path])
    say(driven, qtbot, "merge_copies")
    assert quotes(driven) == {"Bo Reed"}
    name = schemes.read_scheme(driven.project).label("entity", "person").name
    assert name == ("Person" if answer == "ours" else "Human")
    assert any(isinstance(dialog, ProposalDialog) for dialog in asked.shown) == (answer == "theirs")


def test_whoever_becomes_one_with_somebody_of_their_name_goes_on_working(
    driven: Driven, qtbot: QtBot
) -> None:
    path = copy_of(driven)
    copy = projects.open_(path)
    people.annotator_named(copy, "cy")
    copy.close()
    there = projects.open_(path)
    older = people.annotator_known(there, "cy")
    there.close()
    driven.session.become(people.annotator_named(driven.project, "cy"))
    asking(driven, yes, paths=[path])
    say(driven, qtbot, "merge_copies")
    assert driven.session.annotator.id == older.id
    driven.mark("Ilse Varn", "E", "1")
    assert [one.annotator for one in driven.marked()] == [older.id]


def test_a_project_that_is_open_is_not_opened_twice(driven: Driven) -> None:
    session = driven.session
    driven.program.projects.open_path(driven.project.path)
    assert driven.program.window.session is session


def test_a_copy_that_a_service_set_aside_is_offered_and_merged(
    qtbot: QtBot, driven: Driven
) -> None:
    path, window = driven.project.path, driven.program.window
    copy = copy_of(driven, "p (conflicted copy 2026-02-03)")
    driven.mark("Bo Reed", "E", "1")
    window.leave_session()
    with closing(projects.open_(copy)) as other:
        (article,) = articles.list_articles(other)
        start = articles.text_of(other, article.id).text.index("Monday")
        annotating.annotate(
            other,
            annotator=people.annotator_named(other, "ann"),
            article=article.id,
            span=Span(start, start + len("Monday")),
            layer="entity",
            label="time",
        )
    asked = asking(driven, yes)
    driven.program.projects.open_path(path)
    assert copy.name in window.message.text()
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=60_000)
    assert isinstance(asked.shown[0], MergeDialog)
    marked = annotations.of_article(driven.project, article.id)
    assert {mark.quote for mark in marked} == {"Bo Reed", "Monday"}
    driven.close()


def test_a_copy_that_a_service_sets_aside_meanwhile_is_named_until_it_is_gone(
    qtbot: QtBot, driven: Driven
) -> None:
    notice = driven.program.window.notice
    copy = copy_of(driven, "p (conflicted copy 2026-02-03)")
    qtbot.waitUntil(lambda: copy.name in notice.text(), timeout=10_000)
    other = copy.rename(copy.with_name("p.sync-conflict-20260204-101112-ABCDEFG.workbench"))
    qtbot.waitUntil(lambda: other.name in notice.text(), timeout=10_000)
    assert copy.name not in notice.text()
    other.unlink()
    qtbot.waitUntil(lambda: not notice.text(), timeout=10_000)
    assert notice.isHidden()


def test_what_was_done_in_a_file_that_was_replaced_is_offered_to_the_one_that_came(
    qtbot: QtBot, driven: Driven
) -> None:
    path, window, first = driven.project.path, driven.program.window, driven.session
    article = first.article
    theirs = copy_of(driven)
    with closing(projects.open_(theirs)) as other:
        people.annotator_named(other, "cy")
    driven.mark("Bo Reed", "E", "1")
    asked = asking(driven, yes)
    theirs.replace(path)
    with qtbot.waitSignal(window.session_shown, timeout=10_000):
        first.look_for_news()
    qtbot.waitUntil(lambda: not window.jobs.busy(), timeout=60_000)
    assert isinstance(asked.shown[0], MergeDialog)
    assert driven.session is not first
    assert driven.session.article == article
    assert {person.name for person in people.everyone(driven.project)} >= {"cy"}
    assert quotes(driven) == {"Bo Reed"}
    driven.close()


def test_a_dialog_comes_to_its_end_before_a_file_that_was_replaced_is_opened(
    qtbot: QtBot, driven: Driven
) -> None:
    window, session = driven.program.window, driven.session
    theirs = copy_of(driven)
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    told: list[None] = []
    session.replaced.connect(lambda: told.append(None))
    theirs.replace(driven.project.path)
    qtbot.waitUntil(lambda: len(told) > 1)
    assert window.session is session
    dialog.close()
    qtbot.waitUntil(lambda: window.session is not session)
    assert "was replaced by another file" in window.message.text()
    part_with(dialog)
    driven.close()
