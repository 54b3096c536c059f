"""What happens: the trigger alone, its type, and whether it is real.

Listed words come first, with their type. Any other verb that is no auxiliary, no verb of saying and
no verb of being ("contain", "seem") is an event of no type of its own, and so is a noun that stands
mostly for something that happens. Words inside names, dates and reporting verbs are no events
("8 March"), and nothing happens where the reader is told what to do ("Read more", "if you press
Return"). Reality is read from the few words before the trigger, and from the claim around it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.span import Span
from workbench.suggest.news_en.calibration import EVENT_WORDS, HAPPENINGS, VERBS
from workbench.suggest.news_en.claims import Claim
from workbench.suggest.news_en.lexicon import EventWord, Lexicon
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.quotations import Quotation
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.syntax import Syntax
from workbench.suggest.news_en.times import Time
from workbench.suggest.word_lists import words_of

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
_PRESENT = frozenset(("VB", "VBP", "VBZ"))
_BACK = 5  # words before a trigger that tell its reality


_SAYING = frozenset(("clause", "told", "quote"))


@dataclass(frozen=True, slots=True)
class _Trigger:
    """What is known of a trigger: its type, how sure it is, and why."""

    label: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger with its type, its reality, how sure the rule is, and its reason."""

    span: Span
    label: str
    reality: str
    score: float
    reason: str


def find_events(
    reading: Reading,
    lexicon: Lexicon,
    *,
    syntax: Syntax,
    names: Sequence[Name],
    times: Sequence[Time],
    claims: Sequence[Claim],
    quotations: Sequence[Quotation],
) -> list[Event]:
    """All event triggers of a text, in its order."""
    taken = _taken(reading, names, times, claims)
    quoted = _quoted(reading, quotations)
    denied = [fragment for c in claims if c.stance == "denies" for fragment in c.fragments]
    denials = sorted(denied)
    return [
        Event(
            span=(span := reading.span(first, after)),
            label=trigger.label,
            reality=_reality(reading, first, sentence, _covered(span, denials)),
            score=trigger.score,
            reason=trigger.reason,
        )
        for sentence in reading.sentences
        for first, after, trigger in _triggers(reading, lexicon, sentence, syntax, taken)
        if not _asks(reading, syntax, sentence, first, quoted)
    ]


def _taken(
    reading: Reading, names: Sequence[Name], times: Sequence[Time], claims: Sequence[Claim]
) -> bytearray:
    """One byte a word: whether it is part of a name, of a time or of a cue."""
    taken = bytearray(len(reading.words))
    for name in names:
        if name.label != "group":
            taken[name.first : name.after] = b"\1" * (name.after - name.first)
    for time in times:
        words = reading.words_in(time.span)
        taken[words.start : words.stop] = b"\1" * len(words)
    for claim in claims:
        if claim.cue is not None:
            first, last = reading.word_at(claim.cue.start), reading.word_at(claim.cue.end - 1)
            taken[first : last + 1] = b"\1" * (last + 1 - first)
    return taken


def _quoted(reading: Reading, quotations: Sequence[Quotation]) -> bytearray:
    """One byte a word: whether it stands in a quotation."""
    quoted = bytearray(len(reading.words))
    for each in quotations:
        quoted[each.first : each.after] = b"\1" * (each.after - each.first)
    return quoted


def _asks(reading: Reading, syntax: Syntax, sentence: range, word: int, quoted: bytearray) -> bool:
    """Whether a verb, in a sentence that nobody is quoted with, tells the reader what to do."""
    if syntax.tags[word] not in _PRESENT or quoted[word]:
        return False
    return syntax.tags[sentence.start] == "VB" or reading.lower[word - 1 : word] == ["you"]


def _triggers(
    reading: Reading, lexicon: Lexicon, sentence: range, syntax: Syntax, taken: bytearray
) -> Iterator[tuple[int, int, _Trigger]]:
    """The words of each trigger of a sentence, with what is known of it."""
    word = sentence.start
    while word < sentence.stop:
        found = None
        if not taken[word]:
            found = _listed(reading, lexicon, word, sentence, syntax) or _by_grammar(
                reading, lexicon, word, sentence, syntax
            )
        if found:
            yield (word, *found)
        word = found[0] if found else word + 1


def _listed(
    reading: Reading, lexicon: Lexicon, word: int, sentence: range, syntax: Syntax
) -> tuple[int, _Trigger] | None:
    """The listed trigger that begins with a word: where it ends, and what the list says of it."""
    lower = reading.lower
    before = lower[word - 1] if word > sentence.start else ""
    behind = lower[word + 1] if word + 1 < sentence.stop else ""
    found, after = lexicon.event_phrases.get((lower[word], behind)), word + 2
    if found is None:
        found = lexicon.event_compounds.get((before, lower[word])) or lexicon.events.get(
            lower[word]
        )
        after = word + 1
    if found is None or (found.base and not syntax.tags[word].startswith("VB")):
        return None
    return after, _Trigger(found.label, _score(found), f"event word: {found.lemma}")


def _score(word: EventWord) -> float:
    """How sure a listed trigger is: general verbs are events least often."""
    if word.lemma in _GENERAL:
        return EVENT_WORDS["general"]
    return EVENT_WORDS["other" if word.label == "other" else "typed"]


def _by_grammar(
    reading: Reading, lexicon: Lexicon, word: int, sentence: range, syntax: Syntax
) -> tuple[int, _Trigger] | None:
    """A trigger that no list of event words has: a main verb, or a noun of happening."""
    tag, lower = syntax.tags[word], reading.lower[word]
    if tag in VERBS and _happens(reading, lexicon, word):
        particle = word + 1 < sentence.stop and syntax.tags[word + 1] == "RP"
        return word + 1 + particle, _Trigger("other", VERBS[tag], f"main verb: {lower}")
    if tag in {"NN", "NNS"} and lower in lexicon.happenings:
        score = HAPPENINGS[lexicon.happenings[lower]]
        return word + 1, _Trigger("other", score, f"noun of happening: {lower}")
    return None


def _happens(reading: Reading, lexicon: Lexicon, word: int) -> bool:
    """Whether a verb says that something happens, rather than what is or what is said."""
    lower = reading.lower[word]
    if lower in lexicon.states or len(lower) < 3 or not lower.isalpha():
        return False
    verb = lexicon.reporting.get(lower)
    return verb is None or verb.frames.isdisjoint(_SAYING)


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
