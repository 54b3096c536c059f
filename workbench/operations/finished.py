"""What people have finished, as plain values to be compared.

That is the state of a layer at its first *done*, or as it is now, by round and by help. An article
that a person finished without a span is there with no span; one that they did not finish is
missing. Spans carried over from a twin article were never decided on: they do not count, and nor
does what others have at their places, since nobody looked there twice.

Marks are read some articles at a time and are given away so; of all articles together there is kept
only who has finished which layers, for that says what is to be compared.
"""

import json
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.agreement.work import Fragments, Layer, Marked, Text
from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.article import ArticleText
from workbench.domain.gold import Gold
from workbench.domain.scheme import Scheme
from workbench.store import annotations, articles, golds, people
from workbench.store.project import Project
from workbench.store.strides import parts

When = Literal["first", "current"]
Helped = Literal["on", "off", "all"]
Place = tuple[Fragments, str]
AT_ONCE = 200  # articles that are read together
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which finished work is compared: by state, by round (0 for the newest), by help, by article.

    `articles` are the ids of those that are compared; None is all.
    """

    when: When = "first"
    round: int = 0
    help: Helped = "all"
    articles: frozenset[str] | None = None

    def among(self, ids: Iterable[str]) -> list[str]:
        """Those of some articles that are compared."""
        return [id for id in ids if self.articles is None or id in self.articles]

    def takes(self, assignment: Assignment) -> bool:
        """Whether an assignment is finished and of the kind that is wanted."""
        return (
            assignment.status == "done"
            and self.round in {0, assignment.round}
            and self.help in {"all", assignment.help}
        )


@dataclass(slots=True)
class Finished:
    """Finished work by (layer, annotator's name), then by article.

    `carried` is how many spans were left out, by (layer, article).
    """

    spans: dict[tuple[str, str], dict[str, list[Marked]]] = field(default_factory=dict)
    ends: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    carried: Counter[tuple[str, str]] = field(default_factory=Counter)

    def only(self, wanted: Collection[str]) -> "Finished":
        """The same of some articles."""
        spans = {
            whose: {article: marks for article, marks in done.items() if article in wanted}
            for whose, done in self.spans.items()
        }
        return Finished(spans, self.ends, self.carried)


@dataclass(frozen=True, slots=True)
class Shared:
    """Who has finished anything, by id, and the layers of each article that two have finished."""

    people: frozenset[str]
    layers: Mapping[str, frozenset[str]]

    def of(self, layer: str) -> list[str]:
        """The articles of which at least two have finished a layer."""
        return [article for article, layers in self.layers.items() if layer in layers]


def read_shared(project: Project, *, annotators: Sequence[Annotator], choice: Choice) -> Shared:
    """What at least two of these people have finished."""
    ids = choice.among(articles.ids(project))
    wanted = {person.id for person in annotators}
    people_seen: set[str] = set()
    known: dict[frozenset[str], frozenset[str]] = {}  # each set of layers is held once
    shared: dict[str, frozenset[str]] = {}
    for part in parts(ids):
        readers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for given in people.assignments(project, articles=part):
            if given.annotator in wanted and choice.takes(given):
                readers[given.article][given.layer].add(given.annotator)
                people_seen.add(given.annotator)
        for id in part:
            layers = frozenset(layer for layer, who in readers[id].items() if len(who) > 1)
            if layers:
                shared[id] = known.setdefault(layers, layers)
    return Shared(frozenset(people_seen), shared)


def read_finished(
    project: Project, *, annotators: Sequence[Annotator], choice: Choice | None = None
) -> Iterator[Finished]:
    """All that these people have finished, some articles at a time, in the order of their ids."""
    choice = choice or Choice()
    ids = choice.among(articles.ids(project))
    for begin in range(0, len(ids), AT_ONCE):
        part = ids[begin : begin + AT_ONCE]
        yield finished_in(project, part, annotators=annotators, choice=choice)


def finished_in(
    project: Project, part: Sequence[str], *, annotators: Sequence[Annotator], choice: Choice
) -> Finished:
    """What these people have finished in some articles."""
    found = Finished()
    names = {person.id: person.name for person in annotators}
    _read_batch(project, part, names, choice, found)
    return found


def _read_batch(
    project: Project,
    part: Sequence[str],
    names: Mapping[str, str],
    choice: Choice,
    found: Finished,
) -> None:
    """Add what was finished in some articles."""
    marked = annotations.of_articles(project, part)
    now: dict[tuple[str, str, str], list[Annotation]] = defaultdict(list)
    for a in marked:
        now[a.article, a.annotator, a.layer].append(a)
    keys = {a.id: _key(a.layer, _pairs(a), a.label) for a in marked}
    leading = _leading(annotations.relations_of_articles(project, part), keys)
    first = choice.when == "first"
    frozen = people.frozen(project, part) if first else {}
    drawn = people.frozen_relations(project, part) if first else {}
    carried: dict[tuple[str, str], list[Fragments]] = defaultdict(list)
    finished: dict[tuple[str, str, str], list[Marked]] = {}
    for given in people.assignments(project, articles=part):
        if given.annotator not in names or not choice.takes(given):
            continue
        if given.id in frozen:
            rows = json.loads(frozen[given.id])
            own = _frozen_marks(given.layer, rows, json.loads(drawn.get(given.id, "[]")), keys)
        else:
            own = [
                _mark(each, leading) for each in now[given.article, given.annotator, given.layer]
            ]
        finished[given.layer, names[given.annotator], given.article] = [
            mark for mark, over in own if not over
        ]
        over = [mark.fragments for mark, over in own if over]
        carried[given.layer, given.article] += over
        found.carried[given.layer, given.article] += len(over)
    _add(found, finished, carried)


def _add(
    found: Finished,
    finished: Mapping[tuple[str, str, str], Sequence[Marked]],
    carried: Mapping[tuple[str, str], Sequence[Fragments]],
) -> None:
    """Add the marks of each layer, person and article, but for those where some were carried."""
    ends: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (layer, who, article), marks in finished.items():
        over = carried[layer, article]
        kept = [mark for mark in marks if not any(_meet(mark.fragments, each) for each in over)]
        found.spans.setdefault((layer, who), {})[article] = kept
        ends[who, article] |= {mark.key for mark in kept}
    for (who, article), own_keys in ends.items():
        found.ends.setdefault(who, {})[article] = frozenset(own_keys)


def _meet(one: Fragments, other: Fragments) -> bool:
    """Whether two spans share a character."""
    return any(a < d and c < b for a, b in one for c, d in other)


def _key(layer: str, fragments: Fragments, label: str) -> str:
    """One word for a span, the same with everyone who has it."""
    return f"{layer} {fragments} {label}"


def _pairs(annotation: Annotation | Gold) -> Fragments:
    return tuple((span.start, span.end) for span in annotation.fragments)


def _leading(
    relations: Iterable[Relation], keys: Mapping[str, str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """The relations that lead from each annotation, to the key of their end."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for r in relations:
        if r.target in keys:
            found[r.source] = (*found.get(r.source, ()), (r.type, keys[r.target]))
    return found


def _mark(a: Annotation, leading: Mapping[str, tuple[tuple[str, str], ...]]) -> tuple[Marked, bool]:
    """An annotation to compare, and whether it was carried over."""
    fragments = _pairs(a)
    mark = Marked(
        fragments,
        a.label,
        a.attributes,
        aided=a.origin.by == "suggestion",
        key=_key(a.layer, fragments, a.label),
        relations=leading.get(a.id, ()),
    )
    return mark, a.origin.by == "carried"


def _frozen_marks(
    layer: str,
    rows: Iterable[Mapping[str, Any]],
    relations: Iterable[Mapping[str, Any]],
    keys: Mapping[str, str],
) -> list[tuple[Marked, bool]]:
    """The spans in a frozen layer, and whether each was carried over."""
    leading: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for relation in relations:
        if relation["target"] in keys:
            leading[relation["source"]].append((relation["type"], keys[relation["target"]]))
    found = []
    for row in rows:
        hull = (row["start"], row["end"])
        several = json.loads(row["fragments"]) if "fragments" in row else [hull]
        fragments = tuple((start, end) for start, end in several)
        origin = json.loads(row["origin"]).get("by", "hand") if "origin" in row else "hand"
        mark = Marked(
            fragments,
            row["label"],
            json.loads(row["attributes"]) if "attributes" in row else {},
            aided=origin == "suggestion",
            key=_key(layer, fragments, row["label"]),
            relations=tuple(leading[row["id"]]),
        )
        found.append((mark, origin == "carried"))
    return found


def finished_spans(
    project: Project, *, annotators: Sequence[Annotator], when: When = "first"
) -> dict[tuple[str, str], dict[str, list[Place]]]:
    """Places and labels of finished article-layers, by (annotator's name, layer), then article."""
    places: dict[tuple[str, str], dict[str, list[Place]]] = defaultdict(dict)
    for found in read_finished(project, annotators=annotators, choice=Choice(when)):
        for (layer, who), spans in found.spans.items():
            for article, marks in spans.items():
                places[who, layer][article] = [mark.place for mark in marks]
    return dict(places)


# --- for the arithmetic


def layer_of(
    scheme: Scheme,
    layer: str,
    found: Finished,
    *,
    names: Iterable[str],
    gold: Iterable[Gold],
    gone: Sequence[str] = (),
) -> Layer:
    """A layer with the work of some people, as the arithmetic takes it.

    Its labels are those of the scheme, those that are `gone` from it but were met before, and
    others that somebody used.
    """
    work = {name: found.spans.get((layer, name), {}) for name in names}
    kind = scheme.layer(layer)
    settled: dict[str, list[Marked]] = defaultdict(list)
    for g in gold:
        if g.layer == layer:
            settled[g.article].append(Marked(_pairs(g), g.label, g.attributes))
    said = {m.label for spans in (*work.values(), settled) for of in spans.values() for m in of}
    known = [*(label.id for label in kind.labels), *gone]
    labels = (*known, *sorted(said - set(known)))
    return Layer(
        layer,
        labels,
        work,
        apart=frozenset(label.id for label in kind.labels if label.apart),
        attributes={
            each.id: tuple(label for label in labels if each.applies_to(label))
            for each in kind.attributes
            if each.type == "choice"
        },
        gold=settled,
        ends=found.ends,
    )


def read_texts(
    project: Project, wanted: Sequence[str], *, groups: Mapping[str, str] | None = None
) -> Iterator[tuple[Text, ArticleText]]:
    """Articles as the arithmetic takes them, in groups of near-duplicates, and with their text."""
    for begin in range(0, len(wanted), AT_ONCE):
        for text in articles.texts_of(project, wanted[begin : begin + AT_ONCE]):
            structure = text.structure
            yield (
                Text(
                    id=text.id,
                    length=len(text.text),
                    sentences=tuple((s.start, s.end) for s in structure.sentences),
                    paragraphs=tuple((z.span.start, z.span.end) for z in structure.zones),
                    tokens=array("l", (match.start() for match in _TOKEN.finditer(text.text))),
                    group=(groups or {}).get(text.id, ""),
                ),
                text,
            )


def read_gold(project: Project, wanted: Sequence[str]) -> list[Gold]:
    """The gold spans of some articles."""
    found: list[Gold] = []
    for begin in range(0, len(wanted), AT_ONCE):
        found += golds.of_articles(project, wanted[begin : begin + AT_ONCE])
    return found
