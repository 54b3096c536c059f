"""Writing a corpus out of a project, with a receipt of what the format could not hold.

Only what people have finished goes out, unless asked otherwise: an article-layer that is not done
says nothing about what is absent from it. `jsonl` is the exception, since it carries the status
along. Articles are read in batches and written by a worker process, so that neither memory nor the
window feels the size of the project.
"""

import json
import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, cast

from workbench.domain.corpus import CorpusArticle, Loss, OnLoss, Order
from workbench.domain.errors import UserError
from workbench.formats import registry
from workbench.formats.receipt import OF_MARKS, Receipt
from workbench.formats.staging import RECEIPT, staged
from workbench.operations.choosing import Choice, chosen_articles, known
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import schemes
from workbench.store.project import Project

_WORK = "workbench.operations.export_work"
_WHOLE = ""  # the one part of a corpus that is not parted
_ITEMS = 50  # handed to the worker at once


def export(
    project: Project,
    out: Path,
    *,
    format: str,
    choice: Choice | None = None,
    on_loss: OnLoss = "longest",
    worker: Worker | None = None,
) -> LongVerb[dict[str, Any]]:
    """Write the chosen part of a project; returns what was written, with the receipt.

    Raises `UserError` for an unknown format or choice, a place that cannot be written, and with
    `on_loss="fail"` where a span or relation could not be held as it is; then nothing is written.
    """
    kind = registry.find_writable(format)
    if not os.path.isdir(out.parent):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        raise UserError("operations.no_folder", path=out.parent)
    choice = known(project, choice or Choice())
    file = f"corpus{kind.suffix}" if kind.folder else out.name
    order = Order(file, schemes.read_scheme(project), choice.status == "any", on_loss)
    with staged(out, folder=kind.folder) as stage, _lent(worker) as packer:
        writing = _Writing(packer, str(out))
        with closing(writing):
            writing.begin(format, {_WHOLE: (stage, order)})
            shaped = registry.shape(format)(
                writing.counted(chosen_articles(project, choice)), order, writing.receipt.add
            )
            while some := list(islice(shaped, _ITEMS)):
                writing.add(_WHOLE, some)
                yield Progress(writing.read, 0, str(out))
            writing.finish()
        report = writing.report(format)
        _refuse_losses(report, on_loss)
        written = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
        report["files"] = [str((out if kind.folder else out.parent) / path) for path in written]
        _write_receipt(stage / RECEIPT, report)
    return report


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
    """Write the receipt beside what it is of."""
    text = json.dumps(report, ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


@contextmanager
def _lent(worker: Worker | None) -> Iterator[Worker]:
    """The worker that was lent, or one of our own for so long."""
    lent = worker or Worker()
    try:
        yield lent
    finally:
        if worker is None:
            lent.close()


class _Writing:
    """An export that a worker writes: items go there some at a time, and losses come back."""

    def __init__(self, worker: Worker, out: str) -> None:
        self.receipt = Receipt()
        self.read = 0
        self.annotations = 0
        self._worker = worker
        self._out = out
        self._told: Generator[object] = _nothing()

    def begin(self, format: str, parts: dict[str, tuple[Path, Order]]) -> None:
        """Open the files of each part."""
        self._ask("begin", format, self._out, parts)

    def counted(self, found: Iterator[CorpusArticle]) -> Iterator[CorpusArticle]:
        """Articles on their way to the worker."""
        for article in found:
            self.read += 1
            yield article

    def add(self, part: str, items: Sequence[Any]) -> None:
        """Hand over some items; they are written while the next ones are read."""
        self._ask("add", self._out, part, items)
        next(self._told)  # says that they have come

    def finish(self) -> None:
        """Close all files."""
        self._ask("finish", self._out)
        self._note()

    def close(self) -> None:
        """Let the worker go, whatever it is at."""
        self._told.close()

    def report(self, format: str) -> dict[str, Any]:
        """What was written, and what was not."""
        return {
            "format": format,
            "articles": self.read - self.receipt.counts["article_unfinished"],
            "annotations": self.annotations,
            "receipt": dict(sorted(self.receipt.counts.items())),
            "losses": self.receipt.as_json(),
        }

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
