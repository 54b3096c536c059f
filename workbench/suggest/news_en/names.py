"""Names, and what a whole article says about its capital letters.

Headlines in title case give no evidence, since everything is capitalised there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.span import Span
from workbench.suggest.news_en.reading import Reading

_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.75
_SMALL = frozenset(("", "of", "and", "the", "for", "in", "to"))
_FULL_STOPS = frozenset(".;:")

Listed = Mapping[int, tuple[int, str]]
"""By first word, the word after a listed name, and its label."""


@dataclass(frozen=True, slots=True)
class Name:
    """A named or described entity: its words, its characters, and how sure which rule is."""

    first: int
    after: int
    span: Span
    label: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a whole article says about its capital letters."""

    headlines: frozenset[int]
    """First words of the sentences in title case."""
    lower: frozenset[str]
    """Words that also stand in lower case."""
    capital: frozenset[str]
    """Words that are capitalised where nothing but being a name asks for it."""
    abbreviated: frozenset[str]
    """Abbreviations of words that are no name: "light-emitting diode (LED)"."""


def evidence_of(reading: Reading) -> Evidence:
    """Read a whole article for what its capital letters mean."""
    headlines = frozenset(
        s.start for s in filter(len, reading.sentences) if _is_headline(reading, s)
    )
    lower: set[str] = set()
    capital: set[str] = set()
    for sentence in reading.sentences:
        if sentence.start in headlines:
            continue
        lower.update(reading.words[i] for i in sentence if reading.words[i].islower())
        capital.update(
            reading.words[i]
            for i in sentence[1:]
            if reading.words[i][0].isupper() and not opens(reading, i)
        )
    return Evidence(headlines, frozenset(lower), frozenset(capital), _abbreviated(reading))


def _abbreviated(reading: Reading) -> frozenset[str]:
    """The abbreviations in brackets behind words in lower case that begin with their letters."""
    words = reading.words
    return frozenset(
        word
        for i, word in enumerate(words[1:-1], start=1)
        if words[i - 1] == "("
        and words[i + 1] == ")"
        and word.isupper()
        and _stands_for(word, words[max(0, i - 2 * len(word) - 1) : i - 1])
    )


def _stands_for(letters: str, before: list[str]) -> bool:
    """Whether the last of some words spell an abbreviation, most of them in lower case."""
    parts = [part for word in before for part in word.split("-") if part not in _SMALL]
    spelt = parts[-len(letters) :]
    lower = sum(part.islower() for part in spelt)
    return 2 * lower > len(spelt) and "".join(part[:1] for part in spelt).upper() == letters


def _is_headline(reading: Reading, sentence: range) -> bool:
    """Whether a sentence is in title case."""
    if reading.words[sentence.stop - 1] in _FULL_STOPS:
        return False
    long = [
        word for word in (reading.words[i] for i in sentence) if len(word) > 3 and word.isalpha()
    ]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= _HEADLINE_WORDS and capitals >= _HEADLINE_SHARE * len(long)


def opens(reading: Reading, word: int) -> bool:
    """Whether a capital letter is owed to the place: start of a sentence, quotation or item."""
    return word in reading.opens or (
        not reading.words[word - 1][-1].isalnum()
        and (
            reading.words[word - 1] not in {",", "&", ".", "'", "’", "-", "–", "/", "’s", "'s", ")"}
        )
    )
