"""`python -m workbench.suggest.training.simulate --corpora DIR --resources DIR --out DIR`.

Plays a person who annotates article after article, and whose suggester learns from them, over
corpora that nothing that ships was trained on: does the share of their annotations that had been
suggested right grow, and does an order by expected gain need fewer articles? The person marks what
the corpus marks. Every `EVERY` articles a model of the layer is taught by all articles so far, as
*Learn from my annotations* would, but for the cross-validation, whose verdict is left out: every
model is used, and what the network alone finds counts as right by half. Five seeded orders were
fixed before the first run, and all of them are told. They share their articles, so that intervals
come from resampling articles and not orders.

Writes `curves.json` with every figure, and two pictures.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from workbench.domain.article import ArticleText
from workbench.domain.gain import doubt, expected_gain
from workbench.domain.learning import Course, Hint, Lesson, Trial
from workbench.domain.structure import structure_of
from workbench.domain.suggester_source import NEWS_EN
from workbench.domain.suggestion import Draft
from workbench.suggest import registry
from workbench.suggest.personal import filling, teaching
from workbench.suggest.personal.evidence import Evidence
from workbench.suggest.personal.network import Network, learn
from workbench.suggest.training.curves import Curve, Lines, picture

ORDERS = (1, 2, 3, 4, 5)
EVERY = 10  # articles between two lessons
RESAMPLES = 2_000
FIGURES = "curves.json"
_ORDERED = (("active", "by expected gain", False), ("random", "by chance", True))


@dataclass(frozen=True, slots=True)
class Stream:
    """A corpus of one layer, the scheme's label for each of its own, and how much of it is used.

    `pool` articles are annotated one after another, and `held` others say how good the model is.
    """

    layer: str
    path: str
    labels: dict[str, str]
    pool: int
    held: int


STREAMS = (
    Stream(
        "entity",
        "dev/entity_re3d_noBBC.jsonl",
        {"PER": "person", "ORG": "organization", "LOC": "place"},
        pool=80,
        held=40,
    ),
    Stream("claim", "dev/claim_polnear_dev.jsonl", {"CLAIM": "claim"}, pool=50, held=30),
)


@dataclass(frozen=True, slots=True)
class Learned:
    """What suggests at a moment: a network over the base, or the base alone."""

    network: Network | None
    evidence: Evidence
    marked: frozenset[str]  # the words that have been marked so far


class Play:
    """One corpus with what the base drafts for it, to be annotated in any order."""

    def __init__(self, stream: Stream, course: Course) -> None:
        self.stream = stream
        self._course = course
        self._places = {lesson.article.id: n for n, lesson in enumerate(course.lessons)}

    def ids(self) -> list[str]:
        """The ids of all articles."""
        return list(self._places)

    def taught(self, ids: Sequence[str]) -> Learned:
        """What suggests once these articles are annotated."""
        lessons = [self._course.lessons[self._places[id]] for id in ids]
        words = frozenset(
            lesson.article.text[start:end].lower()
            for lesson in lessons
            for start, end, _ in lesson.marked
        )
        if len(ids) < EVERY:
            return Learned(None, Evidence({}), words)
        layer = self.stream.layer
        told = [filling.told_by(self._hint(id).drafts, layer) for id in ids]
        evidence = Evidence(teaching.base_tally(self._course, ids))
        for value in learn(lessons, told, seed=self._course.seed):
            if isinstance(value, Network):
                return Learned(value, evidence, words)
        raise AssertionError("learning ends with a network")

    def trial(self, ids: Sequence[str], learned: Learned) -> Trial:
        """How what suggests does on articles."""
        return teaching.tried(self._course, ids, learned.network, learned.evidence)

    def gain(self, id: str, learned: Learned) -> float:
        """What an article would teach, as far as its suggestions tell."""
        article, base = self._course.lessons[self._places[id]].article, self._hint(id).drafts
        layer = self.stream.layer
        told = filling.told_by(base, layer)
        found = learned.network.find(article.text, told) if learned.network else []
        chosen = filling.proposals(found, base, layer, learned.evidence)
        drafts = filling.drafts_of(chosen, base, layer, learned.evidence)[: len(chosen)]
        words = {_words(article.text, draft) for draft in drafts}
        return expected_gain(
            doubt(draft.score for draft in drafts),
            places=len(words),
            new=len(words - learned.marked),
        )

    def _hint(self, id: str) -> Hint:
        return self._course.hints[self._places[id]]


def _words(text: str, draft: Draft) -> str:
    return text[draft.fragments[0].start : draft.fragments[-1].end].lower()


# --- one order


def played(play: Play, seed: int) -> dict[str, Any]:
    """One seeded order: what had been suggested right, article by article, and both curves."""
    ids = sorted(play.ids())
    random.Random(seed).shuffle(ids)  # noqa: S311 - chance that can be repeated is wanted
    pool, held = ids[: play.stream.pool], ids[play.stream.pool :][: play.stream.held]
    right: list[list[int]] = []
    by_chance: list[list[float]] = []
    for begin in range(0, len(pool), EVERY):
        learned = play.taught(pool[:begin])
        if begin:
            by_chance.append([begin, play.trial(held, learned).f1])
        for id in pool[begin : begin + EVERY]:
            trial = play.trial([id], learned)
            right.append([trial.shared, trial.marked])
    by_chance.append([len(pool), play.trial(held, play.taught(pool)).f1])
    return {
        "seed": seed,
        "articles": pool,
        "right": right,
        "random": by_chance,
        "active": list(_by_gain(play, pool, held)),
    }


def _by_gain(play: Play, pool: Sequence[str], held: Sequence[str]) -> Iterator[list[float]]:
    """F1 on what is held back, while the articles that would teach most come first."""
    left, done = list(pool), list[str]()
    learned = play.taught(done)
    while left:
        gains = {id: play.gain(id, learned) for id in left}
        ranked = sorted(left, key=lambda each: (-gains[each], each))
        done += ranked[:EVERY]
        left = ranked[EVERY:]
        learned = play.taught(done)
        yield [len(done), play.trial(held, learned).f1]


# --- what it comes to


def summary(stream: Stream, orders: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The shares of the first and last third with their intervals, and the articles spared."""
    third = stream.pool // 3
    first, last = (_told(orders, part) for part in (slice(third), slice(-third, None)))
    shares = [(_share(first, chosen), _share(last, chosen)) for chosen in _resamples(first + last)]
    by_chance, active = (_mean([order[key] for order in orders]) for key in ("random", "active"))
    return {
        "layer": stream.layer,
        "corpus": Path(stream.path).stem,
        "articles": stream.pool,
        "first_third": {"share": _share(first), "ci95": _middle([a for a, _ in shares])},
        "last_third": {"share": _share(last), "ci95": _middle([b for _, b in shares])},
        "difference": {
            "share": _share(last) - _share(first),
            "ci95": _middle([b - a for a, b in shares]),
        },
        "spared": fewer(by_chance, active),
        "spared_by_order": [fewer(order["random"], order["active"]) for order in orders],
    }


