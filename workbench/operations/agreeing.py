"""How far annotators agree, over the article-layers that both of a pair have finished.

The arithmetic is in `agreement`; here is decided what is compared: the state of a layer when it was
first done, or as it is now.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Literal

from workbench.domain.annotator import Annotator, Assignment
from workbench.store import annotations, articles, people
from workbench.store.project import Project

When = Literal["first", "current"]
Place = tuple[tuple[tuple[int, int], ...], str]  # fragments, label


def finished_spans(
    project: Project, *, annotators: Sequence[Annotator], layer: str, when: When = "first"
) -> dict[str, dict[str, list[Place]]]:
    """Each annotator's spans of the articles in which they finished a layer, by article id.

    An article that a person finished without a span is there with an empty list; one that they did
    not finish is missing.
    """
    names = {person.id: person.name for person in annotators}
    found: dict[str, dict[str, list[Place]]] = {name: {} for name in names.values()}
    for assignments, now, frozen in _batches(project, when):
        for assignment in assignments:
            if assignment.annotator not in names or assignment.layer != layer:
                continue
            if assignment.status != "done":
                continue
            key = (assignment.article, assignment.annotator, layer)
            spans = frozen.get(assignment.id, now.get(key, []))
            found[names[assignment.annotator]][assignment.article] = spans
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
        several = json.loads(row["fragments"]) if row["fragments"] else [[row["start"], row["end"]]]
        places.append((tuple((start, end) for start, end in several), row["label"]))
    return places


def assigned(
    project: Project, *, annotators: Sequence[Annotator], layer: str
) -> dict[str, set[str]]:
    """The articles that each annotator has to do in a layer, done or not."""
    names = {person.id: person.name for person in annotators}
    found: dict[str, set[str]] = {name: set() for name in names.values()}
    for assignment in people.assignments(project):
        if assignment.annotator in names and assignment.layer == layer:
            found[names[assignment.annotator]].add(assignment.article)
    return found
