"""How many of what, in the English of commands, cards and pages that are written."""


def several(number: int, noun: str) -> str:
    """Such as "1 article" and "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
