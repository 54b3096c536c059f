"""Every command of the table is carried out by somebody, and by one alone."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.operations import people, projects
from workbench.ui.application import Program, make_window
from workbench.ui.commands import COMMANDS
from workbench.ui.dispatch import Dispatch


class Speaker:
    def __init__(self, name: str, heard: list[str]) -> None:
        self.name = name
        self.heard = heard

    def greet(self) -> None:
        self.heard.append(self.name)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Program:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = make_window(app, "light")
    qtbot.addWidget(program.window)
    path = tmp_path / "p.workbench"
    projects.create(path).close()
    program.projects.open_path(path)
    return program


def test_the_first_on_duty_is_told_and_nobody_after_leaving() -> None:
    heard: list[str] = []
    first, second = Speaker("first", heard), Speaker("second", heard)
    dispatch = Dispatch()
    dispatch.enlist(first, second)
    assert dispatch.say("greet")
    dispatch.dismiss(first)
    assert dispatch.say("greet")
    dispatch.dismiss(second)
    assert not dispatch.say("greet")
    assert heard == ["first", "second"]


def silent(program: Program) -> set[str]:
    """The commands that nobody carries out now."""
    return {c.id for c in COMMANDS if program.window.dispatch.find(c.id) is None}


def test_every_command_is_carried_out_in_one_of_the_rooms(program: Program) -> None:
    window = program.window
    in_annotate = silent(program)
    review, corpus = ({c.id for c in COMMANDS if c.menu == menu} for menu in ("review", "corpus"))
    assert in_annotate == review | corpus
    session = window.session
    assert session is not None
    session.become(people.with_role(session.project, annotator=session.annotator, role="reviewer"))
    for room, there, elsewhere in (("review", review, corpus), ("corpus", corpus, review)):
        window.dispatch.say(f"show_{room}")
        unheard = silent(program)
        assert unheard.isdisjoint(there)
        assert unheard > elsewhere
    window.close()


def test_ids_and_keys_mean_one_thing(program: Program) -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    for one, other in combinations(COMMANDS, 2):
        assert not one.meets(other) or set(one.keys).isdisjoint(other.keys), (one.id, other.id)
    program.window.close()


def test_without_a_project_its_commands_are_greyed_out(program: Program) -> None:
    window = program.window
    window.leave_session()
    actions = {action.text().split("\t")[0]: action for action in window.findChildren(QAction)}
    assert not actions["Next article"].isEnabled()
    assert actions["Open project…"].isEnabled()
    window.close()
