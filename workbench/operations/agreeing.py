"""How far annotators agree, over the article-layers that both of a pair have finished.

The arithmetic is in `agreement`, and runs in a worker; here is decided what is compared, and what
is said beside it: how much of what was assigned was compared, and what was left out and why. γ
takes its time where more than two have read, so that it is computed for some articles drawn at
random unless all are asked for; how many of how many stands beside it. Near-duplicates are one
piece of news, and the bootstrap draws them together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from workbench.agreement.coefficients import masi_alpha, nominal_alpha, ordinal_alpha
from workbench.agreement.reasons import explained
from workbench.agreement.work import Layer, Text
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import ArticleLabelType, Scheme
from workbench.operations import twins
from workbench.operations.finished import (
    Choice,
    Finished,
    layer_of,
    read_finished,
    read_gold,
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
    compared = named or people.annotators(project)
    found = read_finished(project, annotators=compared, choice=choice)
    active = [person for person in compared if named or person.name in found.workers()]
    if len({person.id for person in active}) < 2:
        raise UserError("operations.too_few_annotators", number=len(active))
    most = 0 if all_gamma else GAMMA_ARTICLES
    report = _head(project, active, choice, scheme, seed)
    to_do = _assigned(project, active, choice)
    own = worker or Worker()
    try:
        yield from twins.find(project, worker=own)
        groups = _groups(project, _compared(found, active))
        report["near_duplicates"] = len(groups) - len(set(groups.values()))
        for each in wanted:
            part, texts = _plain(project, scheme, each.id, found, active, groups=groups)
            report["layers"][each.id] = yield from _figures(
                own, part, texts, seed=seed, most=most if gamma else None
            )
            report["layers"][each.id]["left_out"]["carried"] = found.carried[each.id]
            report["coverage"][each.id] = _coverage(each.id, part, to_do)
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


def _plain(
    project: Project,
    scheme: Scheme,
    layer: str,
    found: Finished,
    active: Sequence[Annotator],
    *,
    groups: Mapping[str, str],
) -> tuple[Layer, list[Text]]:
    """A layer and the texts that at least two have finished, as plain values."""
    names = [person.name for person in active]
    ids = sorted(_finished_by_two(found.spans.get((layer, name), {}) for name in names))
    part = layer_of(scheme, layer, found, names=names, gold=read_gold(project, ids))
    return part, [text for text, _ in read_texts(project, ids, groups=groups)]


def _compared(found: Finished, active: Sequence[Annotator]) -> list[str]:
    """The articles of which at least two have finished a layer."""
    names = {person.name for person in active}
    by_layer: dict[str, list[Iterable[str]]] = defaultdict(list)
    for (layer, name), done in found.spans.items():
        if name in names:
            by_layer[layer].append(done)
    return sorted(set().union(*map(_finished_by_two, by_layer.values())))


def _groups(project: Project, ids: Sequence[str]) -> dict[str, str]:
    """The group of near-duplicates of each of these articles that has any."""
    found: dict[str, str] = {}
    for part in parts(ids):
        found |= {id: str(head) for id, head in stored_twins.groups_among(project, part).items()}
    return found


def _figures(
    worker: Worker, layer: Layer, texts: Sequence[Text], *, seed: int, most: int | None
) -> LongVerb[dict[str, Any]]:
    """The figures of a layer, computed by a worker; γ article by article, and not with None."""
    yield Progress(0, 0, layer.id)
    room = "workbench.agreement.report"
    figures: dict[str, Any] = {}
    for found in worker.run(f"{room}:compare_task", layer, texts, RESAMPLES, seed):
        figures = cast("dict[str, Any]", found)
    if most is None:
        return figures
    task = f"{room}:gamma_task"
    for step in worker.run(task, layer, texts, seed, GAMMA_SAMPLES, most):
        if isinstance(step, dict):
            figures = explained(figures | step, ("gamma",))
        else:
            done, total = cast("tuple[int, int]", step)
            yield Progress(done, total, f"γ {layer.id}")
    return figures


def _coverage(layer: str, part: Layer, to_do: Mapping[str, Counter[str]]) -> dict[str, int]:
    """How many articles were compared, of how many that were to be done."""
    return {"finished_by_two": len(_finished_by_two(part.work.values())), **to_do[layer]}


def _finished_by_two(of_annotators: Iterable[Iterable[str]]) -> set[str]:
    """The articles that at least two annotators have finished."""
    counts = Counter(article for done in of_annotators for article in done)
    return {article for article, number in counts.items() if number > 1}


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
    said: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    given = (label for part in parts(ids) for label in articles.labels_of(project, part))
    for label in given:
        if label.annotator in places:
            item = said[label.name].setdefault(label.article, [None] * len(active))
            item[places[label.annotator]] = label.value
    return {
        kind.id: _alpha_of(kind, list(said[kind.id].values()))
        for kind in scheme.article_labels
        if kind.scale != "text" and said[kind.id]
    }


def _alpha_of(kind: ArticleLabelType, items: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """α on the scale of a label, and the articles that two have given it."""
    if kind.multiple:
        sets = [[_set(value) for value in item] for item in items]
        alpha, scale = masi_alpha(sets).value, "masi"
    elif kind.scale == "ordinal":
        ranks = {value: rank for rank, value in enumerate(kind.values)}
        alpha = ordinal_alpha([[ranks.get(value) for value in item] for item in items]).value
        scale = "ordinal"
    else:
        alpha, scale = nominal_alpha(items).value, "nominal"
    number = sum(sum(value is not None for value in item) > 1 for item in items)
    return {"alpha": alpha, "scale": scale, "articles": number}


def _set(value: str | tuple[str, ...] | None) -> frozenset[str] | None:
    if value is None:
        return None
    return frozenset((value,)) if isinstance(value, str) else frozenset(value)
