"""Writing a corpus out of a project, with a receipt of what the format could not hold.

Only what people have finished goes out, unless asked otherwise: an article-layer that is not done
says nothing about what is absent from it. `jsonl` is the exception, since it carries the status
along. Articles are read in batches and written by a worker process, so that neither memory nor the
window feels the size of the project.
"""

import json
import os
from pathlib import Path
from typing import Any

from workbench.domain.annotator import Annotator
from workbench.domain.corpus import OnLoss
from workbench.domain.errors import UserError
from workbench.domain.splitting import DEV, TRAIN, Split
from workbench.formats import registry
from workbench.formats.receipt import OF_MARKS
from workbench.formats.registry import Format
from workbench.formats.staging import RECEIPT, names_in, staged
from workbench.operations import carding, splitting
from workbench.operations.carding import Telling
from workbench.operations.choosing import Choice, chosen_articles, known
from workbench.operations.layout import Layout, apart
from workbench.operations.progress import LongVerb
from workbench.operations.shaping import Shaper, Shaping
from workbench.operations.workers import Worker
from workbench.operations.writing import Writing, lent
from workbench.store import schemes
from workbench.store.project import Project

FEW_FILES = 4
"""So many files are named one by one where it is told what was written; else the place is."""


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
        placed = (
            (yield from splitting.parts_of(project, kind, choice, split, worker=packer))
            if split
            else None
        )
        agreed = yield from carding.measured(project, choice, worker=packer)
        layout = Layout.of(kind, out.name, apart(project, kind, choice), placed)
        with staged(out, folder=layout.folder) as stage:
            writing = Writing(packer, kind, layout, shaper, out=str(out), on_loss=on_loss)
            yield from writing.write(stage, chosen_articles(project, choice))
            report = writing.report()
            _refuse_losses(report, on_loss)
            if split and placed:
                report |= _parted(kind, layout, stage, packer)
                report["split"] = splitting.as_json(placed, split)
                splitting.keep(project, placed, annotator=annotator)
            told = (report, writing.tally, shaper)
            card = carding.card_of(
                project, choice, *told, found=agreed, telling=telling or Telling()
            )
            report["files"] = _written_beside(stage, out, report, card, layout)
    return report


def _parted(kind: Format, layout: Layout, stage: Path, worker: Worker) -> dict[str, Any]:
    """What trains on the parts of a split, by the folder in which they lie, where anything does."""
    if not kind.configure:
        return {}
    train, dev = (f"{part}{kind.suffix}" for part in (TRAIN, DEV))
    found: dict[str, Any] = {}
    for folder, files in layout.split_folders().items():
        if train in files:
            asked = (stage / folder, train, dev if dev in files else "")
            (found[folder],) = worker.run(kind.configure, *asked)
    return {"training": found}


def _refuse_losses(report: dict[str, Any], on_loss: OnLoss) -> None:
    """Refuse an export that was not to lose anything of what people marked."""
    if on_loss != "fail":
        return
    losses = report["losses"]
    marks = [kind for kind in losses if kind in OF_MARKS]
    if marks:
        told = ", ".join(f"{kind} {losses[kind]['count']}" for kind in marks)
        raise UserError("operations.would_lose", losses=told)


def _written_beside(
    stage: Path, out: Path, report: dict[str, Any], card: str, layout: Layout
) -> list[str]:
    """Write receipt, card and sums beside the files of a corpus; where these will be."""
    written = names_in(stage)
    _write_receipt(stage / RECEIPT, report | {"files": written})
    carding.write_beside(stage, out, card, folder=layout.folder)
    folder = out if layout.folder else out.parent
    return [str(folder / name) for name in written]


def _write_receipt(path: Path, report: dict[str, Any]) -> None:
    """Write the receipt beside what it is of; how much was placed just now is no part of that."""
    if "split" in report:
        split = {name: said for name, said in report["split"].items() if name != "placed"}
        report = report | {"split": split}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(report, file, ensure_ascii=False, indent=2)
        file.write("\n")
