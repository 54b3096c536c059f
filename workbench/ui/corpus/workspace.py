"""The Corpus workspace: which charts there are, the one in hand, and the table of its figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.counts import Counts
from workbench.operations.charts.chart import Chart
from workbench.operations.charts.corpus import corpus_charts
from workbench.operations.charts.drawing import Drawing
from workbench.ui.annotate.fields import plain_label
from workbench.ui.corpus.chart_view import ChartView
from workbench.ui.corpus.figures_table import FiguresTable
from workbench.ui.corpus.tally import Tally
from workbench.ui.corpus.words import speech
from workbench.ui.jobs import Jobs
from workbench.ui.language import number
from workbench.ui.session import Session
from workbench.ui.theme import LIGHT, Tokens

_WIDTHS = (260, 580, 440)  # pixels


class CorpusWorkspace(QWidget):
    """What is in the project, counted."""

    said = Signal(str)  # the id of a command that a button means

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tokens = LIGHT
        self._shown: list[Chart] = []
        self.tally = Tally(session, jobs, self)
        self.charts = QListWidget(self)
        self.charts.setAccessibleName(self.tr("Charts"))
        self.charts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view, self.table = ChartView(self), FiguresTable(self)
        self._counts = plain_label("", "heading")
        self._whose = plain_label("", "muted")
        self._title, self._about = plain_label("", "heading"), plain_label("", "muted")
        self._lay_out()
        for part in (self.view, self.table):  # so that nothing moves once there is something
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.setFocusProxy(self.charts)
        self.tally.counted.connect(self._show_counts)
        self.charts.currentRowChanged.connect(lambda _: self._show_chart())
        self._show_counts()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for part, stretch in ((self._side(), 0), (self._middle(), 2), (self._right(), 1)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.indexOf(part), stretch)
            splitter.setCollapsible(splitter.indexOf(part), False)
        splitter.setSizes(list(_WIDTHS))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _side(self) -> QFrame:
        """How much there is in all, the charts, and what can be made of all of it."""
        panel = QFrame(self)
        panel.setProperty("role", "panel")
        column = _column(panel)
        column.addWidget(self._counts)
        column.addWidget(self._whose)
        column.addWidget(self.charts, 1)
        column.addWidget(self._button("write_counts", self.tr("Write all as a page…")))
        column.addWidget(self._button("export_corpus", self.tr("Export the corpus…")))
        return panel

    def _middle(self) -> QFrame:
        """The chart in hand under its name."""
        frame = QFrame(self)
        column = _column(frame)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.view, 1)
        button = self._button("save_picture", self.tr("Save the picture…"))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _right(self) -> QFrame:
        """The figures of the chart."""
        frame = QFrame(self)
        column = _column(frame)
        column.addWidget(plain_label(self.tr("Figures"), "section"))
        column.addWidget(self.table, 1)
        button = self._button("copy_table", self.tr("Copy the table"))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _button(self, command: str, text: str) -> QPushButton:
        """A button that means a command."""
        button = QPushButton(text, self)
        button.clicked.connect(lambda: self.said.emit(command))
        return button

    # --- what is shown

    def set_tokens(self, tokens: Tokens) -> None:
        """Use these colours."""
        self._tokens = tokens
        self._show_chart()

    def chart(self) -> Chart | None:
        """The chart in hand, once there is something to draw."""
        row = self.charts.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def drawing(self) -> Drawing | None:
        """The picture of the chart in hand as it is shown."""
        return self.view.drawing() if self.chart() is not None else None

    def parts(self) -> list[QWidget]:
        """What the focus moves between."""
        return [self.charts, self.view, self.table]

    def _show_counts(self) -> None:
        counts = self.tally.counts
        known = counts is not None
        self._counts.setText(self._summary(counts or Counts()) if known else self.tr("Counting…"))
        alone = self.tr("Your own work alone is counted; a reviewer sees that of all.")
        self._whose.setText("" if self.tally.sees_all() else alone)
        self._whose.setVisible(not self.tally.sees_all())
        self._shown = corpus_charts(counts or Counts(), self._session.scheme, speech())
        self._list_charts()
        for part in (self.view, self.table):
            part.setVisible(known)
        self._show_chart()

    def _summary(self, counts: Counts) -> str:
        """How much there is, a line each."""
        lines = [
            (self.tr("Articles: {}"), counts.articles),
            (self.tr("Annotations: {}"), counts.annotations),
            (self.tr("Article-layers done: {}"), counts.finished),
        ]
        if self.tally.sees_all():
            lines.append((self.tr("Gold spans: {}"), counts.gold))
        return "\n".join(said.format(number(figure)) for said, figure in lines)

    def _list_charts(self) -> None:
        """Name the charts; the one in hand stays in hand."""
        if self.charts.count() == len(self._shown):
            return
        for chart in self._shown:
            QListWidgetItem(chart.title, self.charts)
        self.charts.setCurrentRow(0)

    def _show_chart(self) -> None:
        chart = self.chart()
        if chart is not None:
            self._title.setText(chart.title)
            self._about.setText(chart.about)
            self.view.show_chart(chart, self._tokens)
            self.table.show_chart(chart)

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Count while it is looked at."""
        super().showEvent(event)
        self.tally.look(in_sight=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more."""
        super().hideEvent(event)
        self.tally.look(in_sight=False)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    return column
