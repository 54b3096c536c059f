"""What happens: the trigger alone, its type, and whether it is real.

A base form that is more often another word ("open", "close") counts only behind "to", a modal or a
subject. Words inside names and reporting verbs are no events. Reality is read from the few words
before the trigger, and from the claim around it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.span import Span
from workbench.suggest.news_en.claims import Claim
from workbench.suggest.news_en.lexicon import EventWord, Lexicon
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.runs import FUNCTION_WORDS
from workbench.suggest.word_lists import words_of

_VERBAL = words_of(
    "to will would can could may might must should shall did do does not n't 'll i we you "
    "they who people"
)
_CALLED_OFF = words_of(
    "cancel cancels canceled cancelled canceling cancelling cancellation postpone postponed "
    "postpones postponing postponement suspend suspended suspends suspension scrap scrapped "
    "abandon abandoned collapse failure breakdown halt halted scrapping abort aborted"
)
_NEGATIONS = words_of("not n't never no without neither nor nobody")
_PLANNED = words_of(
    "will 'll shall plan plans planned planning scheduled upcoming intends intend intended "
    "preparing prepares prepare set due forthcoming"
)
_HYPOTHETICAL = words_of(
    "if would could may might should can must possible potential threat threats risk prospect "
    "unless whether want wants wanted hope hopes hoped demand demands demanded call calls "
    "called urge urged threatened threatens proposed proposal avoid prevent likely need needs "
    "possibility"
)
_TALKS = frozenset(["talks", "negotiations", "discussions"])
_HAVE = frozenset(["has", "have", "had"])
_GENERIC = words_of("often usually always every generally typically")
_PHRASE_BORDERS = frozenset((",", ";", ":", ".", "(", ")", "—", "–"))
_GENERAL = words_of(
    "begin start end stop hold leave fail create change happen occur found break play improve "
    "present close open record hit lay increase cut drop fund produce build launch land join "
    "drive return gather travel attend arrive publish perform match speech journey interview "
    "lead"
)
_BACK = 5  # words before a trigger that tell its reality


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger with its type, its reality, how sure the rule is, and its reason."""

    span: Span
    label: str
    reality: str
    score: float
    reason: str


def find_events(
    reading: Reading, lexicon: Lexicon, *, names: Sequence[Name], claims: Sequence[Claim]
) -> list[Event]:
    """All event triggers of a text, in its order."""
    taken = _taken(reading, names, claims)
    denied = [fragment for c in claims if c.stance == "denies" for fragment in c.fragments]
    denials = sorted(denied)
    return [
        Event(
            span=(span := reading.span(first, after)),
            label=word.label,
            reality=_reality(reading, first, sentence, _covered(span, denials)),
            score=_score(word),
            reason=f"event word: {word.lemma}",
        )
        for sentence in reading.sentences
        for first, after, word in _triggers(reading, lexicon, sentence, taken)
    ]


def _taken(reading: Reading, names: Sequence[Name], claims: Sequence[Claim]) -> bytearray:
    """One byte a word: whether it is part of a name or of a cue."""
    taken = bytearray(len(reading.words))
    for name in names:
        if name.label != "group":
            taken[name.first : name.after] = b"\1" * (name.after - name.first)
    for claim in claims:
        if claim.cue is not None:
            first, last = reading.word_at(claim.cue.start), reading.word_at(claim.cue.end - 1)
            taken[first : last + 1] = b"\1" * (last + 1 - first)
    return taken


def _triggers(
    reading: Reading, lexicon: Lexicon, sentence: range, taken: bytearray
) -> Iterator[tuple[int, int, EventWord]]:
    """The words of each trigger of a sentence, with what the list says of it."""
    word = sentence.start
    while word < sentence.stop:
        trigger = None if taken[word] else _trigger(reading, lexicon, word, sentence)
        if trigger:
            yield (word, *trigger)
        word = trigger[0] if trigger else word + 1


def _trigger(
    reading: Reading, lexicon: Lexicon, word: int, sentence: range
) -> tuple[int, EventWord] | None:
    """The trigger that begins with a word: where it ends, and what the list says of it."""
    lower = reading.lower
    before = lower[word - 1] if word > sentence.start else ""
    behind = lower[word + 1] if word + 1 < sentence.stop else ""
    phrase = lexicon.event_phrases.get((lower[word], behind))
    if phrase:
        return word + 2, phrase
    found = lexicon.event_compounds.get((before, lower[word])) or lexicon.events.get(lower[word])
    if found is None or (found.base and not _is_verbal(before)):
        return None
    return word + 1, found


def _is_verbal(before: str) -> bool:
    """Whether a base form is a verb behind this word."""
    plural = before.endswith("s") and not before.endswith(("ss", "'s"))
    return before in _VERBAL or (plural and before not in FUNCTION_WORDS)


def _score(word: EventWord) -> float:
    """How sure a trigger is: general verbs are events least often."""
    if word.lemma in _GENERAL:
        return 0.4
    return 0.5 if word.label == "other" else 0.75


def _covered(span: Span, fragments: Sequence[Span]) -> bool:
    """Whether one of some sorted fragments covers a span."""
    index = bisect_right(fragments, Span(span.start, span.end + 1)) - 1
    return index >= 0 and fragments[index].covers(span)


def _reality(reading: Reading, word: int, sentence: range, denied: bool) -> str:  # noqa: FBT001
    """Whether an event happened, by the words before it."""
    before = _phrase_before(reading, word, sentence)
    if before & _CALLED_OFF:
        return "called_off"
    if before & _PLANNED:
        return "planned"
    if before & (_HYPOTHETICAL | _TALKS) or reading.lower[word - 1 : word] == ["to"]:
        return "hypothetical"
    if denied or before & _NEGATIONS:
        return "denied"
    return "generic" if before & _GENERIC else "happened"


def _phrase_before(reading: Reading, word: int, sentence: range) -> frozenset[str]:
    """The words of the same phrase before a trigger."""
    first = word
    # "scheduled for May has failed": what stands before the verb's own auxiliary is another's.
    borders = _PHRASE_BORDERS | _HAVE
    while first > max(sentence.start, word - _BACK) and reading.lower[first - 1] not in borders:
        first -= 1
    return frozenset(reading.lower[first:word])
