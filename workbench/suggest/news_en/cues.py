"""Which words attribute: reporting verbs that are verbs here, and that report something.

Many forms are nouns as well ("the claims", "media reports"), and a denied or impossible act of
saying reports nothing ("did not say", "declined to say").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.span import Span
from workbench.suggest.news_en.lexicon import Lexicon, Reporting
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.word_lists import words_of

_NOMINAL = words_of(
    "the a an his her its their our my your this these those no any some such 's of in by for "
    "with from on new recent earlier more many several media news official all both as at "
    "into about against under over united"
)
# Before a form that can be a noun, these make it one; before a past form they do not.
_COUNTING = words_of(
    "each every another one two three four five six seven eight nine ten few little much first "
    "second third last next strong main key big great good bad clear"
)
_DESCRIBING = ("able", "al", "est", "ful", "ible", "ic", "ive", "less", "ous")
_PAST = words_of("charged continued felt found held ruled saw")
_AMBIGUOUS = words_of(
    "claim claims report reports state states note notes charge charges call calls view views "
    "fear fears hope hopes demand demands question questions order orders post posts comment "
    "comments rule rules hold holds find finds show shows signal signals reason reasons "
    "object objects answer answers request requests remark remarks estimate estimates "
    "forecast forecasts promise promises pledge pledges vow vows appeal appeals stress worry "
    "worries doubt doubts dispute disputes cry cries joke jokes hint hints brand brands fault "
    "faults challenge challenges address ruling saw protest protests boast boasts rebel "
    "charged held found ruled felt writing posting marine meaning continued continues "
    "continue"
)
_HEADS = words_of("that he she it they we there i the a an this these those whether how")
_BE = words_of("was were is are be been being 's 're")
_HAVE = words_of("has have had 've")
_STOPPERS = words_of("not n't never declined refused without unable nobody cannot")
_ADVERBS = words_of(
    "also later repeatedly recently previously already once twice again further then first widely "
    "now still"
)
_MODALS = words_of("would could will may might must should can did does do")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in place: its word, whether it is passive, and the characters of the cue."""

    word: int
    verb: Reporting
    passive: bool
    span: Span


def find_cues(
    reading: Reading, lexicon: Lexicon, *, sentence: range, quoted: bytearray
) -> Iterator[Cue]:
    """The reporting verbs of a sentence, outside of quotation marks."""
    lower = reading.lower
    for word in sentence:
        verb = lexicon.reporting.get(lower[word])
        if verb is None or quoted[word] or not _is_verb(reading, lexicon, word, sentence):
            continue
        before = lower[max(sentence.start, word - 4) : word]
        if _STOPPERS.intersection(before[-3:]):
            continue
        first = _first_auxiliary(lower, word, sentence)
        yield Cue(word, verb, _is_passive(before), reading.span(first, word + 1))


def _is_verb(reading: Reading, lexicon: Lexicon, word: int, sentence: range) -> bool:
    """Whether an ambiguous form is a verb here, by its neighbours."""
    lower = reading.lower
    before = lower[word - 1] if word > sentence.start else ""
    behind = lower[word + 1] if word + 1 < sentence.stop else ""
    if before in _NOMINAL or behind == "by" or _is_noun(lower[word], before, behind, lexicon):
        return False
    if before == "to":
        return behind == "that" and lower[word] == lexicon.reporting[lower[word]].lemma
    if lower[word] in _AMBIGUOUS:
        return behind in _HEADS or (behind in {",", ":"} and word > sentence.start)
    return not (word == sentence.start and lower[word].endswith("ed"))


def _is_noun(form: str, before: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether a form that can be a noun is one: "each warning", "a controversial comment"."""
    gerund = form.endswith("ing")
    if form in _PAST or not (gerund or form in _AMBIGUOUS) or (gerund and behind == "that"):
        return False
    if gerund and behind in _BE | _HAVE:
        return True
    speaks = before in lexicon.attribution["speaker"]
    return before in _COUNTING or before.isdigit() or (before.endswith(_DESCRIBING) and not speaks)


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
