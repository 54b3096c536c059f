"""How far annotators agree, over the article-layers that both of a pair have finished.

The arithmetic is in `agreement`; here is decided what is compared: the state of a layer when it was
first done, or as it is now.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from workbench.agreement.spans import Articles, Pair, mean_and_spread, pairwise_f1
from workbench.domain.annotator import Annotator, Assignment
from workbench.domain.errors import UserError
from workbench.operations.people import annotator_known
from workbench.store import annotations, articles, people, schemes
from workbench.store.project import Project

When = Literal["first", "current"]
Place = tuple[tuple[tuple[int, int], ...], str]  # fragments, label


def agreement(
    project: Project, *, names: Sequence[str] = (), layer: str = "", when: When = "first"
) -> dict[str, Any]:
    """Pairwise span F1 of the named annotators, or of everyone, by layer, with its coverage."""
    everyone = people.annotators(project)
    named = [annotator_known(project, name) for name in dict.fromkeys(names)]
    compared = named or everyone
    scheme = schemes.read_scheme(project)
    layers = [scheme.layer(layer)] if layer else scheme.layers
    work = finished_spans(project, annotators=compared, when=when)
    active = [person for person in compared if names or person.name in _workers(work)]
    if len(active) < 2:
        raise UserError("operations.too_few_annotators", number=len(active))
    report: dict[str, Any] = {
        "articles": len(articles.list_articles(project)),
        "annotators": sorted(person.name for person in active),
        "state": when,
        "coverage": {},
        "layers": {},
    }
    to_do = assigned(project, annotators=active)
    for each in layers:
        spans = {person.name: work.get((person.name, each.id), {}) for person in active}
        pairs = pairwise_f1(spans)
        mean, spread = mean_and_spread(pairs)
        report["layers"][each.id] = {
            "pairs": [_pair(pair) for pair in pairs],
            "mean_f1": mean,
            "sd_f1": spread,
        }
        report["coverage"][each.id] = {
            "finished_by_two": len(_finished_by_two(spans.values())),
            "assigned": len({a for (_, of), ids in to_do.items() if of == each.id for a in ids}),
        }
    return report


def _pair(pair: Pair) -> dict[str, Any]:
    exact = {
        "precision": pair.exact.precision,
        "recall": pair.exact.recall,
        "f1": pair.exact.value,
        "shared": pair.exact.shared,
    }
    return {
        "a": pair.a,
        "b": pair.b,
        "articles": pair.articles,
        "spans": {pair.a: pair.exact.in_a, pair.b: pair.exact.in_b},
        "exact": exact,
    }


def _workers(work: "dict[tuple[str, str], dict[str, list[Place]]]") -> set[str]:
    """Who has finished anything."""
    return {name for name, _ in work}


def _finished_by_two(of_annotators: Iterable[Articles]) -> set[str]:
    """The articles that at least two annotators have finished."""
    counts = Counter(article for done in of_annotators for article in done)
    return {article for article, number in counts.items() if number > 1}


def finished_spans(
    project: Project, *, annotators: Sequence[Annotator], when: When = "first"
) -> dict[tuple[str, str], dict[str, list[Place]]]:
    """The spans of finished article-layers, by (annotator's name, layer), then by article id.

    An article that a person finished without a span is there with an empty list; one that they did
    not finish is missing.
    """
    names = {person.id: person.name for person in annotators}
    found: dict[tuple[str, str], dict[str, list[Place]]] = {}
    for assignments, now, frozen in _batches(project, when):
        for assignment in assignments:
            if assignment.annotator not in names or assignment.status != "done":
                continue
            key = (assignment.article, assignment.annotator, assignment.layer)
            spans = frozen.get(assignment.id, now.get(key, []))
            place = (names[assignment.annotator], assignment.layer)
            found.setdefault(place, {})[assignment.article] = spans
    return found


_Batch = tuple[list[Assignment], dict[tuple[str, str, str], list[Place]], dict[str, list[Place]]]


def _batches(project: Project, when: When, size: int = 200) -> Iterator[_Batch]:
    """Assignments, present spans by (article, annotator, layer), frozen ones by assignment."""
    ids = [article.id for article in articles.list_articles(project)]
    for begin in range(0, len(ids), size):
        part = ids[begin : begin + size]
        now: dict[tuple[str, str, str], list[Place]] = {}
        for a in annotations.of_articles(project, part):
            place = (tuple((f.start, f.end) for f in a.fragments), a.label)
            now.setdefault((a.article, a.annotator, a.layer), []).append(place)
        frozen = people.frozen(project, part) if when == "first" else {}
        kept = {assignment: _frozen_places(text) for assignment, text in frozen.items()}
        yield people.assignments(project, articles=part), now, kept


def _frozen_places(text: str) -> list[Place]:
    """The spans in a frozen layer's JSON."""
    places: list[Place] = []
    for row in json.loads(text):
        several = (
            json.loads(row["fragments"]) if row.get("fragments") else [[row["start"], row["end"]]]
        )
        places.append((tuple((start, end) for start, end in several), row["label"]))
    return places


def assigned(
    project: Project, *, annotators: Sequence[Annotator]
) -> dict[tuple[str, str], set[str]]:
    """The articles that annotators have to do, done or not, by (annotator's name, layer)."""
    names = {person.id: person.name for person in annotators}
    found: dict[tuple[str, str], set[str]] = {}
    for a in people.assignments(project):
        if a.annotator in names:
            found.setdefault((names[a.annotator], a.layer), set()).add(a.article)
    return found
