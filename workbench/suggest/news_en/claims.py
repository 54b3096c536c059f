"""What is asserted, by whom, and how the source stands to it.

Contents of reporting verbs come first, then what "according to" and nouns such as "allegations
that" introduce; quotations that none of these holds are claims of their own, with the verb that
stands nearest to them. A quotation without any verb in its sentence goes on with the source before.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.span import Fragments, Span, hull
from workbench.suggest.news_en.calibration import CLAIMS, Evidence
from workbench.suggest.news_en.contents import CLOSING, OPENING, Clauses, Content, Words
from workbench.suggest.news_en.cues import Cue, find_cues
from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.quotations import Quotation
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.sources import Source, Sources
from workbench.suggest.news_en.syntax import Syntax
from workbench.suggest.word_lists import words_of

_LOOKED_AT = 600  # characters of a content that decide its kind
_NEAR = 25  # words between a quotation and its verb
_SHORT = 4  # words up to which a quotation without a verb may quote nobody
_CONTINUES = 3  # sentences between a quotation and the one that it goes on with
_STRIPPED = words_of(", . ; : … — – - that") | OPENING | CLOSING
_ENDS = words_of(", . ; : …")
_RELATIVE = words_of("is was were are has had have will would can could may")


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its cue and its source, where there are any."""

    fragments: Fragments
    label: str
    attribution: str
    stance: str
    score: float
    reason: str
    cue: Span | None = None
    source: Source | None = None


def find_claims(
    reading: Reading,
    lexicon: Lexicon,
    *,
    syntax: Syntax,
    names: Sequence[Name],
    quotations: Sequence[Quotation],
) -> list[Claim]:
    """All claims of a text, in its order."""
    finder = _Finder(reading, lexicon, syntax, names, quotations)
    reported = [claim for sentence in reading.sentences for claim in finder.reported(sentence)]
    found = reported + list(finder.quoted(reported))
    return sorted(found, key=lambda claim: (hull(claim.fragments), claim.fragments))


