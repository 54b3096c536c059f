"""Where the content of a reporting verb lies: before it, behind it, or on both sides.

The constructions are those that the list of verbs names. Each rule looks a bounded number of words
to either side, so that the cost of a sentence grows with its length alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from workbench.suggest.news_en.calibration import Evidence
from workbench.suggest.news_en.cues import Cue
from workbench.suggest.news_en.lexicon import Lexicon
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.syntax import Syntax
from workbench.suggest.news_en.times import TIME_WORDS
from workbench.suggest.word_lists import words_of

Words = tuple[int, int]
"""A range of words, half-open."""

OPENING = frozenset(("“", '"', "„", "«", "‘", "'", "``"))
CLOSING = frozenset(("”", '"', "“", "»", "’", "'", "''"))
_QUOTED = [[mark] for mark in OPENING]
_MARKS = OPENING | CLOSING
_BREAKS = words_of(", ; : — – -- -")
_PRONOUNS = words_of("he she it they we i there")
_OBJECTS = words_of(
    "him her them us me you reporters journalists lawmakers parliament congress investors "
    "supporters viewers readers police"
)
_DETERMINERS = words_of(
    "the a an this these those his her its their our my no any some all both each every"
)
_ADVERBIAL = words_of(
    "on in at to during after before while when as last this yesterday today earlier later by "
    "via from with without through late early following upon tonight friday's again here out "
    "there"
)
_CONJUNCTIONS = words_of("and but while though although whereas")
_OPENERS = words_of(
    "in on at after before during when while since as despite asked speaking however "
    "meanwhile instead for with by according if although though"
)
_QUOTE_ENDS = words_of(", . ? ! — … -")
# Behind "that", these make a relative clause of it: "the warning that was filed".
_RELATIVE = [[word] for word in ("is", "was", "are", "were", "has", "had", "can", "could")]
_THAT = frozenset(("that", "how", "why"))
_WHETHER = frozenset(("whether", "if"))
_ASKS = _WHETHER | words_of("how what which who why where when")
_HEADS = [[word] for word in ("he", "she", "it", "they", "we", "i", "there")]
_OBJECT_OF = frozenset(("obj", "iobj", "xcomp"))
_TELLING = words_of(
    "statement interview conference briefing reporters journalists tweet post letter speech "
    "report email comments remarks address message parliament television hearing court"
)
_FINITE = words_of(
    "is are was were has have had does do did will would can could may might must should 's "
    "'re 've 'll"
)
_REACH = 14  # words between a verb and the border of its content
_FEWEST = 3  # words of a clause
_MARKED = frozenset(("object of the verb", "that-clause"))  # contents that may be shorter
_LONG_OPENER = 8  # words from which an opening phrase is likely to be the clause itself
_GOES_ELSEWHERE = words_of(
    "adding saying citing as who which after when a an referencing according"
)


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a content in one or two parts, and the name of the rule that found it.

    `source` is where the source stands if not before the verb.
    """

    parts: tuple[Words, ...]
    reason: Evidence
    source: Words | None = None
    kind: str = ""


