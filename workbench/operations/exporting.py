"""Writing a corpus out of a project, with a receipt of what the format could not hold.

Only what people have finished goes out, unless asked otherwise: an article-layer that is not done
says nothing about what is absent from it. `jsonl` is the exception, since it carries the status
along. Articles are read in batches, so that memory does not grow with the project.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Literal, cast

from workbench.domain.corpus import CorpusArticle, Loss
from workbench.domain.errors import UserError
from workbench.formats import jsonl, spacy_rows
from workbench.formats.beside import written_beside
from workbench.formats.receipt import Receipt
from workbench.formats.scheme_writing import write_scheme
from workbench.operations.people import annotator_known
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import articles, corpus, schemes
from workbench.store.project import Project

Which = Literal["done", "any"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which part of a project goes out: whose work (else everyone's), which layer, which status."""

    annotators: tuple[str, ...] = ()
    layer: str = ""
    status: Which = "done"


def chosen_articles(project: Project, choice: Choice) -> Iterator[CorpusArticle]:
    """The articles of a project with the chosen work in them, and no other."""
    ids: Sequence[str] = [article.id for article in articles.list_articles(project)]
    for article in corpus.read_corpus(project, ids):
        yield _chosen(article, choice)


def _chosen(article: CorpusArticle, choice: Choice) -> CorpusArticle:
    """An article without the work of people and layers that were not asked for."""
    kept = tuple(a for a in article.annotations if _wanted(choice, a.annotator, a.layer))
    ids = {annotation.id for annotation in kept}
    whose = choice.annotators
    return replace(
        article,
        annotations=kept,
        relations=tuple(r for r in article.relations if r.source in ids and r.target in ids),
        labels=tuple(v for v in article.labels if not whose or v.annotator in whose),
        assignments=tuple(
            a for a in article.assignments or () if _wanted(choice, a.annotator, a.layer)
        ),
    )


def _wanted(choice: Choice, annotator: str, layer: str) -> bool:
    return (not choice.annotators or annotator in choice.annotators) and choice.layer in (
        "",
        layer,
    )


def export(
    project: Project,
    out: Path,
    *,
    format: str,
    choice: Choice | None = None,
    worker: Worker | None = None,
) -> LongVerb[dict[str, Any]]:
    """Write the chosen part of a project; returns what was written, with the receipt."""
    if format not in _WRITERS:
        known = ", ".join(_WRITERS)
        raise UserError("operations.unknown_format", format=format, known=known)
    if not os.path.isdir(out.parent):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        raise UserError("operations.no_folder", path=out.parent)
    choice = _known(project, choice or Choice())
    written = yield from _WRITERS[format](project, out, choice, worker)
    return {"format": format, **written}


def _known(project: Project, choice: Choice) -> Choice:
    """A choice of people and a layer that the project has; raises `UserError` for any other."""
    if choice.layer:
        schemes.read_scheme(project).layer(choice.layer)
    people = (annotator_known(project, name) for name in choice.annotators)
    return replace(choice, annotators=tuple(person.name for person in people))


Written = dict[str, Any]


def _write_jsonl(
    project: Project, out: Path, choice: Choice, _worker: Worker | None
) -> LongVerb[Written]:
    """Write the lossless form, with the scheme beside it; the journal is not carried."""
    yield Progress(0, 0, str(out))
    annotations = 0

    def counted() -> Iterator[CorpusArticle]:
        nonlocal annotations
        for article in chosen_articles(project, choice):
            annotations += len(article.annotations)
            yield article

    scheme = write_scheme(schemes.read_scheme(project))
    number = jsonl.write(counted(), out, scheme_yaml=scheme)
    return {
        "articles": number,
        "annotations": annotations,
        "receipt": {"journal": 1},
        "files": [str(out), str(jsonl.scheme_path(out))],
    }


def _write_spacy(
    project: Project, out: Path, choice: Choice, worker: Worker | None
) -> LongVerb[Written]:
    """Write a DocBin, packed by a worker process, since only that knows spaCy."""
    receipt = Receipt()
    rows = spacy_rows.rows(
        chosen_articles(project, choice),
        any_status=choice.status == "any",
        lose=receipt.add,
        article_labels=schemes.read_scheme(project).article_labels,
    )
    packer = worker or Worker()
    packing = _Packing(packer, str(out), receipt)
    try:
        with written_beside(out) as file:
            while some := list(islice(rows, _ROWS)):
                packing.add(some)
                yield Progress(len(packing.articles), 0, str(out))
            file.writelines(packing.finish())
    finally:
        packing.close()
        if worker is None:
            packer.close()
    return {
        "articles": len(packing.articles),
        "annotations": packing.annotations,
        "receipt": dict(sorted(receipt.counts.items())),
        "losses": receipt.as_json(),
        "files": [str(out)],
    }


class _Packing:
    """A file that a worker packs: rows go there some at a time, and losses come back."""

    def __init__(self, worker: Worker, name: str, receipt: Receipt) -> None:
        self.articles: set[str] = set()
        self.annotations = 0
        self._worker = worker
        self._name = name
        self._receipt = receipt
        self._losses = worker.run(f"{_PACKING}:begin", self._name)

    def add(self, rows: Sequence[spacy_rows.Row]) -> None:
        """Hand over some rows; they are packed while the next ones are read."""
        self._note_losses()
        self._losses = self._worker.run(f"{_PACKING}:add", self._name, rows)
        next(self._losses)  # says that they have come
        self.articles |= {row[0] for row in rows}
        self.annotations += sum(len(spans) for row in rows for spans in row[2].values())

    def finish(self) -> Iterator[bytes]:
        """The bytes of the file, piece by piece."""
        self._note_losses()
        yield from cast("Iterator[bytes]", self._worker.run(f"{_PACKING}:finish", self._name))

    def close(self) -> None:
        """Let the worker go, whatever it is at."""
        self._losses.close()

    def _note_losses(self) -> None:
        for loss in self._losses:
            self._receipt.add(Loss(*cast("tuple[str, str, str, str, str, int, int]", loss)))


_PACKING = "workbench.suggest.docbin"
_ROWS = 50  # handed to the worker at once
_WRITERS: dict[str, Callable[[Project, Path, Choice, Worker | None], LongVerb[Written]]] = {
    "jsonl": _write_jsonl,
    "spacy": _write_spacy,
}
