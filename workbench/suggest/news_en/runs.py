"""Where names begin and end: runs of capitalised words, titles off, openers off."""

import re

from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Evidence, Listed, opens
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.times import TIME_WORDS
from workbench.suggest.word_lists import words_of

_LINKS = words_of("of for & the and")
_HEADS = words_of(
    "Republic Kingdom Bank House Gulf Hall Port City Institution Assembly Authority Duchy "
    "Principality Riding Scouts"
)
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
# Words with a capital letter where another sentence has begun without a mark between.
_BEGINNINGS = words_of("through lest just well dear also sent please hi hey hello thanks regards")
_GREETINGS = words_of("hi hey thanks welcome cheers regards love see")
_COMPASS = words_of("north south east west northwest northeast southwest southeast")
_ENDINGS = words_of("Inc Inc. Ltd Ltd. LLC LLP PLC plc PC Corp. Co. Jr Jr. Sr Sr.")
# Nouns that are part of a name in small letters too ("the Ordel river", "the Veldria party").
_NOUNS = words_of("river sea islands peninsula strait valley mountains pond party")
_MARKS = words_of('" “ ”')
_RAILS = words_of("Railway Railroad")
_CODE = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?\Z")  # of a postal district
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
        self.ends_listed = {after - 1 for after, label in listed.values() if label == "place"}

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
            elif (further := self._further(first, after, stop)) > after:
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
            or (text.istitle() and (text.lower() in _CUTS or self._begins(word)))
            or (_CODE.match(text) is not None and word - 1 in self.ends_listed)
        )

    def _begins(self, word: int) -> bool:
        """Whether a capitalised word is an adverb or an article, and another sentence's first."""
        text = self.reading.lower[word]
        behind = self.reading.words[word + 1 : word + 2]
        if text == "a":
            return bool(behind) and behind[0].islower()
        return text in _BEGINNINGS or (text.endswith("ly") and text in self.lexicon.openers)

    def _further(self, first: int, after: int, stop: int) -> int:
        """The word after what joins a run to more of its name; `after` where nothing does."""
        words = self.reading.words
        if words[after] == "," and after + 1 < stop and words[after + 1] in _ENDINGS:
            return after + 2
        if words[after] in _MARKS:
            return self._over_nickname(first, after, stop)
        if words[after] in _NOUNS and words[first] not in self.lexicon.adjectives:
            return after + 1
        return self._over_link(first, after, stop)

    def _over_link(self, first: int, after: int, stop: int) -> int:
        """The word after a link and the name that it joins to the run; `after` where none."""
        words, particles = self.reading.words, self.lexicon.names["particle"]
        end = after
        while end < stop and end - after < 2 and (words[end] in particles or words[end] in _LINKS):
            end += 1
        if end in (after, stop) or not self.capital(end) or self.ends(end):
            return after
        return end + 1 if self._joins(first, after, end, stop) else after

    def _joins(self, first: int, after: int, second: int, stop: int) -> bool:
        """Whether the links between two runs make one name of them."""
        words, heads = self.reading.words, self.lexicon.organizations["head"]
        links, last = words[after:second], words[after - 1]
        if all(link in self.lexicon.names["particle"] for link in links):
            return words[first] not in heads
        if links == ["&"]:
            return not (self._is_full(first, after) and self.is_given(second))
        if links == ["and"]:
            return self._lists_fields(first, after, second, stop)
        return links[0] in {"of", "for"} and (last in heads or last in _HEADS)

    def _is_full(self, first: int, after: int) -> bool:
        """Whether words are a given name and a surname."""
        return after - first > 1 and self.is_given(first)

    def _over_nickname(self, first: int, after: int, stop: int) -> int:
        """The word after a nickname in marks and the surname behind it; `after` where none."""
        words = self.reading.words
        closing = next((w for w in range(after + 2, min(after + 5, stop)) if words[w] in _MARKS), 0)
        if (
            closing
            and closing + 1 < stop
            and all(self.capital(word) for word in range(after + 1, closing))
            and self.capital(closing + 1)
            and not self.ends(closing + 1)
            and first not in self.listed
        ):
            return closing + 2
        return after

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

    def parted(self, first: int, after: int) -> int | None:
        """Where a second name begins in a run that is two: where a title stands, or a person."""
        title = self.title_inside(first, after)
        return title if title is not None else self._person_inside(first, after)

    def _person_inside(self, first: int, after: int) -> int | None:
        """Where a given name stands behind a whole name, or a name is said again."""
        words = self.reading.words
        for word in range(first + 1, after):
            if words[word] == words[word - 1] and self.is_given(word):
                return word
            if (
                word - first > 1
                and word + 1 < after
                and self.is_given(first)
                and self.is_given(word)
                and not self.is_given(word + 1)
                and not self.is_given(word - 1)
            ):
                return word
        return None

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
        return self._behind_description(first, after)

    def _behind_description(self, first: int, after: int) -> int:
        """The given name of a whole name behind common words ("Tower Man George Velde")."""
        words, lexicon = self.reading.words, self.lexicon
        if first in self.listed or self._is_body_or_place(words[after - 1]):
            return first
        for word in range(first, after - 1):
            if self.is_given(word):
                return word
            if words[word] in lexicon.places["prefix"] or not self._is_common(words[word]):
                return first
        return first

    def _is_common(self, word: str) -> bool:
        """Whether a word is one of the dictionary, or of a country."""
        return word.lower() in self.lexicon.dictionary or word in self.lexicon.adjectives

    def _is_body_or_place(self, last: str) -> bool:
        """Whether a last word makes a body, a place or a thing of a name."""
        lexicon = self.lexicon
        return (
            last in lexicon.organizations["suffix"]
            or last in lexicon.organizations["other"]
            or last in lexicon.places["suffix"]
        )

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
        common = reading.lower[word] in self.evidence.lower or self._introduces(word)
        return (
            opens(reading, word)
            and common
            and text not in self.evidence.capital
            and text not in self.lexicon.names["given"]
        )

    def _introduces(self, word: int) -> bool:
        """Whether a word before a name is a greeting, an adverb, a preposition or a participle."""
        text = self.reading.lower[word]
        if text.endswith(("ing", "ed")):
            known = word + 1 in self.listed or self.is_given(word + 1)
            return known and text in self.lexicon.openers
        return text in _GREETINGS or (text in self.lexicon.openers and text not in _COMPASS)

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
