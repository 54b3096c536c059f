"""A fault nobody caught is shown with its report, and the window lives on."""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.crash import CrashReporter


def test_a_fault_is_shown_as_text_with_its_report(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reporter = CrashReporter(window)
    try:
        _ = 1 / 0
    except ZeroDivisionError as error:
        reporter.report(type(error), error, error.__traceback__)

    def shown() -> list[QMessageBox]:
        return [box for box in window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    assert "ZeroDivisionError" in shown()[0].detailedText()
    (copy,) = (each for each in shown()[0].buttons() if each.text() == "Copy the details")
    copy.click()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert shown() == []


def test_the_last_word_is_given_back() -> None:
    before = sys.excepthook
    assert before is not None
    reporter = CrashReporter(QWidget())
    reporter.install()
    assert sys.excepthook == reporter.report
    reporter.remove()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before
