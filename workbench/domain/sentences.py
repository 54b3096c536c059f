"""Sentence borders inside one paragraph: part of the rule of `structure`, under its version.

A border stands after . ! ? … and their kin in other scripts, together with the quotation marks and
brackets that close there. The full stop is the one that lies: after titles, initials, and
abbreviations it says nothing, so that the word after it decides. A mark that ends a sentence in
Chinese and Japanese needs no blank behind it. A small letter goes on with the sentence, except in
Georgian, which has no others.

Each mark is looked at once, and looks back over a fixed reach only: a megabyte without a single
line end costs no more than one cut into paragraphs.
"""

import re
from collections.abc import Iterator

from workbench.domain.span import Span

_STOPS = ".!?…؟۔।॥։።፧။"
_WIDE_STOPS = "。！？｡"
_CLOSERS = "\"'”’“‘»›«)\\]}"
_WIDE_CLOSERS = "」』”’）》〉)\\]"
# It begins with one set of characters, since that is found four times as fast as one of two.
_MARK = re.compile(
    rf"[{_STOPS}{_WIDE_STOPS}](?:"
    rf"(?<=[{_STOPS}])(?P<more>[{_STOPS}]*)(?P<close>(?:[{_CLOSERS}]|[ \u00a0\u202f]»(?!\w))*)"
    rf"|[{_WIDE_STOPS}]*(?P<wide>[{_WIDE_CLOSERS}]*))"
)
_LEAD_IN = re.compile(r"[\s\"'“”‘’«»‹›„‚(\[{—–-]*")
_WORD = re.compile(r"\w+")
_WIDE_GOES_ON = frozenset("とっ，、,：:")
_OMITTED_AFTER = frozenset("[(")
_QUOTATION_REACH = 800
_WORD_REACH = 24


def _words(line: str) -> frozenset[str]:
    """The words of a line, to be looked up."""
    return frozenset(line.split())


# A name or a number follows these: the sentence goes on whatever comes next.
_TITLES = _words(
    "mr mrs ms mx dr prof gen sen rep gov lt col capt cpt cmdr maj sgt adm brig hon pres rev fr st "
    "ste msgr supt det insp amb asst mt messrs mme mlle hr vs art fig cf ca approx bzw "
    "z.b d.h e.g i.e"
)
# These may end a sentence too: it ends where a word follows that usually opens one.
_SHORT = _words(
    "inc ltd co corp bros plc llc jr sr esq etc al est nos pp vol ed eds sec dept univ jan feb mar "
    "apr jun jul aug sep sept oct nov dec tue tues wed thu thurs fri ave blvd rd ext "
    "ariz ark calif colo conn ga ky md mich minn mont neb nev okla ore tenn tex va vt wis wyo "
    "usw evtl"
)
_OPENERS = _words(
    "a an the this that these those there he she it they we you i his her its their our my "
    "in on at by for from with without after before since until during while when where as if "
    "although though because but and or so yet however meanwhile nevertheless moreover "
    "according both each every many most some several such no not now then what who why how "
    "der die das ein eine er sie es wir ich im am bei nach vor aber und doch wenn als "
    "le la les un une il elle ils nous mais et dans el los las una pero en"
)
_ABBREVIATED = _TITLES | _SHORT | {"no"}
_NUMBERED_AFTER = _words(
    "januar februar märz april mai juni juli august september oktober november dezember jahrhundert"
)


def sentences_of(text: str, zone: Span) -> Iterator[Span]:
    """The sentences of a zone, without the blanks around them; a zone's end ends its last one."""
    start = zone.start
    for match in _MARK.finditer(text, zone.start, zone.end):
        end = match.end()
        if end < zone.end and _ends(text, start, match):
            yield Span(start, end)
            start = _after_blanks(text, end, zone.end)
    if start < zone.end:
        yield Span(start, zone.end)


def is_small(character: str) -> bool:
    """Whether a letter is small in a script whose sentences and titles begin with a large one."""
    return character.islower() and character.title() != character


def _after_blanks(text: str, start: int, end: int) -> int:
    """The first position from `start` on that is not blank, at most `end`."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a mark ends its sentence, which begins at `start`; the search ended with the zone."""
    end = match.end()
    if match["wide"] is not None:
        return not (match["wide"] and text[end] in _WIDE_GOES_ON)
    if not text[end].isspace():
        return False
    opening = _LEAD_IN.match(text, end, match.endpos)
    following = opening.end() if opening else end
    if following >= match.endpos or is_small(text[following]):
        return False
    stop = text[match.start() : match.end("more")]
    if stop == ".":
        return _full_stop_ends(text, start, match, following)
    return not _is_ellipsis(stop) or _ellipsis_ends(text, start, match)


def _is_ellipsis(stop: str) -> bool:
    """Whether a run of marks that is not just one full stop only trails off: "…" or dots."""
    return not stop.strip(".…")


def _ellipsis_ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether an ellipsis ends its sentence: not where words were left out of a quotation."""
    before = text[match.start() - 1] if match.start() > start else ""
    if before in _OMITTED_AFTER or before.isspace():
        return False
    if match["close"]:
        return True
    reach = max(start, match.start() - _QUOTATION_REACH)
    so_far = text[reach : match.start()]
    opened = max(so_far.rfind("“"), so_far.rfind("„"), so_far.rfind("«"))
    closed = max(so_far.rfind("”"), so_far.rfind("»"))
    return opened <= closed and so_far.count('"') % 2 == 0


def _full_stop_ends(text: str, start: int, match: re.Match[str], following: int) -> bool:
    """Whether a single full stop ends its sentence; `following` is where the next word begins."""
    stop = match.start()
    if _follows_plain_word(text, start, stop):
        return True
    token = _token_before(text, start, stop)
    bare = token.casefold()
    if bare in _TITLES:
        return False
    if token.isdigit():
        alone = stop - len(token) == start
        return not alone and _word_at(text, following, match.endpos) not in _NUMBERED_AFTER
    if bare == "no" and _word_at(text, following, match.endpos).isdigit():
        return False
    if _is_initial(token) or "." in token or bare in _SHORT:
        return _word_at(text, following, match.endpos) in _OPENERS
    return True


def _follows_plain_word(text: str, start: int, stop: int) -> bool:
    """Whether a word stands before a full stop that is nothing but one, as nearly all are."""
    reach = max(start, stop - _WORD_REACH)
    word = text[text.rfind(" ", reach, stop) + 1 or reach : stop]
    return len(word) > 1 and word.isalpha() and word.casefold() not in _ABBREVIATED


def _token_before(text: str, start: int, stop: int) -> str:
    """What stands between the last blank or bracket and a full stop, at most the reach of it."""
    before = text[max(start, stop - _WORD_REACH) : stop].split()
    last = before[-1] if before and not text[stop - 1].isspace() else ""
    return last.lstrip("\"'“”‘’«»„‚([{—–-")


def _word_at(text: str, start: int, end: int) -> str:
    """The word that begins at a position, in lower case; empty where none does."""
    match = _WORD.match(text, start, min(end, start + _WORD_REACH))
    return match.group().casefold() if match else ""


def _is_initial(token: str) -> bool:
    """Whether a token is one letter, or some joined by hyphens, as in names and in "p. 7"."""
    if len(token) == 1:
        return token.isalpha()
    return "-" in token and all(len(part) == 1 and part.isalpha() for part in token.split("-"))
