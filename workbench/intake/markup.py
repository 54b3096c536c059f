"""From a piece of markup to running text: blocks become paragraphs, and what is no text goes.

For pieces that are an article already, as a feed carries them: nothing is judged, so nothing of the
article can be lost.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

_LEFT_OUT = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "svg", "button", "form")
)
_WITHIN = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em"),
        *("font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_MARKUP = re.compile(r"<[a-z!/]|&#?\w+;", re.IGNORECASE)
_BREAK, _PARAGRAPH = "\n", "\n\n"
_LINES = re.compile(r" *\n *")
_GAPS = re.compile(r"\n{2,}")


def plain_text(markup: str) -> str:
    """The text of a piece of HTML, an empty line between paragraphs; text without markup stays.

    Raises what the parser raises.
    """
    if not _MARKUP.search(markup):
        return markup.strip()
    return text_of(lxml_html.fromstring(f"<div>{markup}</div>"))


def text_of(tree: etree._Element) -> str:
    """The text of an element of HTML or XHTML, an empty line between paragraphs."""
    text = _LINES.sub("\n", "".join(_pieces(tree)).replace("\xa0", " "))
    return _GAPS.sub(_PARAGRAPH, text).strip()


def one_line(markup: str) -> str:
    """The text of a piece of HTML on one line."""
    return " ".join(plain_text(markup).split())


def _pieces(tree: etree._Element) -> Iterator[str]:
    """The text in the order of the page, with breaks between blocks.

    The tree is walked and not descended, as markup may nest deeper than calls can.
    """
    within: list[etree._Element] = []  # what is left out, while the walk is inside it
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = _name(element)
        if event == "start" and name in _LEFT_OUT:
            within.append(element)
        if not within and name:
            yield _edge(name, event)
        if not within and event == "start":
            yield _blanks(element.text)
        if event == "end" and within and within[-1] is element:
            within.pop()
        if not within and event != "start" and element is not tree:
            yield _blanks(element.tail)


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and their kin."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _edge(tag: str, event: str) -> str:
    """What parts the inside of an element from its outside."""
    if tag == "br":
        return _BREAK if event == "start" else ""
    return "" if tag in _WITHIN else _PARAGRAPH


def _blanks(text: str | None) -> str:
    """A text as a browser shows it: all its blanks are single."""
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")
