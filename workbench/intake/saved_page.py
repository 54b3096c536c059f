"""Web pages that a browser saved as one file (MHTML): the page with the article, of all frames.

Such a file is a mail with the page and everything around it as attachments; the standard library
takes it apart. Pictures, styles and scripts are never looked at. Advertisements and embedded videos
come as pages of their own, so that the page is taken whose article is the longest.
"""

import heapq
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from workbench.domain.errors import UserError
from workbench.intake.foreign import parsed
from workbench.intake.html import page_in
from workbench.intake.incoming import Found, Incoming, IntakeOptions

MOST_FRAMES = 20
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read(incoming: Incoming, options: IntakeOptions) -> Iterator[Found]:
    """The one article of a saved page; raises `UserError` where there is none."""
    mail = parsed(lambda: message_from_bytes(incoming.data), kind="MHTML")
    parts = (part for part in mail.walk() if part.get_content_type() in _PAGES)
    frames = ((_page(part), part) for part in parts)
    # The largest pages come first, and what opened first stays before others of its size.
    largest = heapq.nlargest(MOST_FRAMES, frames, key=lambda frame: _size(frame[0]))
    tried = [_article(page, part, options) for page, part in largest]
    articles = [found for found in tried if isinstance(found, Found)]
    if not articles:
        raise next((e for e in tried if isinstance(e, UserError)), UserError("intake.no_article"))
    yield _with_headers(max(articles, key=lambda found: len(found.text)), mail)


def _page(part: Message) -> bytes | UserError:
    """The page of a part, or why it cannot be read."""
    try:
        return bytes(parsed(lambda: part.get_payload(decode=True), kind="MHTML") or b"")
    except UserError as error:
        return error


def _size(page: bytes | UserError) -> int:
    """How many bytes a page has; 0 where it cannot be read."""
    return len(page) if isinstance(page, bytes) else 0


def _article(page: bytes | UserError, part: Message, options: IntakeOptions) -> Found | UserError:
    """The article of one frame, or why it gives none, which may be said of no other."""
    if isinstance(page, UserError):
        return page
    charset = part.get_content_charset("")
    try:
        found = page_in(page, options, charset=charset)
    except UserError as error:
        return error
    return replace(found, url=found.url or _address(part, "Content-Location"))


def _with_headers(found: Found, mail: Message) -> Found:
    """An article with what the browser noted when it saved the page, where the page is silent."""
    return replace(
        found,
        title=found.title or _in_words(str(mail.get("Subject", ""))),
        url=found.url or _address(mail, "Snapshot-Content-Location"),
    )


def _address(part: Message, header: str) -> str:
    """The web address in a header; empty for the places of a file on a disk."""
    address = str(part.get(header, "")).strip()
    return address if address.startswith(("http://", "https://")) else ""


def _in_words(header: str) -> str:
    """A header with its encoded words decoded, or as it stands where they are broken."""
    try:
        return str(make_header(decode_header(header)))
    except (LookupError, ValueError, MessageError):
        return header
