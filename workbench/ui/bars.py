"""The quiet lines around the panels: who and where, what was refused, how far a job is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from workbench.operations.progress import Progress
from workbench.ui.jobs import Jobs
from workbench.ui.language import number
from workbench.ui.messages import job_name
from workbench.ui.plain import plain_caption, plain_tip

_WIDEST = 360  # pixels of a name


def _label(parent: QWidget, role: str) -> QLabel:
    """A label that shows whatever it is given as text, never as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def shortened(widget: QWidget, text: str) -> str:
    """A name as a widget can show it: its middle left out where it would push the window wider."""
    widget.ensurePolished()
    return widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST)


class TopBar(QFrame):
    """The project's name and “You are …”."""

    annotator_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._project = _label(self, "heading")
        self._layers = _label(self, "muted")
        self._you = QPushButton(self)
        self._you.setFlat(True)
        self._you.setToolTip(self.tr("Work as another person"))
        self._you.clicked.connect(self.annotator_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._project)
        layout.addSpacing(16)
        layout.addWidget(self._layers)
        layout.addStretch(1)
        layout.addWidget(self._you)

    def show_layers(self, names: Sequence[str]) -> None:
        """Show which layers alone are worked on; none named are all."""
        self._layers.setText(self.tr("Only {}").format(", ".join(names)) if names else "")

    def show_names(self, project: str, person: str) -> None:
        """Show which project this is and who works on it."""
        you = self.tr("You are {}").format(person)
        self._project.setText(shortened(self._project, project))
        self._project.setToolTip(plain_tip(project) if self._project.text() != project else "")
        self._you.setText(plain_caption(shortened(self._you, you)))
        self._you.setAccessibleName(you)


class MessageBar(QFrame):
    """What could not be done, in one plain sentence that stays until something else is done.

    What came without anybody's doing might be missed so: it stays, or comes back, until the person
    dismisses it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._standing: list[str] = []
        self.setProperty("role", "message")
        self._text = _label(self, "sentence")
        self._text.setWordWrap(True)
        # A path without a blank in it must not push the window wider.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton("×", self)
        close.setFlat(True)
        close.setAccessibleName(self.tr("Dismiss"))
        close.clicked.connect(self._on_dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self.hide()

    def say(self, text: str, *, alarm: bool = False) -> None:
        """Show a sentence."""
        self.setProperty("alarm", alarm)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def text(self) -> str:
        """The sentence shown now, empty for none."""
        return "" if self.isHidden() else self._text.text()

    def warn(self, text: str) -> None:
        """Show a sentence, below those that still stand, until the person dismisses it."""
        self._standing = [*(each for each in self._standing if each != text), text]
        self.say("\n".join(self._standing), alarm=True)

    def clear(self) -> None:
        """Show nothing but what still stands."""
        if self._standing:
            self.say("\n".join(self._standing), alarm=True)
        else:
            self.hide()

    def forget(self) -> None:
        """Show nothing."""
        self._standing.clear()
        self.hide()

    def _on_dismissed(self) -> None:
        if self.text() == "\n".join(self._standing):
            self._standing.clear()
        self.clear()


class Notice(QLabel):
    """What holds as long as the project is open, in one plain sentence; hidden where nothing is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "notice")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(16, 8, 16, 8)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class ProgressLine(QFrame):
    """How far some jobs are, with a Cancel that works."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.setProperty("role", "bar")
        self._what = _label(self, "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._what)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._cancel)
        self.hide()

    def follow(self, jobs: Jobs, *names: str) -> None:
        """Show the jobs of these names, or whichever is in hand."""
        self._names = names
        jobs.progressed.connect(self._on_progressed)
        jobs.finished.connect(self._on_finished)
        self._cancel.clicked.connect(lambda: jobs.cancel(*names))

    def _on_progressed(self, job: str, progress: Progress) -> None:
        if self._names and job not in self._names:
            return
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._what.setText(f"{job_name(job)}{self._how_far(progress)}")
        self.show()

    def _how_far(self, progress: Progress) -> str:
        """What is done of how much, as far as anybody knows."""
        if progress.total:
            of = self.tr("{} of {}").format(number(progress.done), number(progress.total))
            return f": {of}"
        return f": {number(progress.done)}" if progress.done else " …"

    def _on_finished(self, job: str) -> None:
        if not self._names or job in self._names:
            self.hide()
