"""Text of others shown as the text that it is.

Titles, names, labels, quotes, notes and the names of files come from anywhere. Where Qt would take
them for more, they pass here first: a tip that looks like HTML would be rendered, with its pictures
and links, and an ampersand in a caption would become a key. Labels are `fields.plain_label`s.
"""

import html


def plain_tip(text: str) -> str:
    """A tip that shows a text as it is, whatever stands in it."""
    if "<" not in text and "&" not in text:
        return text
    return f"<span>{html.escape(text).replace(chr(10), '<br>')}</span>"


def plain_caption(text: str) -> str:
    """What a button or a menu shows as this text, without a key of its own."""
    return text.replace("&", "&&")
