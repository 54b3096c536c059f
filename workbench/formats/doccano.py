"""doccano: JSON lines, an article a line, in a file for each annotator; offsets in UTF-16 units.

Written are entities and relations, which a project of doccano takes in that uses relations; read is
also the plain list of labels. The words of a span are not repeated there, so nothing proves its
offsets, and a project in grapheme mode, which counts characters as people see them, has to be
called that: `doccano-graphemes`. Keys that doccano does not know it gives back: metadata, and whose
work it is.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count, pairwise
from pathlib import Path

from workbench.domain.annotation import Relation
from workbench.domain.corpus import CorpusArticle, Lose, Loss, Order, Refusal
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.offsets import Utf16Map
from workbench.formats.about import known_of, said_of
from workbench.formats.holding import METADATA, RELATIONS, tell_unheld, tell_unheld_of_article
from workbench.formats.json_files import read_lines
from workbench.formats.json_values import LIST, TEXT, Object, of_type
from workbench.formats.out_folder import OutFolder
from workbench.formats.standing import imported, stand
from workbench.formats.units import UTF16, Claimed
from workbench.formats.views import View, views

HOLDS = frozenset({RELATIONS, METADATA})
_OWN = frozenset({"id", "text", "data", "label", "labels", "entities", "relations", "annotator"})
_NOBODY = frozenset({"all", "unknown"})  # what doccano calls a file that is not one person's


# --- reading


@dataclass(frozen=True, slots=True)
class _Mark:
    """A labelled place, and the number that relations know it by, where it has one."""

    id: int | None
    label: str
    claim: Claimed


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file, or of a folder with a file for each annotator, named after them."""
    return read_in(UTF16, path)


def read_in(unit: str, path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The same, of files whose offsets count a unit that only who exported them can know."""
    article_of = partial(_article, unit=unit)
    if not path.is_dir():
        yield from read_lines(path, partial(article_of, annotator=""))
        return
    files = sorted(path.glob("*.jsonl"))
    if not files:
        yield Refusal(str(path), "formats.nothing_in_folder", (("suffix", ".jsonl"),))
    for file in files:
        name = "" if file.stem in _NOBODY else file.stem
        yield from read_lines(file, partial(article_of, annotator=name))


def _article(value: object, place: str, *, annotator: str, unit: str) -> CorpusArticle:
    """The article of a line; raises `UserError` at the first thing amiss."""
    fields = of_type({"line": value}, "line", (dict,), place)
    raw = of_type(fields, "text" if "text" in fields else "data", (str,), place)
    who = of_type(fields, "annotator", TEXT, place) or annotator
    marks = [*_labels(fields, place), *_entities(fields, place)]
    standing = stand(raw, [mark.claim for mark in marks], declared=unit)
    found = [
        imported(mark.label, fragments, id=new_id(), annotator=who, text=standing.text)
        for mark, fragments in zip(marks, standing.places, strict=True)
    ]
    ids = {mark.id: each.id for mark, each in zip(marks, found, strict=True)}
    head, appearances = known_of(_about(fields), standing.text, place)
    return CorpusArticle(
        article=head,
        text=standing.text,
        appearances=appearances,
        readers=(who,),
        annotations=tuple(found),
        relations=tuple(_relations(fields, ids, who, place)),
        place=place,
        unit=standing.unit,
    )


def _about(fields: Object) -> Object:
    """What doccano itself has no use for; its list of comments only where there are any."""
    others = {key: value for key, value in fields.items() if key not in _OWN}
    if not others.get("Comments"):
        others.pop("Comments", None)
    meta = others.get("meta")
    if not isinstance(meta, dict):
        return others
    del others["meta"]
    return {**meta, **others}


def _labels(fields: Object, place: str) -> Iterator[_Mark]:
    """The plain list of labels, each a start, an end and a name."""
    for key in ("label", "labels"):
        for number, value in enumerate(of_type(fields, key, LIST, place) or (), start=1):
            where = f"{place}, {key} {number}"
            match value:
                case [int(start), int(end), str(label)]:
                    yield _Mark(None, label, Claimed(where, ((start, end),), None))
                case _:
                    raise UserError("formats.not_a_label", place=where)


def _entities(fields: Object, place: str) -> Iterator[_Mark]:
    """Spans with a number; raises `UserError` where one stands twice."""
    known = set()
    for number, value in enumerate(of_type(fields, "entities", LIST, place) or (), start=1):
        where = f"{place}, entity {number}"
        entity = of_type({"entity": value}, "entity", (dict,), where)
        id, start, end = (
            of_type(entity, key, (int,), where) for key in ("id", "start_offset", "end_offset")
        )
        if id in known:
            raise UserError("formats.id_twice", place=where, id=id)
        known.add(id)
        label = of_type(entity, "label", (str,), where)
        yield _Mark(id, label, Claimed(where, ((start, end),), None))


def _relations(
    fields: Object, ids: dict[int | None, str], annotator: str, place: str
) -> Iterator[Relation]:
    for number, value in enumerate(of_type(fields, "relations", LIST, place) or (), start=1):
        where = f"{place}, relation {number}"
        relation = of_type({"relation": value}, "relation", (dict,), where)
        ends = [of_type(relation, key, (int,), where) for key in ("from_id", "to_id")]
        for end in ends:
            if end not in ids:
                raise UserError("formats.dangling", place=where, id=end)
        type = of_type(relation, "type", (str,), where)
        yield Relation("", "", annotator, type, ids[ends[0]], ids[ends[1]])


# --- writing


class DoccanoWriter:
    """Writes a file for each annotator, with a line for each article that they finished."""

    def __init__(self, folder: OutFolder, order: Order, lose: Lose) -> None:
        self._folder, self._order, self._lose = folder, order, lose
        self._numbers = count(1)
        lose(Loss("journal", "", "", ""))

    def add(self, article: CorpusArticle) -> int:
        """Write an article for each who finished a layer of it; how many annotations there are."""
        written = 0
        for view in views(article, any_status=self._order.any_status, lose=self._lose):
            tell_unheld(view, HOLDS, self._lose)
            tell_unheld_of_article(article, HOLDS, self._lose)
            if overlaps(view):
                self._lose(Loss("overlap_to_allow", article.article.id, "", view.annotator))
            name = self._folder.name_for(view.annotator)
            line = json.dumps(self._line(view), ensure_ascii=False, separators=(",", ":"))
            self._folder.text(f"{name}.jsonl").write(f"{line}\n")
            written += len(view.annotations)
        return written

    def finish(self) -> None:
        """Nothing is left to write."""

    def _line(self, view: View) -> Object:
        """What one person marked in an article; every mark of a file has a number of its own."""
        units = Utf16Map(view.article.text)
        numbers = {mark.id: next(self._numbers) for mark in view.annotations}
        entities = [
            {
                "id": numbers[mark.id],
                "label": f"{mark.layer}/{mark.label}",
                "start_offset": units.to_units(mark.span.start),
                "end_offset": units.to_units(mark.span.end),
            }
            for mark in view.annotations
        ]
        relations = [
            {"id": number, "from_id": numbers[r.source], "to_id": numbers[r.target], "type": r.type}
            for number, r in enumerate(view.relations, start=1)
        ]
        return {
            "text": view.article.text,
            "entities": entities,
            "relations": relations,
            "annotator": view.annotator,
            **said_of(view.article),
        }


writer = DoccanoWriter


def overlaps(view: View) -> bool:
    """Whether two spans of a person overlap, as far as they reach."""
    spans = sorted(mark.span for mark in view.annotations)
    return any(before.end > after.start for before, after in pairwise(spans))
