"""A format: a line for each annotation, with who made it, its label and its words."""

from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order
from workbench.formats.holding import tell_unheld, tell_unheld_of_article
from workbench.formats.out_folder import OutFolder
from workbench.formats.views import views

HOLDS: frozenset[str] = frozenset()  # nothing but label and words


class QuoteWriter:
    """Writes what people finished, and tells what the format cannot hold."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._order, self._lose = order, lose
        self._file = folder.text(order.file)
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article for each who finished a layer of it; how many annotations."""
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            for mark in view.annotations:
                self._file.write(f"{view.annotator}\t{mark.layer}/{mark.label}\t{mark.quote!r}\n")
            written += len(view.annotations)
        return written

    def finish(self) -> None:
        """Nothing is left to be written."""


writer = QuoteWriter
