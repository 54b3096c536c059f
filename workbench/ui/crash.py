"""A fault of our own: logged, and shown with a report to copy, while the window lives on.

What was half done has been rolled back by then, since every act commits whole or not at all.
"""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from workbench import __version__


class CrashReporter(QObject):
    """Takes the place of Python's last word on an exception."""

    happened = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Report whatever nobody caught from here on."""
        sys.excepthook = self.report

    def remove(self) -> None:
        """Leave the last word to Python again."""
        sys.excepthook = sys.__excepthook__

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault and show it; an interrupt from the keyboard ends the program as it should."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger(__name__).error("%s", text)
        self.happened.emit(f"Workbench {__version__}, Python {sys.version.split()[0]}\n\n{text}")

    def _show(self, report: str) -> None:
        """One box at a time: a fault in a timer would otherwise fill the screen."""
        if self._open is not None and self._open.isVisible():
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Workbench met a fault of its own. Nothing half-done was saved."))
        box.setInformativeText(self.tr("The details can be copied into a report."))
        box.setDetailedText(report)
        box.addButton(QMessageBox.StandardButton.Close)
        copy = box.addButton(self.tr("Copy the details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        self._open = box
        box.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._open = None
