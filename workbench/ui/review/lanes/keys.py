"""Keys pressed in the text of the page on which an article is settled.

Digits take lanes; letters say the commands of the page; arrows move the caret, so that a reviewer
can select words of their own.
"""

from workbench.ui.commands import COMMANDS, ChangedKeys
from workbench.ui.dispatch import Dispatch
from workbench.ui.key_filter import KeyFilter
from workbench.ui.review.lanes.page import LanesPage


class LanesKeys(KeyFilter):
    """Listens for the commands of the page."""

    def __init__(self, page: LanesPage, dispatch: Dispatch, changed: ChangedKeys) -> None:
        super().__init__(page.pane, dispatch, (c for c in COMMANDS if c.in_lanes), changed)
        self._page = page

    def answer(self, digit: str) -> None:
        """Take a lane."""
        self._page.answer(int(digit))
