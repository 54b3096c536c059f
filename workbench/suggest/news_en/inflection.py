"""Regular English inflection: enough to find the forms of a listed word."""

import re

_DOUBLES = re.compile(r"[^aeiou][aeiou][bdgmnprt]\Z")
_SIBILANT = ("s", "x", "z", "ch", "sh")


def verb_forms(base: str) -> tuple[str, ...]:
    """The -s, -ed and -ing forms of a regular verb.

    A short verb's last consonant is doubled (rob, robbed); longer ones where it is stressed stand
    in the list of irregular forms.
    """
    stem = base + base[-1] if len(base) <= 4 and _DOUBLES.search(base) else base
    if base.endswith("e"):
        return _plural(base), f"{base}d", f"{base[:-1]}ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return _plural(base), f"{base[:-1]}ied", f"{base}ing"
    return _plural(base), f"{stem}ed", f"{stem}ing"


def noun_forms(base: str) -> tuple[str, ...]:
    """The plural of a regular noun, and its singular."""
    return base, _plural(base)


def _plural(base: str) -> str:
    """The -s form of a noun or a verb."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(_SIBILANT) else f"{base}s"