class Clauses:
    """The contents of the cues of one sentence."""

    def __init__(
        self,
        reading: Reading,
        lexicon: Lexicon,
        syntax: Syntax,
        sentence: range,
        cues: Sequence[Cue],
    ) -> None:
        self.lower, self.words = reading.lower, reading.words
        self.syntax = syntax
        self.lexicon = lexicon
        self.sentence = sentence
        self.stop = self._without_end(sentence.stop)
        self.cues = cues

    def _without_end(self, stop: int) -> int:
        """The word behind the last one that is no punctuation, save ? and !."""
        while stop > self.sentence.start and self.words[stop - 1] in _MARKS | {".", "…", ",", ":"}:
            stop -= 1
        return stop

    def of(self, cue: Cue) -> Content | None:
        """The content of a cue outside of quotations, if its construction is known."""
        frames = cue.verb.frames
        if cue.passive:
            return self._passive(cue)
        if self._follows_quotation(cue.word):
            return self._that(cue) if "clause" in frames or "that" in frames else None
        before = self._before(cue) if not frames.isdisjoint({"clause", "that", "quote"}) else None
        if before:
            return before
        if "aside" in frames and (aside := self._aside(cue)):
            return aside
        for frame, rule in self._rules:
            if frame in frames and (content := rule(self, cue)):
                return content
        return None

    def _follows_quotation(self, word: int) -> bool:
        """Whether a quotation ends before a verb and its source, so that it is the content."""
        for look in range(word - 1, max(self.sentence.start, word - 2 * _REACH), -1):
            if self.words[look] in CLOSING:
                return self.words[look - 1] in _QUOTE_ENDS or self.words[look + 1] == ","
            if self.words[look] == "," and self.words[look - 1] not in CLOSING:
                # A description of the source stands between commas: `“…,” X, a witness, said`.
                continue
            if self.lower[look] in {"that", "which", "and", "but", "while"}:
                return False
        return False

    def _passive(self, cue: Cue) -> Content | None:
        """The content of a passive: "was accused of …", "were told that …"."""
        if "of" in cue.verb.frames:
            return self._of(cue)
        return self._that(cue) if "told" in cue.verb.frames else None

    # --- before the verb

    def _before(self, cue: Cue) -> Content | None:
        """`CONTENT, the source said (on Thursday)` and `CONTENT, said the source`."""
        comma = self._end_of_clause(cue)
        if comma is None or self.lower[cue.word].endswith("ing"):
            return None
        inverted = comma + 1 == cue.word
        tail = self._tail(cue.word + 1, inverted=inverted)
        if tail is None:
            return None
        between = range(cue.word + 1, tail) if inverted else range(comma + 1, cue.word)
        if not self._is_source(between):
            return None
        source = (cue.word + 1, tail) if inverted else None
        return self._with_rest((self.sentence.start, comma), tail, source)

    def _end_of_clause(self, cue: Cue) -> int | None:
        """The comma behind a whole clause that begins the sentence and ends before a cue."""
        comma = self._comma_before(cue.word)
        if comma is None or comma - self.sentence.start < _FEWEST or not self._is_clause(comma):
            return None
        opener = self.lower[self.sentence.start] in _OPENERS
        return None if opener and comma - self.sentence.start < _LONG_OPENER else comma

    def _with_rest(self, first: Words, tail: int, source: Words | None) -> Content:
        """A clause before its source, with what goes on behind the source, if anything does."""
        goes_on = tail + _FEWEST < self.stop and self.words[tail] == ","
        if goes_on and self.lower[tail + 1] not in _CONJUNCTIONS | _GOES_ELSEWHERE:
            rest = (tail + 1, self.stop)
            return Content((first, rest), "clause around its source", source)
        return Content((first,), "clause before its source", source)

    def _is_clause(self, comma: int) -> bool:
        """Whether the words before a comma hold a finite verb, and no end of a quotation."""
        before = range(self.sentence.start, comma)
        return not any(
            self.words[i] in CLOSING and self.words[i - 1] in _QUOTE_ENDS for i in before[1:]
        ) and any(self.lower[i] in _FINITE or self.lower[i].endswith("ed") for i in before)

    def _comma_before(self, word: int) -> int | None:
        """The last comma before a verb within reach."""
        for look in range(word - 1, max(self.sentence.start, word - _REACH) - 1, -1):
            if self.words[look] == ",":
                # A role may stand between commas: "CONTENT, John Smith, a witness, said".
                return look
            if self.lower[look] in {"that", "which", "who", "and", "but", "while"}:
                return None
        return None

    def _is_source(self, between: range) -> bool:
        """Whether some words look like the subject of a reporting verb alone."""
        words = self.lexicon.attribution
        return any(
            self.words[i][0].isupper()
            or self.lower[i] in words["pronoun"]
            or self.lower[i] in words["speaker"]
            for i in between
        ) and not any(self.lower[i] in self.lexicon.reporting for i in between)

    def _tail(self, word: int, *, inverted: bool) -> int | None:
        """Where the rest behind the verb ends, if it is no content: empty, adverbs, the source."""
        if word >= self.stop:
            return self.stop
        if self.words[word] in {",", ";"}:
            return None if self.words[word + 1 : word + 2] in _QUOTED else word
        if not inverted and self.lower[word] not in _ADVERBIAL | TIME_WORDS:
            return None
        end = word
        while end < self.stop and self.words[end] not in {",", ";"}:
            if self.lower[end] in _THAT or (not inverted and self.lower[end] in _PRONOUNS):
                return None
            end += 1
        return end

    def _aside(self, cue: Cue) -> Content | None:
        """`CONTENT, the minister justified the decision`: a whole clause with nothing reported."""
        comma = self._comma_before(cue.word)
        if comma is None or comma - self.sentence.start < _FEWEST or not self._is_clause(comma):
            return None
        if not self._is_source(range(comma + 1, cue.word)):
            return None
        return Content(((self.sentence.start, comma),), "clause before its source")

    # --- behind the verb

    def _clause(self, cue: Cue) -> Content | None:
        """`said (on Thursday) (that) CONTENT`."""
        that = self._that(cue)
        if that:
            return that
        start = self._skip_adverbials(cue.word + 1)
        if start is None or start >= self.stop or not self._begins_clause(start):
            return None
        return self._behind(cue, start, "clause behind the verb")

    def _begins_clause(self, word: int) -> bool:
        """Whether a clause can begin with a word."""
        text = self.lower[word]
        return text not in {",", ";", ":", "that", "of", "by", "and", "or", "to", "as", "for"} and (
            text not in _ADVERBIAL or text in {"in", "on", "after", "if", "when", "while", "there"}
        )

    def _that(self, cue: Cue) -> Content | None:
        """`said (to reporters in Kyiv) that CONTENT`."""
        start = cue.word + 1
        reach = _REACH if self._is_adverbial(start) or "told" in cue.verb.frames else 1
        for look in range(start, min(start + reach, self.stop)):
            word = self.lower[look]
            if word == "that" and self.lower[look + 1 : look + 2] in _RELATIVE:
                return None
            if word == "that" or (word in _THAT and look == start):
                ahead = look + 1 if word == "that" else look
                return self._behind(cue, ahead, "that-clause")
            if word in {";", ":", "“", '"', "which", "who"}:
                return None
            if look == start and word in _PRONOUNS:
                return None
        return None

    def _is_adverbial(self, word: int) -> bool:
        """Whether an adverb or a phrase of time or place begins with a word."""
        text = self.lower[word] if word < self.stop else ""
        return text in _ADVERBIAL or text in TIME_WORDS or text.endswith("ly")

    def _told(self, cue: Cue) -> Content | None:
        """`told the source's hearers (that) CONTENT`."""
        that = self._that(cue)
        if that:
            return that
        word = cue.word + 1
        if word < self.stop and self.lower[word] in _OBJECTS:
            word += 1
        else:
            start = word
            while word < self.stop and self.words[word][0].isupper():
                word += 1
            if word == start:
                return None
        if word < self.stop and (
            self.lower[word] in _PRONOUNS | _DETERMINERS or self.words[word][0].isupper()
        ):
            return self._behind(cue, word, "clause behind the hearer")
        return None

    def _noun(self, cue: Cue) -> Content | None:
        """`denied CONTENT`, a noun or a participle."""
        start = cue.word + 1
        if start >= self.stop or self.lower[start] in _BREAKS | _ADVERBIAL:
            return None
        return self._behind(cue, start, "object of the verb")

    def _named(self, cue: Cue) -> Content | None:
        """`called CONTENT CONTENT`: somebody, and what they are said to be."""
        relations = [
            self.syntax.relations[word]
            for word in range(cue.word + 1, self.stop)
            if self.syntax.heads[word] == cue.word and self.syntax.relations[word] in _OBJECT_OF
        ]
        return self._noun(cue) if len(relations) > 1 or "xcomp" in relations else None

    def _noun_claim(self, cue: Cue) -> Content | None:
        """`rejected the allegations`, only where the noun is something that is claimed."""
        reach = range(cue.word + 1, min(cue.word + 6, self.stop))
        if any(self.lower[i] in self.lexicon.attribution["deniable"] for i in reach):
            return self._noun(cue)
        return None

    def _after(self, cue: Cue, particle: str, reach: int) -> int | None:
        """The word of a particle behind the verb, in the same clause."""
        for look in range(cue.word + 1, min(cue.word + reach, self.stop)):
            if self.lower[look] == particle:
                return look
            if self.words[look] in _BREAKS | _MARKS or self.lower[look] in _THAT:
                return None
        return None

    def _of(self, cue: Cue) -> Content | None:
        """`accused the other of CONTENT`."""
        word = self._after(cue, "of", _REACH)
        if word is None:
            return None
        return self._behind(cue, word + 1, "accused of", closed=True)

    def _of_noun(self, cue: Cue) -> Content | None:
        """`warned of CONTENT`, `warned against CONTENT`."""
        return self._with_preposition(cue, words_of("of against about"), "warned of")

    def _about(self, cue: Cue) -> Content | None:
        """`spoke of CONTENT`, `talked about CONTENT`."""
        return self._with_preposition(cue, words_of("about of on"), "spoke of")

    def _on(self, cue: Cue) -> Content | None:
        """`commented on CONTENT`."""
        return self._with_preposition(cue, words_of("on upon"), "commented on")

    def _for_noun(self, cue: Cue) -> Content | None:
        """`argued for CONTENT`."""
        return self._with_preposition(cue, words_of("for against"), "argued for")

    def _to_noun(self, cue: Cue) -> Content | None:
        """`pointed to CONTENT`."""
        return self._with_preposition(cue, words_of("to at"), "pointed to")

    def _with_preposition(
        self, cue: Cue, prepositions: frozenset[str], reason: Evidence
    ) -> Content | None:
        """A content behind one of some prepositions that stands right behind the verb."""
        word = cue.word + 1
        if word < self.stop and self.lower[word] in prepositions:
            return self._behind(cue, word + 1, reason, closed=True)
        return None

    def _for(self, cue: Cue) -> Content | None:
        """`blamed the other for CONTENT`."""
        word = self._after(cue, "for", _REACH)
        if word is None or word == cue.word + 1:
            return None
        return self._behind(cue, word + 1, "blamed for", closed=True)

    def _as(self, cue: Cue) -> Content | None:
        """`sees CONTENT as CONTENT`."""
        word = self._after(cue, "as", 10)
        if word is None or word == cue.word + 1:
            return None
        return self._behind(cue, cue.word + 1, "seen as", closed=True)

    def _to(self, cue: Cue) -> Content | None:
        """`vowed to CONTENT`."""
        word = cue.word + 1
        if word < self.stop and self.lower[word] == "to":
            return self._behind(cue, word, "vowed to", closed=True)
        return None

    def _object_to(self, cue: Cue) -> Content | None:
        """`urged CONTENT to CONTENT`."""
        word = self._after(cue, "to", 10)
        if word is None:
            return None
        return self._behind(cue, cue.word + 1, "urged to", closed=True)

    def _call(self, cue: Cue) -> Content | None:
        """`called for CONTENT`, `called on CONTENT to CONTENT`."""
        word = cue.word + 1
        if word >= self.stop or self.lower[word] not in {"for", "on", "upon"}:
            return None
        if self.lower[word] != "for" and self._after(cue, "to", 12) is None:
            return None
        return self._behind(cue, word + 1, "called for", closed=True, kind="demand")

    def _whether(self, cue: Cue) -> Content | None:
        """`asked whether CONTENT`."""
        for look in range(cue.word + 1, min(cue.word + 6, self.stop)):
            asks = _ASKS if look == cue.word + 1 else _WHETHER
            if self.lower[look] in asks:
                return self._behind(cue, look, "asked whether", kind="factual")
        return None

    def _state(self, cue: Cue) -> Content | None:
        """`is sure (that) CONTENT`, `is not sure whether CONTENT`."""
        word = cue.word + 1
        if self.lower[word : word + 1] in _HEADS:
            return self._behind(cue, word, "clause behind a state of mind")
        return self._that(cue) or self._whether(cue)

    # --- borders

    def _behind(
        self,
        cue: Cue,
        start: int,
        reason: Evidence,
        *,
        closed: bool = False,
        kind: str = "",
    ) -> Content | None:
        """A content from a word to the end of its clause; none where quotation marks open it."""
        end = self._end(cue, start, closed=closed)
        fewest = 1 if closed or reason in _MARKED else _FEWEST
        if end - start < fewest or self.words[start] in OPENING:
            return None
        return Content(((start, end),), reason, None, kind)

    def _end(self, cue: Cue, start: int, *, closed: bool) -> int:
        """Where a content ends: before the next cue's clause, a second source, or the sentence."""
        limit = self.stop
        later = next((other for other in self.cues if other.word > cue.word), None)
        if later is not None and later.word >= start:
            limit = self._break_before(start, later.word) or limit
        for look in range(start, limit):
            if self.words[look] == ";" or self._ends_at_comma(look, closed=closed):
                return look
        return limit

    def _ends_at_comma(self, word: int, *, closed: bool) -> bool:
        """Whether a comma ends a content: another source follows, or a phrase has no more."""
        if self.words[word] != "," or word + 1 >= self.stop:
            return False
        behind = self.lower[word + 1]
        if behind in {"according", "adding", "saying", "citing", "warning", "though", "although"}:
            return True
        return closed and behind in _CONJUNCTIONS | {"as", "after", "which", "who", "with", "when"}

    def _break_before(self, start: int, word: int) -> int | None:
        """The last border of a clause before a later cue."""
        for look in range(word, start, -1):
            if self.lower[look] in _CONJUNCTIONS and look < word:
                return look - 1 if self.words[look - 1] == "," else look
            if self.words[look] in {",", ";"}:
                return look
            if self.lower[look] in _THAT:
                return None
        return None

    def _skip_adverbials(self, word: int) -> int | None:
        """The first word behind "on Thursday", "in a statement" and their kin."""
        while word < self.stop:
            text = self.lower[word]
            if text in TIME_WORDS or text in {"yesterday", "today", "earlier", "later"}:
                word += 1
            elif text in {"on", "last", "late", "early", "this"} and (
                word + 1 < self.stop and self.lower[word + 1] in TIME_WORDS
            ):
                word += 2
            elif text in {"in", "at", "to", "during"} and (end := self._end_of_phrase(word)):
                word = end
            else:
                return word
        return None

    def _end_of_phrase(self, word: int) -> int | None:
        """The word behind a short phrase of telling ("in a statement", "to reporters")."""
        for look in range(word + 1, min(word + 6, self.stop)):
            if self.lower[look] in _TELLING:
                return look + 1
        return None

    _rules: ClassVar = (
        ("told", _told),
        ("state", _state),
        ("whether", _whether),
        ("clause", _clause),
        ("that", _that),
        ("of", _of),
        ("as", _as),
        ("call", _call),
        ("for", _for),
        ("object-to", _object_to),
        ("to", _to),
        ("of-noun", _of_noun),
        ("about", _about),
        ("on", _on),
        ("for-noun", _for_noun),
        ("to-noun", _to_noun),
        ("named", _named),
        ("noun", _noun),
        ("noun-claim", _noun_claim),
    )
