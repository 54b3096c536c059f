"""The start screen: go on where one was, make or open a project, or try the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.ui.bars import shortened
from workbench.ui.farewell import empty
from workbench.ui.plain import plain_caption, plain_tip

_SHOWN = 6


class StartScreen(QWidget):
    """Shown while no project is open."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("Workbench", self)
        title.setProperty("role", "title")
        told = self.tr(
            "Mark entities, claims, events and framing in news text. All on this machine."
        )
        sentence = QLabel(told, self)
        sentence.setProperty("role", "muted")
        self._recent = QVBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(14)
        for part in (title, sentence):
            column.addWidget(part)
        column.addSpacing(12)
        column.addLayout(self._buttons())
        column.addSpacing(18)
        column.addLayout(self._recent)
        around = QHBoxLayout(self)
        around.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addLayout(column)
        middle.addStretch(3)
        around.addLayout(middle)
        around.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for text, signal, primary in (
            (self.tr("Try the sample"), self.sample_wanted, True),
            (self.tr("New project…"), self.new_wanted, False),
            (self.tr("Open project…"), self.open_wanted, False),
        ):
            button = QPushButton(text, self)
            button.setProperty("primary", primary)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer the projects that were open lately."""
        empty(self._recent)
        if paths:
            head = QLabel(self.tr("Recent projects"), self)
            head.setProperty("role", "section")
            self._recent.addWidget(head)
        for path in paths[:_SHOWN]:
            name = QPushButton(self)
            name.setText(plain_caption(shortened(name, Path(path).stem)))
            name.setFlat(True)
            name.setToolTip(plain_tip(path))
            name.setAccessibleName(path)
            name.clicked.connect(lambda _=False, path=path: self.recent_wanted.emit(path))
            self._recent.addWidget(name, alignment=Qt.AlignmentFlag.AlignLeft)
