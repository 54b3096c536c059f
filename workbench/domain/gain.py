"""How much an article would teach: the expected gain of annotating it next.

An article teaches where its suggestions are doubtful, and the more so where they are about words
that the person has not marked yet. Doubt is summed and not averaged: what is learned comes from
marks, and an article with ten doubtful places teaches more than one with two.
"""

from collections.abc import Iterable


def doubt(scores: Iterable[float]) -> float:
    """The summed variance of suggestions that are right with these shares; each at most 1/4."""
    return sum(score * (1 - score) for score in scores)


def expected_gain(doubtful: float, *, places: int, new: int) -> float:
    """The gain of an article with so much doubt, of whose suggested words so many are new.

    Doubt about words that were marked before counts half.
    """
    novelty = new / places if places else 0.0
    return doubtful / 2 * (1 + novelty)  # halved first, so that the halves add up to the last bit
