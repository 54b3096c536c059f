"""The Review workspace: the overview, and in its place the article that is being settled."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.operations.comparing import Difference
from workbench.ui.jobs import Jobs
from workbench.ui.review.desk import Desk
from workbench.ui.review.lanes.page import LanesPage
from workbench.ui.review.overview import Overview
from workbench.ui.session import Session


class ReviewWorkspace(QStackedWidget):
    """What a reviewer sees."""

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = Desk(session, jobs, self)
        self.overview = Overview(self.desk, self)
        self.lanes = LanesPage(self.desk, self)
        self.addWidget(self.overview)
        self.addWidget(self.lanes)
        self.overview.place_chosen.connect(self.settle)
        self.desk.chosen.connect(self.compare_again)
        self.show_overview()

    def compare_again(self) -> None:
        """Compare and measure everything anew, beside the window."""
        self.overview.offer()
        self.desk.compare()
        self.desk.measure()

    def settle(self, difference: Difference) -> None:
        """Settle an article, from a place on."""
        self._show(self.lanes)  # so that the text is set as wide as it will be seen
        self.lanes.show_article(difference.article, difference)

    def show_overview(self) -> None:
        """Go back to the figures and the list."""
        if self.desk.figures is not None:
            self.overview.show_places()
        self._show(self.overview)

    def parts(self) -> list[QWidget]:
        """What the focus moves between."""
        if self.currentWidget() is self.lanes:
            return [self.lanes.pane, self.lanes.card]
        overview = self.overview
        return [overview.choice, overview.layers, overview.pairs, overview.places]

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()
