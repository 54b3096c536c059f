"""The spaCy pipeline `news-en`: grammar, then a component a layer.

Tokens are those of spaCy's English tokenizer and sentences those stored with the article, so that
suggestions, exports and agreement all speak of the same borders. Each component reads what the ones
before it found and leaves its own in `doc.user_data`; the last one makes the drafts.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from workbench.domain.article import ArticleText
from workbench.domain.span import Span
from workbench.domain.suggestion import Draft
from workbench.suggest.news_en.claims import Claim, find_claims
from workbench.suggest.news_en.clues import Teller
from workbench.suggest.news_en.drafts import drafts_of
from workbench.suggest.news_en.entities import find_names
from workbench.suggest.news_en.events import Event, find_events
from workbench.suggest.news_en.framing import Device, find_devices
from workbench.suggest.news_en.lexicon import Lexicon, lexicon_of
from workbench.suggest.news_en.names import Evidence, Name, evidence_of
from workbench.suggest.news_en.naming import named
from workbench.suggest.news_en.quotations import Quotation, find_quotations
from workbench.suggest.news_en.reading import Reading, reading_of
from workbench.suggest.news_en.recognizer import Recognizer
from workbench.suggest.news_en.syntax import Parser, Syntax
from workbench.suggest.news_en.times import Time, find_times
from workbench.suggest.sums import check_sums
from workbench.suggest.word_lists import fingerprint

NAME = "news-en"
RULES = "7"  # raised with every change of the rules; lists and weights count by their content

_PARTS = ("syntax", "entities", "recognized", "claims", "events", "framing")
_FINDINGS = "workbench"
_ENDLESS = re.compile(r"\S{200,}")


@dataclass(slots=True)
class Findings:
    """What the components have found in one text so far."""

    sentences: tuple[Span, ...]
    reading: Reading = field(init=False)
    evidence: Evidence = field(init=False)
    syntax: Syntax = field(init=False)
    names: list[Name] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    devices: list[Device] = field(default_factory=list)


class NewsEn:
    """The suggester around the pipeline."""

    def __init__(self, nlp: Language, model: str) -> None:
        self._nlp = nlp
        self._model = model

    @property
    def name(self) -> str:
        """`news-en`."""
        return NAME

    @property
    def model(self) -> str:
        """The version of the rules with a hash of the word lists and weights."""
        return self._model

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        """One list of drafts an article, in the order of the articles."""
        for found in self.findings(articles):
            yield drafts_of(
                found.reading,
                names=found.names,
                times=found.times,
                claims=found.claims,
                events=found.events,
                devices=found.devices,
            )

    def findings(self, articles: Iterable[ArticleText]) -> Iterator[Findings]:
        """What the components find in each article, in the order of the articles."""
        for doc in self._nlp.pipe(self._doc(article) for article in articles):
            found: Findings = doc.user_data[_FINDINGS]
            yield found

    def _doc(self, article: ArticleText) -> Doc:
        """The tokens of an article, with its sentences beside them."""
        doc = tokenised(self._nlp, article.text)
        everything = (Span(0, len(article.text)),)
        doc.user_data[_FINDINGS] = Findings(article.structure.sentences or everything)
        return doc


def load(folder: Path) -> NewsEn:
    """The suggester over the word lists and weights of a folder.

    Raises `FileNotFoundError` for one that is missing, and anything for one that is damaged.
    """
    check_sums(folder)
    return NewsEn(_pipeline(folder, _PARTS), fingerprint(folder, rules=RULES))


def ruled(folder: Path, articles: Iterable[ArticleText]) -> Iterator[Findings]:
    """What the rules for names find in each article, as the recognizer is told of it."""
    suggester = NewsEn(_pipeline(folder, ("entities",)), RULES)
    return suggester.findings(articles)


def _pipeline(folder: Path, parts: Iterable[str]) -> Language:
    """The components of some parts over the lists and weights of a folder."""
    lexicon = lexicon_of(folder)
    nlp = spacy.blank("en")
    # The limit guards models whose memory grows with the text; these rules need none.
    nlp.max_length = sys.maxsize
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]  # spaCy types a pipe as a function
        [{"label": label, "pattern": name} for label, name in _spellings(lexicon)]
    )
    # Behind the ruler, which sends its patterns through the components before it.
    nlp.add_pipe("workbench_sentences")
    for part in parts:
        nlp.add_pipe(f"workbench_{part}", config={"folder": str(folder)})
    return nlp


def _spellings(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Every listed name, with the straight apostrophe as well where it has a curly one."""
    for label, name in lexicon.gazetteer:
        yield label, name
        if "’" in name:
            yield label, name.replace("’", "'")


def tokenised(nlp: Language, text: str) -> Doc:
    """The tokens of a text, where a run of 200 characters without a blank is one token.

    spaCy's tokenizer strips marks off such a run one by one, copying it each time: a hundred
    thousand brackets would take minutes.
    """
    if not _ENDLESS.search(text):
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for run in _ENDLESS.finditer(text):
        _append(nlp.make_doc(text[position : run.start()]), words, spaces)
        words.append(run.group())
        spaces.append(False)
        position = run.end()
    _append(nlp.make_doc(text[position:]), words, spaces)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _append(doc: Doc, words: list[str], spaces: list[bool]) -> None:
    """Add the tokens of a piece to those before it."""
    words += [token.text for token in doc]
    spaces += [bool(token.whitespace_) for token in doc]


