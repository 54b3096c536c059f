"""Files of WebAnno as articles, one each.

There is a text for each sentence, and none for what parts sentences: as many line ends stand there
as the offsets leave room for. What DKPro's own types say of grammar is passed over, and told of.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments
from workbench.formats.about import known_of
from workbench.formats.standing import Standing, imported, stand
from workbench.formats.text_lines import lines_of
from workbench.formats.units import CODE_POINTS, UTF8, UTF16, Claimed
from workbench.formats.webanno.layers import Layer, is_layer, layers_of
from workbench.formats.webanno.table import Arrow, Key, Mark, Row, Table, words_of
from workbench.formats.webanno.values import unescaped

FORMAT = "#FORMAT=WebAnno TSV 3"
_ANY = b"#FORMAT=WebAnno TSV"  # of whichever version
_TEXT = "#Text="
_ROW = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d{1,12})-(\d{1,12})\t([^\t]*)\t?(.*)")
_WIDEST = 100_000  # characters that may part two sentences
_GRAMMAR = tuple(
    f"de.tudarmstadt.ukp.dkpro.core.api.{name}." for name in ("segmentation", "lexmorph", "syntax")
)
_UNITS: dict[str, Callable[[str], int]] = {
    UTF16: lambda text: len(text.encode("utf-16-le")) // 2,
    CODE_POINTS: len,
    UTF8: lambda text: len(text.encode()),
}


@dataclass(slots=True)
class Sentence:
    """The text of a sentence, and its rows."""

    text: str = ""
    rows: list[Row] = field(default_factory=list)


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a folder, or of one file, one each.

    Where the same names stand in several folders, each is an article's, and the names are people's.
    """
    files = sorted(filter(_is_of_webanno, path.rglob("*.tsv"))) if path.is_dir() else [path]
    if not files:
        yield Refusal(str(path), "formats.nothing_in_folder", (("suffix", ".tsv"),))
    names = Counter(file.stem for file in files)
    for file in files:
        place = str(file.relative_to(path)) if path.is_dir() else file.name
        try:
            yield _article(file, place, file.stem if names[file.stem] > 1 else "")
        except OSError as error:
            said = (("path", file.name), ("reason", error.strerror))
            yield Refusal(place, "formats.cannot_read", said)
        except UserError as error:
            yield Refusal.of(place, error)


def _is_of_webanno(file: Path) -> bool:
    """Whether a file among others is no plain table; one that cannot be read is told of later."""
    if not file.is_file():
        return False
    try:
        with file.open("rb") as source:
            head = source.read(len(_ANY) + 3)
    except OSError:
        return True
    return head.removeprefix(b"\xef\xbb\xbf").startswith(_ANY)


def _article(file: Path, place: str, annotator: str) -> CorpusArticle:
    """The article of a file; raises `UserError` at the first thing amiss."""
    table, sentences = table_of(lines_of(file), place)
    arrows = list(table.arrows())
    marks = {key: mark for key, mark in table.marks.items() if not is_grammar(mark.layer.type)}
    standing = _standing(sentences, marks.values())
    found = {
        key: _annotation(mark, fragments, annotator, standing.text)
        for (key, mark), fragments in zip(marks.items(), standing.places, strict=False)
    }
    head, appearances = known_of({"file": file.name}, standing.text, place)
    return CorpusArticle(
        article=head,
        text=standing.text,
        appearances=appearances,
        readers=(annotator,),
        annotations=tuple(found.values()),
        relations=tuple(_relations(arrows, found, annotator)),
        place=place,
        unit=standing.unit,
        passed=_passed(table.marks, arrows, found),
    )


def table_of(lines: Iterable[str], name: str) -> tuple[Table, list[Sentence]]:
    """What a file says; raises `UserError` where it is no such file, by its line."""
    declared: list[str] = []
    table, width = Table(()), 0
    sentences: list[Sentence] = []
    for number, line in enumerate(lines, start=1):
        if number == 1 and not line.startswith(FORMAT):
            raise UserError("formats.no_webanno", found=line[:40])
        if is_layer(line):
            declared.append(line)
        elif line.startswith(_TEXT):
            _begin(sentences, line.removeprefix(_TEXT))
        elif line.strip() and not line.startswith("#"):
            if not width:
                layers = layers_of(declared)
                table, width = Table(layers), 1 + _width(layers)
            row = _row(line, width - 1, sentences, f"{name}, line {number}")
            sentences[-1].rows.append(row)
            table.take(row)
    return table, sentences


