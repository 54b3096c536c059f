"""Pictures of the program made by the program, so that they show what it is."""

import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from workbench.formats.beside import written_beside
from workbench.store.opening import check_header
from workbench.ui.application import make_window

SETTLE = 700  # milliseconds for the window to lay out and read


def take_screenshot(
    path: Path | None, out: Path, *, theme: str = "light", width: int = 1440, height: int = 900
) -> None:
    """Open the window on a project, or on the start screen, and save its picture as PNG.

    Raises `UserError` where there is no such project, or the picture cannot be written.
    """
    if path is not None:
        check_header(path)  # the window would say it in itself, and in the picture
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return
    program = make_window(app, theme)
    window = program.window
    window.resize(width, height)
    window.show()
    if path is not None:
        program.projects.open_path(path)
    _settle()
    while window.session is None and window.jobs.busy():  # the picture would show how far it is
        _settle()
    if window.workspace is not None:
        window.workspace.pane.next_mark(1, "annotation")
        _settle()
    picture = QByteArray()
    buffer = QBuffer(picture)
    window.grab().save(buffer, "PNG")
    window.close()
    with written_beside(out) as file:
        file.write(picture.data())


def _settle() -> None:
    """Let the window lay out, read and paint."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE, loop.quit)
    loop.exec()
