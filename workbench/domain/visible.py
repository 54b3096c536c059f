"""Text as a terminal may show it: what would steer the terminal stands there spelled out.

Titles, names, quotes and the names of files come from anywhere, and a terminal takes some of their
characters for orders: to clear the screen, to name the window, to type. What turns the direction of
writing around is spelled out too, since it can make one word look like another. The spelling is
that of JSON, so that what was escaped there is still the same text.
"""

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with all that steers a terminal spelled out; lines and tabs stay."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