def _width(layers: Sequence[Layer]) -> int:
    return sum(len(layer.columns) for layer in layers)


def _begin(sentences: list[Sentence], line: str) -> None:
    """Take a line of text: the first of a sentence, or a further one."""
    text = unescaped(line)
    if sentences and not sentences[-1].rows:
        sentences[-1].text += f"\n{text}"
    else:
        sentences.append(Sentence(text))


def _row(line: str, width: int, sentences: Sequence[Sentence], place: str) -> Row:
    found = _ROW.fullmatch(line)
    if found is None or not sentences:
        raise UserError("formats.webanno_line", place=place)
    name, begin, end, form, rest = found.groups()
    cells = rest.removesuffix("\t").split("\t") if width else []
    if len(cells) != width:
        raise UserError("formats.webanno_line", place=place)
    words = words_of(form, sentences[-1].text)
    return Row(name, int(begin), int(end), words, cells, place)


# --- the text


def _standing(sentences: Sequence[Sentence], marks: Iterable[Mark]) -> Standing:
    """The text with the places of marks, in the unit that fits all tokens as well."""
    claims = [*map(_claim, marks), *_tokens(sentences)]
    refused: UserError | None = None
    for unit in _UNITS:
        try:
            standing = stand(_laid_out(sentences, unit), claims, declared=unit)
        except UserError as error:
            refused = refused or error
        else:
            if not standing.unit:
                return Standing(standing.text, "" if unit == UTF16 else unit, standing.places)
    raise refused or UserError("formats.no_text")


def _claim(mark: Mark) -> Claimed:
    """Where a mark stands; raises `UserError` where that is nowhere."""
    if mark.begin >= mark.end:
        raise UserError("domain.span_empty", start=mark.begin, end=mark.end)
    return Claimed(mark.place, ((mark.begin, mark.end),), None)


def _tokens(sentences: Iterable[Sentence]) -> Iterator[Claimed]:
    """The rows with words, which prove the unit."""
    for row in (row for sentence in sentences for row in sentence.rows):
        if row.begin < row.end:
            yield Claimed(row.place, ((row.begin, row.end),), row.words)


def _laid_out(sentences: Iterable[Sentence], unit: str) -> str:
    """The whole text, if offsets count in a unit; raises `UserError` where they cannot."""
    measure = _UNITS[unit]
    pieces: list[str] = []
    position = 0
    for sentence in sentences:
        begin = position
        if sentence.rows:
            first = sentence.rows[0]
            before = sentence.text[: max(0, sentence.text.find(first.words))]
            begin = first.begin - measure(before)
            if not 0 <= begin - position <= _WIDEST:
                raise UserError(
                    "formats.no_unit_fits", place=first.place, said=first.words, found="…"
                )
        pieces += ["\n" * (begin - position), sentence.text]
        position = begin + measure(sentence.text)
    if not pieces:
        raise UserError("formats.no_text")
    return "".join(pieces)


# --- what is in it


def is_grammar(type: str) -> bool:
    """Whether a type says what every token is, and marks nothing."""
    return type.startswith(_GRAMMAR)


def _annotation(mark: Mark, fragments: Fragments, annotator: str, text: str) -> Annotation:
    """A mark as an annotation."""
    label = mark.features.get(mark.layer.label) or mark.layer.name
    others = {name: said for name, said in mark.features.items() if name != mark.layer.label}
    return imported(
        label, fragments, id=new_id(), annotator=annotator, text=text, attributes=others
    )


def _relations(
    arrows: Iterable[Arrow], found: Mapping[Key, Annotation], annotator: str
) -> Iterator[Relation]:
    """The relations between marks that are read."""
    for arrow in arrows:
        if arrow.source in found and arrow.target in found:
            ends = (found[arrow.source].id, found[arrow.target].id)
            yield Relation("", "", annotator, arrow.name, *ends, attributes=arrow.features)


def _passed(
    marks: Mapping[Key, Mark], arrows: Iterable[Arrow], found: Mapping[Key, Annotation]
) -> tuple[tuple[str, int], ...]:
    """How many things of each type are there and not read."""
    types = [mark.layer.type for key, mark in marks.items() if key not in found]
    types += [arrow.type for arrow in arrows if not {arrow.source, arrow.target} <= found.keys()]
    return tuple(sorted(Counter(types).items()))
