"""An article as it was: only read, in the place of the text worked on, and named as past."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.domain.article import ArticleText
from workbench.ui.annotate.fields import plain_label
from workbench.ui.pane.marks import Mark
from workbench.ui.pane.reading_pane import ReadingPane


class PastView(QFrame):
    """Shows a text with its marks under a line that says of when they are."""

    def __init__(self, present: ReadingPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = present
        self._when = plain_label("", "section")
        self._when.setContentsMargins(16, 10, 16, 10)
        banner = QFrame(self)
        banner.setProperty("role", "message")
        over = QVBoxLayout(banner)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self._when)
        self.pane = ReadingPane(self)
        self.pane.setAccessibleName(self.tr("Article text as it was"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(banner)
        layout.addWidget(self.pane, 1)
        self.setFocusProxy(self.pane)

    def show_text(self, text: ArticleText | None, marks: Sequence[Mark], said: str) -> None:
        """Show a text with marks, and say of when and whose they are."""
        self._when.setText(said)
        self.pane.look_like(self._present.theme(), self._present.look())
        self.pane.set_article(text, marks)
