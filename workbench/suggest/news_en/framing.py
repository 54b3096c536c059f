"""Words that steer: emotive ones, ones by which the writer steps back, and scare quotes."""

import functools
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.span import Span
from workbench.suggest.news_en.calibration import DEVICES
from workbench.suggest.news_en.claims import Claim
from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.quotations import Quotation
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.syntax import Syntax

_SCARE_WORDS = 3  # words in quotation marks that may quote nobody

_SPEECH = frozenset(("clause", "that", "told", "quote", "aside"))

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Device:
    """A framing device, and whose voice it is: the outlet's, or a source's inside its claim."""

    span: Span
    label: str
    voice: str
    score: float
    reason: str


def find_devices(
    reading: Reading,
    lexicon: Lexicon,
    *,
    syntax: Syntax,
    names: Sequence[Name],
    claims: Sequence[Claim],
    quotations: Sequence[Quotation],
) -> list[Device]:
    """All framing devices of a text, in its order."""
    voiced = bytearray(len(reading.text) + 1)
    for claim in claims:
        if claim.cue is not None or claim.source is not None:
            for fragment in claim.fragments:
                voiced[fragment.start : fragment.end] = b"\1" * len(fragment)
    named = bytearray(len(reading.words))
    for name in names:
        named[name.first : name.after] = b"\1" * (name.after - name.first)
    found = [
        *_listed(reading, lexicon, "loaded", lexicon.loaded, named),
        *_listed(reading, lexicon, "distancing", lexicon.distancing, named),
        *_claiming(reading, lexicon, syntax, quotations),
        *_scare_quotes(reading, lexicon, quotations, claims),
    ]
    return [
        Device(span, label, "source" if voiced[span.start] else "outlet", score, reason)
        for span, label, score, reason in sorted(found)
    ]


def _listed(
    reading: Reading, lexicon: Lexicon, label: str, phrases: Phrases, named: bytearray
) -> Iterator[tuple[Span, str, float, str]]:
    """The listed words and phrases of a label, outside of names."""
    for word, text in enumerate(reading.lower):
        for phrase in () if named[word] else phrases.get(text, ()):
            if tuple(reading.lower[word : word + len(phrase)]) == phrase:
                weak = " ".join(phrase) in lexicon.weak
                score = DEVICES[f"weak {label}" if weak else label]
                span = reading.span(word, word + len(phrase))
                yield span, label, score, f"{label} word: {' '.join(phrase)}"
                break


def _claiming(
    reading: Reading, lexicon: Lexicon, syntax: Syntax, quotations: Sequence[Quotation]
) -> Iterator[tuple[Span, str, float, str]]:
    """The verbs of claiming that the outlet itself uses."""
    quoted = {word for q in quotations if not q.single for word in range(q.first, q.after)}
    for word, text in enumerate(reading.lower):
        if text in lexicon.claiming and word not in quoted and syntax.tags[word].startswith("VB"):
            yield (
                reading.span(word, word + 1),
                "distancing",
                DEVICES["claiming"],
                f"verb of claiming: {text}",
            )


def _scare_quotes(
    reading: Reading,
    lexicon: Lexicon,
    quotations: Sequence[Quotation],
    claims: Sequence[Claim],
) -> Iterator[tuple[Span, str, float, str]]:
    """Short quotations in which nobody is quoted and nothing is named."""
    claimed = {fragment.start for claim in claims for fragment in claim.fragments}
    starts = [sentence.start for sentence in reading.sentences]
    # A sentence may quote very much.
    reports = functools.cache(functools.partial(_reports, reading, lexicon))
    for quotation in quotations:
        words = reading.words[quotation.first : quotation.after]
        sentence = reading.sentences[bisect_right(starts, quotation.first) - 1]
        if (
            len(words) <= _SCARE_WORDS
            and reading.starts[quotation.first] not in claimed
            and words[-1] not in {",", ".", "!", "?", "…"}
            and words[0].islower()
            and not _is_titled(reading, lexicon, quotation)
            and not reports(sentence)
        ):
            yield (
                quotation.span,
                "scare_quotes",
                DEVICES["scare_quotes"],
                "short quotation without a source",
            )


def _is_titled(reading: Reading, lexicon: Lexicon, quotation: Quotation) -> bool:
    """Whether the words before say that the quotation is a name or a term."""
    before = reading.lower[max(0, quotation.first - 4) : quotation.first - 1]
    return not lexicon.title_cues.isdisjoint(before)


def _reports(reading: Reading, lexicon: Lexicon, sentence: range) -> bool:
    """Whether a sentence has a word that may report speech."""
    verbs = (lexicon.reporting.get(reading.lower[word]) for word in sentence)
    return any(verb is not None and not verb.frames.isdisjoint(_SPEECH) for verb in verbs)
