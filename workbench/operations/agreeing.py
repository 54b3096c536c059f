"""How far annotators agree, over the article-layers that both of a pair have finished.

The arithmetic is in `agreement`, and runs in a worker; here is decided what is compared, and what
is said beside it: how much of what was assigned was compared, and what was left out and why. γ
takes its time where more than two have read, so that it is computed for some articles drawn at
random unless all are asked for; how many of how many stands beside it. Near-duplicates are one
piece of news, and the bootstrap draws them together.

Marks are read some articles at a time, counted by the worker, and forgotten; γ reads those that it
needs again. So no corpus is too large: of an article there is kept its id, its group, and which
layers are compared.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, cast

from workbench.agreement.coefficients import masi_alpha, nominal_alpha, ordinal_alpha
from workbench.agreement.reasons import explained
from workbench.agreement.work import Layer, Text
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import ArticleLabelType, Scheme
from workbench.operations import twins
from workbench.operations.child import Call
from workbench.operations.finished import (
    AT_ONCE,
    Choice,
    Shared,
    finished_in,
    layer_of,
    read_gold,
    read_shared,
    read_texts,
)
from workbench.operations.people import annotator_known
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.workers import Worker
from workbench.store import articles, people, schemes
from workbench.store import twins as stored_twins
from workbench.store.project import Project
from workbench.store.strides import parts

SEED = 1
RESAMPLES = 1_000
GAMMA_SAMPLES = 30
GAMMA_ARTICLES = 25  # of a layer, unless all are asked for
_WORK = "workbench.agreement.tasks"
Part = tuple[Layer, list[Text]]


def agreement(
    project: Project,
    *,
    names: Sequence[str] = (),
    layers: Sequence[str] = (),
    choice: Choice | None = None,
    all_gamma: bool = False,
    gamma: bool = True,
    seed: int = SEED,
    worker: Worker | None = None,
) -> LongVerb[dict[str, Any]]:
    """All figures of the named annotators and layers, or of all, by layer, with their coverage.

    Without `gamma` that one is left out. Raises `UserError` where fewer than two of them have
    finished anything.
    """
    choice = choice or Choice()
    named = [annotator_known(project, name) for name in dict.fromkeys(names)]
    scheme = schemes.read_scheme(project)
    wanted = [scheme.layer(layer) for layer in layers] or scheme.layers
    yield Progress(0, 0, "reading")
    asked = named or people.annotators(project)
    shared = read_shared(project, annotators=asked, choice=choice)
    active = [person for person in asked if named or person.id in shared.people]
    if len({person.id for person in active}) < 2:
        raise UserError("operations.too_few_annotators", number=len(active))
    report = _head(project, active, choice, scheme, seed)
    to_do = _assigned(project, active, choice)
    own = worker or Worker()
    try:
        yield from twins.find(project, worker=own)
        groups = _groups(project, list(shared.layers))
        report["near_duplicates"] = len(groups) - len(set(groups.values()))
        compared = _Compared(
            project, scheme, tuple(layer.id for layer in wanted), active, choice, shared, groups
        )
        with_units = yield from _count(own, compared, report, to_do, seed=seed)
        if gamma:
            most = 0 if all_gamma else GAMMA_ARTICLES
            yield from _gamma(own, compared, report, with_units, seed=seed, most=most)
    finally:
        if worker is None:
            own.close()
    return report


def _head(
    project: Project, active: Sequence[Annotator], choice: Choice, scheme: Scheme, seed: int
) -> dict[str, Any]:
    """What is said before the layers."""
    known = choice.among(articles.ids(project))
    return {
        "articles": len(known),
        "annotators": sorted(person.name for person in active),
        "state": choice.when,
        "round": choice.round or None,
        "help": choice.help,
        "scheme_version": scheme.version,
        "seed": seed,
        "resamples": RESAMPLES,
        "coverage": {},
        "article_labels": _article_labels(project, scheme, active, known),
        "layers": {},
    }


def _groups(project: Project, ids: Sequence[str]) -> dict[str, str]:
    """The group of near-duplicates of each of these articles that has any."""
    heads: dict[int, str] = {}  # each name is held once
    found: dict[str, str] = {}
    for part in parts(ids):
        near = stored_twins.groups_among(project, part)
        known = ((id, near[id]) for id in part if id in near)
        found |= {id: heads.setdefault(head, str(head)) for id, head in known}
    return found


# --- what is compared, some articles at a time


@dataclass(frozen=True, slots=True)
class _Compared:
    """Articles of which at least two of these people have finished one of these layers."""

    project: Project
    scheme: Scheme
    layers: tuple[str, ...]
    annotators: Sequence[Annotator]
    choice: Choice
    shared: Shared
    groups: Mapping[str, str]

    def group(self, article: str) -> str:
        """What the bootstrap draws an article with."""
        return self.groups.get(article, article)

    def _place(self, article: str) -> tuple[str, str]:
        """What articles are ordered by, so that those of a group are together."""
        return self.group(article), article

    def number_of_groups(self, layer: str) -> int:
        """How many groups there are to draw from in a layer."""
        return len({self.group(article) for article in self.shared.of(layer)})

    def ids(self) -> list[str]:
        """All articles, those of a group together."""
        wanted = set(self.layers)
        ids = [article for article, layers in self.shared.layers.items() if layers & wanted]
        return sorted(ids, key=self._place)

    def read(
        self, ids: Sequence[str], layers: Iterable[str], gone: Mapping[str, Sequence[str]]
    ) -> Iterator[tuple[Part, int]]:
        """Each layer with the work on those of some articles that two have finished.

        Beside it stands how many spans were left out since they were carried over; `gone` are
        labels that the scheme has no more.
        """
        project, names = self.project, [person.name for person in self.annotators]
        found = finished_in(project, ids, annotators=self.annotators, choice=self.choice)
        texts = [text for text, _ in read_texts(project, ids, groups=self.groups)]
        texts.sort(key=lambda text: self._place(text.id))
        gold = read_gold(project, ids)
        for layer in layers:
            here = [text for text in texts if layer in self.shared.layers[text.id]]
            known = {text.id for text in here}
            part = layer_of(
                *(self.scheme, layer, found.only(known)),
                names=names,
                gold=[each for each in gold if each.article in known],
                gone=gone.get(layer, ()),
            )
            yield (part, here), sum(found.carried[layer, id] for id in known)


def _count(
    worker: Worker,
    compared: _Compared,
    report: dict[str, Any],
    to_do: Mapping[str, Counter[str]],
    *,
    seed: int,
) -> LongVerb[dict[str, list[str]]]:
    """Write the figures of all layers but γ into a report; gives the articles that have units."""
    carried: Counter[str] = Counter()
    with_units: dict[str, list[str]] = {layer: [] for layer in compared.layers}
    ids = compared.ids()
    calls = _calls(compared, ids, seed, carried, with_units)
    done = 0
    with closing(worker.run_calls(calls)) as found:
        for each in found:
            if isinstance(each, int):
                done += each
                yield Progress(done, len(ids))
            else:
                layer, figures = cast("tuple[str, dict[str, Any]]", each)
                report["layers"][layer] = figures
    for layer in compared.layers:
        report["layers"][layer]["left_out"]["carried"] = carried[layer]
        number = len(compared.shared.of(layer))
        report["coverage"][layer] = {"finished_by_two": number, **to_do[layer]}
    return with_units


def _calls(
    compared: _Compared,
    ids: Sequence[str],
    seed: int,
    carried: Counter[str],
    with_units: Mapping[str, list[str]],
) -> Iterator[Call]:
    """What a worker is given to count, a few articles at a time, so that few are held.

    On the way it is noted which articles have units, and how many spans were carried over.
    """
    groups = {layer: compared.number_of_groups(layer) for layer in compared.layers}
    yield Call(f"{_WORK}:begin", (groups, RESAMPLES, seed))
    known = {layer: len(compared.scheme.layer(layer).labels) for layer in compared.layers}
    gone: dict[str, Sequence[str]] = {}
    some = [ids[begin : begin + AT_ONCE] for begin in range(0, len(ids), AT_ONCE)] or [[]]
    for number, part in enumerate(some):
        given: list[Part] = []
        for (layer, texts), left in compared.read(part, compared.layers, gone):
            gone[layer.id] = layer.labels[known[layer.id] :]
            carried[layer.id] += left
            with_units[layer.id] += [id for id in part if _has_units(layer, id)]
            given.append((layer, texts))
        yield Call(f"{_WORK}:count", (number, given, len(part)))
    yield Call(f"{_WORK}:figures", (len(some),))


def _has_units(layer: Layer, article: str) -> bool:
    """Whether anybody marked something in an article that γ is made of."""
    marks = (mark for spans in layer.work.values() for mark in spans.get(article, ()))
    return any(mark.label not in layer.apart for mark in marks)


# --- γ


def _gamma(
    worker: Worker,
    compared: _Compared,
    report: dict[str, Any],
    with_units: Mapping[str, Sequence[str]],
    *,
    seed: int,
    most: int,
) -> LongVerb[None]:
    """Write γ of each layer into a report: of all articles that have units, or of so many."""
    for layer in compared.layers:
        ids = _drawn(sorted(with_units[layer]), seed=seed, most=most)
        found = yield from _gamma_of(worker, compared, layer, ids, seed=seed)
        found["gamma_settings"]["of"] = len(with_units[layer])
        report["layers"][layer] = explained(report["layers"][layer] | found, ("gamma",))


def _drawn(ids: Sequence[str], *, seed: int, most: int) -> Sequence[str]:
    """So many articles, drawn with a seed, or all where it is 0."""
    if not most or len(ids) <= most:
        return ids
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    return [ids[place] for place in sorted(chance.sample(range(len(ids)), most))]


def _gamma_of(
    worker: Worker, compared: _Compared, layer: str, ids: Sequence[str], *, seed: int
) -> LongVerb[dict[str, Any]]:
    """γ of a layer over some articles, and how it was computed."""
    observed = expected = 0.0
    calls = (
        Call(f"{_WORK}:gamma", (*part, seed, GAMMA_SAMPLES))
        for begin in range(0, len(ids), AT_ONCE)
        for part, _ in compared.read(ids[begin : begin + AT_ONCE], [layer], {})
    )
    with closing(worker.run_calls(calls)) as found:
        for done, each in enumerate(found, start=1):
            disorder, chance = cast("tuple[float, float]", each)
            observed, expected = observed + disorder, expected + chance
            yield Progress(done, len(ids), f"γ {layer}")
    settings = {"articles": len(ids), "of": len(ids), "seed": seed, "samples": GAMMA_SAMPLES}
    return {
        "gamma": 1 - observed / expected if expected else None,
        "gamma_settings": {**settings, "alpha": 1.0, "beta": 1.0, "delta_empty": 1.0},
    }


# --- what was to be done


def _assigned(
    project: Project, annotators: Sequence[Annotator], choice: Choice
) -> dict[str, Counter[str]]:
    """How many articles annotators have to do in each layer, done or not, one and two of them."""
    ids = {person.id for person in annotators}
    counts: dict[str, Counter[str]] = defaultdict(_nobody)
    for part in parts(choice.among(articles.ids(project))):
        given = people.assignments(project, articles=part)
        kept = {(a.article, a.layer, a.annotator) for a in given if a.annotator in ids}
        for (_, layer), number in Counter((article, layer) for article, layer, _ in kept).items():
            counts[layer]["assigned"] += 1
            counts[layer]["assigned_to_two"] += number > 1
    return counts


def _nobody() -> Counter[str]:
    """How many articles there are to do where there are none."""
    return Counter(assigned=0, assigned_to_two=0)


# --- labels of whole articles


def _article_labels(
    project: Project, scheme: Scheme, active: Sequence[Annotator], ids: Sequence[str]
) -> dict[str, Any]:
    """Krippendorff's α of each article label: nominal, ordinal, or of sets by MASI."""
    places = {person.id: place for place, person in enumerate(active)}
    said: dict[str, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    for part in parts(ids):
        items: dict[tuple[str, str], list[Any]] = {}
        for label in articles.labels_of(project, part):
            if label.annotator in places:
                item = items.setdefault((label.name, label.article), [None] * len(active))
                item[places[label.annotator]] = label.value
        for (name, _), item in items.items():
            said[name][tuple(item)] += 1
    return {
        kind.id: _alpha_of(kind, said[kind.id])
        for kind in scheme.article_labels
        if kind.scale != "text" and said[kind.id]
    }


def _alpha_of(kind: ArticleLabelType, said: Counter[tuple[Any, ...]]) -> dict[str, Any]:
    """α on the scale of a label, and the articles that two have given it.

    `said` is how many articles have which values.
    """
    items = said.elements()
    if kind.multiple:
        sets = ([_set(value) for value in item] for item in items)
        alpha, scale = masi_alpha(sets).value, "masi"
    elif kind.scale == "ordinal":
        ranks = {value: rank for rank, value in enumerate(kind.values)}
        alpha = ordinal_alpha([ranks.get(value) for value in item] for item in items).value
        scale = "ordinal"
    else:
        alpha, scale = nominal_alpha(items).value, "nominal"
    several = {item: sum(value is not None for value in item) > 1 for item in said}
    number = sum(times for item, times in said.items() if several[item])
    return {"alpha": alpha, "scale": scale, "articles": number}


def _set(value: str | tuple[str, ...] | None) -> frozenset[str] | None:
    if value is None:
        return None
    return frozenset((value,)) if isinstance(value, str) else frozenset(value)
