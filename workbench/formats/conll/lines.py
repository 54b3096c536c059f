"""The lines of a file of columns, parted into articles and sentences.

An article begins where `-DOCSTART-` or `# newdoc` says so; a file without either is one. Where the
text of an export of ours has that word, its row has `_` for its chunk, as all words have. Columns
are parted by tabs, or else by blanks. Where `# text` gives a sentence as it was, that is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from workbench.formats.tags import is_tag

_BEGIN = "-DOCSTART-"
_WORD = f"{_BEGIN} -X- _ "
_COMMENT = re.compile(r"# ?(?:(newdoc|newpar)(?: id = (.*))?|([\w.:]+) = (.*))")
_NUMBER = re.compile(r"\d+(?:[-.]\d+)?")

Row = tuple[int, list[str]]
"""The number of a line, and its cells."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The rows of a sentence, and its text where the file gives it."""

    text: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Document:
    """The sentences of one article, what the file calls it, and the line that it begins in."""

    line: int
    name: str
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row the word stands, and where its tag."""

    word: int
    tag: int


def documents(lines: Iterable[str]) -> Iterator[Document]:
    """The articles of a file, one after another."""
    found, text, within = Document(1, ""), "", False
    for number, line in enumerate(lines, start=1):
        comment = _COMMENT.fullmatch(line)
        begins = line.startswith(_BEGIN) and not line.startswith(_WORD)
        if begins or (comment and comment[1] == "newdoc"):
            if found.sentences:
                yield found
            found, within = Document(number, (comment and comment[2]) or ""), False
        elif comment:
            text = comment[4] if comment[3] == "text" else text
        elif not line.strip():
            text, within = "", False
        else:
            if not within:
                found.sentences.append(Sentence(text))
            within = True
            found.sentences[-1].rows.append((number, _cells(line)))
    if found.sentences:
        yield found


def _cells(line: str) -> list[str]:
    return line.split("\t") if "\t" in line else [cell for cell in line.split(" ") if cell]


def columns_of(document: Document) -> Columns:
    """The columns of a file, by one of its articles: the last one that holds nothing but tags.

    The word stands in the first, or in the second after numbers.
    """
    table = [cells for sentence in document.sentences for _, cells in sentence.rows]
    last = max(1, min(map(len, table)) - 1)
    tags = (column for column in range(last, 0, -1) if _all_tags(table, column))
    tag = next(tags, last)
    numbered = tag > 1 and all(_NUMBER.fullmatch(cells[0]) for cells in table)
    return Columns(int(numbered), tag)


def _all_tags(table: Sequence[Sequence[str]], column: int) -> bool:
    return all(len(cells) > column and is_tag(cells[column].strip()) for cells in table)
