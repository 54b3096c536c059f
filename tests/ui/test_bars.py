"""The quiet lines: layer focus in the top bar, refusals that stay until something is done."""

from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.annotate.driven import Driven
from workbench.domain.changes import Changes
from workbench.domain.errors import UserError
from workbench.operations.progress import Progress
from workbench.ui.messages import JOBS


def top_says(driven: Driven) -> list[str]:
    return [label.text() for label in driven.program.window.top.findChildren(QLabel)]


def test_the_top_bar_says_which_layers_are_worked_on_alone(driven: Driven) -> None:
    driven.program.window.dispatch.say("focus_claim")
    assert "Only Claim" in top_says(driven)
    driven.program.window.dispatch.say("focus_all")
    assert not any(said.startswith("Only") for said in top_says(driven))


def test_a_refusal_stays_while_others_work_and_goes_when_the_person_does(driven: Driven) -> None:
    window = driven.program.window
    driven.select("Bo Reed")
    driven.keys("E", "1")
    window.refuse(UserError("operations.no_name"))
    driven.session.changed.emit(Changes("suggest", ()))
    assert window.message.text()
    driven.select("Coast Guard")
    driven.keys("E", "2")
    assert window.message.text() == ""


def test_what_came_without_anybodys_doing_stays_until_it_is_dismissed(driven: Driven) -> None:
    window = driven.program.window
    gone, name = UserError("operations.no_backup", path="a"), UserError("operations.no_name")
    driven.session.warned.emit(gone)
    driven.session.warned.emit(gone)
    driven.mark("Bo Reed", "E", "1")
    assert window.message.text() == str(gone)
    window.refuse(name)
    assert window.message.text() == str(name)
    (dismiss,) = window.message.findChildren(QPushButton)
    dismiss.click()
    assert window.message.text() == str(gone)
    driven.session.warned.emit(UserError("store.damaged", path="a"))
    assert window.message.text().startswith(f"{gone}\n")
    dismiss.click()
    assert window.message.text() == ""
    driven.session.warned.emit(gone)
    window.leave_session()
    assert window.message.text() == ""


def test_a_job_is_called_by_its_name(driven: Driven) -> None:
    window = driven.program.window
    line = window.progress
    for job in JOBS:
        window.jobs.progressed.emit(job, Progress(2, 5, "x"))
        (said, *_) = [label.text() for label in line.findChildren(QLabel)]
        assert said.endswith("2 of 5")
        assert not said.startswith(job)


def test_no_name_and_no_sentence_pushes_the_window_wider(driven: Driven) -> None:
    window = driven.program.window
    before = window.minimumSizeHint().width()
    window.top.show_names("p" * 250, "Wilhelmina & Söhne " * 50)
    window.message.say(f"“/home/{'folder' * 100}” cannot be read.")
    assert window.minimumSizeHint().width() == before
    (you,) = (button for button in window.top.findChildren(QPushButton) if button.text())
    assert you.accessibleName() == "You are " + "Wilhelmina & Söhne " * 50
    assert you.text().startswith("You are Wilhelmina && S")
