"""Which words attribute: reporting verbs that are verbs here, and that report something.

Many forms are nouns as well ("the claims", "media reports"): the model of grammar tells them
apart. A denied or impossible act of saying reports nothing ("did not say", "declined to say"); a
thought that somebody does not think is doubted ("does not believe that"). What "I" or "we" want
outside of quotation marks is an interview's or a column's own voice, and no report.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.domain.span import Span
from workbench.suggest.news_en.lexicon import Lexicon, Reporting
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.syntax import Syntax
from workbench.suggest.word_lists import words_of

_BE = words_of("was were is are be been being 's 're")
_HAVE = words_of("has have had 've")
_STOPPERS = words_of(
    "not n't never decline declined declines refuse refused refuses without unable nobody cannot"
)
_NEGATIONS = words_of("not n't never")
_OWN_VOICE = words_of("i we you")
_ADVERBS = words_of(
    "also later repeatedly recently previously already once twice again further then first widely "
    "now still"
)
_SAYS = frozenset(("clause", "that", "told", "quote", "state"))
_DESCRIBES = frozenset(("amod", "compound", "case", "mark"))
_MODALS = words_of("would could will may might must should can did does do")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in place: its word, whether it is passive, and the characters of the cue."""

    word: int
    verb: Reporting
    passive: bool
    span: Span


def find_cues(
    reading: Reading, lexicon: Lexicon, syntax: Syntax, *, sentence: range, quoted: bytearray
) -> Iterator[Cue]:
    """The reporting verbs of a sentence, outside of quotation marks."""
    lower = reading.lower
    for word in sentence:
        verb = lexicon.reporting.get(lower[word])
        if verb is None or quoted[word] or not _is_verb(reading, lexicon, syntax, word):
            continue
        before = lower[max(sentence.start, word - 4) : word]
        meant = None if _keeps_silent(reading, lexicon, word) else _meant(verb, before)
        if meant is not None:
            first = _first_auxiliary(lower, word, sentence)
            passive = "state" not in verb.frames and _is_passive(before)
            yield Cue(word, meant, passive, reading.span(first, word + 1))


def _meant(verb: Reporting, before: list[str]) -> Reporting | None:
    """What a verb says behind the words before it; None where it reports nothing."""
    stopped = _STOPPERS.intersection(before[-3:])
    if stopped:
        doubted = "thought" in verb.frames and stopped <= _NEGATIONS
        return replace(verb, stance="doubts") if doubted else None
    own = verb.frames.isdisjoint(_SAYS) and not _OWN_VOICE.isdisjoint(before)
    return None if own else verb


def _is_verb(reading: Reading, lexicon: Lexicon, syntax: Syntax, word: int) -> bool:
    """Whether a form is a verb here, and none that only describes the noun behind it."""
    verb = lexicon.reporting[reading.lower[word]]
    if "state" in verb.frames:
        return bool(word) and syntax.tags[word].startswith(("JJ", "VB"))
    if not syntax.tags[word].startswith("VB"):
        # "The executive claims that": a form between a speaker and its content is no noun.
        before, after = reading.lower[word - 1], reading.lower[word + 1 : word + 2]
        return after == ["that"] and (before == "," or before in lexicon.attribution["speaker"])
    return syntax.relations[word] not in _DESCRIBES or reading.lower[word].endswith("ing")


def _keeps_silent(reading: Reading, lexicon: Lexicon, word: int) -> bool:
    """Whether a verb refuses to speak: "declined to say"."""
    told = reading.lower[word + 2 : word + 3]
    return reading.lower[word] in _STOPPERS and bool(told) and told[0] in lexicon.reporting


def _is_passive(before: list[str]) -> bool:
    """Whether a form of "be" governs the verb."""
    words = [word for word in before if word not in _ADVERBS and not word.endswith("ly")]
    return bool(words) and words[-1] in _BE


def _first_auxiliary(lower: list[str], word: int, sentence: range) -> int:
    """Where the verb group begins: "has repeatedly indicated" is one cue."""
    first = word
    for look in range(word - 1, max(sentence.start, word - 4) - 1, -1):
        if lower[look] in _HAVE or lower[look] in _BE or lower[look] in _MODALS:
            first = look
        elif lower[look] not in _ADVERBS and not lower[look].endswith("ly"):
            break
    return first
