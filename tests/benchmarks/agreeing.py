"""Agreement of three annotators, on rows that have been read already."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from tests.benchmarks.corpora import Corpus, project_of
from tests.benchmarks.measuring import Result, Scale, grown, seconds, spread
from workbench.agreement.continuum import Unit
from workbench.agreement.disorder import gamma
from workbench.agreement.report import headline
from workbench.agreement.work import Layer, Text
from workbench.operations import projects
from workbench.operations.finished import Choice, finished_in, layer_of, read_texts
from workbench.store import articles, people, schemes

THREE = ("ann", "bo", "cy")
RESAMPLES = 1_000
APART = 120  # characters of an article for each span of an annotator, for γ
SPANS = 50  # of an annotator in such an article
Part = tuple[Layer, list[Text]]


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """The headline of all layers, how the cost grows with the number of articles, and γ."""
    corpus = Corpus()
    file = corpus.write(folder / "c.jsonl", scale.articles, spans=scale.spans, annotators=THREE)
    parts = _parts(project_of(folder / "a.workbench", file))
    times = [seconds(lambda: _headline(parts)) for _ in range(scale.repetitions + 1)][1:]
    name = f"agreement, F1, alphas, confusion of {scale.articles:,} articles × 3 × {scale.spans}"
    yield Result(name, median(times), "s", 2, note=spread(times))
    sizes, rounds = scale.sizes(scale.articles), range(scale.doubled)
    costs = [
        min(seconds(lambda s=s: _headline(_some(parts, s))) for _ in rounds)  # type: ignore[misc]
        for s in sizes
    ]
    yield grown("agreement", sizes, costs)
    _gamma(1, samples=1)  # SciPy is loaded once
    times = [seconds(lambda: _gamma(SPANS, samples=30)) for _ in range(scale.repetitions)]
    name = f"agreement: gamma of an article, {SPANS} spans × 3, 30 samples"
    yield Result(name, median(times), "s", 1, note=spread(times))
    for who in (THREE[:2], THREE):
        sizes = scale.sizes(scale.gamma_spans)
        costs = [
            min(seconds(lambda s=s, who=who: _gamma(s, samples=10, who=who)) for _ in rounds)  # type: ignore[misc]
            for s in sizes
        ]
        yield grown(f"agreement: gamma of {len(who)}", sizes, costs)


def _parts(path: Path) -> list[Part]:
    """The finished work of a project by layer, as the arithmetic takes it."""
    project = projects.open_(path)
    try:
        everyone = people.annotators(project)
        ids = articles.ids(project)
        found = finished_in(project, ids, annotators=everyone, choice=Choice())
        scheme = schemes.read_scheme(project)
        texts = [text for text, _ in read_texts(project, ids)]
        names = [person.name for person in everyone]
        layers = (layer_of(scheme, e.id, found, names=names, gold=()) for e in scheme.layers)
        return [(layer, texts) for layer in layers]
    finally:
        project.close()


def _headline(parts: list[Part]) -> None:
    for layer, texts in parts:
        headline(layer, texts, samples=RESAMPLES, seed=1)


def _some(parts: list[Part], number: int) -> list[Part]:
    """The first so many articles."""
    some = []
    for layer, texts in parts:
        kept = texts[:number]
        ids = {text.id for text in kept}
        work = {
            who: {id: marks for id, marks in spans.items() if id in ids}
            for who, spans in layer.work.items()
        }
        some.append((replace(layer, work=work), kept))
    return some


def _gamma(spans: int, *, samples: int, who: Sequence[str] = THREE) -> None:
    """γ of an article with so many spans of each annotator, as long as that asks for."""
    gamma(_units(spans, who), len(who), seed=1, samples=samples, length=spans * APART)


def _units(number: int, annotators: Sequence[str]) -> list[Unit]:
    """So many spans, by annotators who agree on most of them."""
    chance = random.Random(3)  # noqa: S311 - reproducible, not secret
    units: list[Unit] = []
    for start in (chance.randrange(number * APART - 80) for _ in range(number)):
        long, label = chance.choice((8, 15, 25, 60)), chance.choice("abcd")
        for who in annotators:
            moved = start + chance.choice((0, 0, 0, 4))
            units.append((who, moved, moved + long, label))
    return units