Told = list[tuple[str, int, int]]
"""Articles, each with how many annotations had been suggested right, and how many there are."""


def _told(orders: Sequence[dict[str, Any]], part: slice) -> Told:
    """A part of every order."""
    return [
        (article, *pair)
        for order in orders
        for article, pair in zip(order["articles"][part], order["right"][part], strict=True)
    ]


def _resamples(told: Told) -> Iterator[Counter[str]]:
    """Articles drawn with replacement, each with how often it was drawn."""
    articles = sorted({article for article, _, _ in told})
    chance = random.Random(0)  # noqa: S311 - reproducible, not secret
    for _ in range(RESAMPLES):
        yield Counter(chance.choices(articles, k=len(articles)))


def _share(told: Told, times: Mapping[str, int] | None = None) -> float:
    """The share of annotations suggested right; `times` says how often an article counts."""
    weighed = [(times[a] if times is not None else 1, right, all_) for a, right, all_ in told]
    marked = sum(weight * all_ for weight, _, all_ in weighed)
    return sum(weight * right for weight, right, _ in weighed) / marked if marked else 0.0


def _middle(values: Sequence[float]) -> list[float]:
    """The 95 per cent of values in the middle."""
    found = sorted(values)
    return [found[round(0.025 * len(found))], found[round(0.975 * len(found)) - 1]]


def fewer(by_chance: Sequence[Sequence[float]], active: Sequence[Sequence[float]]) -> float:
    """The share of articles that the active order spares at what half of them reach by chance.

    Negative where it needs more. What lies between two lessons is taken to be straight.
    """
    half = by_chance[-1][0] / 2
    wanted = _at(by_chance, half)
    return 1 - _reached(active, wanted) / half


def _at(curve: Sequence[Sequence[float]], number: float) -> float:
    """F1 after so many articles."""
    before = curve[0]
    for point in curve:
        if point[0] >= number:
            width = point[0] - before[0]
            share = (number - before[0]) / width if width else 1.0
            return before[1] + share * (point[1] - before[1])
        before = point
    return curve[-1][1]


