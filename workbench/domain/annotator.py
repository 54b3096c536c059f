"""People, and what each of them has to do: assignments of article × annotator × layer.

*Done* is a fact of its own: an article-layer that is done and holds no span says "looked and found
nothing"; one that is not done says nothing at all, and is never compared.
"""

from dataclasses import dataclass
from typing import Literal

Role = Literal["annotator", "reviewer"]
Status = Literal["new", "started", "done", "skipped"]
Help = Literal["on", "off"]

ROLES: tuple[Role, ...] = ("annotator", "reviewer")
STATUSES: tuple[Status, ...] = ("new", "started", "done", "skipped")


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person who annotates or reviews; `name` is unique in a project."""

    id: str
    name: str
    role: Role = "annotator"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One layer of one article for one annotator; `help` says whether suggestions are shown."""

    id: str
    article: str
    annotator: str
    layer: str
    status: Status = "new"
    round: int = 1
    help: Help = "on"
    reason: str = ""
