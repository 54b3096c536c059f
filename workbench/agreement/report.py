"""All figures of a layer as plain values, as JSON will have them: undefined is None, with a reason.

Articles come in some at a time, and only what figures follow from is kept of them (`totals`). γ
comes by itself, since it takes its time: article by article, of all articles or of some drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from workbench.agreement import counting
from workbench.agreement.beside import Beside, beside_of, units_of
from workbench.agreement.counting import f1
from workbench.agreement.disorder import gamma
from workbench.agreement.presence import mean_kappa
from workbench.agreement.reasons import NO_CHANCE, NO_HAND, NO_SPAN, NOBODY, explained
from workbench.agreement.resampling import Floats, Resamples, interval, mean_of_defined
from workbench.agreement.totals import Totals, compared, totals_of
from workbench.agreement.unitizing import Coincidences, alpha, plain
from workbench.agreement.work import Layer, Text

Json = dict[str, Any]
_OF_SPANS = ("mean_f1", "mean_partial_f1", "f1_by_hand", "suggested_share")
_OF_CHARACTERS = ("u_alpha", "u_alpha_binary", "cu_alpha")


class Running:
    """The figures of a layer while articles come in, in the order of their groups.

    There will be so many `groups`: near-duplicates are one, and any other article is one.
    """

    def __init__(self, *, groups: int, samples: int, seed: int) -> None:
        self._resamples = Resamples(groups, samples=samples, seed=seed)
        self._totals: Totals | None = None
        self._beside: Beside | None = None

    def add(self, layer: Layer, texts: Sequence[Text]) -> None:
        """Count some articles whole."""
        self.add_headline(layer, texts)
        beside = beside_of(compared(layer, texts), texts)
        self._beside = self._beside + beside if self._beside else beside

    def add_headline(self, layer: Layer, texts: Sequence[Text]) -> None:
        """Count what the headline follows from."""
        totals, sums = totals_of(compared(layer, texts), texts)
        self._resamples.add([group_of(text) for text in texts], sums)
        self._totals = self._totals + totals if self._totals else totals

    def figures(self) -> Json:
        """Every figure but γ, with 95 per cent intervals; once all articles are there."""
        if self._totals is None:
            raise ValueError("nothing was counted, not even no articles")
        report = _headline(self._totals, self._resamples.totals())
        if self._beside is None:
            return report
        return explained(report | _details(self._beside), ("alpha_u_1995", "token_kappa"))


def group_of(text: Text) -> str:
    """What an article is drawn with."""
    return text.group or text.id


def compare(layer: Layer, texts: Sequence[Text], *, samples: int, seed: int) -> Json:
    """Every figure of a layer but γ, with 95 per cent intervals from so many resamples."""
    running, ordered = _begun(texts, samples=samples, seed=seed)
    running.add(layer, ordered)
    return running.figures()


def headline(layer: Layer, texts: Sequence[Text], *, samples: int, seed: int) -> Json:
    """F1, the unitizing alphas, confusion and presence, with intervals, and where people differ."""
    running, ordered = _begun(texts, samples=samples, seed=seed)
    running.add_headline(layer, ordered)
    return running.figures()


def _begun(texts: Sequence[Text], *, samples: int, seed: int) -> tuple[Running, list[Text]]:
    """What counts these articles, and they in its order."""
    ordered = sorted(texts, key=lambda text: (group_of(text), text.id))
    groups = len({group_of(text) for text in texts})
    return Running(groups=groups, samples=samples, seed=seed), ordered


def _headline(totals: Totals, resampled: Sequence[Floats]) -> Json:
    """F1, the unitizing alphas, confusion and presence, and where people differ."""
    spans, *characters = resampled
    report = _spans(totals, spans)
    found = Coincidences(totals.labels, *characters)
    values, intervals = _characters(totals.characters.found, found)
    report["ci95"] |= intervals
    for label in totals.labels:
        report["labels"][label] |= _label_characters(totals, label)
    report |= {
        **values,
        "left_out": {"overlap": totals.characters.left_out},
        "confusion": _confusion(totals),
        "presence": _presence(totals),
        "worst": [
            {"article": each.article, "unshared": each.unshared, "f1": each.f1}
            for each in totals.worst
            if each.unshared
        ],
    }
    return report | {"undefined": _reasons(report, totals)}


def _details(beside: Beside) -> Json:
    """What stands beside the headline: on matched spans, against gold, and for comparison alone."""
    return {
        "alpha_u_1995": beside.old.mean,
        "token_kappa": mean_kappa(beside.tokens),
        **_on_matched(beside),
        "against_gold": {
            who: {
                "f1": each.f1.value,
                "precision": each.f1.precision,
                "recall": each.f1.recall,
                "articles": each.articles,
            }
            for who, each in beside.gold.items()
        },
    }


# --- spans


def _spans(totals: Totals, resampled: Floats) -> Json:
    """F1 of pairs and labels, exact and partial, with intervals."""
    counted, sums = totals.counted, totals.spans
    whole = sums[:, counted].sum(axis=1)
    resampled_whole = resampled[:, :, counted].sum(axis=2)
    by_pair = f1(resampled_whole)
    means, partials = f1(whole), f1(whole, shared=counting.CREDIT)
    spans = sum(said.total() for said in totals.said.values())
    return {
        "pairs": [
            _pair(totals, number, whole[number], resampled[:, number])
            | {"ci95": {"f1": interval(by_pair[:, number])}}
            for number in range(len(totals.pairs))
        ],
        "mean_f1": plain(mean_of_defined(means)),
        "sd_f1": _spread(means),
        "mean_partial_f1": plain(mean_of_defined(partials)),
        "f1_by_hand": plain(mean_of_defined(_by_hand(whole))),
        "suggested_share": totals.aided / spans if spans else None,
        "ci95": {
            "mean_f1": interval(mean_of_defined(by_pair)),
            "mean_partial_f1": interval(
                mean_of_defined(f1(resampled_whole, shared=counting.CREDIT))
            ),
        },
        "labels": {
            label: _label(totals, label, sums[:, place], resampled[:, :, place])
            for place, label in enumerate(totals.labels)
        },
    }


def _by_hand(sums: Floats) -> Floats:
    """F1 of the spans that did not begin as suggestions."""
    return f1(sums, shared=counting.HAND_SHARED, a=counting.HAND_A, b=counting.HAND_B)


def _spread(values: Floats) -> float | None:
    """The population standard deviation of what is defined."""
    defined = values[~np.isnan(values)]
    return float(defined.std()) if len(defined) else None


def _pair(totals: Totals, number: int, whole: Floats, resampled: Floats) -> Json:
    """What two annotators share: in all labels that count, and in each one."""
    a, b = totals.pairs[number]
    labels = totals.spans[number]
    shared, in_a, in_b = (int(whole[k]) for k in (counting.SHARED, counting.IN_A, counting.IN_B))
    return {
        "a": a,
        "b": b,
        "articles": int(totals.both[number]),
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
            for place, label in enumerate(totals.labels)
        },
    }


def _label(totals: Totals, label: str, sums: Floats, resampled: Floats) -> Json:
    """F1 of one label over all pairs, with its interval."""
    return {
        "apart": label in totals.apart,
        "spans": {who: said[label] for who, said in totals.said.items()},
        "f1": plain(mean_of_defined(f1(sums))),
        "partial_f1": plain(mean_of_defined(f1(sums, shared=counting.CREDIT))),
        "ci95": {"f1": interval(mean_of_defined(f1(resampled)))},
    }


# --- characters


def _characters(total: Coincidences, resampled: Coincidences) -> tuple[Json, Json]:
    """The unitizing alphas, and their intervals."""
    names = {"u_alpha": "everything", "u_alpha_binary": "binary", "cu_alpha": "coding"}
    values = {name: plain(alpha(*getattr(total, which)())) for name, which in names.items()}
    intervals = {
        name: interval(alpha(*getattr(resampled, which)())) for name, which in names.items()
    }
    return {**values, "cu_coverage": plain(total.coverage())}, intervals


def _label_characters(totals: Totals, label: str) -> Json:
    """uα of one label, which stands alone in its layer, and (k)uα with its coverage."""
    alone = totals.alone[label]
    values, coverages = totals.characters.found.by_label()
    place = totals.labels.index(label)
    return {
        "u_alpha": plain(alpha(*alone.found.everything())),
        "left_out": alone.left_out,
        "ku_alpha": plain(values[place]),
        "ku_coverage": plain(coverages[place]),
    }


# --- the rest


def _confusion(totals: Totals) -> Json:
    """What others have where one has a label: by label, then another label or what went wrong."""
    cells = totals.cells
    return {
        label: {
            **{other: cells[label, other] for other in totals.labels if cells[label, other]},
            "missed": cells[label, ""],
            "other boundary": totals.borders[label],
        }
        for label in totals.labels
    }


def _presence(totals: Totals) -> Json:
    """α and κ of whether a sentence, or a paragraph, holds each label."""
    return {
        per: {
            label: {"alpha": each.alpha, "kappa": each.kappa, "units": each.units}
            for label, each in held.presence().items()
        }
        for per, held in totals.presence.items()
    }


def _on_matched(beside: Beside) -> Json:
    """Attributes, relations and labels on what is shared."""
    places = beside.unlabelled
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
            for name, each in beside.attributes.items()
        },
        "relations": {
            type: {
                "f1": each.end_to_end.value,
                "given_ends_f1": each.given_ends.value,
                "drawn": each.end_to_end.in_a + each.end_to_end.in_b,
            }
            for type, each in beside.relations.items()
        },
    }


def _reasons(report: Mapping[str, Any], totals: Totals) -> dict[str, str]:
    """Why each figure of the layer that is undefined is so."""
    if not totals.both.any():
        why = NOBODY
    elif not totals.spans[..., (counting.IN_A, counting.IN_B)].any():
        why = NO_SPAN
    else:
        why = NO_CHANCE
    missing = {n: why for n in (*_OF_SPANS, *_OF_CHARACTERS) if report[n] is None}
    if "f1_by_hand" in missing and why == NO_CHANCE:
        missing["f1_by_hand"] = NO_HAND
    return missing


# --- γ


def disorders(
    layer: Layer, texts: Sequence[Text], *, seed: int, samples: int
) -> Iterator[tuple[float, float]]:
    """δ and δₑ of each article, weighed by its units: the corpus' γ is 1 − Σδ/Σδₑ."""
    for text, readers, units in units_of(layer, texts):
        found = gamma(units, readers, seed=seed, samples=samples, length=text.length)
        weight = len(units) / len(readers)
        yield weight * found.observed, weight * found.expected
