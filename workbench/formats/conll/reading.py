"""Files of columns as articles: the words are laid out again, for their blanks are not there.

In an export of ours a folder is a person's and a file's name its layer; elsewhere a file says
neither, and folders are people's where the same names stand in several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.formats.about import known_of
from workbench.formats.conll.lines import (
    Columns,
    Document,
    Sentence,
    columns_of,
    documents,
)
from workbench.formats.folders import is_ours, people_of
from workbench.formats.standing import imported, stand
from workbench.formats.tags import chunks, is_tag
from workbench.formats.text_lines import lines_of
from workbench.formats.units import Claimed

_SUFFIXES = (".conll", ".iob", ".iob2", ".bio")


@dataclass(frozen=True, slots=True)
class _File:
    """A file, what to call it, and the layer and person whose it is, as far as its place says."""

    path: Path
    name: str
    layer: str
    annotator: str


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file, or of all files in a folder."""
    files = [path]
    if path.is_dir():
        files = sorted(each for each in path.rglob("*") if each.suffix in _SUFFIXES)
    if not files:
        yield Refusal(str(path), "formats.nothing_in_folder", (("suffix", _SUFFIXES[0]),))
    people, ours = people_of(path, files), is_ours(path)
    for file in files:
        name = str(file.relative_to(path)) if path.is_dir() else file.name
        layer = file.name.partition(".")[0] if ours else ""
        yield from _articles(_File(file, name, layer, people.get(file.parent, "")))


def _articles(file: _File) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file, each under the columns that the first of them shows."""
    columns: Columns | None = None
    try:
        for document in documents(lines_of(file.path)):
            columns = columns or columns_of(document)
            yield _read(document, columns, file)
    except OSError as error:
        yield Refusal(
            file.name, "formats.cannot_read", (("path", file.name), ("reason", error.strerror))
        )
    except UserError as error:
        yield Refusal.of(file.name, error)


def _read(document: Document, columns: Columns, file: _File) -> CorpusArticle | Refusal:
    """An article, or the refusal of it at its first row that has no tag."""
    place = f"{file.name}, line {document.line}"
    try:
        return _article(document, columns, file, place)
    except UserError as error:
        return Refusal.of(place, error)


def _article(document: Document, columns: Columns, file: _File, place: str) -> CorpusArticle:
    raw, marks = _laid_out(document, columns, file)
    standing = stand(raw, [claim for claim, _ in marks])
    said = {"file": file.path.name} | ({"newdoc": document.name} if document.name else {})
    head, appearances = known_of(said, standing.text, place)
    return CorpusArticle(
        article=head,
        text=standing.text,
        appearances=appearances,
        readers=(file.annotator,),
        annotations=tuple(
            imported(
                f"{file.layer}-{label}" if file.layer else label,
                fragments,
                id=new_id(),
                annotator=file.annotator,
                text=standing.text,
            )
            for (_, label), fragments in zip(marks, standing.places, strict=True)
        ),
        place=place,
    )


def _laid_out(
    document: Document, columns: Columns, file: _File
) -> tuple[str, list[tuple[Claimed, str]]]:
    """The text of an article, a line for each sentence, and its marks with their labels."""
    texts: list[str] = []
    marks: list[tuple[Claimed, str]] = []
    begin = 0
    for sentence in document.sentences:
        words, tags = _columns(sentence, columns, file.name)
        text, places = _spaced(words, sentence.text)
        for first, end, label in chunks(tags):
            span = Span(places[first].start, places[end - 1].end)
            claim = Claimed(
                f"{file.name}, line {sentence.rows[first][0]}",
                ((begin + span.start, begin + span.end),),
                span.of(text),
            )
            marks.append((claim, label))
        texts.append(text)
        begin += len(text) + 1
    return "\n".join(texts), marks


def _columns(sentence: Sentence, columns: Columns, name: str) -> tuple[list[str], list[str]]:
    """The words and the tags of a sentence; raises `UserError` at a row without a tag."""
    words, tags = [], []
    for number, cells in sentence.rows:
        tag = cells[columns.tag].strip() if len(cells) > columns.tag else ""
        if not is_tag(tag):
            raise UserError("formats.no_tag", place=f"{name}, line {number}", found=tag)
        words.append(cells[columns.word])
        tags.append(tag)
    return words, tags


def _spaced(words: Sequence[str], said: str) -> tuple[str, list[Span]]:
    """A sentence and where its words stand: as it is said to be, or else a blank between them."""
    places = list(_places(words, said))
    if len(places) == len(words):
        return said, places
    text = " ".join(words)
    return text, list(_places(words, text))


def _places(words: Sequence[str], text: str) -> Iterator[Span]:
    """Where words stand in a text, one after another, as long as only blanks part them."""
    position = 0
    for word in words:
        start = text.find(word, position)
        if start < 0 or text[position:start].strip():
            return
        position = start + len(word)
        yield Span(start, position)
