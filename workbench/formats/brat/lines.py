"""The lines of a brat file of marks, taken one by one and put together by their ids.

An event is the span of its trigger, and its arguments are relations; the number that tells several
roles of one name apart is dropped. What refers to an event refers to its trigger.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.domain.errors import UserError
from workbench.formats.units import Claimed

NOTE, QUESTION, ANSWER = "AnnotatorNotes", "Unsure", "Answer"
_SPAN = re.compile(r"(\S+) (\d+ \d+(?:;\d+ \d+)*)")
_PAIR = re.compile(r"(\S+?):(\S+)")
_NUMBER = re.compile(r"\d+$")


@dataclass(slots=True)
class Said:
    """What other lines say of a span or relation: attributes, and notes by their kind."""

    attributes: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str) -> str:
        """All notes of a kind."""
        return "\n".join(self.notes.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Mark:
    """A span: its type, and where the file says that it stands."""

    type: str
    claim: Claimed
    said: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two marks, by their ids in the file."""

    type: str
    source: str
    target: str
    said: Said = field(default_factory=Said)


class Lines:
    """The marks and arrows of a file, as its lines come in; an id may be used before its line."""

    def __init__(self) -> None:
        self.marks: dict[str, Mark] = {}
        self._arrows: dict[str, list[Arrow]] = {}
        self._triggers: dict[str, str] = {}
        self._later: list[tuple[str, str, str, str, str]] = []

    def take(self, line: str, place: str) -> None:
        """Take one line; raises `UserError` where it is none."""
        id, _, rest = line.partition("\t")
        head, _, words = rest.partition("\t")
        take = _TAKE.get(id[:1])
        if take is None or not rest:
            raise UserError("formats.brat_line", place=place)
        take(self, id, head, words, place)

    def close(self) -> None:
        """Hand out what lines said of others; raises `UserError` for ids that no line has."""
        for place, kind, name, target, value in self._later:
            for said in self._said(target, place):
                if kind == "A":
                    said.attributes[name] = value
                else:
                    said.notes.setdefault(name, []).append(value)

    def arrows(self) -> Iterator[Arrow]:
        """Every relation, its ends among the marks."""
        for arrows in self._arrows.values():
            for arrow in arrows:
                yield Arrow(
                    arrow.type,
                    self._trigger(arrow.source),
                    self._trigger(arrow.target),
                    arrow.said,
                )

    def _trigger(self, id: str) -> str:
        """The mark that is meant by an id: itself, or the trigger of an event."""
        id = self._triggers.get(id, id)
        if id not in self.marks:
            raise UserError("formats.dangling", place="brat", id=id)
        return id

    def _said(self, target: str, place: str) -> list[Said]:
        """What is known of the target of a line."""
        id = self._triggers.get(target, target)
        if id in self.marks:
            return [self.marks[id].said]
        if target in self._arrows:
            return [arrow.said for arrow in self._arrows[target]]
        raise UserError("formats.dangling", place=place, id=target)

    # --- the kinds of lines

    def _span(self, id: str, head: str, words: str, place: str) -> None:
        found = _SPAN.fullmatch(head)
        if found is None:
            raise UserError("formats.brat_line", place=place)
        if id in self.marks:
            raise UserError("formats.id_twice", place=place, id=id)
        pairs = (piece.split(" ") for piece in found[2].split(";"))
        fragments = tuple((int(start), int(end)) for start, end in pairs)
        self.marks[id] = Mark(found[1], Claimed(place, fragments, words))

    def _relation(self, id: str, head: str, _words: str, place: str) -> None:
        type, *ends = head.split() or [""]
        pairs = [_PAIR.fullmatch(end) for end in ends]
        if len(pairs) != 2 or pairs[0] is None or pairs[1] is None:
            raise UserError("formats.brat_line", place=place)
        self._arrows[id] = [Arrow(type, pairs[0][2], pairs[1][2])]

    def _event(self, id: str, head: str, _words: str, place: str) -> None:
        pairs = [_PAIR.fullmatch(part) for part in head.split()]
        found = [(pair[1], pair[2]) for pair in pairs if pair is not None]
        if not found or len(found) < len(pairs):
            raise UserError("formats.brat_line", place=place)
        (_, trigger), *arguments = found
        self._triggers[id] = trigger
        self._arrows[id] = [
            Arrow(_NUMBER.sub("", role), trigger, argument) for role, argument in arguments
        ]

    def _attribute(self, _id: str, head: str, _words: str, place: str) -> None:
        name, _, rest = head.partition(" ")
        target, _, value = rest.partition(" ")
        self._later.append((place, "A", name, target, value or "true"))

    def _note(self, _id: str, head: str, words: str, place: str) -> None:
        kind, _, target = head.partition(" ")
        self._later.append((place, "#", kind, target, words))

    def _reference(self, _id: str, head: str, words: str, place: str) -> None:
        """A reference to another database; brat itself doubles the tab before its words."""
        _, target, reference = (*head.split(" "), "", "")[:3]
        self._later.append((place, "#", NOTE, target, f"{reference} {words.strip()}".strip()))

    def _equal(self, id: str, head: str, _words: str, place: str) -> None:
        """Marks of the same thing: a relation from each to the next."""
        type, *members = head.split() or [""]
        if len(members) < 2:
            raise UserError("formats.brat_line", place=place)
        pairs = pairwise(members)
        arrows = self._arrows.setdefault(id, [])
        arrows += [Arrow(type, first, second) for first, second in pairs]


_TAKE = {
    "T": Lines._span,  # noqa: SLF001 - the class's own table
    "R": Lines._relation,  # noqa: SLF001
    "E": Lines._event,  # noqa: SLF001
    "A": Lines._attribute,  # noqa: SLF001
    "M": Lines._attribute,  # noqa: SLF001
    "#": Lines._note,  # noqa: SLF001
    "N": Lines._reference,  # noqa: SLF001
    "*": Lines._equal,  # noqa: SLF001
}