@Language.component("workbench_sentences")
def _sentences(doc: Doc) -> Doc:
    """Read the text, and start spaCy's sentences where the stored ones start."""
    found: Findings = doc.user_data[_FINDINGS]
    found.reading = reading_of(doc, found.sentences)
    starts = {sentence.start for sentence in found.sentences}
    # All at once: `token.is_sent_start = …` looks through the whole text at every token.
    borders = doc.to_array(["SENT_START"])
    for token in doc:
        borders[token.i] = token.i == 0 or token.idx in starts
    return doc.from_array(["SENT_START"], borders)  # type: ignore[arg-type]  # what it gave is taken


class _Layer:
    """A component of one layer, with the word lists of its folder."""

    def __init__(self, folder: str) -> None:
        self.lexicon = lexicon_of(Path(folder))


class _Syntax:
    """Tags and dependencies, by the model of a folder."""

    def __init__(self, folder: str) -> None:
        self.parser = Parser(Path(folder))

    def __call__(self, doc: Doc) -> Doc:
        found: Findings = doc.user_data[_FINDINGS]
        found.syntax = self.parser.read(found.reading)
        return doc


class _Entities(_Layer):
    """Names, with what the ruler found in the lists, and dates."""

    def __call__(self, doc: Doc) -> Doc:
        found: Findings = doc.user_data[_FINDINGS]
        listed = [(Span(ent.start_char, ent.end_char), ent.label_) for ent in doc.ents]
        found.times = list(find_times(doc.text))
        dated = bytearray(len(doc.text) + 1)
        for time in found.times:
            dated[time.span.start : time.span.end] = b"\1" * len(time.span)
        found.evidence = evidence_of(found.reading)
        names = find_names(found.reading, self.lexicon, found.evidence, listed=listed)
        found.names = [name for name in names if not dated[name.span.start]]
        return doc


class _Recognized(_Layer):
    """The names that the rules found, seen again by the recognizer of a folder."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self.recognizer = Recognizer(Path(folder))
        self.teller = Teller(self.lexicon, self.recognizer.rows)

    def __call__(self, doc: Doc) -> Doc:
        found: Findings = doc.user_data[_FINDINGS]
        clues = self.teller.clues(found.reading, found.evidence, found.names, found.times)
        likely = self.recognizer.read(clues, found.reading.sentences)
        found.names = named(found.reading, found.names, likely)
        return doc


class _Claims(_Layer):
    """Claims, with cues and sources."""

    def __call__(self, doc: Doc) -> Doc:
        found: Findings = doc.user_data[_FINDINGS]
        found.quotations = find_quotations(found.reading)
        found.claims = find_claims(
            found.reading,
            self.lexicon,
            syntax=found.syntax,
            names=found.names,
            quotations=found.quotations,
        )
        return doc


class _Events(_Layer):
    """Event triggers."""

    def __call__(self, doc: Doc) -> Doc:
        found: Findings = doc.user_data[_FINDINGS]
        found.events = find_events(
            found.reading,
            self.lexicon,
            syntax=found.syntax,
            names=found.names,
            times=found.times,
            claims=found.claims,
            quotations=found.quotations,
        )
        return doc


class _Framing(_Layer):
    """Framing devices."""

    def __call__(self, doc: Doc) -> Doc:
        found: Findings = doc.user_data[_FINDINGS]
        found.devices = find_devices(
            found.reading,
            self.lexicon,
            syntax=found.syntax,
            names=found.names,
            claims=found.claims,
            quotations=found.quotations,
        )
        return doc


@Language.factory("workbench_syntax")
def _make_syntax(nlp: Language, name: str, folder: str) -> _Syntax:  # noqa: ARG001
    """Make the component of grammar."""
    return _Syntax(folder)


@Language.factory("workbench_entities")
def _make_entities(nlp: Language, name: str, folder: str) -> _Entities:  # noqa: ARG001
    """Make the component of entities."""
    return _Entities(folder)


@Language.factory("workbench_recognized")
def _make_recognized(nlp: Language, name: str, folder: str) -> _Recognized:  # noqa: ARG001
    """Make the component of what the recognizer says of names."""
    return _Recognized(folder)


@Language.factory("workbench_claims")
def _make_claims(nlp: Language, name: str, folder: str) -> _Claims:  # noqa: ARG001
    """Make the component of claims."""
    return _Claims(folder)


@Language.factory("workbench_events")
def _make_events(nlp: Language, name: str, folder: str) -> _Events:  # noqa: ARG001
    """Make the component of events."""
    return _Events(folder)


@Language.factory("workbench_framing")
def _make_framing(nlp: Language, name: str, folder: str) -> _Framing:  # noqa: ARG001
    """Make the component of framing."""
    return _Framing(folder)
