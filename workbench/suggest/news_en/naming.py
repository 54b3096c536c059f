"""The names of a text: borders by the rules, kinds by the recognizer, gaps filled by both.

Where the two draw different borders, the rules are right three times as often; where they give
different kinds, the recognizer is. So a name of the rules that the recognizer sees as well keeps
its borders, one that it does not see stays only where its rule is a sure one, and what the
recognizer alone sees is added. A name has one kind in an article: the one that all its places
together make most likely. Names of kinds that it does not know stay as the rules made them.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.domain.span import Span
from workbench.suggest.news_en.calibration import NAMES, SURENESS, NameEvidence, NameWay
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.recognizer import KINDS, TAGS, Likelihoods

_SURE = 0.6  # the score from which a rule's name stands without the recognizer
_SURE_OF_KIND = 0.65  # the score from which the kind that a rule gives weighs
_WEIGHS = 3.0  # how much
_NOTICED = 0.4  # how likely words are to be a name somewhere for the recognizer to back a rule
_ALONE = 0.85  # how likely they are for a name that no rule stands behind
_RULED = (-0.2, -3.0)  # what a rule's word weighs: its kind, and each of the others
_LEAST = -4.0  # no place outweighs all others of a name

Weights = NDArray[np.float64]
"""The logarithm of how likely each of `KINDS` is."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A name with what speaks for each kind, the rule that found it, and how surely it is one.

    `naming` is how likely its words are a name to the recognizer; 0 where it does not see it.
    """

    first: int
    after: int
    span: Span
    weights: Weights
    rule: Name | None
    naming: float


def named(reading: Reading, ruled: Sequence[Name], likely: Likelihoods) -> list[Name]:
    """The names of a text in its order, none overlapping, by the rules and the recognizer."""
    names = [name for name in ruled if name.label not in KINDS]
    names += [name for name, _ in told_apart(reading, ruled, likely)]
    return sorted(names, key=lambda name: name.span)


def told_apart(
    reading: Reading, ruled: Sequence[Name], likely: Likelihoods
) -> Iterator[tuple[Name, NameEvidence]]:
    """The names of the kinds that the recognizer knows, with what each is found by."""
    others = [name for name in ruled if name.label not in KINDS]
    taken = {word for name in others for word in range(name.first, name.after)}
    seen = [found for found in _seen(reading, likely) if taken.isdisjoint(_words(found))]
    known = [name for name in ruled if name.label in KINDS]
    found = _joined(reading, known, seen, likely)
    return _of_one_kind(reading, found)


def _words(found: _Found) -> range:
    """The words of a name."""
    return range(found.first, found.after)


def _seen(reading: Reading, likely: Likelihoods) -> Iterator[_Found]:
    """The names that the recognizer sees."""
    for sentence in reading.sentences:
        tags = _best(likely[sentence.start : sentence.stop])
        for start, end in _runs(tags):
            first, after = sentence.start + start, sentence.start + end
            here = likely[first:after]
            span = reading.span(first, after)
            yield _Found(first, after, span, _weights(here), None, _naming(here))


def _best(likely: Likelihoods) -> list[int]:
    """The likeliest tags of a sentence of which none goes on with a name that did not begin."""
    likeliest = likely.argmax(axis=1)
    if not len(likely) or _is_sound(likeliest):
        return [int(tag) for tag in likeliest]
    score, back = np.where(_OPENING, likely[0], -np.inf), []
    for row in likely[1:]:
        ways = score[:, None] + _FOLLOWS
        back.append(ways.argmax(axis=0))
        score = ways.max(axis=0) + row
    tags = [int(score.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def _is_sound(tags: NDArray[np.int64]) -> bool:
    """Whether each tag of a sentence can stand where it does."""
    return bool(_OPENING[tags[0]] and np.isfinite(_FOLLOWS[tags[:-1], tags[1:]]).all())


def _may_follow(before: str, tag: str) -> bool:
    """Whether a tag can stand behind another."""
    part, _, kind = tag.partition(" ")
    return part != "further" or before.partition(" ")[2] == kind


_FIRST = [TAGS.index(f"first {kind}") for kind in KINDS]
_FURTHER = [TAGS.index(f"further {kind}") for kind in KINDS]
_OPENING = np.array([not tag.startswith("further") for tag in TAGS])
_FOLLOWS = np.array([[0.0 if _may_follow(a, b) else -np.inf for b in TAGS] for a in TAGS])


def _runs(tags: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each name begins and ends among the tags of a sentence."""
    start = None
    for place, tag in enumerate([*tags, 0]):
        if start is not None and not TAGS[tag].startswith("further"):
            yield start, place
            start = None
        if TAGS[tag].startswith("first"):
            start = place


