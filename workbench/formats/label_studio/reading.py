"""Tasks of Label Studio, one article each, with everyone's marks in it.

What somebody skipped and what a model predicted is nobody's work, and is passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.article import ArticleLabel
from workbench.domain.corpus import CorpusArticle, Refusal
from workbench.domain.ids import new_id
from workbench.domain.span import Fragments, joined
from workbench.formats.about import known_of
from workbench.formats.json_files import read_array
from workbench.formats.json_values import LIST, OBJECT, TEXT, Object, of_type
from workbench.formats.label_studio.config import ANSWER, QUESTION
from workbench.formats.label_studio.config import TEXT as TEXT_KEY
from workbench.formats.label_studio.regions import Regions
from workbench.formats.standing import imported, stand


def read(path: Path) -> Iterator[CorpusArticle | Refusal]:
    """The articles of a file one after another, or why a task is none."""
    return read_array(path, _article)


@dataclass(frozen=True, slots=True)
class _Work:
    """What one person marked in a task."""

    annotator: str
    regions: Regions


def _article(task: object, place: str) -> CorpusArticle:
    """The article of a task; raises `UserError` at the first thing amiss."""
    fields = of_type({"task": task}, "task", (dict,), place)
    data = of_type(fields, "data", (dict,), place)
    work = list(_work(fields, place))
    key = _text_key(data, work)
    raw = of_type(data, key, (str,), f"{place}.data")
    claims = [region.claim for each in work for region in each.regions.regions.values()]
    standing = stand(raw, claims)
    places = iter(standing.places)
    marked = [_Marked(each, places, standing.text) for each in work]
    said = {name: value for name, value in data.items() if name != key}
    head, appearances = known_of(said, standing.text, f"{place}.data")
    return CorpusArticle(
        article=head,
        text=standing.text,
        appearances=appearances,
        labels=tuple(label for each in work for label in _labels(each)),
        readers=tuple(each.annotator for each in work),
        annotations=tuple(mark for each in marked for mark in each.annotations()),
        relations=tuple(relation for each in marked for relation in each.relations()),
        place=place,
        unit=standing.unit,
    )


def _text_key(data: Object, work: list[_Work]) -> str:
    """The key that the text stands under: what the regions say they are of, or the usual one."""
    sources = (each.regions.source for each in work)
    return next((source for source in sources if source in data), TEXT_KEY)


def _work(task: Object, place: str) -> Iterator[_Work]:
    """What each person marked; `completions` is what annotations were called before 2021."""
    for key in ("annotations", "completions"):
        for number, each in enumerate(of_type(task, key, LIST, place) or (), start=1):
            where = f"{place}.{key}[{number}]"
            fields = of_type({"annotation": each}, "annotation", (dict,), where)
            if not fields.get("was_cancelled"):
                result = of_type(fields, "result", (list,), where)
                yield _Work(_person(fields, where), Regions(result, where))


def _person(fields: Object, place: str) -> str:
    """Whose work it is: a number, or somebody with an address or a name."""
    who = of_type(fields, "completed_by", (*OBJECT, int, str), place)
    if not isinstance(who, dict):
        return "" if who is None else str(who)
    first, last, email = (
        of_type(who, key, TEXT, place) or "" for key in ("first_name", "last_name", "email")
    )
    return email or f"{first} {last}".strip()


def _labels(work: _Work) -> Iterator[ArticleLabel]:
    for name, values in work.regions.labels.items():
        yield ArticleLabel("", "", work.annotator, name, values[0] if len(values) == 1 else values)


class _Marked:
    """The regions of one person as annotations; those in pieces are one."""

    def __init__(self, work: _Work, places: Iterator[Fragments], text: str) -> None:
        self._work, self._text = work, text
        self._pieces: dict[str, list[Fragments]] = {}
        for id in work.regions.regions:
            self._pieces.setdefault(work.regions.head(id), []).append(next(places))
        # Several labels of one region are annotations of the same place, each with an id.
        self._ids = {id: [new_id() for _ in work.regions.regions[id].labels] for id in self._pieces}

    def annotations(self) -> Iterator[Annotation]:
        """An annotation for each label of a region."""
        for head, pieces in self._pieces.items():
            region = self._work.regions.regions[head]
            fragments = joined(span for piece in pieces for span in piece)
            for id, label in zip(self._ids[head], region.labels, strict=True):
                yield imported(
                    label,
                    fragments,
                    id=id,
                    annotator=self._work.annotator,
                    text=self._text,
                    attributes=region.attributes,
                    note=region.note,
                    unsure=region.said.get(QUESTION, ""),
                    answer=region.said.get(ANSWER, ""),
                )

    def relations(self) -> Iterator[Relation]:
        """The relations, from and to the first label of a region."""
        for arrow in self._work.regions.arrows():
            source, target = self._ids[arrow.source][0], self._ids[arrow.target][0]
            yield Relation("", "", self._work.annotator, arrow.label, source, target)
