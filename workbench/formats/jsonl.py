"""JSON lines: our own lossless form, one article a line.

It carries everything but the journal, and the scheme goes beside it as `NAME.scheme.yaml`. One line
is held at a time, whichever way it goes, so that a corpus may be larger than the memory. On the way
in only `text` must be there, and a line that cannot be taken stops none of the others.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order, Refusal
from workbench.formats.json_files import read_lines
from workbench.formats.jsonl_reading import article_of
from workbench.formats.jsonl_writing import line_of
from workbench.formats.out_folder import OutFolder


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file one after another, or why a line is none, naming file and line.

    Offsets count code points of the canonical text. What the file leaves out stays empty: ids,
    annotators, times; scheme versions are 0, assignments and structure None.
    """
    return read_lines(path, lambda value, place: article_of(value, place=place))


class JsonlWriter:
    """Writes articles, one a line, and the scheme beside them.

    `add` raises `UserError` where a quote differs from its place.
    """

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._folder, self._order = folder, order
        self._file = folder.text(order.file)
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write one article; how many annotations are in it."""
        line = json.dumps(line_of(article), ensure_ascii=False, separators=(",", ":"))
        self._file.write(f"{line}\n")
        return len(article.annotations)

    def finish(self) -> None:
        """Write the scheme."""
        from workbench.formats.scheme_writing import write_scheme  # noqa: PLC0415 - who reads does without

        self._folder.write(scheme_file(self._order.file), write_scheme(self._order.scheme))


writer = JsonlWriter


def scheme_file(name: str) -> str:
    """The name of the file with the scheme of a file of articles."""
    return f"{name.removesuffix('.jsonl')}.scheme.yaml"