def _reached(curve: Sequence[Sequence[float]], wanted: float) -> float:
    """After how many articles an F1 is reached; all of them where it never is."""
    before = curve[0]
    for point in curve:
        if point[1] >= wanted:
            height = point[1] - before[1]
            share = (wanted - before[1]) / height if height else 1.0
            return before[0] + share * (point[0] - before[0])
        before = point
    return curve[-1][0]


# --- the program


def course_of(stream: Stream, corpora: Path, resources: Path) -> Course:
    """The documents of a corpus as lessons, with what `news-en` drafts for each."""
    lines = (corpora / stream.path).read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    texts = [
        ArticleText(str(number), document["text"], structure_of(document["text"]))
        for number, document in enumerate(documents)
    ]
    lessons = tuple(
        Lesson(text, tuple((a, b, stream.labels[label]) for a, b, label in document["spans"]))
        for text, document in zip(texts, documents, strict=True)
    )
    base = registry.load(NEWS_EN, resources)
    hints = tuple(
        Hint(tuple(drafts), tuple(_called(stream, draft) for draft in drafts))
        for drafts in base.suggest(texts)
    )
    return Course(stream.layer, lessons, hints, {}, 0)


def _called(stream: Stream, draft: Draft) -> str:
    """What a draft is called in the corpus: one that has one label alone calls all drafts so."""
    if draft.layer != stream.layer or draft.label == "cue":
        return ""
    known = set(stream.labels.values())
    return draft.label if draft.label in known else min(known) if len(known) == 1 else ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Play every stream that is asked for, and write figures and pictures."""
    asked = _parser().parse_args(arguments)
    path: Path = asked.out / FIGURES
    asked.out.mkdir(parents=True, exist_ok=True)
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for stream in STREAMS:
        if asked.only and stream.layer not in asked.only:
            continue
        play = Play(stream, course_of(stream, asked.corpora, asked.resources))
        orders = [played(play, seed) for seed in ORDERS]
        found[stream.layer] = {**summary(stream, orders), "orders": orders}
        path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(said(found[stream.layer]) + "\n")
    draw(found, asked.out)


def said(found: dict[str, Any]) -> str:
    """The figures of a stream in one line."""
    first, last, more = (
        f"{_percent(found[key]['share'])} ({' to '.join(map(_percent, found[key]['ci95']))})"
        for key in ("first_third", "last_third", "difference")
    )
    by_order = ", ".join(map(_percent, found["spared_by_order"]))
    return (
        f"{found['layer']} on {found['corpus']}: suggested right in the first third {first}, in "
        f"the last {last}, more by {more}; articles spared {_percent(found['spared'])} "
        f"({by_order} order by order)"
    )


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def draw(found: dict[str, Any], out: Path) -> None:
    """Write both pictures."""
    learning = [Curve(layer, _blocks(each["orders"])) for layer, each in found.items()]
    text = picture(Lines("Suggested right, of all annotations", "articles annotated", learning))
    (out / "learning-curve.svg").write_text(text, encoding="utf-8")
    orders = [
        Curve(f"{layer}, {name}", _mean([order[key] for order in each["orders"]]), dashed=dashed)
        for layer, each in found.items()
        for key, name, dashed in (
            ("active", "by expected gain", False),
            ("random", "by chance", True),
        )
    ]
    text = picture(Lines("F1 on articles held back", "articles learned from", orders))
    (out / "active-order.svg").write_text(text, encoding="utf-8")


def _blocks(orders: Sequence[dict[str, Any]]) -> list[list[float]]:
    """The share suggested right in each run of articles between two lessons, over all orders."""
    length = len(orders[0]["right"])
    return [
        [
            min(begin + EVERY, length),
            _share(_told(orders, slice(begin, begin + EVERY))),
        ]
        for begin in range(0, length, EVERY)
    ]


def _mean(curves: Sequence[Sequence[Sequence[float]]]) -> list[list[float]]:
    """The mean of several curves with the same steps."""
    return [
        [points[0][0], fmean(point[1] for point in points)] for points in zip(*curves, strict=True)
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m workbench.suggest.training.simulate")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with dev/")
    parser.add_argument("--resources", type=Path, required=True, help="the folder with models/")
    parser.add_argument("--out", type=Path, required=True, help="where figures and pictures go")
    parser.add_argument("--only", nargs="+", help="these layers alone")
    return parser


if __name__ == "__main__":
    main()
