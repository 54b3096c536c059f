"""Agreement of three annotators, on rows that have been read already."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.corpora import Corpus, project_of
from tests.benchmarks.measuring import Result, Scale, doubled, growth, percentile, seconds
from workbench.agreement.spans import Articles, pairwise_f1
from workbench.operations import projects
from workbench.operations.agreeing import finished_spans
from workbench.store import people

THREE = ("ann", "bo", "cy")


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Span F1 of all pairs and layers, and how its cost grows with the number of articles."""
    corpus = Corpus()
    file = corpus.write(folder / "c.jsonl", scale.articles, spans=scale.spans, annotators=THREE)
    layers = _spans(project_of(folder / "a.workbench", file))
    times = [seconds(lambda: _f1(layers)) for _ in range(scale.repetitions + 1)][1:]
    name = f"agreement, F1 of {scale.articles:,} articles × 3 × {scale.spans}"
    yield Result(name, percentile(times, 0.5), "s", 2)
    sizes = doubled(scale.articles)
    costs = [min(seconds(lambda s=s: _f1(_some(layers, s))) for _ in range(3)) for s in sizes]  # type: ignore[misc]
    yield Result(
        "agreement: growth with the number of articles", growth(sizes, costs), "exponent", 1.2
    )


Layers = list[dict[str, Articles]]


def _spans(path: Path) -> Layers:
    """The finished spans of a project: for each layer, by annotator."""
    project = projects.open_(path)
    try:
        work = finished_spans(project, annotators=people.annotators(project))
    finally:
        project.close()
    layers: dict[str, dict[str, Articles]] = {}
    for (who, layer), found in work.items():
        layers.setdefault(layer, {})[who] = found
    return list(layers.values())


def _f1(layers: Layers) -> None:
    for spans in layers:
        pairwise_f1(spans)


def _some(layers: Layers, number: int) -> Layers:
    """The first so many articles of each annotator."""
    return [
        {who: dict(list(found.items())[:number]) for who, found in spans.items()}
        for spans in layers
    ]
