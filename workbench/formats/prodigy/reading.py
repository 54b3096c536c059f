"""Lines of Prodigy as articles, one for each line that its annotator accepted.

The words of tokens and spans prove the offsets. Where a relation names no span, but only a token,
the span is meant that ends there, or else one that covers it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.formats.about import known_of
from workbench.formats.json_files import read_lines
from workbench.formats.json_values import LIST, OBJECT, TEXT, WHOLE, Object, of_type
from workbench.formats.standing import imported, stand
from workbench.formats.units import Claimed

_OWN = frozenset({"text", "tokens", "spans", "relations", "answer", "meta"})
_ACCEPTED = ("accept", None)
_Extent = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A labelled place, and its first and last token, where the line says which."""

    claim: Claimed
    label: str
    first: int | None = None
    last: int | None = None

    @property
    def extent(self) -> _Extent:
        """What a relation knows it by."""
        return *self.claim.fragments[0], self.label


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file one after another, or why a line is none."""
    return read_lines(path, _article)


def _article(value: object, place: str) -> CorpusArticle:
    """The article of a line; raises `UserError` at the first thing amiss."""
    fields = of_type({"line": value}, "line", (dict,), place)
    answer = of_type(fields, "answer", TEXT, place)
    if answer not in _ACCEPTED:
        raise UserError("formats.not_accepted", answer=answer)
    raw = of_type(fields, "text", (str,), place)
    marks = [_mark(span, where) for span, where in _each(fields, "spans", place)]
    words = [_claim(token, where) for token, where in _each(fields, "tokens", place)]
    standing = stand(raw, [*words, *(mark.claim for mark in marks)])
    who = _person(fields, place)
    places = standing.places[len(words) :]
    found = [
        imported(mark.label, fragments, id=new_id(), annotator=who, text=standing.text)
        for mark, fragments in zip(marks, places, strict=True)
    ]
    head, appearances = known_of(_about(fields, place), standing.text, place)
    return CorpusArticle(
        article=head,
        text=standing.text,
        appearances=appearances,
        readers=(who,),
        annotations=tuple(found),
        relations=tuple(_relations(fields, marks, found, place)),
        place=place,
        unit=standing.unit,
    )


def _person(fields: Object, place: str) -> str:
    """Whose work it is; without a name, what the sitting is called."""
    names = (of_type(fields, key, TEXT, place) for key in ("_annotator_id", "_session_id"))
    return next(filter(None, names), "")


def _about(fields: Object, place: str) -> Object:
    """What stands under `meta`, and what others keep beside it, without Prodigy's housekeeping."""
    others = {
        key: value for key, value in fields.items() if key not in _OWN and not key.startswith("_")
    }
    return others | (of_type(fields, "meta", OBJECT, place) or {})


def _each(fields: Object, key: str, place: str) -> Iterator[tuple[Object, str]]:
    """The objects of a list, each with its place."""
    for number, value in enumerate(of_type(fields, key, LIST, place) or (), start=1):
        where = f"{place}, {key} {number}"
        yield of_type({key: value}, key, (dict,), where), where


def _claim(said: Object, place: str) -> Claimed:
    start, end = (of_type(said, key, (int,), place) for key in ("start", "end"))
    return Claimed(place, ((start, end),), of_type(said, "text", TEXT, place))


def _mark(span: Object, place: str) -> _Mark:
    first, last = (of_type(span, key, WHOLE, place) for key in ("token_start", "token_end"))
    return _Mark(_claim(span, place), of_type(span, "label", (str,), place), first, last)


def _relations(
    fields: Object, marks: list[_Mark], found: list[Annotation], place: str
) -> Iterator[Relation]:
    """The relations, each between two marks."""
    ids = {mark.extent: each.id for mark, each in zip(marks, found, strict=True)}
    for relation, where in _each(fields, "relations", place):
        source, target = (ids[_end(relation, end, marks, where)] for end in ("head", "child"))
        type = of_type(relation, "label", (str,), where)
        yield Relation("", "", found[0].annotator, type, source, target)


def _end(relation: Object, end: str, marks: list[_Mark], place: str) -> _Extent:
    """The mark that one end of a relation means; raises `UserError` where there is none."""
    span = of_type(relation, f"{end}_span", OBJECT, place)
    token = of_type(relation, end, WHOLE, place)
    if span is not None:
        extent = (span.get("start"), span.get("end"), span.get("label"))
        meant = [mark for mark in marks if mark.extent == extent]
    else:
        covering = [mark for mark in marks if _covers(mark, token)]
        meant = sorted(covering, key=lambda mark: mark.last != token)
    if not meant:
        raise UserError("formats.dangling", place=place, id=token)
    return meant[0].extent


def _covers(mark: _Mark, token: int | None) -> bool:
    """Whether a mark covers a token."""
    if token is None or mark.first is None or mark.last is None:
        return False
    return mark.first <= token <= mark.last
