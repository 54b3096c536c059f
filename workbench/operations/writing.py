"""An export that a worker writes: the parts of each article, what is counted and what is lost.

Articles go to the worker some at a time, and are written while the next ones are read from the
project; both an export and the trial of one are written so.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from workbench.domain.corpus import CorpusArticle, Loss, OnLoss
from workbench.formats import registry
from workbench.formats.card import Tally
from workbench.formats.receipt import Receipt
from workbench.formats.registry import Format
from workbench.formats.views import goes_out
from workbench.operations.layout import Layout
from workbench.operations.progress import Progress
from workbench.operations.shaping import Shaper
from workbench.operations.workers import Worker

_WORK = "workbench.operations.export_work"
ITEMS = 50  # handed to the worker at once


@contextmanager
def lent(worker: Worker | None) -> Iterator[Worker]:
    """The worker that was lent, or one of our own for so long."""
    lent = worker or Worker()
    try:
        yield lent
    finally:
        if worker is None:
            lent.close()


class Writing:
    """An export that a worker writes: items go there some at a time, and losses come back."""

    def __init__(
        self,
        worker: Worker,
        format: Format,
        layout: Layout,
        shaper: Shaper,
        *,
        out: str,
        on_loss: OnLoss,
    ) -> None:
        self.receipt = Receipt()
        self.tally = Tally()
        self.articles = 0
        self.annotations = 0
        self._worker = worker
        self._format = format
        self._layout = layout
        self._shaper = shaper
        self._order = shaper.order(on_loss)
        self._out = out
        self._shape = registry.shape(format.name)
        self._told: Generator[object] = _nothing()

    def write(self, stage: Path, found: Iterable[CorpusArticle]) -> Iterator[Progress]:
        """Write articles into a folder; however that ends, the worker is let go."""
        try:
            self._begin(stage)
            yield from self._write(found)
        finally:
            self._told.close()

    def _begin(self, stage: Path) -> None:
        """Open the files of each part."""
        parts = {
            name: (stage / place.folder, replace(self._order, file=place.file))
            for name, place in self._layout.places.items()
        }
        self._ask("begin", self._format.name, self._out, parts)

    def _write(self, found: Iterable[CorpusArticle]) -> Iterator[Progress]:
        """Write articles, each into its parts."""
        waiting: dict[str, list[Any]] = {}
        lose = self.receipt.add
        for read, each in enumerate(found, start=1):
            article = self._shaper.renamed(each, lose)
            self._count(article)
            for part, own in self._layout.parted(article):
                items = waiting.setdefault(part, [])
                items += self._shape(self._shaper.pieces(own, lose), self._order, lose)
                if len(items) >= ITEMS:
                    self._add(part, waiting.pop(part))
                    yield Progress(read, 0, self._out)
        for part, items in waiting.items():
            self._add(part, items)
            yield Progress(read, 0, self._out)
        self._ask("finish", self._out)
        self._note()

    def _count(self, article: CorpusArticle) -> None:
        """Count an article if it goes out, and what of it does."""
        any_status = self._order.any_status
        if self._format.whole or goes_out(article, any_status=any_status):
            self.articles += 1
            part = self._layout.part_of(article)
            self.tally.add(article, part, any_status=any_status, whole=self._format.whole)

    def report(self) -> dict[str, Any]:
        """What was written, and what was not."""
        return {
            "format": self._format.name,
            "articles": self.articles,
            "annotations": self.annotations,
            "receipt": dict(sorted(self.receipt.counts.items())),
            "losses": self.receipt.as_json(),
        }

    def _add(self, part: str, items: Sequence[Any]) -> None:
        """Hand over some items; they are written while the next ones are read."""
        self._ask("add", self._out, part, items)
        next(self._told)  # says that they have come

    def _ask(self, task: str, *args: object) -> None:
        self._note()
        self._told = self._worker.run(f"{_WORK}:{task}", *args)

    def _note(self) -> None:
        """Wait for what was asked last, and note what was written and lost."""
        for annotations, lost in cast("Iterator[tuple[int, list[Loss]]]", self._told):
            self.annotations += annotations
            for loss in lost:
                self.receipt.add(loss)


def _nothing() -> Generator[object]:
    yield from ()
