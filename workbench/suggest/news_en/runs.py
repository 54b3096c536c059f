"""Where names begin and end: runs of capitalised words, titles off, openers off."""

import re

from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Evidence, Listed, opens
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.times import TIME_WORDS
from workbench.suggest.word_lists import words_of

_LINKS = words_of("of for & the and")
_HEADS = words_of("Republic Kingdom Bank House Gulf Hall Port City")
FUNCTION_WORDS = words_of(
    "the a an this that these those it its he she they we you i his her their our my your "
    "there here in on at by for from to of with without as after before since during while "
    "when where who what which why how if and but or nor so yet although though because "
    "despite according however meanwhile moreover furthermore also then now not no yes all "
    "some many most several both each every such other another more less few one two three "
    "four five six seven eight nine ten first second third last next new old under over "
    "between among against about until unless only even just still once again later earlier "
    "both like unlike following including instead is are was were has have had do does did "
    "can could will would should may might must let please asked well ok okay hello dear good "
    "great sure than them him us me mr"
)
# Titles that stand inside the names of bodies and people as often.
_TITLE_NOUNS = words_of(
    "General Justice Father Brother Sister Private Chair Count Major Deputy Assistant Lead "
    "Chief Saint Secretary Judge Captain Speaker Commander Director King Queen Prince"
)
# What makes an adjective of a name: Moscow-based, US-led.
_COMPOUNDS = words_of(
    "based led backed born related style wide era owned made speaking language controlled held "
    "occupied run inspired operated friendly sponsored funded trained educated like bound allied "
    "linked dominated type oriented listed designed built supported appointed only free century "
    "day year winning brokered affiliated themed savvy first winner nominee member"
)
# Words in the middle of a sentence's names that begin another sentence, where a mark is missing.
_CUTS = words_of(
    "the an this that these those it its he she they we you his her their our my your there here "
    "in on at by from to with without as after before since during while when where what "
    "which why how if but please thanks is are was were has have had do does did can could will "
    "would should let maybe"
)
# Function words that stand inside names as well, where no place asks for a capital letter.
_KEPT = words_of(
    "all one two three four five six seven eight nine ten first second third new old great good "
    "under over once both"
)
_ENDINGS = words_of("Inc Inc. Ltd Ltd. LLC LLP PLC plc PC Corp. Co.")
_RAILS = words_of("Railway Railroad")
_PREFIXED = re.compile(r"(?:d|l|al|el)['’-][A-Z]")  # "d’Alembert", "al-Sadr"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)\Z")
_UNITS = words_of(
    "Division Wing Regiment Brigade Squadron Battalion Fleet Corps Circuit Infantry Army"
)


