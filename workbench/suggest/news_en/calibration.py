"""How often each kind of evidence is right: the scores that suggestions carry.

A score is the share of suggestions of a kind that touch a span which somebody marked. For claims it
is the mean of two corpora that were marked by different rules, one of political news and GUM's
news, interviews and speeches, none of whose claims anything was trained on; kinds with fewer than
ten cases are set by their likest neighbours. A name's is the share that has the very borders and
kind of a marked one, in three sources of which nothing was learned (`scores.json` beside the
model). For events and framing one corpus each could be measured, whose marks leave some out:
classes are coarse there.
"""

from collections.abc import Mapping
from typing import Literal

Evidence = Literal[
    "according to",
    "that-clause",
    "asked whether",
    "quotation beside",
    "quotation goes on",
    "clause before its source",
    "clause around its source",
    "clause behind the hearer",
    "clause behind the verb",
    "accused of",
    "called for",
    "words quoted beside",
    "warned of",
    "blamed for",
    "clause behind a state of mind",
    "quotation without a verb",
    "that-clause of a noun",
    "spoke of",
    "argued for",
    "object of the verb",
    "commented on",
    "pointed to",
    "seen as",
    "urged to",
    "vowed to",
]
"""What a claim is found by."""

CLAIMS: Mapping[Evidence, float] = {
    "according to": 0.94,
    "that-clause": 0.89,
    "asked whether": 0.88,
    "quotation beside": 0.87,
    "quotation goes on": 0.85,
    "clause before its source": 0.85,
    "clause around its source": 0.85,
    "clause behind the hearer": 0.8,
    "clause behind the verb": 0.79,
    "accused of": 0.8,
    "called for": 0.8,
    "words quoted beside": 0.7,
    "warned of": 0.7,
    "blamed for": 0.7,
    "clause behind a state of mind": 0.7,
    "quotation without a verb": 0.6,
    "that-clause of a noun": 0.6,
    "spoke of": 0.6,
    "argued for": 0.6,
    "object of the verb": 0.52,
    "commented on": 0.5,
    "pointed to": 0.5,
    "seen as": 0.5,
    "urged to": 0.45,
    "vowed to": 0.4,
}

NameWay = Literal[
    "by rule and model",
    "by rule, its kind by the model",
    "by rule",
    "as the model reads it",
]
"""What a name is found by."""

NameEvidence = tuple[NameWay, int]
"""What a name is found by, and how many steps of `SURENESS` the model reaches."""

SURENESS = (0.5, 0.8, 0.95)
"""Steps of how likely a name of its kind is to the model."""

NAMES: Mapping[NameWay, tuple[float, float, float, float]] = {
    "by rule and model": (0.4, 0.61, 0.77, 0.88),
    "by rule, its kind by the model": (0.26, 0.43, 0.62, 0.74),
    "by rule": (0.27, 0.27, 0.27, 0.27),
    "as the model reads it": (0.3, 0.4, 0.53, 0.7),
}
"""Steps with fewer than 30 cases are set by their neighbours."""

EVENT_WORDS: Mapping[str, float] = {"typed": 0.93, "other": 0.93, "general": 0.85}
VERBS: Mapping[str, float] = {
    "VBN": 0.87,
    "VB": 0.87,
    "VBD": 0.87,
    "VBG": 0.85,
    "VBZ": 0.85,
    "VBP": 0.82,
}
HAPPENINGS: Mapping[str, float] = {"nearly_always": 0.76, "mostly": 0.6}

DEVICES: Mapping[str, float] = {
    "loaded": 0.65,
    "weak loaded": 0.49,
    "claiming": 0.73,
    "distancing": 0.33,
    "weak distancing": 0.33,
    "scare_quotes": 0.09,
}
