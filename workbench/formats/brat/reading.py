"""Texts with their marks as brat keeps them, one article for each file of marks.

A folder whose files stand again under the same names in other folders is one person's work, by the
folder's name. Marks in pieces that only line ends part are one, since brat must write them so.
"""

from collections.abc import Iterator
from pathlib import Path

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import Article
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, Span
from workbench.domain.text import text_hash
from workbench.formats.brat.lines import ANSWER, NOTE, QUESTION, Arrow, Lines, Mark
from workbench.formats.folders import people_of
from workbench.formats.standing import imported, stand

_TITLE = 200  # characters of a first line that stands for a title


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a folder, or of one file of marks; each annotated by one person."""
    files = sorted(path.rglob("*.ann")) if path.is_dir() else [path.with_suffix(".ann")]
    if not files:
        yield Refusal(str(path), "formats.nothing_in_folder", (("suffix", ".ann"),))
    people = people_of(path, files)
    for file in files:
        place = str(file.relative_to(path)) if path.is_dir() else file.name
        try:
            yield _article(file, place, people.get(file.parent, ""))
        except UserError as error:
            yield Refusal.of(place, error)


def _article(file: Path, name: str, annotator: str) -> CorpusArticle:
    """The article of a file of marks; raises `UserError` at the first line that is none."""
    raw = _text(file.with_suffix(".txt"))
    lines = Lines()
    for number, line in enumerate(_text(file).split("\n"), start=1):
        if line.strip():
            lines.take(line.rstrip("\r"), f"{name}, line {number}")
    lines.close()
    standing = stand(raw, [mark.claim for mark in lines.marks.values()])
    text = standing.text
    ids = {id: new_id() for id in lines.marks}
    return CorpusArticle(
        article=_head(file, text),
        text=text,
        readers=(annotator,),
        annotations=tuple(
            _annotation(mark, ids[id], annotator, text, place)
            for (id, mark), place in zip(lines.marks.items(), standing.places, strict=True)
        ),
        relations=tuple(_relation(arrow, ids, annotator) for arrow in lines.arrows()),
        place=name,
        unit=standing.unit,
    )


def _text(path: Path) -> str:
    """The text of a file, with its line ends as they are."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError("formats.cannot_read", path=path.name, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise UserError("formats.not_utf8", position=error.start) from error


def _head(file: Path, text: str) -> Article:
    title = text.strip().partition("\n")[0][:_TITLE]
    return Article("", title, len(text), text_hash(text), "", file.name, "", {}, "")


def _whole(fragments: Fragments, text: str) -> Fragments:
    """Fragments, those joined that only line ends part."""
    whole = [fragments[0]]
    for span in fragments[1:]:
        if set(text[whole[-1].end : span.start]) <= {"\n"}:
            whole[-1] = Span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return tuple(whole)


def _annotation(mark: Mark, id: str, annotator: str, text: str, place: Fragments) -> Annotation:
    """A mark as an annotation."""
    return imported(
        mark.type,
        _whole(place, text),
        id=id,
        annotator=annotator,
        text=text,
        attributes=mark.said.attributes,
        note=mark.said.note(NOTE),
        unsure=mark.said.note(QUESTION),
        answer=mark.said.note(ANSWER),
    )


def _relation(arrow: Arrow, ids: dict[str, str], annotator: str) -> Relation:
    return Relation(
        *("", "", annotator, arrow.type, ids[arrow.source], ids[arrow.target]),
        attributes=arrow.said.attributes,
        note=arrow.said.note(NOTE),
    )
