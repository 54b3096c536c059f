"""The endings of file names, which say what a file is before anybody opens it."""

from pathlib import Path

ARCHIVES = frozenset({".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz"})


def suffix_of(name: str) -> str:
    """The ending of a name, in small letters: two parts where tar is packed."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    double = "".join(suffixes[-2:])
    return double if double in ARCHIVES else "".join(suffixes[-1:])
