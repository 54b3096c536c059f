"""Zones and sentences of a text: made once, at intake, by one versioned rule.

Neither the window nor the agreement measures may depend on a language model for something as basic
as a sentence border, so the rule is small, works without a model, and is stored with its version:
a better rule gets a new number and never moves the borders of articles that are already in.

Version 2 knows names, agencies and dates behind a standfirst, which version 1 took for headings.

Zones are paragraphs with a part to play. A paragraph is a line; only in a text that is hard-wrapped
(no long lines, and many lines that go on in lower case) do lines run together up to a blank one.
Sentences lie inside zones. Everything is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise, zip_longest

from workbench.domain.article import Structure, Zone, ZoneKind
from workbench.domain.sentences import is_small, sentences_of
from workbench.domain.span import Span

VERSION = 2

_HEADLINE_LENGTH = 160
_HEADING_LENGTH = 90
_BYLINE_LENGTH = 120
_CAPTION_LENGTH = 400
_NAME_LENGTH = 60
_TAIL = 120
_WRAPPED_WIDTHS = range(40, 101)

_LINE = re.compile(r"[^\n]+")
_CLOSED = "\"'”’“‘»›«)\\]}」』》）"
_ENDED = re.compile(rf"[.!?…؟۔।॥։።፧။。！？｡:;,：；，、][{_CLOSED}]*\Z")
_ASKED = re.compile(rf"[!?！？][{_CLOSED}]*\Z")

_BYLINE = re.compile(
    r"(?:by|from|von|par|por|di|door)\s+(?-i:[^\W\d_a-zß-öø-ÿ])"
    r"|(?:(?:first|last)\s+)?"
    r"(?:published|updated|posted|modified|veröffentlicht|aktualisiert|stand|publié)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\W?(?:the )?(?:reuters|ap|associated press|afp|agence france-presse|dpa|epd|kna|apa|sda|ansa"
    r"|efe|upi|bloomberg|xinhua|tass|interfax|pa media|press association)\W?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[,|·–—]\s+")
_NO_NAME = re.compile(r"[:;!?“”\"…]")
_SMALL_WORD = re.compile(r"of|the|and|for|in|on|at|de|la|du|le|von|van|der|den|y|e|&")
_CREDITS = re.compile(r"\W?(?:additional )?(?:reporting|writing|editing) by\s", re.IGNORECASE)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|fév|avr|juin|juil|août|déc"
    r"|ene|abr|ago|dic)\w*\.?"
)
_DATE_LINE = re.compile(
    r"(?:\w+,?\s+)?(?:"
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?{_MONTH},?(?:\s+de)?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
    r"[\s,.|·–-]{0,3}(?:(?:at |um )?\d{1,2}[:.]\d{2}.{0,12})?",
    re.IGNORECASE,
)
_CAPTION_HEAD = re.compile(
    r"\W{0,2}(?:(?:file )?photo|image|photograph|picture|caption|video|graphic|foto|bild)s?"
    r"(?: by\b|\s*[:/])",
    re.IGNORECASE,
)
_CAPTION_TAIL = re.compile(
    r"\b(?:image|photo|photograph|picture|credit|foto|bild|crédit)s?(?:\s*:| by\b)"
    r"[^.!?:]{1,80}[.)\]]{0,2}\Z",
    re.IGNORECASE,
)


def structure_of(text: str, *, title: str = "") -> Structure:
    """The zones and sentences of a canonical text, in code points and in its order.

    Zones do not overlap and together cover every character that is not blank; sentences lie
    inside zones, and begin and end with characters that are not blank. A first line that equals
    `title` is the headline whatever it looks like.
    """
    zones = tuple(_zones(text, _paragraphs(text), title))
    sentences = chain.from_iterable(sentences_of(text, zone.span) for zone in zones)
    return Structure(zones, tuple(sentences), VERSION)


def ends_like_sentence(line: str) -> bool:
    """Whether a line ends in punctuation, closing quotes aside, as headlines do not."""
    return _ENDED.search(line, max(0, len(line) - _TAIL)) is not None


def same_line(one: str, other: str) -> bool:
    """Whether two lines say the same, blanks and case aside."""
    return one.casefold().split() == other.casefold().split()


def _paragraphs(text: str) -> list[Span]:
    """The paragraphs, each without the blanks around it."""
    lines = [span for match in _LINE.finditer(text) if (span := _trimmed(match))]
    if not _is_wrapped(text, lines):
        return lines
    width = max(len(line) for line in lines)
    joined: list[Span] = []
    last: Span | None = None
    for line in lines:
        if last is not None and _runs_on(text, last, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
        last = line
    return joined


def _trimmed(match: re.Match[str]) -> Span | None:
    """The span of a line less the blanks at its ends; None where all is blank."""
    line = match.group()
    start = match.start() + len(line) - len(line.lstrip())
    end = match.start() + len(line.rstrip())
    return Span(start, end) if start < end else None


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line ends are there for the width alone: no long line, and many that run on."""
    if not lines or max(len(line) for line in lines) not in _WRAPPED_WIDTHS:
        return False
    pairs = [right for left, right in pairwise(lines) if _adjacent(text, left, right)]
    running = sum(is_small(text[right.start]) for right in pairs)
    return running > 0 and running * 3 >= len(pairs)


def _adjacent(text: str, left: Span, right: Span) -> bool:
    """Whether no blank line stands between two lines."""
    return text.count("\n", left.end, right.start) == 1


