"""Feeds, RSS 0.9 to 2.0 and Atom: each entry an article, with its whole text where it is there.

Many feeds carry the beginning of an article alone, which is noted. The XML may not declare
entities: no feed needs any, and they are how a small file becomes a large one or reads others.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from xml.parsers import expat

from lxml import etree

from workbench.domain.errors import UserError
from workbench.intake.decoding import Decoded, decode
from workbench.intake.foreign import parsed
from workbench.intake.incoming import Found, Incoming, IntakeOptions
from workbench.intake.markup import one_line, plain_text, text_of

SUMMARY_ONLY = "intake.note_summary_only"

_ROOTS = frozenset({"rss", "RDF", "feed"})
_ENTRIES = frozenset({"item", "entry"})
_CONTENT = ("encoded", "content")
_SUMMARY = ("description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_AUTHORS = ("creator", "author")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_XHTML = "{http://www.w3.org/1999/xhtml}div"


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found | UserError]:
    """The articles of a feed; an entry that cannot be taken is given as an error.

    Raises `UserError` for what is no feed.
    """
    declared = parsed(lambda: _declared(incoming.data), kind="XML")
    decoded = decode(incoming.data, encoding=options.encoding, declared=declared)
    root = parsed(lambda: _tree(decoded.text), kind="XML")
    if _name(root) not in _ROOTS:
        raise UserError("intake.no_feed", root=_name(root))
    head = next((child for child in root if _name(child) == "channel"), root)
    entries = [element for element in root.iter("{*}*") if _name(element) in _ENTRIES]
    if not entries:
        raise UserError("intake.empty_feed")
    for number, entry in enumerate(entries, start=1):
        found = parsed(partial(_found, entry, head, decoded), kind="XML")
        yield found if found.text else UserError("intake.empty_entry", number=number)


# --- XML without its dangers


class _Begun(Exception):  # noqa: N818 - says what happened, as signals do
    """The root element was met: what may be declared has been."""


def _declared(data: bytes) -> str:
    """The encoding that the XML says it is in; raises `UserError` where it declares entities."""
    said = [""]
    parser = expat.ParserCreate()
    parser.XmlDeclHandler = lambda _version, encoding, _alone: said.append(encoding or "")
    parser.EntityDeclHandler = _refuse_entities
    parser.StartElementHandler = _stop
    # Whatever else is wrong shows when it is read.
    with suppress(_Begun, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)
    return said[-1]


def _refuse_entities(*_declaration: object) -> None:
    raise UserError("intake.feed_entities")


def _stop(*_element: object) -> None:
    raise _Begun


def _tree(text: str) -> etree._Element:
    """The root of an XML text; nothing is expanded, and nothing outside is read."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    # Its declaration would name another encoding than the one that it now is in.
    body = text[text.find("?>") + 2 :] if text.lstrip("\ufeff\r\n\t ").startswith("<?xml") else text
    whole = body.lstrip("\ufeff\r\n\t ").encode()
    _declared(whole)
    return etree.fromstring(whole, parser)


# --- what an entry says


def _found(entry: etree._Element, head: etree._Element, decoded: Decoded) -> Found:
    """The article of an entry; without text where it has none."""
    content = max((_text_in(part) for part in _parts(entry, _CONTENT)), key=len, default="")
    summary = "" if content else next(map(_text_in, _parts(entry, _SUMMARY)), "")
    notes = (*decoded.notes, SUMMARY_ONLY) if summary else decoded.notes
    return Found(
        content or summary,
        title=one_line(_first(entry, ("title",))),
        source=one_line(_first(entry, ("source",)) or _first(head, ("title",))),
        url=_link(entry),
        author=_author(entry) or _author(head),
        published=_first(entry, _DATES),
        language=_language(entry) or _language(head),
        encoding=decoded.encoding,
        meta=_meta(entry),
        notes=notes,
    )


def _name(element: etree._Element) -> str:
    """The name of an element without its namespace, in which feeds differ."""
    return str(etree.QName(element).localname)


def _parts(entry: etree._Element, names: Iterable[str]) -> Iterator[etree._Element]:
    """The children of these names, in the order of the names."""
    for name in names:
        yield from entry.iterchildren(f"{{*}}{name}")


def _first(entry: etree._Element, names: Iterable[str]) -> str:
    """The text of the first of these children that has any, or of the title inside it."""
    texts = (part.text or part.findtext("{*}title") or "" for part in _parts(entry, names))
    return next((text.strip() for text in texts if text.strip()), "")


def _text_in(part: etree._Element) -> str:
    """The text of a content, whose markup may stand in it as text or as elements."""
    inner = part.find(_XHTML)
    if inner is not None:
        return text_of(inner)
    text = part.text or ""
    return text.strip() if part.get("type") == "text" else plain_text(text)


def _link(entry: etree._Element) -> str:
    """The address of the article: the page itself, not what belongs to it."""
    for link in _parts(entry, ("link",)):
        address = (link.get("href") or link.text or "").strip()
        if address and link.get("rel", "alternate") == "alternate":
            return address
    guid = _first(entry, ("guid", "id"))
    return guid if guid.startswith(("http://", "https://")) else ""


def _author(entry: etree._Element) -> str:
    """Who wrote it, all of them: names alone, where a mail address stands before one."""
    names = (part.findtext("{*}name") or part.text or "" for part in _parts(entry, _AUTHORS))
    return ", ".join(dict.fromkeys(filter(None, map(_without_mail, names))))


def _without_mail(name: str) -> str:
    """The name in `mail@example.org (Name)`, which RSS asks for."""
    mail, bracket, rest = name.strip().partition(" (")
    return rest.removesuffix(")") if bracket and "@" in mail else name.strip()


def _language(element: etree._Element) -> str:
    return element.get(_XML_LANGUAGE) or _first(element, ("language",))


def _meta(entry: etree._Element) -> dict[str, str]:
    """The headings that the article stands under."""
    parts = _parts(entry, ("category", "subject"))
    names = (part.get("label") or part.text or part.get("term") or "" for part in parts)
    said = ", ".join(dict.fromkeys(name.strip() for name in names if name.strip()))
    return {"categories": said} if said else {}
