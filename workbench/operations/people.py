"""People joining a project."""

import unicodedata
from collections.abc import Collection
from dataclasses import replace
from itertools import takewhile

from workbench.domain.annotator import Annotator, Role
from workbench.domain.errors import UserError
from workbench.store import people
from workbench.store.project import Project

_TELLING = 5  # letters of a name from which on one of them may be a slip


def annotator_named(project: Project, name: str, *, role: Role = "annotator") -> Annotator:
    """The person of that name, who joins the project if new to it.

    Joining is remembered but not undone by Ctrl+Z, since the journal names people.
    """
    name = _tidy(name)
    if not name:
        raise UserError("operations.no_name")
    known = people.find(project, name)
    if known is not None:
        return known
    with project.transaction("add_annotator", person="", kind="record") as transaction:
        return people.find(transaction, name) or people.add(transaction, name, role)


def reader_named(project: Project, name: str) -> Annotator:
    """The person of that name in a project that is only read, which a new one cannot join."""
    return people.find(project, _tidy(name)) or Annotator("", _tidy(name))


def annotator_meant(project: Project, name: str, *, beside: Collection[str] = ()) -> Annotator:
    """As `annotator_named`, for a name that was typed: one letter off a known one joins nothing.

    Names given `beside` it are no slips of each other. Raises `UserError` naming whom is meant.
    """
    typed = _tidy(name)
    there = {person.name for person in people.annotators(project)} - set(map(_tidy, beside))
    for known in () if people.find(project, typed) else sorted(there):
        if _is_slip(typed.casefold(), known.casefold()):
            raise UserError("operations.name_like_another", name=typed, known=known)
    return annotator_named(project, name)


def with_role(project: Project, *, annotator: Annotator, role: Role) -> Annotator:
    """The person with a role; like joining, it is remembered but not undone by Ctrl+Z."""
    if annotator.role != role:
        with project.transaction("set_role", person=annotator.id, kind="record") as transaction:
            people.set_role(transaction, annotator.id, role)
    return replace(annotator, role=role)


def annotator_known(project: Project, name: str) -> Annotator:
    """The person of that name; raises `UserError` where there is none."""
    known = people.find(project, _tidy(name))
    if known is None:
        names = ", ".join(person.name for person in people.annotators(project)) or "nobody yet"
        raise UserError("operations.unknown_annotator", name=name, known=names)
    return known


def everyone(project: Project) -> list[Annotator]:
    """The people of the project, by name."""
    return people.annotators(project)


def _tidy(name: str) -> str:
    """A name without what cannot be seen: blanks around it, lines in it, how accents were typed."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _is_slip(typed: str, known: str) -> bool:
    """Whether a name is another one mistyped: the same, or a letter off where it has several."""
    start = _alike(typed, known)
    end = _alike(typed[start:][::-1], known[start:][::-1])
    odd, meant = (name[start : len(name) - end] for name in (typed, known))
    if any(map(str.isdigit, odd + meant)):
        return False  # people may well be numbered
    near = max(len(odd), len(meant)) < 2 or odd == meant[::-1]
    return not odd + meant or (near and len(odd) < 3 and min(len(typed), len(known)) >= _TELLING)


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common from the beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
