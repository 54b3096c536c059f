"""All figures of a layer as plain values, as JSON will have them: undefined is None, with a reason.

Pure functions over what `work` holds, so that a worker process can be given the whole of it. γ
comes by itself, since it takes its time: article by article, of all articles or of some drawn.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

import numpy as np

from workbench.agreement import counting, on_matched, resampling
from workbench.agreement.counting import Counts, f1
from workbench.agreement.disorder import Weights, gamma_steps
from workbench.agreement.presence import presence, token_kappa
from workbench.agreement.reasons import NO_CHANCE, NO_HAND, NO_SPAN, NOBODY, explained
from workbench.agreement.resampling import Floats, interval, mean_of_defined
from workbench.agreement.spans import NOTHING as NO_SPANS
from workbench.agreement.spans import label_f1
from workbench.agreement.unitizing import Coincidences, alpha, plain
from workbench.agreement.unitizing_1995 import unitizing_alpha_1995
from workbench.agreement.work import Layer, Text

Json = dict[str, Any]
WORST = 10
_OF_SPANS = ("mean_f1", "mean_partial_f1", "f1_by_hand", "suggested_share")
_OF_CHARACTERS = ("u_alpha", "u_alpha_binary", "cu_alpha")


def compare_task(layer: Layer, texts: Sequence[Text], samples: int, seed: int) -> Iterator[Json]:
    """The figures of a layer, for a worker."""
    yield compare(layer, texts, samples=samples, seed=seed)


def compare(layer: Layer, texts: Sequence[Text], *, samples: int, seed: int) -> Json:
    """Every figure of a layer but γ, with 95 per cent intervals from so many resamples."""
    found = headline(layer, texts, samples=samples, seed=seed) | details(layer, texts)
    return explained(found, ("alpha_u_1995", "token_kappa"))


def headline(layer: Layer, texts: Sequence[Text], *, samples: int, seed: int) -> Json:
    """F1, the unitizing alphas, confusion and presence, with intervals, and where people differ."""
    counts = counting.count_spans(layer, texts)
    groups = [text.group or text.id for text in texts]
    drawn = resampling.weights(groups, samples=samples, seed=seed)
    found, left_out = counting.count_characters(layer, texts)
    compared = _compared(layer, texts)
    report = _spans(counts, compared, drawn)
    values, intervals = _characters(found, drawn)
    report["ci95"] |= intervals
    for label, alone in counting.by_label(layer).items():
        report["labels"][label] |= _label_characters(alone, texts, label, found)
    report |= {
        **values,
        "left_out": {"overlap": left_out},
        "confusion": _confusion(layer, texts),
        "presence": _presence(layer, texts),
        "worst": _worst(counts, layer, texts),
    }
    return report | {"undefined": _reasons(report, counts)}


def details(layer: Layer, texts: Sequence[Text]) -> Json:
    """What stands beside the headline: on matched spans, against gold, and for comparison alone."""
    return {
        "alpha_u_1995": _mean_1995(layer, texts),
        "token_kappa": token_kappa(layer, texts),
        **_on_matched(layer, texts),
        "against_gold": _against_gold(layer),
    }


def _compared(layer: Layer, texts: Sequence[Text]) -> Layer:
    """The layer without the work on articles that nobody else finished: it is not compared."""
    ids = {text.id for text in texts}
    work = {
        who: {id: marks for id, marks in spans.items() if id in ids}
        for who, spans in layer.work.items()
    }
    return replace(layer, work=work)


# --- spans


def _spans(counts: Counts, layer: Layer, drawn: Floats) -> Json:
    """F1 of pairs and labels, exact and partial, with intervals."""
    counted = [place for place, label in enumerate(layer.labels) if label not in layer.apart]
    sums = counts.sums.sum(axis=0)
    whole = sums[:, counted].sum(axis=1)
    resampled = np.tensordot(drawn, counts.sums, axes=1)
    resampled_whole = resampled[:, :, counted].sum(axis=2)
    by_pair = f1(resampled_whole)
    means, partials = f1(whole), f1(whole, shared=counting.CREDIT)
    spans, aided = _aided(layer)
    said = _said(layer)
    return {
        "pairs": [
            _pair(counts, number, sums[number], whole[number], resampled[:, number])
            | {"ci95": {"f1": interval(by_pair[:, number])}}
            for number in range(len(counts.pairs))
        ],
        "mean_f1": plain(mean_of_defined(means)),
        "sd_f1": _spread(means),
        "mean_partial_f1": plain(mean_of_defined(partials)),
        "f1_by_hand": plain(mean_of_defined(_by_hand(whole))),
        "suggested_share": aided / spans if spans else None,
        "ci95": {
            "mean_f1": interval(mean_of_defined(by_pair)),
            "mean_partial_f1": interval(
                mean_of_defined(f1(resampled_whole, shared=counting.CREDIT))
            ),
        },
        "labels": {
            label: _label(layer, said, sums[:, place], resampled[:, :, place], label)
            for place, label in enumerate(layer.labels)
        },
    }


def _by_hand(sums: Floats) -> Floats:
    """F1 of the spans that did not begin as suggestions."""
    return f1(sums, shared=counting.HAND_SHARED, a=counting.HAND_A, b=counting.HAND_B)


def _spread(values: Floats) -> float | None:
    """The population standard deviation of what is defined."""
    defined = values[~np.isnan(values)]
    return float(defined.std()) if len(defined) else None


def _aided(layer: Layer) -> tuple[int, int]:
    """How many spans there are, and how many of them began as suggestions."""
    marks = [mark for spans in layer.work.values() for of in spans.values() for mark in of]
    return len(marks), sum(mark.aided for mark in marks)


def _pair(counts: Counts, number: int, labels: Floats, whole: Floats, resampled: Floats) -> Json:
    """What two annotators share: in all labels that count, and in each one."""
    a, b = counts.pairs[number]
    shared, in_a, in_b = (int(whole[k]) for k in (counting.SHARED, counting.IN_A, counting.IN_B))
    return {
        "a": a,
        "b": b,
        "articles": int(counts.both[:, number].sum()),
        "spans": {a: in_a, b: in_b},
        "exact": {
            "precision": shared / in_b if in_b else None,
            "recall": shared / in_a if in_a else None,
            "f1": plain(f1(whole)),
            "shared": shared,
        },
        "partial": {"f1": plain(f1(whole, shared=counting.CREDIT))},
        "by_hand": {"f1": plain(_by_hand(whole))},
        "labels": {
            label: {
                "f1": plain(f1(labels[place])),
                "partial_f1": plain(f1(labels[place], shared=counting.CREDIT)),
                "shared": int(labels[place, counting.SHARED]),
                "spans": {
                    a: int(labels[place, counting.IN_A]),
                    b: int(labels[place, counting.IN_B]),
                },
                "ci95": {"f1": interval(f1(resampled[:, place]))},
            }
            for place, label in enumerate(counts.labels)
        },
    }


def _said(layer: Layer) -> dict[str, Counter[str]]:
    """How often each annotator used each label."""
    return {
        who: Counter(mark.label for of in spans.values() for mark in of)
        for who, spans in sorted(layer.work.items())
    }


def _label(
    layer: Layer, said: Mapping[str, Counter[str]], sums: Floats, resampled: Floats, label: str
) -> Json:
    """F1 of one label over all pairs, with its interval."""
    return {
        "apart": label in layer.apart,
        "spans": {who: counts[label] for who, counts in said.items()},
        "f1": plain(mean_of_defined(f1(sums))),
        "partial_f1": plain(mean_of_defined(f1(sums, shared=counting.CREDIT))),
        "ci95": {"f1": interval(mean_of_defined(f1(resampled)))},
    }


# --- characters


def _characters(found: Coincidences, drawn: Floats) -> tuple[Json, Json]:
    """The unitizing alphas, and their intervals."""
    total, resampled = found.sum(), found.weighted(drawn)
    names = {"u_alpha": "everything", "u_alpha_binary": "binary", "cu_alpha": "coding"}
    values = {name: plain(alpha(*getattr(total, which)())) for name, which in names.items()}
    intervals = {
        name: interval(alpha(*getattr(resampled, which)())) for name, which in names.items()
    }
    return {**values, "cu_coverage": plain(total.coverage())}, intervals


def _label_characters(alone: Layer, texts: Sequence[Text], label: str, found: Coincidences) -> Json:
    """uα of one label, which stands alone in its layer, and (k)uα with its coverage."""
    counted, left_out = counting.count_characters(alone, texts)
    values, coverages = found.sum().by_label()
    place = found.labels.index(label) if label in found.labels else None
    return {
        "u_alpha": plain(alpha(*counted.sum().everything())),
        "left_out": left_out,
        "ku_alpha": None if place is None else plain(values[place]),
        "ku_coverage": None if place is None else plain(coverages[place]),
    }


def _mean_1995(layer: Layer, texts: Sequence[Text]) -> float | None:
    """The mean over articles of the older α_U, as INCEpTION has it."""
    values = (
        unitizing_alpha_1995(units, text.length, readers).value
        for text, readers, units in _units(layer, texts)
        if units
    )
    defined = [value for value in values if value is not None]
    return fmean(defined) if defined else None


def _units(
    layer: Layer, texts: Sequence[Text]
) -> Iterator[tuple[Text, list[str], list[tuple[str, int, int, str]]]]:
    """The texts that several have finished, with who has and what they marked as units."""
    for text in texts:
        readers = [who for who in sorted(layer.work) if text.id in layer.work[who]]
        if len(readers) > 1:
            yield (
                text,
                readers,
                [
                    (who, start, end, mark.label)
                    for who in readers
                    for mark in layer.work[who][text.id]
                    if mark.label not in layer.apart
                    for start, end in mark.fragments
                ],
            )


# --- the rest


def _confusion(layer: Layer, texts: Sequence[Text]) -> Json:
    """What others have where one has a label: by label, then another label or what went wrong."""
    cells, borders = counting.confusion(layer, texts)
    return {
        label: {
            **{other: cells[label, other] for other in layer.labels if cells[label, other]},
            "missed": cells[label, ""],
            "other boundary": borders[label],
        }
        for label in layer.labels
    }


def _presence(layer: Layer, texts: Sequence[Text]) -> Json:
    """α and κ of whether a sentence, or a paragraph, holds each label."""
    return {
        per: {
            label: {"alpha": each.alpha, "kappa": each.kappa, "units": each.units}
            for label, each in presence(layer, texts, per=per).items()
        }
        for per in ("sentences", "paragraphs")
    }


def _on_matched(layer: Layer, texts: Sequence[Text]) -> Json:
    """Attributes, relations and labels on what is shared."""
    places = on_matched.unlabelled(layer, texts)
    return {
        "unlabelled": {
            "f1": places.f1,
            "label_kappa": places.label_kappa,
            "matched": places.matched,
        },
        "attributes": {
            name: {
                "alpha": each.alpha,
                "items": each.items,
                "matched_share": each.matched_share,
            }
            for name, each in on_matched.attributes(layer, texts).items()
        },
        "relations": {
            type: {
                "f1": each.end_to_end.value,
                "given_ends_f1": each.given_ends.value,
                "drawn": each.end_to_end.in_a + each.end_to_end.in_b,
            }
            for type, each in on_matched.relations(layer, texts).items()
        },
    }


def _against_gold(layer: Layer) -> Json:
    """The exact F1 of each annotator against gold, over adjudicated articles that they finished."""
    gold = {id: [mark.place for mark in marks] for id, marks in layer.gold.items()}
    found = {}
    for who, spans in sorted(layer.work.items()):
        theirs = {id: [mark.place for mark in marks] for id, marks in spans.items()}
        labels = label_f1(gold, theirs)
        total = sum((each for name, each in labels.items() if name not in layer.apart), NO_SPANS)
        found[who] = {
            "f1": total.value,
            "precision": total.precision,
            "recall": total.recall,
            "articles": len(gold.keys() & theirs.keys()),
        }
    return found


def _worst(counts: Counts, layer: Layer, texts: Sequence[Text]) -> list[Json]:
    """The articles with most spans that are not shared, and their F1."""
    counted = [place for place, label in enumerate(layer.labels) if label not in layer.apart]
    sums = counts.sums[:, :, counted].sum(axis=(1, 2))
    apart = sums[:, counting.IN_A] + sums[:, counting.IN_B] - 2 * sums[:, counting.SHARED]
    order = sorted(range(len(texts)), key=lambda row: (-apart[row], row))
    return [
        {"article": texts[row].id, "unshared": int(apart[row]), "f1": plain(f1(sums[row]))}
        for row in order[:WORST]
        if apart[row]
    ]


def _reasons(report: Mapping[str, Any], counts: Counts) -> dict[str, str]:
    """Why each figure of the layer that is undefined is so."""
    if not counts.both.any():
        why = NOBODY
    elif not counts.sums[..., (counting.IN_A, counting.IN_B)].any():
        why = NO_SPAN
    else:
        why = NO_CHANCE
    missing = {n: why for n in (*_OF_SPANS, *_OF_CHARACTERS) if report[n] is None}
    if "f1_by_hand" in missing and why == NO_CHANCE:
        missing["f1_by_hand"] = NO_HAND
    return missing


# --- γ


def gamma_task(
    layer: Layer, texts: Sequence[Text], seed: int, samples: int, most: int
) -> Iterator[tuple[int, int] | Json]:
    """γ of a layer: yields (articles done, of how many), and at last the figures.

    The corpus' γ is 1 − Σδ/Σδₑ over articles, each weighed by its units; of more articles than
    `most` so many are drawn with the seed, all where it is 0.
    """
    wanted = [(text, readers, units) for text, readers, units in _units(layer, texts) if units]
    chosen = wanted
    if most and len(wanted) > most:
        chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
        places = sorted(chance.sample(range(len(wanted)), most))
        chosen = [wanted[place] for place in places]
    observed = expected = 0.0
    for number, (text, readers, units) in enumerate(chosen, start=1):
        steps = gamma_steps(
            units, readers, seed=seed, samples=samples, weights=Weights(), length=text.length
        )
        result = None
        while result is None:
            try:
                next(steps)
            except StopIteration as end:
                result = end.value
        weight = len(units) / len(readers)
        observed, expected = (
            observed + weight * result.observed,
            expected + weight * result.expected,
        )
        yield number, len(chosen)
    yield {
        "gamma": 1 - observed / expected if expected else None,
        "gamma_settings": {
            "articles": len(chosen),
            "of": len(wanted),
            "seed": seed,
            "samples": samples,
            "alpha": 1.0,
            "beta": 1.0,
            "delta_empty": 1.0,
        },
    }
