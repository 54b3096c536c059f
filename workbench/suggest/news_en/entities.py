"""Who and what is named: lists first, then capital letters with what stands around and inside them.

A run of capitalised words is a candidate. It is parted at titles ("Ukraine President Zelensky") and
freed of what is not part of the name (titles, "The" at the start of a sentence, the adjective of a
country before a generic body), and then classified by the first rule that knows it. What one place
of an article makes clear counts for all others: a surname after its full name, an unclear word
after a clear one. Headlines in title case give no evidence, since everything is capitalised there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.domain.span import Span
from workbench.suggest.news_en.kinds_of_names import Kinds
from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Evidence, Listed, Name
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.runs import Runs

_GUESSED = 0.3  # the score of a name that only its capital letter gives away
_SURE = 0.7  # the score from which a name stands in a headline too
_CLEAR = 0.8  # the score from which the rest of the article changes no label


def find_names(
    reading: Reading,
    lexicon: Lexicon,
    evidence: Evidence,
    *,
    listed: Iterable[tuple[Span, str]],
) -> list[Name]:
    """All names of a text in its order, none overlapping; `listed` are those that lists know."""
    whole, parts = _listed(reading, listed)
    finder = _Finder(reading, lexicon, whole, evidence)
    found = [name for sentence in reading.sentences for name in finder.names(sentence)]
    taken = {word for name in found for word in range(name.first, name.after)}
    found += [name for name in parts if name.first not in taken]
    return sorted(_agreed(reading, found), key=lambda name: name.span)


def _listed(reading: Reading, listed: Iterable[tuple[Span, str]]) -> tuple[Listed, list[Name]]:
    """Listed names as ranges of words, and those that are the first part of a hyphenated word."""
    whole: dict[int, tuple[int, str]] = {}
    parts: list[Name] = []
    for span, label in listed:
        first, after = reading.word_at(span.start), reading.word_at(span.end - 1) + 1
        if (reading.starts[first], reading.ends[after - 1]) == (span.start, span.end):
            whole[first] = (after, label)
        elif after - first == 1 and label != "other":
            parts.append(Name(first, after, span, label, 0.6, "listed, in a compound"))
    return whole, parts


class _Finder:
    """The rules over one text."""

    def __init__(
        self, reading: Reading, lexicon: Lexicon, listed: Listed, evidence: Evidence
    ) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.listed, self.evidence = listed, evidence
        self.runs = Runs(reading, lexicon, listed, evidence)
        self.kinds = Kinds(reading, lexicon, listed, evidence)

    def names(self, sentence: range) -> Iterator[Name]:
        """The names of a sentence, in its order."""
        word = sentence.start
        while word < sentence.stop:
            after = self.runs.run(word, sentence.stop)
            if after > word:
                yield from self._of_run(word, after, headline=sentence.start)
                word = after
                continue
            collective = self._collective(word, sentence)
            if collective:
                yield collective
            word = collective.after if collective else word + 1

    def _of_run(self, first: int, after: int, *, headline: int) -> Iterator[Name]:
        """The names inside a run: parted where there are two, each classified."""
        cut = self.runs.parted(first, after)
        if cut is not None:
            yield from self._of_run(first, cut, headline=headline)
            yield from self._of_run(cut, after, headline=headline)
            return
        listed = self.listed.get(first)
        if listed and 1 < after - listed[0] <= 3 and self.runs.is_given(listed[0]):
            yield self.kinds.name(first, listed[0], listed[1], 0.9, f"listed {listed[1]}")
            first = listed[0]
        title = self.runs.after_titles(first, after)
        start = self.runs.trimmed(title, after)
        while after > start and self.reading.words[after - 1] in {".", ","}:
            after -= 1
        if start >= after:
            return
        titled = title > first or self.runs.role_before(start)
        name = self.kinds.classified(start, after, titled=titled)
        if name and (name.score >= _SURE or headline not in self.evidence.headlines):
            yield name
        elif headline in self.evidence.headlines:
            yield from self._listed_inside(start, after)

    def _collective(self, word: int, sentence: range) -> Name | None:
        """An unnamed collective that acts: a listed noun, with the nouns that modify it."""
        lower, collectives = self.reading.lower, self.lexicon.collectives
        end = word
        while end < sentence.stop and end - word < 3 and lower[end] in collectives["modifier"]:
            end += 1
        for length in (2, 1):
            after = end + length
            if after <= sentence.stop and " ".join(lower[end:after]) in collectives["collective"]:
                return self._acting(word, after, sentence)
        return None

    def _acting(self, first: int, after: int, sentence: range) -> Name | None:
        """A collective as a draft, where it is modified or a verb stands behind it."""
        if first > sentence.start and self.reading.words[first - 1][-1] == "-":
            return None
        behind = self.reading.lower[after] if after < sentence.stop else ""
        acts = behind in self.lexicon.attribution["auxiliary"] or behind.endswith("ed")
        if not (acts or behind in self.lexicon.reporting or after - first > 1):
            return None
        return self.kinds.name(
            first, after, "group", 0.5 if after - first > 1 else 0.4, "collective"
        )

    def _listed_inside(self, first: int, after: int) -> Iterator[Name]:
        """The listed names inside a run that is no evidence itself."""
        word = first
        while word < after:
            end, label = self.listed.get(word, (word + 1, ""))
            if label and end <= after:
                yield self.kinds.name(word, end, label, 0.7, f"listed {label} in a headline")
            word = end


def _agreed(reading: Reading, names: Sequence[Name]) -> Iterator[Name]:
    """The names with one label for the same words, and surnames after their full names."""
    spelt = _spelt(reading, names)
    surnames: set[str] = set()
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        text = name.span.of(reading.text)
        votes[text][name.label] += round(name.score * 100) if name.score > _GUESSED else 1
        if name.label == "person" and name.after - name.first > 1 and name.score >= 0.55:
            surnames.add(reading.words[name.after - 1])
    for name in names:
        text = name.span.of(reading.text)
        if text in spelt and name.label not in {"group", "other"}:
            reason = "abbreviation of a name"
            yield replace(name, label=spelt[text], score=_CLEAR, reason=reason)
        else:
            yield _in_agreement(name, text, surnames=surnames, votes=votes)


def _spelt(reading: Reading, names: Sequence[Name]) -> dict[str, str]:
    """The abbreviations that stand in brackets behind the name they are made of: its label."""
    return {
        short.span.of(reading.text): whole.label
        for whole, short in pairwise(names)
        if short.first == whole.after + 1
        and short.after - short.first == 1
        and reading.words[whole.after] == "("
        and reading.words[short.first] == _capitals(reading.words[whole.first : whole.after])
    }


def _capitals(words: Sequence[str]) -> str:
    """The first letters of the words that have a capital one."""
    return "".join(word[0] for word in words if word[0].isupper())


def _in_agreement(
    name: Name, text: str, *, surnames: set[str], votes: dict[str, Counter[str]]
) -> Name:
    """A name with the label that the whole article gives it."""
    if name.score >= _CLEAR or name.label in {"group", "other"}:
        return name
    if text in surnames:
        return replace(name, label="person", score=0.8, reason="surname of a full name")
    label, weight = max(votes[text].items(), key=lambda item: (item[1], item[0]))
    if label != name.label or weight > round(name.score * 100):
        score = min(0.8, max(name.score, 0.5))
        return replace(name, label=label, score=score, reason=f"{name.reason}; as elsewhere")
    return name