class _Finder:
    """The rules over one text."""

    def __init__(
        self,
        reading: Reading,
        lexicon: Lexicon,
        syntax: Syntax,
        names: Sequence[Name],
        quotations: Sequence[Quotation],
    ) -> None:
        self.reading, self.lexicon, self.quotations = reading, lexicon, quotations
        self.syntax = syntax
        self.sources = Sources(reading, lexicon, names)
        self.quoted_words = _quoted_words(reading, quotations)
        self.cues: dict[int, list[Cue]] = {}
        self.used: set[int] = set()
        self.starts = [sentence.start for sentence in reading.sentences]
        self.quote_starts = [quotation.first for quotation in quotations]

    # --- contents of verbs and phrases

    def reported(self, sentence: range) -> Iterator[Claim]:
        """The claims of a sentence that words, not marks, introduce."""
        cues = list(
            find_cues(
                self.reading,
                self.lexicon,
                self.syntax,
                sentence=sentence,
                quoted=self.quoted_words,
            )
        )
        self.cues[sentence.start] = cues
        according = self._according(sentence)
        if according:
            yield according
            return
        clauses = Clauses(self.reading, self.lexicon, self.syntax, sentence, cues)
        taken = sentence.start
        for cue in cues:
            content = clauses.of(cue) if cue.word >= taken else None
            claim = self._claim(cue, content, sentence) if content else None
            if claim and content:
                yield claim
                self.used.add(cue.word)
                taken = max(content.parts[-1][1], cue.word + 1)
        if taken == sentence.start:
            yield from self._of_noun(sentence)

    def _claim(self, cue: Cue, content: Content, sentence: range) -> Claim | None:
        """The claim of a verb, its borders freed of marks; None where nothing is left."""
        parts = self._stripped(content.parts)
        if not parts:
            return None
        return Claim(
            fragments=tuple(self.reading.span(*part) for part in parts),
            label=content.kind or self._kind(parts, default=cue.verb.kind),
            attribution=self._attribution(parts),
            stance=cue.verb.stance,
            score=CLAIMS[content.reason],
            reason=f"{content.reason}: {self.reading.lower[cue.word]}",
            cue=cue.span,
            source=self._source(cue, content, sentence),
        )

    def _source(self, cue: Cue, content: Content, sentence: range) -> Source | None:
        """Who says it, on the side that the construction names."""
        if cue.passive:
            return None
        if content.source:
            return self.sources.within(*content.source, last=False)
        return self.sources.before(cue.word, sentence)

    def _according(self, sentence: range) -> Claim | None:
        """`According to the source, CONTENT` and `CONTENT, according to the source`."""
        lower = self.reading.lower
        for word in sentence:
            if lower[word] == "according" and word + 1 < sentence.stop and lower[word + 1] == "to":
                return self._around(word, sentence)
        return None

    def _around(self, word: int, sentence: range) -> Claim | None:
        """The claim around an "according to", whose source ends at a comma."""
        reading = self.reading
        comma = self._end_of_source(word + 2, sentence.stop)
        source = self.sources.within(word + 2, comma, last=False)
        if word - sentence.start > 2:
            parts = self._stripped(((sentence.start, word),))
        else:
            parts = self._stripped(((comma + 1, sentence.stop),)) if comma < sentence.stop else ()
        if not parts or parts[0][1] - parts[0][0] < 3 or self.quoted_words[word]:
            return None
        return Claim(
            fragments=tuple(reading.span(*part) for part in parts),
            label=self._kind(parts, default="factual"),
            attribution=self._attribution(parts),
            stance="reports",
            score=CLAIMS["according to"],
            reason="according to",
            cue=reading.span(word, word + 2),
            source=source,
        )

    def _end_of_source(self, word: int, stop: int) -> int:
        """The comma behind a source, past the one before a name that only describes it."""
        words = self.reading.words
        comma = self._clause_end(word, stop)
        end = comma + 1
        while end < stop and words[end][0].isupper():
            end += 1
        return end if comma + 1 < end < stop and words[end] == "," else comma

    def _of_noun(self, sentence: range) -> Iterator[Claim]:
        """`the allegation that CONTENT`, where "that" begins no relative clause."""
        lower, nouns = self.reading.lower, self.lexicon.attribution["noun"]
        for word in sentence[:-3]:
            if (
                lower[word] in nouns
                and lower[word + 1] == "that"
                and lower[word + 2] not in _RELATIVE
                and not self.quoted_words[word]
            ):
                parts = self._stripped(((word + 2, self._clause_end(word + 2, sentence.stop)),))
                if parts:
                    yield self._noun_claim(word, parts)
                return

    def _noun_claim(self, word: int, parts: tuple[Words, ...]) -> Claim:
        """The claim that a noun introduces."""
        return Claim(
            fragments=tuple(self.reading.span(*part) for part in parts),
            label=self._kind(parts, default="factual"),
            attribution=self._attribution(parts),
            stance="reports",
            score=CLAIMS["that-clause of a noun"],
            reason=f"that-clause of a noun: {self.reading.lower[word]}",
        )

    def _clause_end(self, word: int, stop: int) -> int:
        """The first comma or semicolon from a word on."""
        return next((i for i in range(word, stop) if self.reading.words[i] in {",", ";"}), stop)

    # --- quotations

    def quoted(self, reported: Sequence[Claim]) -> Iterator[Claim]:
        """The claims that are quotations, joined where a verb parts them."""
        covered = bytearray(len(self.reading.text) + 1)
        for claim in reported:
            for fragment in claim.fragments:
                covered[fragment.start : fragment.end] = b"\1" * len(fragment)
        last: tuple[int, Claim] | None = None
        for quotation in self.quotations:
            if covered[quotation.span.start + 1]:
                continue
            found = self._of_quotation(quotation, last)
            if found is not None:
                last = (bisect_right(self.starts, quotation.after - 1) - 1, found)
                yield found

    def _of_quotation(self, quotation: Quotation, last: tuple[int, Claim] | None) -> Claim | None:
        """The claim of a quotation, or None where nobody seems to be quoted."""
        parts = self._stripped(((quotation.first, quotation.after),))
        if not parts:
            return None
        first = bisect_right(self.starts, quotation.first) - 1
        final = bisect_right(self.starts, quotation.after - 1) - 1
        cue = self._nearest(quotation, first, final)
        if cue is not None:
            return self._with_verb(quotation, parts, cue, first, final)
        if parts[0][1] - parts[0][0] <= _SHORT or quotation.single:
            return None
        if not self._stands_free(quotation, None):
            return None
        return self._without_verb(parts, last if last and first - last[0] <= _CONTINUES else None)

    def _nearest(self, quotation: Quotation, first: int, final: int) -> Cue | None:
        """The reporting verb nearest to a quotation, in the sentences that it touches."""
        found: list[tuple[int, int, Cue]] = []
        for index in {first, final}:
            for cue in self.cues[self.starts[index]]:
                gap = max(quotation.first - cue.word, cue.word - quotation.after + 1)
                if 0 < gap <= _NEAR:
                    found.append((gap, cue.word, cue))
        return min(found, key=lambda item: item[:2])[2] if found else None

    def _with_verb(
        self, quotation: Quotation, parts: tuple[Words, ...], cue: Cue, first: int, final: int
    ) -> Claim | None:
        """A quotation with the verb that introduces or follows it."""
        direct = self._stands_free(quotation, cue)
        if not direct and self._is_term(*parts[0]):
            return None
        sentence = self.reading.sentences[final if cue.word >= quotation.after else first]
        evidence: Evidence = "quotation beside" if direct else "words quoted beside"
        return Claim(
            fragments=tuple(self.reading.span(*part) for part in parts),
            label=self._kind(parts, default=cue.verb.kind),
            attribution="direct quote" if direct else "mixed",
            stance=cue.verb.stance,
            score=CLAIMS[evidence],
            reason=f"{evidence}: {self.reading.lower[cue.word]}",
            cue=cue.span,
            source=self._speaker(quotation, cue, sentence),
        )

    def _is_term(self, first: int, after: int) -> bool:
        """Whether quoted words inside a sentence are a name or a term: one word, or title case."""
        long = [word for word in self.reading.words[first:after] if len(word) > 3]
        return after - first == 1 or all(word[0].isupper() for word in long)

    def _stands_free(self, quotation: Quotation, cue: Cue | None) -> bool:
        """Whether a quotation is a sentence of its own rather than a part of the narrative."""
        before = quotation.first - 2
        if before < 0 or quotation.first - 1 in self.reading.opens:
            return True
        if cue is not None and before == cue.word:
            return True
        return self.reading.words[before] in {",", ":", ";", "—", "–", "-"} | CLOSING

    def _speaker(self, quotation: Quotation, cue: Cue, sentence: range) -> Source | None:
        """The speaker of a quotation: `“…,” said X`, else the subject of the verb."""
        if cue.passive:
            return None
        if cue.word in (quotation.after, quotation.after + 1):
            stop = self._clause_end(cue.word + 1, sentence.stop)
            inverted = self.sources.within(cue.word + 1, stop, last=False)
            if inverted:
                return inverted
        start = sentence.start
        if start < quotation.after <= cue.word:
            start = quotation.after
        return self.sources.before(cue.word, range(start, sentence.stop))

    def _without_verb(self, parts: tuple[Words, ...], last: tuple[int, Claim] | None) -> Claim:
        """A quotation that goes on with the source before, or whose source is open."""
        known = last is not None and last[1].source is not None
        evidence: Evidence = "quotation goes on" if known else "quotation without a verb"
        return Claim(
            fragments=tuple(self.reading.span(*part) for part in parts),
            label=self._kind(parts, default="factual"),
            attribution="direct quote",
            stance="asserts",
            score=CLAIMS[evidence],
            reason=evidence,
            source=last[1].source if last else None,
        )

    # --- borders and kinds

    def _stripped(self, parts: tuple[Words, ...]) -> tuple[Words, ...]:
        """The parts without the marks at their borders; those that are marks alone fall away."""
        return tuple(
            part
            for first, after in parts
            if (part := self._strip(first, self._closed(first, after)))[0] < part[1]
        )

    def _closed(self, first: int, after: int) -> int:
        """Where a part ends if the mark that closes a quotation inside it stands just behind."""
        for mark in range(after, min(after + 2, len(self.reading.words))):
            if self._is_closed(first, mark):
                return mark + 1
        return after

    def _strip(self, first: int, after: int) -> Words:
        """A part without marks at its borders, save those that end or close a quotation."""
        words, lower = self.reading.words, self.reading.lower
        while first < after and lower[first] in _STRIPPED and not self._is_opened(first, after):
            first += 1
        while after > first and (
            words[after - 1] in _STRIPPED
            and not self._is_closed(first, after - 1)
            and not self._is_last(after - 1)
        ):
            after -= 1
        return first, after

    def _is_last(self, word: int) -> bool:
        """Whether a comma or full stop is the last that stands between quotation marks."""
        index = bisect_right(self.quote_starts, word) - 1
        return (
            index >= 0
            and self.reading.words[word] in _ENDS
            and self.quotations[index].after == word + 1
        )

    def _is_opened(self, word: int, after: int) -> bool:
        """Whether a mark opens a quotation that ends before the part does."""
        quotation = self._quotation_from(word + 1)
        return quotation is not None and quotation.after + 1 < after

    def _is_closed(self, first: int, word: int) -> bool:
        """Whether a mark closes a quotation that begins inside the part."""
        index = bisect_right(self.quote_starts, word) - 1
        if index < 0 or self.reading.words[word] not in CLOSING:
            return False
        quotation = self.quotations[index]
        return (
            quotation.after == word and first <= quotation.first - 1 and first < quotation.first - 1
        )

    def _quotation_from(self, word: int) -> Quotation | None:
        """The quotation whose first word this is."""
        index = bisect_right(self.quote_starts, word) - 1
        if index >= 0 and self.quotations[index].first == word:
            return self.quotations[index]
        return None

    def _attribution(self, parts: tuple[Words, ...]) -> str:
        """Indirect, or mixed where a part holds words in quotation marks."""
        mixed = any(1 in self.quoted_words[first:after] for first, after in parts)
        return "mixed" if mixed else "indirect"

    def _kind(self, parts: tuple[Words, ...], *, default: str) -> str:
        """The label of a content, by its own words first, and then by its verb."""
        if default in {"demand", "prediction"}:
            return default
        reading = self.reading
        start, end = reading.starts[parts[0][0]], reading.ends[parts[-1][1] - 1]
        text = reading.text[start : min(end, start + _LOOKED_AT)].lower().replace("’", "'")
        for kind in ("demand", "prediction", "opinion"):
            if _any_of(self.lexicon.attribution[kind]).search(text):
                return kind
        return default


def _quoted_words(reading: Reading, quotations: Sequence[Quotation]) -> bytearray:
    """One byte a word: whether it stands between double quotation marks."""
    quoted = bytearray(len(reading.words))
    for quotation in quotations:
        if not quotation.single:
            quoted[quotation.first : quotation.after] = b"\1" * (quotation.after - quotation.first)
    return quoted


@functools.lru_cache(maxsize=16)
def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds any of some phrases, whole."""
    straight = {phrase.replace("’", "'") for phrase in phrases}
    longest_first = sorted(straight, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