def _runs_on(text: str, left: Span, right: Span, width: int) -> bool:
    """Whether a line was broken only because the next word had no room left on it."""
    if not _adjacent(text, left, right):
        return False
    word = right.of(text).split(maxsplit=1)[0]
    return is_small(text[right.start]) or len(left) + 1 + len(word) > width * 0.8


def _zones(text: str, paragraphs: list[Span], title: str) -> Iterator[Zone]:
    """The zones: those at the head of the article, the lead with its credits, then the body."""
    head = _head(text, paragraphs, title)
    yield from head
    body = paragraphs[len(head) :]
    if len(paragraphs) > 1 and body:
        yield Zone("lead", body.pop(0))
        behind = list(_beside(text, body, None))
        yield from behind
        body = body[len(behind) :]
    for index, span in enumerate(body, start=1):
        yield Zone(_body_kind(text, span, last=index == len(body)), span)


def _head(text: str, paragraphs: list[Span], title: str) -> list[Zone]:
    """What stands before the lead: the headline, also a repeated one, bylines and captions."""
    kind = _first_kind(text, paragraphs, title) if paragraphs else None
    if kind is None:
        return list(_beside(text, paragraphs, None))
    first, rest = paragraphs[0], paragraphs[1:]
    return [Zone(kind, first), *_beside(text, rest, first)]


def _beside(text: str, paragraphs: list[Span], headline: Span | None) -> Iterator[Zone]:
    """The paragraphs up to the first that tells the story: bylines, captions, the headline again.

    A name alone is a byline only beside another one: "Sarn Press Agency" over a date.
    """
    signed = False
    for span, following in zip_longest(paragraphs, paragraphs[1:]):
        kind = _side_kind(text, span)
        if headline is not None and _repeats(text, headline, span):
            kind = "headline"
        elif kind is None and _is_name(text, span):
            signs = following is not None and _side_kind(text, following) == "byline"
            kind = "byline" if signed or signs else None
        if kind is None:
            return
        yield Zone(kind, span)
        signed = kind == "byline"


def _repeats(text: str, headline: Span, span: Span) -> bool:
    """Whether a paragraph says the headline again."""
    return len(span) <= 2 * len(headline) and same_line(headline.of(text), span.of(text))


def _first_kind(text: str, paragraphs: list[Span], title: str) -> ZoneKind | None:
    """Whether the first paragraph is the headline: it equals the title or looks like one."""
    first = paragraphs[0]
    if title and len(first) <= 2 * len(title) and same_line(first.of(text), title):
        return "headline"
    if len(paragraphs) == 1 or len(first) > _HEADLINE_LENGTH or "\n" in first.of(text):
        return None
    line = first.of(text)
    one_sentence = sum(1 for _ in sentences_of(text, first)) == 1
    if ends_like_sentence(line) and not (one_sentence and _ASKED.search(line)):
        return None
    return None if _side_kind(text, first) == "caption" or _is_date(line) else "headline"


def _body_kind(text: str, span: Span, *, last: bool) -> ZoneKind:
    """What a paragraph after the lead is."""
    side = _side_kind(text, span)
    if side == "caption" or (side == "byline" and last):
        return side
    return "heading" if not last and _is_heading(text, span) else "paragraph"


def _side_kind(text: str, span: Span) -> ZoneKind | None:
    """Whether a paragraph is a byline or a caption rather than part of the story."""
    if len(span) <= _BYLINE_LENGTH and _is_byline(span.of(text)):
        return "byline"
    if len(span) <= _CAPTION_LENGTH and _is_caption(span.of(text)):
        return "caption"
    return None


def _is_byline(line: str) -> bool:
    """Whether a line says who wrote the article or when, and nothing else."""
    if _is_date(line) or _CREDITS.match(line) or _AGENCY.fullmatch(line):
        return True
    if any(
        _is_name(line, Span(0, mark.start())) and _is_date(line[mark.end() :])
        for mark in _SEPARATOR.finditer(line)
    ):
        return True
    return _BYLINE.match(line) is not None and not ends_like_sentence(line)


def _is_name(text: str, span: Span) -> bool:
    """Whether a stretch could be the name of a person or an outlet: few words, all capitalised."""
    if not 0 < len(span) <= _NAME_LENGTH:
        return False
    line = span.of(text)
    words = line.replace(",", " ").split()
    if not words or not words[0][0].isupper() or _NO_NAME.search(line) or ends_like_sentence(line):
        return False
    return all(_SMALL_WORD.fullmatch(word) or not word[0].islower() for word in words)


def _is_date(line: str) -> bool:
    """Whether a line is a date, with a day of the week or a time at most."""
    return _DATE_LINE.fullmatch(line) is not None


def _is_caption(line: str) -> bool:
    """Whether a line describes a picture or names its source."""
    if _CAPTION_HEAD.match(line):
        return True
    reach = max(0, len(line) - _TAIL)
    tail = line[reach:]
    # Most lines have neither, and finding that out costs a tenth of the pattern.
    if ":" not in tail and " by" not in tail.lower():
        return False
    return _CAPTION_TAIL.search(line, reach) is not None


def _is_heading(text: str, span: Span) -> bool:
    """Whether a paragraph is a short line without end punctuation that begins like a title."""
    if len(span) > _HEADING_LENGTH:
        return False
    line = span.of(text)
    begins = line.lstrip("\"'“‘«„([")[:1]
    return begins.isalnum() and not is_small(begins) and not ends_like_sentence(line)