class Runs:
    """The runs of one text."""

    def __init__(
        self, reading: Reading, lexicon: Lexicon, listed: Listed, evidence: Evidence
    ) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.listed, self.evidence = listed, evidence

    def run(self, first: int, stop: int) -> int:
        """The word after the run of a name that begins here; `first` where none does."""
        if first in self.listed:
            after = self.listed[first][0]
        elif self.capital(first) and self.reading.lower[first] not in TIME_WORDS:
            after = first + 1
        elif _ORDINAL.match(self.reading.words[first]):
            return self._unit(first, stop)
        else:
            return first
        while after < stop:
            if after in self.listed and not self.ends(after):
                after = self.listed[after][0]
            elif self.capital(after) and not self.ends(after):
                after += 1
            elif (further := self._over_link(first, after, stop)) > after:
                after = further
            else:
                break
        return after

    def _unit(self, first: int, stop: int) -> int:
        """The word after a numbered unit ("65th Air Division"); `first` where none begins."""
        after = first + 1
        while after < stop and self.capital(after) and not self.ends(after):
            after += 1
        return after if self.reading.words[after - 1] in _UNITS else first

    def capital(self, word: int) -> bool:
        """Whether a word is capitalised as names are."""
        text = self.reading.words[word]
        first, hyphen, rest = text.partition("-")
        if hyphen and rest.islower():
            described = first in self.lexicon.adjectives or rest.endswith("ed")
            if described or rest in _COMPOUNDS:
                return False
        named = text[0].isupper() and text not in {"I", "I'm"}
        return named or _PREFIXED.match(text) is not None

    def ends(self, word: int) -> bool:
        """Whether a run cannot go on with this word: another sentence, quotation or date begins."""
        text = self.reading.words[word]
        return (
            word in self.reading.opens
            or self.reading.lower[word] in TIME_WORDS
            or (text.istitle() and text.lower() in _CUTS)
        )

    def _over_link(self, first: int, after: int, stop: int) -> int:
        """The word after a link and the name that it joins to the run; `after` where none."""
        reading, lexicon = self.reading, self.lexicon
        if (
            reading.words[after] == ","
            and after + 1 < stop
            and reading.words[after + 1] in _ENDINGS
        ):
            return after + 2
        end = after
        while (
            end < stop
            and end - after < 2
            and (reading.words[end] in lexicon.names["particle"] or reading.words[end] in _LINKS)
        ):
            end += 1
        if end in (after, stop) or not self.capital(end) or self.ends(end):
            return after
        links = reading.words[after:end]
        if all(link in lexicon.names["particle"] for link in links):
            return end + 1 if reading.words[first] not in lexicon.organizations["head"] else after
        if links == ["&"]:
            return end + 1
        if links == ["and"]:
            return end + 1 if self._lists_fields(first, after, end, stop) else after
        last = reading.words[after - 1]
        headed = last in lexicon.organizations["head"] or last in _HEADS
        return end + 1 if headed and links[0] in {"of", "for"} else after

    def _lists_fields(self, first: int, after: int, second: int, stop: int) -> bool:
        """Whether an "and" joins what one body is for, or the ends of one railway."""
        words = self.reading.words
        end = second
        while end < stop and self.capital(end) and not self.ends(end):
            end += 1
        if words[end - 1] in _RAILS:
            return True
        links = [word for word in range(first + 1, after - 1) if words[word] in {"of", "for"}]
        return (
            bool(links)
            and words[links[-1] - 1] in self.lexicon.organizations["head"]
            and self._is_field(links[-1] + 1, after)
            and self._is_field(second, end)
        )

    def _is_field(self, first: int, after: int) -> bool:
        """Whether words can be what a body is for: no place, and no body themselves."""
        words = self.reading.words
        bodies = self.lexicon.organizations
        return first not in self.listed and not any(
            word in bodies["head"] or word in bodies["suffix"] for word in words[first:after]
        )

    def title_inside(self, first: int, after: int) -> int | None:
        """Where a title stands in the middle of a run, with a name behind it."""
        for word in range(max(first + 1, self.after_titles(first, after)), after - 1):
            if self.title_at(word, after) > word and self.reading.words[word] not in _TITLE_NOUNS:
                return word
        return None

    def title_at(self, word: int, stop: int) -> int:
        """The word after the title that begins here; `word` where none does."""
        if word + 1 < stop and self.reading.words[word + 1] in self.lexicon.organizations["suffix"]:
            return word  # "Major League"
        for title in self.lexicon.titles.get(self.reading.words[word], ()):
            end = word + len(title)
            if end < stop and tuple(self.reading.words[word:end]) == title:
                return end
        return word

    def after_titles(self, first: int, after: int) -> int:
        """The first word behind the titles that a run begins with."""
        word = first
        while word not in self.listed and (end := self.title_at(word, after)) > word:
            word = end
        return word

    def trimmed(self, first: int, after: int) -> int:
        """The first word behind what stands before a name and does not belong to it."""
        while first < after and first not in self.listed:
            if self._is_function(first, after) or (
                after - first > 1 and (self._is_opener(first) or self._is_role(first))
            ):
                first += 1
            else:
                break
        return first

    def _is_function(self, first: int, after: int) -> bool:
        """Whether a word is none of a name, however it is written ("The", but not "Two Rivers")."""
        word = self.reading.words[first]
        if word.lower() in _KEPT and after - first > 1 and not opens(self.reading, first):
            return False
        return word.lower() in FUNCTION_WORDS and (len(word) == 1 or not word.isupper())

    def _is_opener(self, word: int) -> bool:
        """Whether a word before a name is capitalised only because it opens a sentence."""
        reading = self.reading
        text = reading.words[word]
        return (
            opens(reading, word)
            and reading.lower[word] in self.evidence.lower
            and text not in self.evidence.capital
            and text not in self.lexicon.names["given"]
        )

    def _is_role(self, word: int) -> bool:
        """Whether a role opens a sentence before a name ("Historian Anna Velde")."""
        return (
            word in self.reading.opens
            and self.reading.lower[word] in self.lexicon.names["role"]
            and self.is_person(word + 1, word + 2)
        )

    def role_before(self, word: int) -> bool:
        """Whether a role in lower case stands before ("spokeswoman Zakharova")."""
        return (
            word > 0
            and word not in self.reading.opens
            and self.reading.words[word - 1] in self.lexicon.names["role"]
        )

    def is_given(self, word: int) -> bool:
        """Whether a word is a listed given name."""
        return self.reading.words[word] in self.lexicon.names["given"]

    def is_person(self, first: int, after: int) -> bool:
        """Whether words look like a person's name and not like a body's or a place's."""
        words = self.reading.words[first:after]
        known = self.lexicon.organizations["suffix"] | self.lexicon.places["suffix"]
        return words[0] in self.lexicon.names["given"] or (
            words[0] not in known
            and words[-1] not in known
            and not words[0].isupper()
            and words[-1] not in self.lexicon.organizations["other"]
        )
