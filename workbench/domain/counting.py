"""How many of what, in the English of commands, cards and pages that are written."""


def several(number: int, noun: str, more: str = "") -> str:
    """Such as "1 article" and "2 articles", or "2 people" where that is given as `more`."""
    return f"{number} {noun}" if number == 1 else f"{number} {more or f'{noun}s'}"
