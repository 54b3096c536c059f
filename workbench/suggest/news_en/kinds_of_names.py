"""What a run of capitalised words names, by the first rule that knows it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Evidence, Listed, Name, opens
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.runs import FUNCTION_WORDS
from workbench.suggest.news_en.times import TIME_WORDS
from workbench.suggest.word_lists import words_of

_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?\Z|(?:[A-Z]\.){2,}\Z")
_PLAIN = re.compile(r"(?:[A-Z]\.?|[^\W\d_]+(?:['’-][^\W\d_]+)*)\Z")
_CAPITAL = re.compile(r"[^\W\d_]")
_LONGEST = 6  # words of a name without a known part
_LONGEST_PERSON = 3
_NO_NAMES = FUNCTION_WORDS | TIME_WORDS | words_of("may march august")
_PERSONAL = words_of("Mr Mr. Mrs Mrs. Ms Ms. Judge")


class Kinds:
    """The classification of the runs of one text."""

    def __init__(
        self, reading: Reading, lexicon: Lexicon, listed: Listed, evidence: Evidence
    ) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.listed, self.evidence = listed, evidence

    def classified(self, first: int, after: int, *, titled: bool) -> Name | None:
        """The name that a run is, or None where it is none."""
        if first in self.listed and self.listed[first][0] == after:
            return self._from_list(first, after, titled=titled)
        words = self.reading.words[first:after]
        lexicon = self.lexicon
        if len(words) == 1:
            return self._single(first, titled=titled)
        if all(word in lexicon.adjectives or word in lexicon.peoples for word in words):
            return self._people(first, after)
        if (
            words[0] in lexicon.adjectives
            and not words[0].isupper()  # "US Army", as it calls itself
            and " ".join(words[1:]) in lexicon.organizations["generic"]
        ):
            return self.name(first + 1, after, "organization", 0.85, "generic body of a country")
        return self._by_shape(first, after, titled=titled)

    def _from_list(self, first: int, after: int, *, titled: bool) -> Name:
        """A listed name; a listed city after a title is a person's surname."""
        label = self.listed[first][1]
        before = self.reading.words[first - 1] if first else ""
        if titled and label == "place" and after - first == 1 and before in _PERSONAL:
            return self.name(first, after, "person", 0.6, "title before a listed place")
        return self.name(first, after, label, 0.9, f"listed {label}")

    def _by_shape(self, first: int, after: int, *, titled: bool) -> Name | None:
        """A name of several words, by its first and last word."""
        words = self.reading.words[first:after]
        given = words[0] in self.lexicon.names["given"]
        label, score, reason = self._ending(words, person=titled or given)
        if not label and (titled or given):
            label, score, reason = "person", 0.9 if titled else 0.85, "title or given name"
        if not label:
            return self._unknown(first, after, words)
        return self.name(first, after, label, score, reason)

    def _ending(self, words: Sequence[str], *, person: bool) -> tuple[str, float, str]:
        """Label, score and reason by what the last or the first word says; empty where nothing."""
        lexicon, first = self.lexicon, words[0]
        last = words[-1].capitalize() if words[-1].islower() else words[-1]
        bodies = lexicon.organizations
        surname = person and len(words) == 2
        if self._ends_in(last, bodies["suffix"]) and not surname:
            return "organization", 0.8, f"ends in {last}"
        if any(a in bodies["head"] and b in {"of", "for"} for a, b in pairwise(words)):
            return "organization", 0.8, "body of something"
        if self._ends_in(last, bodies["other"]) and not surname:
            return "other", 0.6, f"ends in {last}"
        if self._ends_in(last, lexicon.places["suffix"]) and not person:
            return "place", 0.75, f"ends in {last}"
        if first in lexicon.places["prefix"] and len(words) <= _LONGEST_PERSON and not person:
            return "place", 0.6, f"begins with {first}"
        return "", 0.0, ""

    def _ends_in(self, last: str, suffixes: frozenset[str]) -> bool:
        """Whether a last word is in a list of suffixes, in the singular or the plural."""
        return last in suffixes or (last.endswith("s") and last[:-1] in suffixes)

    def _unknown(self, first: int, after: int, words: Sequence[str]) -> Name | None:
        """A name of several words of which none is known."""
        lexicon = self.lexicon
        split = self._split_list(first, after)
        if split:
            return split
        if words[0] in lexicon.adjectives or words[-1] in lexicon.peoples:
            return self.name(first, after, "organization", 0.4, "adjective with a name")
        if all(word.isupper() for word in words) or words[-1] in lexicon.titles:
            return None
        plain = all(_PLAIN.match(word) for word in words)
        shouted = any(word.isupper() and len(word) > 2 for word in words)
        if plain and len(words) <= _LONGEST_PERSON and not shouted:
            return self.name(first, after, "person", 0.55, "capitalised words")
        if len(words) > _LONGEST:
            return None
        return self.name(first, after, "organization", 0.35, "capitalised words")

    def _split_list(self, first: int, after: int) -> Name | None:
        """The listed place before a comma-less rest ("Britain Monday"), where the rest is short."""
        if first not in self.listed:
            return None
        end, label = self.listed[first]
        if self.reading.words[end] in self.lexicon.titles:
            return self.name(first, end, label, 0.9, f"listed {label}")
        if label == "organization":
            return self.name(first, after, "organization", 0.55, "begins with a listed name")
        return self.name(first, after, "organization", 0.4, "begins with a listed place")

    def _single(self, word: int, *, titled: bool) -> Name | None:
        """A name of one word that no list knows."""
        text, lexicon = self.reading.words[word], self.lexicon
        if text in lexicon.peoples or text in lexicon.adjectives:
            return self._people(word, word + 1)
        if not self._can_name(text):
            return None
        if titled:
            return self.name(word, word + 1, "person", 0.8, "title or role before")
        if _ACRONYM.match(text):
            return self.name(word, word + 1, "organization", 0.5, "acronym")
        return self._guessed(word) if self._is_evident(word) else None

    def _can_name(self, text: str) -> bool:
        """Whether a single capitalised word can be a name at all."""
        return (
            len(text) > 1
            and _CAPITAL.match(text) is not None
            and text.lower() not in _NO_NAMES
            and text not in self.evidence.abbreviated
            # The adjective of a place that the article names: Veldria, Veldrian.
            and not (text.endswith("n") and text[:-1] in self.evidence.capital)
            and (text,) not in self.lexicon.titles.get(text, ())
            and text not in self.lexicon.organizations["common"]
        )

    def _is_evident(self, word: int) -> bool:
        """Whether the capital letter says that the word is a name."""
        text, evidence = self.reading.words[word], self.evidence
        if self.reading.lower[word] in evidence.lower:
            return False
        return (
            text in evidence.capital
            or not opens(self.reading, word)
            or (text.istitle() and self.reading.lower[word] not in self.lexicon.dictionary)
        )

    def _guessed(self, word: int) -> Name:
        """A single unknown name, by what stands around it and elsewhere in the article."""
        label, score, reason = self._place(word) or self._beside(word)
        return self.name(word, word + 1, label, score, reason)

    def _place(self, word: int) -> tuple[str, float, str] | None:
        """What makes a place of a single name: its adjective, or a preposition before it."""
        text = self.reading.words[word]
        before = self.reading.lower[word - 1] if word else ""
        if not self.evidence.capital.isdisjoint(_adjectives_of(text)):
            return "place", 0.7, "its adjective stands elsewhere"
        if before in self.lexicon.places["preposition"]:
            return "place", 0.55, f"after {before}"
        return None

    def _beside(self, word: int) -> tuple[str, float, str]:
        """What a single name is by its neighbours and its own shape."""
        reading, lexicon = self.reading, self.lexicon
        text = reading.words[word]
        before = reading.lower[word - 1] if word else ""
        behind = reading.lower[word + 1] if word + 1 < len(reading.words) else ""
        if text in lexicon.names["given"]:
            return "person", 0.6, "given name"
        if behind in lexicon.reporting or before in lexicon.reporting:
            return "person", 0.45, "beside a reporting verb"
        if text.endswith(("ians", "eans")):
            return "group", 0.5, "plural of a people"
        if before in {"the", "of"} or any(letter.isupper() for letter in text[1:]):
            return "organization", 0.3, "article before a name"
        return "person", 0.3, "capitalised word"

    def _people(self, first: int, after: int) -> Name | None:
        """A people in the plural, or the body in lower case behind a country's adjective."""
        reading, lexicon = self.reading, self.lexicon
        last = reading.words[after - 1]
        text = " ".join(reading.words[first:after])
        two = " ".join(reading.lower[after : after + 2])
        for body, length in (
            (two, 2),
            (reading.lower[after] if after < len(reading.words) else "", 1),
        ):
            if body in lexicon.organizations["body"] and after not in reading.opens:
                return self.name(first, after + length, "organization", 0.5, "body of a country")
        if (
            (last in lexicon.peoples or text in lexicon.peoples)
            and last.endswith("s")
            and last not in lexicon.adjectives
        ):
            return self.name(first, after, "group", 0.85, "listed people")
        return None

    def name(self, first: int, after: int, label: str, score: float, reason: str) -> Name:
        """A name over a range of words."""
        return Name(first, after, self.reading.span(first, after), label, score, reason)


def _adjectives_of(place: str) -> tuple[str, ...]:
    """The adjectives that a place's name would have, if it had a regular one."""
    return f"{place}n", f"{place}an", f"{place}ian"
