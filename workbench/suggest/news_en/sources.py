"""Who says it: the entity, the pronoun or the description beside a cue."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.word_lists import words_of

_SPEAKS = words_of("person organization place group mention")
_BORDERS = frozenset((",", ";", ":", "“", "”", '"', "—", "–"))
_LINKS = words_of("and but while though although that because which who as if when whereas")
_REACH = 20  # words between a source and its verb
_ARTICLES = words_of("the a an his her its their our some one two three several many")


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a source; `name` is its place in the list of names, None for a description."""

    first: int
    after: int
    name: int | None


class Sources:
    """Finds sources among the names of a text, which must be in its order."""

    def __init__(self, reading: Reading, lexicon: Lexicon, names: Sequence[Name]) -> None:
        self._reading, self._lexicon, self._names = reading, lexicon, names
        self._firsts = [name.first for name in names]

    def before(self, word: int, sentence: range) -> Source | None:
        """The subject of a verb: in its own clause, else at the start of the sentence."""
        first = self._clause_start(word, sentence)
        found = self.within(first, word, last=True) if first < word else None
        if found or first == sentence.start:
            return found
        after = sentence.start
        limit = min(first, sentence.start + _REACH)
        while after < limit and self._reading.words[after] not in _BORDERS:
            after += 1
        joined = self._reading.lower[first - 1] in _LINKS
        return self.within(sentence.start, after, last=not joined)

    def _clause_start(self, word: int, sentence: range) -> int:
        """The first word of the clause of a verb."""
        for look in range(word - 1, max(sentence.start, word - _REACH) - 1, -1):
            reading = self._reading
            if reading.words[look] in _BORDERS or reading.lower[look] in _LINKS:
                return look + 1
        return max(sentence.start, word - _REACH)

    def within(self, first: int, after: int, *, last: bool) -> Source | None:
        """The likeliest source in a range of words: a person, another name, a pronoun, a role."""
        low, high = bisect_left(self._firsts, first), bisect_left(self._firsts, after)
        inside = [i for i in range(low, high) if self._names[i].label in _SPEAKS]
        persons = [i for i in inside if self._names[i].label == "person"]
        chosen = persons or inside
        described = self._described(first, after, last=last)
        if chosen:
            index = chosen[-1] if last else self._owned(chosen)
            name = self._names[index]
            nearer = described is not None and (
                described.first >= name.after if last else described.after <= name.first
            )
            if persons or not nearer:
                return Source(name.first, name.after, index)
        return described

    def _owned(self, chosen: Sequence[int]) -> int:
        """The first of some names, or what it owns ("Saudi Arabia's Civil Defence Authority")."""
        if len(chosen) > 1:
            first, second = self._names[chosen[0]], self._names[chosen[1]]
            if second.first == first.after + 1 and self._reading.lower[first.after] == "'s":
                return chosen[1]
        return chosen[0]

    def _described(self, first: int, after: int, *, last: bool) -> Source | None:
        """A pronoun or a described speaker without a name, with the words that describe it."""
        words = self._lexicon.attribution
        order = range(after - 1, first - 1, -1) if last else range(first, after)
        for look in order:
            lower = self._reading.lower[look]
            if lower in words["pronoun"] and lower != "who":
                return Source(look, look + 1, None)
            if lower in words["speaker"]:
                return Source(self._start_of_phrase(look, first), look + 1, None)
        return None

    def _start_of_phrase(self, word: int, first: int) -> int:
        """The first word of a noun's phrase, behind its article."""
        start = word
        while start > first and word - start < 3 and self._describes(start - 1):
            start -= 1
        return start

    def _describes(self, word: int) -> bool:
        """Whether a word can stand between an article and its noun."""
        text = self._reading.words[word]
        return (
            text[0].isalpha()
            and text.lower() not in _ARTICLES
            and text.lower() not in _LINKS
            and text.lower() not in {"to", "of", "in", "on", "for", "by", "with", "from", "at"}
        )
