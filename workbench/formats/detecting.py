"""Which format a file is of, told by what is in it; and what stands beside a corpus and is none.

Only the beginning of a file is read. What shows no marks is a plain article, or nothing that is
read: this room does not say which. Where the beginning fits several formats, all of them are named,
for nobody should find spans under the rules of another tool.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from workbench.formats.json_array import items
from workbench.formats.out_folder import PEOPLE
from workbench.formats.page import HEAD
from workbench.formats.registry import FORMATS
from workbench.formats.spreadsheet import COLUMNS
from workbench.formats.staging import RECEIPT
from workbench.formats.tags import OUTSIDE, is_tag

_HEAD = 64_000  # bytes that tell columns and CAS
_LINES, _LINE = 3, 20_000_000  # lines of JSON, and the bytes of the longest
_ROWS = 50
_OURS = frozenset({"annotations", "gold", "suggestions", "zones", "assignments", "article_labels"})
_OF_PRODIGY = frozenset({"_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id"})
_OF_TASKS = frozenset({"annotations", "predictions", "completions"})
_WEBANNO = "#FORMAT=WebAnno TSV"
_XMI = re.compile(r"<(?:\w+:)?XMI\b")
# What readers of whole folders take there: only together such files say whose they are.
_TOGETHER = {
    "brat": (".ann", ".txt"),
    "conll": (".conll", ".iob", ".iob2", ".bio"),
    "webanno-tsv": (".tsv",),
    "cas-xmi": (".xmi",),
}
# Endings of plain articles, which may talk of anything: they are of a format by their rows alone.
_PLAIN = (".txt", ".md", ".markdown", ".csv", ".tsv", ".html", ".htm", ".xhtml")
_BEGINNINGS = {".csv": ",".join(COLUMNS), ".html": HEAD}
_BESIDE = frozenset({RECEIPT, PEOPLE, "SHA256SUMS", "TypeSystem.xml"})
_ENDS_BESIDE = (".conf", ".scheme.yaml", ".config.xml")
Object = dict[str, object]


def likely(path: Path) -> tuple[str, ...]:
    """The formats that a file can be of, by name; none where it shows no marks.

    Never raises: a file that cannot be read shows nothing, and its reader will say why.
    """
    suffix = path.suffix.lower()
    try:
        if not path.is_file():  # a pipe would wait for ever
            return ()
        if suffix in _TOGETHER["conll"]:
            return ("conll",)
        if suffix in _TOGETHER["brat"] and path.with_suffix(".ann").is_file():
            return ("brat",)
        return tuple(_OF_SUFFIX.get(suffix, _of_any)(path))
    except OSError:
        return ()


def is_together(format: str, path: Path) -> bool:
    """Whether a file in a folder is read with all others of its format there."""
    return path.suffix.lower() in _TOGETHER.get(format, ())


def is_beside(path: Path) -> bool:
    """Whether a file only stands beside a corpus: a receipt, a scheme, what other tools set up."""
    card = path.name == "README.md" and (path.parent / RECEIPT).is_file()
    return card or path.name in _BESIDE or path.name.endswith(_ENDS_BESIDE)


def only_written(path: Path) -> str:
    """The format that a file has, where that is written here and cannot be read.

    Tables and pages of others are articles: ours are told by how they begin.
    """
    ours = (suffix for suffix, begins in _BEGINNINGS.items() if _begins(path, begins))
    suffix = path.suffix.lower() or next(ours, "")
    if suffix in _BEGINNINGS and not _begins(path, _BEGINNINGS[suffix]):
        return ""
    found = (format.name for format in FORMATS if format.suffix == suffix and not format.reads)
    return next(found, "")


def is_unknown(path: Path) -> bool:
    """Whether a file is as annotation tools write them, where none of them could be told."""
    return path.suffix.lower() in {".json", ".ann", ".xmi", ".conllu"}


# --- what a file begins with


def _begins(path: Path, beginning: str) -> bool:
    """Whether a file begins like that; one that cannot be read does not."""
    try:
        return path.is_file() and _head(path).startswith(beginning)
    except OSError:
        return False


def _head(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_HEAD).decode("utf-8", "replace").removeprefix("\ufeff")


def _of_lines(path: Path) -> Iterator[str]:
    """The formats of JSON lines, by the keys of the first ones."""
    with path.open("rb") as file:
        found = [_object(file.readline(_LINE)) for _ in range(_LINES)]
    for format, shows in _SHOWS.items():
        if any(map(shows, found)):
            yield format


def _object(line: bytes) -> Object:
    """The JSON object of a line; an empty one where it is something else."""
    try:
        value = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _of_json(path: Path) -> Iterator[str]:
    """Tasks of Label Studio by the first of them, or a CAS."""
    if re.search(r'"%(FEATURE_STRUCTURES|TYPES)"', _head(path)):
        yield "cas-json"
        return
    with path.open("rb") as file:
        task = next(items(file), None)
    if isinstance(task, dict) and "data" in task and not _OF_TASKS.isdisjoint(task):
        yield "label-studio"


def _of_xml(path: Path) -> Iterator[str]:
    if _XMI.search(_head(path)):
        yield "cas-xmi"


def _of_any(path: Path) -> Iterator[str]:
    """The formats of a file whose name says nothing, since whoever wrote it chose no ending."""
    begins = _head(path).lstrip()[:1]
    if begins == "{":
        yield from _of_lines(path)
    if begins in {"{", "["}:
        yield from _of_json(path)
    elif begins == "<":
        yield from _of_xml(path)
    else:
        yield from _of_rows(path)


def _of_rows(path: Path) -> Iterator[str]:
    """Formats of columns: by the first line, or since all rows have a tag at one place."""
    head = _head(path)
    if head.startswith(_WEBANNO):
        yield "webanno-tsv"
    elif _is_tagged(head):
        yield "conll"


def _is_tagged(head: str) -> bool:
    """Whether some column of the first rows has nothing but tags, and one that is not outside."""
    from workbench.formats.conll.lines import documents  # noqa: PLC0415 - few files are of columns

    lines = head.splitlines()[:_ROWS]
    rows = [
        cells
        for each in documents(lines)
        for sentence in each.sentences
        for _, cells in sentence.rows
    ]
    columns = range(1, min(map(len, rows), default=0))
    return any(
        all(is_tag(row[column].strip()) for row in rows)
        and any(row[column].strip() != OUTSIDE for row in rows)
        for column in columns
    )


def _is_ours(line: Object) -> bool:
    return not _OURS.isdisjoint(line) or (
        "relations" in line and not _is_of_doccano(line) and not _is_of_prodigy(line)
    )


def _is_of_doccano(line: Object) -> bool:
    """Whether there are entities, or labels that are a start, an end and a name."""
    labels = line.get("label", line.get("labels"))
    return "entities" in line or (
        isinstance(labels, list) and bool(labels) and all(map(_is_label, labels))
    )


def _is_label(value: object) -> bool:
    match value:
        case [int(), int(), str()]:
            return True
    return False


def _is_of_prodigy(line: Object) -> bool:
    """Whether there are keys of its own, or spans under its name."""
    spans = line.get("spans")
    marked = isinstance(spans, list) and all(isinstance(each, dict) for each in spans)
    return not _OF_PRODIGY.isdisjoint(line) or marked


_SHOWS: dict[str, Callable[[Object], bool]] = {
    "jsonl": _is_ours,
    "doccano": _is_of_doccano,
    "prodigy": _is_of_prodigy,
}
_OF_SUFFIX: dict[str, Callable[[Path], Iterator[str]]] = {
    **dict.fromkeys(_PLAIN, _of_rows),
    ".jsonl": _of_lines,
    ".ndjson": _of_lines,
    ".json": _of_json,
    ".xmi": _of_xml,
    ".xml": _of_xml,
}
