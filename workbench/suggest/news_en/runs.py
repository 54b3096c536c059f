"""Where names begin and end: runs of capitalised words, titles off, openers off."""

from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Evidence, Listed, opens
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.times import TIME_WORDS
from workbench.suggest.word_lists import words_of

_LINKS = words_of("of for & the and")
_HEADS = words_of("Republic Kingdom Bank House Gulf")
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

    def capital(self, word: int) -> bool:
        """Whether a word is capitalised as names are."""
        text = self.reading.words[word]
        first, hyphen, rest = text.partition("-")
        if hyphen and (first in self.lexicon.adjectives or rest in _COMPOUNDS) and rest.islower():
            return False
        return text[0].isupper() and text not in {"I", "I'm"}

    def ends(self, word: int) -> bool:
        """Whether a run cannot go on with this word: another sentence, quotation or date begins."""
        return word in self.reading.opens or self.reading.lower[word] in TIME_WORDS

    def _over_link(self, first: int, after: int, stop: int) -> int:
        """The word after a link and the name that it joins to the run; `after` where none."""
        reading, lexicon = self.reading, self.lexicon
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
        last = reading.words[after - 1]
        headed = last in lexicon.organizations["head"] or last in _HEADS
        return end + 1 if headed and links[0] in {"of", "for"} else after

    def title_inside(self, first: int, after: int) -> int | None:
        """Where a title stands in the middle of a run, with a name behind it."""
        for word in range(max(first + 1, self.after_titles(first, after)), after - 1):
            if self.title_at(word, after) > word and self.reading.words[word] not in _TITLE_NOUNS:
                return word
        return None

    def title_at(self, word: int, stop: int) -> int:
        """The word after the title that begins here; `word` where none does."""
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
        reading = self.reading
        while first < after and first not in self.listed:
            word = reading.words[first]
            if (word.lower() in FUNCTION_WORDS and (len(word) == 1 or not word.isupper())) or (
                after - first > 1 and self._is_opener(first)
            ):
                first += 1
            else:
                break
        return first

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

    def role_before(self, word: int) -> bool:
        """Whether a role in lower case stands before ("spokeswoman Zakharova")."""
        return (
            word > 0
            and word not in self.reading.opens
            and self.reading.words[word - 1] in self.lexicon.names["role"]
        )

    def is_person(self, first: int, after: int) -> bool:
        """Whether the rest of a run is a person's name ("the United States Hamdullah Mohib")."""
        words = self.reading.words[first:after]
        known = self.lexicon.organizations["suffix"] | self.lexicon.places["suffix"]
        return words[0] in self.lexicon.names["given"] or (
            words[0] not in known
            and words[-1] not in known
            and not words[0].isupper()
            and words[-1] not in self.lexicon.organizations["other"]
        )
