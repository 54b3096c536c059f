"""People joining a project."""

import unicodedata
from dataclasses import replace

from workbench.domain.annotator import Annotator, Role
from workbench.domain.errors import UserError
from workbench.store import people
from workbench.store.project import Project


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