def _weights(likely: Likelihoods) -> Weights:
    """What the words of a name say of its kind, wherever in a name each of them stands."""
    whole = np.logaddexp(likely[:, _FIRST], likely[:, _FURTHER]).sum(axis=0)
    weights: Weights = whole - np.logaddexp.reduce(whole)
    return weights


def _joined(
    reading: Reading, ruled: Sequence[Name], seen: Sequence[_Found], likely: Likelihoods
) -> Iterator[_Found]:
    """The names of both, with the rules' borders where they touch.

    Words that the recognizer takes for a name in one place are one in all places of the article.
    """
    noticed: defaultdict[str, float] = defaultdict(float)
    for name in ruled:
        text = name.span.of(reading.text)
        noticed[text] = max(noticed[text], _naming(likely[name.first : name.after]))
    by_word = {word: found for found in seen for word in _words(found)}
    used: set[int] = set()
    for name in ruled:
        here = likely[name.first : name.after]
        touched = {by_word[w].first for w in range(name.first, name.after) if w in by_word}
        used |= touched
        if touched or noticed[name.span.of(reading.text)] >= _NOTICED:
            weights = _weights(here) + _WEIGHS * _by_rule(name)
            yield _Found(name.first, name.after, name.span, weights, name, _naming(here))
        elif name.score >= _SURE:
            yield _ruled(name)
    for found in seen:
        if found.first not in used and found.naming >= _ALONE:
            yield found


def _naming(likely: Likelihoods) -> float:
    """How likely words are to be part of a name, whatever its kind."""
    return float(1 - np.exp(likely[:, 0]).mean())


def _by_rule(name: Name) -> Weights:
    """1 at the kind that a sure rule gives to a name, else zeros."""
    sure = name.score >= _SURE_OF_KIND
    return np.array([float(sure and kind == name.label) for kind in KINDS])


def _ruled(name: Name) -> _Found:
    """A name that only a rule found."""
    weights = np.array([_RULED[kind != name.label] for kind in KINDS])
    return _Found(name.first, name.after, name.span, weights, name, naming=0)


def _of_one_kind(reading: Reading, found: Iterable[_Found]) -> Iterator[tuple[Name, NameEvidence]]:
    """The names, each with the kind that all places with the same words make likeliest."""
    places: defaultdict[str, list[_Found]] = defaultdict(list)
    for each in found:
        places[each.span.of(reading.text)].append(each)
    for same in places.values():
        weights = sum(np.maximum(each.weights, _LEAST) for each in same)
        kind = int(np.argmax(weights))
        for each in same:
            yield _name(each, kind)


def _name(found: _Found, kind: int) -> tuple[Name, NameEvidence]:
    """A name with the reason for it and how often such evidence is right, and that evidence."""
    way = _way(found, KINDS[kind])
    likely = np.exp(found.weights[kind] - np.logaddexp.reduce(found.weights))
    sureness = bisect(SURENESS, found.naming * likely) if found.naming else 0
    reason = f"{way}; {found.rule.reason}" if found.rule else way
    score = NAMES[way][sureness]
    name = Name(found.first, found.after, found.span, KINDS[kind], score, reason)
    return name, (way, sureness)


def _way(found: _Found, kind: str) -> NameWay:
    """What a name of a kind is found by."""
    if found.rule is None:
        return "as the model reads it"
    if not found.naming:
        return "by rule"
    return "by rule and model" if found.rule.label == kind else "by rule, its kind by the model"
