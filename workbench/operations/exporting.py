"""Writing a corpus out of a project, with a receipt of what the format could not hold.

Only what people have finished goes out, unless asked otherwise: an article-layer that is not done
says nothing about what is absent from it. `jsonl` is the exception, since it carries the status
along. Articles are read in batches and written by a worker process, so that neither memory nor the
window feels the size of the project.
"""

import json
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from workbench.domain.annotator import Annotator
from workbench.domain.corpus import CorpusArticle, Loss, OnLoss, Order
from workbench.domain.errors import UserError
from workbench.domain.splitting import DEV, TRAIN, Placement, Split
from workbench.formats import registry
from workbench.formats.card import Tally
from workbench.formats.receipt import OF_MARKS, Receipt
from workbench.formats.registry import Format
from workbench.formats.staging import RECEIPT, staged
from workbench.formats.views import goes_out
from workbench.operations import carding, splitting
from workbench.operations.carding import Telling
from workbench.operations.choosing import Choice, called, chosen_articles, known
from workbench.operations.layout import Layout
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.shaping import Shaper, Shaping
from workbench.operations.workers import Worker
from workbench.store import schemes
from workbench.store.project import Project

_WORK = "workbench.operations.export_work"
_ITEMS = 50  # handed to the worker at once


def export(
    project: Project,
    out: Path,
    *,
    format: str,
    choice: Choice | None = None,
    on_loss: OnLoss = "longest",
    split: Split | None = None,
    shaping: Shaping | None = None,
    telling: Telling | None = None,
    annotator: Annotator | None = None,
    worker: Worker | None = None,
) -> LongVerb[dict[str, Any]]:
    """Write the chosen part of a project; returns what was written, with the receipt.

    With a `split` the parts are files or folders in `out`, and `annotator` places the articles
    that are new to it. Raises `UserError` for an unknown format or choice, a place that cannot be
    written, and with `on_loss="fail"` where a span or relation could not be held as it is; then
    nothing is written.
    """
    kind = registry.find_writable(format)
    if not os.path.isdir(out.parent):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        raise UserError("operations.no_folder", path=out.parent)
    choice = known(project, choice or Choice())
    scheme, any_status = schemes.read_scheme(project), choice.status == "any"
    shaper = Shaper.of(shaping or Shaping(), scheme, kind, any_status=any_status)
    with lent(worker) as packer:
        placed = (yield from _placed(project, kind, choice, split, packer)) if split else None
        agreed = yield from carding.measured(project, choice, worker=packer)
        layout = Layout.of(kind, out.name, apart(project, kind, choice), placed)
        with staged(out, folder=layout.folder) as stage:
            cut = shaper.shaping.tokens == "cut"
            order = Order("", shaper.scheme, any_status, on_loss, cut)
            writing = Writing(packer, kind, layout, order, out=str(out), shaper=shaper)
            with closing(writing):
                writing.begin(stage)
                yield from writing.write(chosen_articles(project, choice))
            report = writing.report()
            if split and kind.configure:
                report["training"] = _configured(kind, layout, stage, packer)
            _refuse_losses(report, on_loss)
            if split and placed:
                report["split"] = splitting.as_json(placed, split)
                splitting.keep(project, placed, annotator=annotator)
            card = carding.card_of(
                *(project, choice, report, writing.tally, shaper),
                found=agreed,
                telling=telling or Telling(),
            )
            written = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
            _write_receipt(
                stage / RECEIPT, report | {"files": [path.as_posix() for path in written]}
            )
            carding.write_beside(stage, out, card, folder=layout.folder)
            folder = out if layout.folder else out.parent
            report["files"] = [str(folder / path) for path in written]
    return report


def _placed(
    project: Project, kind: Format, choice: Choice, split: Split, worker: Worker
) -> LongVerb[Placement]:
    """The parts of all articles that go out."""
    ids: list[str] = []
    for article in chosen_articles(project, choice):
        if kind.whole or goes_out(article, any_status=choice.status == "any"):
            ids.append(article.article.id)
            if len(ids) % _ITEMS == 0:
                yield Progress(0, len(ids), "split")
    return (yield from splitting.placement(project, split, ids, worker=worker))


def _configured(kind: Format, layout: Layout, stage: Path, worker: Worker) -> dict[str, Any]:
    """What trains on the parts of a split, by the folder in which they lie."""
    train, dev = (f"{part}{kind.suffix}" for part in (TRAIN, DEV))
    found: dict[str, Any] = {}
    for folder, files in layout.split_folders().items():
        if train in files:
            asked = (stage / folder, train, dev if dev in files else "")
            (found[folder],) = worker.run(kind.configure, *asked)
    return found


def apart(project: Project, kind: Format, choice: Choice) -> tuple[str, ...]:
    """The people, as they are called, who get a folder each: those named, where a format asks."""
    named = choice.annotators if kind.apart and choice.whose == "people" else ()
    return tuple(called(project, choice, name) for name in named) if len(named) > 1 else ()


def _refuse_losses(report: dict[str, Any], on_loss: OnLoss) -> None:
    """Refuse an export that was not to lose anything of what people marked."""
    if on_loss != "fail":
        return
    losses = report["losses"]
    marks = [kind for kind in losses if kind in OF_MARKS]
    if marks:
        told = ", ".join(f"{kind} {losses[kind]['count']}" for kind in marks)
        raise UserError("operations.would_lose", losses=told)


def _write_receipt(path: Path, report: dict[str, Any]) -> None:
    """Write the receipt beside what it is of; how much was placed just now is no part of that."""
    if "split" in report:
        split = {name: said for name, said in report["split"].items() if name != "placed"}
        report = report | {"split": split}
    text = json.dumps(report, ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


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
        order: Order,
        *,
        out: str,
        shaper: Shaper,
    ) -> None:
        self.receipt = Receipt()
        self.tally = Tally()
        self.articles = 0
        self.annotations = 0
        self._worker = worker
        self._format = format
        self._layout = layout
        self._order = order
        self._out = out
        self._shaper = shaper
        self._shape = registry.shape(format.name)
        self._told: Generator[object] = _nothing()

    def begin(self, stage: Path) -> None:
        """Open the files of each part."""
        parts = {
            name: (stage / place.folder, replace(self._order, file=place.file))
            for name, place in self._layout.places.items()
        }
        self._ask("begin", self._format.name, self._out, parts)

    def write(self, found: Iterable[CorpusArticle]) -> Iterator[Progress]:
        """Write articles, each into its parts, and close all files."""
        waiting: dict[str, list[Any]] = {}
        lose = self.receipt.add
        for read, each in enumerate(found, start=1):
            article = self._shaper.renamed(each, lose)
            self._count(article)
            for part, own in self._layout.parted(article):
                items = waiting.setdefault(part, [])
                items += self._shape(self._shaper.pieces(own, lose), self._order, lose)
                if len(items) >= _ITEMS:
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

    def close(self) -> None:
        """Let the worker go, whatever it is at."""
        self._told.close()

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
