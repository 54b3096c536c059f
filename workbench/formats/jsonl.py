"""JSON lines: our own lossless form, one article a line.

It carries everything but the journal, and the scheme goes beside it as `NAME.scheme.yaml`. One line
is held at a time, whichever way it goes, so that a corpus may be larger than the memory. On the way
in only `text` must be there, and a line that cannot be taken stops none of the others.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.formats.beside import written_beside
from workbench.formats.json_values import lines, parse
from workbench.formats.jsonl_reading import article_of
from workbench.formats.jsonl_writing import line_of


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file one after another, or why a line is none, naming file and line.

    Offsets count code points of the canonical text. What the file leaves out stays empty: ids,
    annotators, times; scheme versions are 0, assignments and structure None.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        values = (("path", path.name), ("reason", error.strerror))
        yield Refusal(path.name, "formats.cannot_read", values)
        return
    with file:
        for number, line in lines(file):
            place = f"line {number}"
            if line is None:
                yield Refusal(f"{path.name}, {place}", "formats.line_too_long")
            elif line.strip():
                yield _taken(line, path, place)


def _taken(line: bytes, path: Path, place: str) -> CorpusArticle | Refusal:
    """The article of a line, or why it is none."""
    try:
        return article_of(parse(line), place=place)
    except UserError as error:
        return Refusal.of(f"{path.name}, {place}", error)


def write(articles: Iterable[CorpusArticle], path: Path, *, scheme_yaml: str) -> int:
    """Write articles, and the scheme beside them; how many articles there were.

    Both files take their places when all is written; until then what was there stays. Raises
    `UserError` where a quote differs from its place or the disk refuses.
    """
    number = 0
    with written_beside(path) as file, written_beside(scheme_path(path)) as beside:
        for number, article in enumerate(articles, start=1):  # noqa: B007 - the count of all
            line = json.dumps(line_of(article), ensure_ascii=False, separators=(",", ":"))
            file.write(line.encode("utf-8") + b"\n")
        file.flush()
        beside.write(scheme_yaml.encode("utf-8"))
    return number


def scheme_path(path: Path) -> Path:
    """Where the scheme of a file of articles stands."""
    return path.with_name(f"{path.name.removesuffix('.jsonl')}.scheme.yaml")
