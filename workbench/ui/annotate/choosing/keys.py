"""What a digit means next: a small machine without Qt, so that it can be tested by itself.

A question has a list of choices, each with its key. Labels have the keys of the scheme; all other
choices are numbered, nine at a time, and 0 turns to the next nine. Questions can follow one
another: the values of one attribute after the other, then the other end of a relation. There are no
time limits, and whoever does something else instead has let go.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.domain.annotation import Annotation
from workbench.domain.scheme import ArticleLabelType, Attribute, Layer, RelationType
from workbench.domain.suggestion import Suggestion

Mode = Literal[
    "idle", "label", "attribute", "relation", "end", "relation_attribute", "article_label"
]

PAGE = 9  # choices that digits reach at once


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its key, what it stands for, its name, and what helps to decide for it."""

    key: str
    value: str
    name: str
    color: str = ""
    guideline: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What the next digit decides.

    `about` is the id of the layer, attribute, relation type or article label that is asked for, and
    `name` what it is called. `first` is the place of the first choice in reach; `rest` is asked
    afterwards. With `several` an answer is taken or given up, and the question stays. Enter takes
    the `offered` one.
    """

    mode: Mode = "idle"
    about: str = ""
    name: str = ""
    choices: tuple[Choice, ...] = ()
    rule: str = ""
    first: int = 0
    several: bool = False
    offered: str = ""
    rest: tuple["Question", ...] = ()

    def __bool__(self) -> bool:
        return self.mode != "idle"

    def in_reach(self) -> tuple[Choice, ...]:
        """The choices that digits stand for now."""
        return self.choices[self.first : self.first + PAGE]

    def pages(self) -> bool:
        """Whether there are more choices than digits."""
        return len(self.choices) > PAGE

    def answer(self, digit: str) -> Choice | None:
        """What a digit stands for, or None."""
        return next((choice for choice in self.in_reach() if choice.key == digit), None)

    def offer(self) -> Choice | None:
        """What Enter stands for, or None."""
        return next((choice for choice in self.choices if choice.value == self.offered), None)

    def turned(self) -> "Question":
        """The same question with its next choices in reach; after the last, the first again."""
        following = self.first + PAGE
        return replace(self, first=following if following < len(self.choices) else 0)

    def with_chosen(self, *values: str) -> "Question":
        """The same question, with the answers marked that hold now."""
        marked = tuple(replace(choice, chosen=choice.value in values) for choice in self.choices)
        return replace(self, choices=marked)

    def following(self) -> "Question":
        """What is asked once this is answered or passed over."""
        return replace(self.rest[0], rest=self.rest[1:]) if self.rest else IDLE


IDLE = Question()


def in_turn(questions: Iterable[Question]) -> Question:
    """The first of some questions, with the others behind it."""
    asked = tuple(questions)
    return replace(asked[0], rest=asked[1:]) if asked else IDLE


def for_label(layer: Layer) -> Question:
    """Which label of a layer; folded labels have keys as well."""
    choices = (Choice(x.key, x.id, x.name, x.color, x.guideline) for x in layer.labels)
    return Question("label", layer.id, layer.name, tuple(choices), layer.span_rule)


def for_attributes(
    attributes: Iterable[Attribute], given: Mapping[str, str], offered: Mapping[str, str]
) -> list[Question]:
    """The value of each attribute that has a list of values."""
    return [
        Question(
            "attribute",
            attribute.id,
            attribute.name,
            numbered((value, value) for value in attribute.values),
            attribute.help,
            offered=offered.get(attribute.id, ""),
        ).with_chosen(given.get(attribute.id, ""))
        for attribute in attributes
        if attribute.type == "choice"
    ]


def for_relation(kinds: Iterable[RelationType], name: str) -> Question:
    """Which kind of relation, by the keys of the scheme."""
    return Question("relation", "", name, tuple(Choice(k.key, k.id, k.name) for k in kinds))


def for_end(kind: RelationType, candidates: Sequence[Annotation | Suggestion]) -> Question:
    """What a relation leads to, the likeliest first."""
    choices = numbered((a.id, a.quote) for a in candidates)
    return Question("end", kind.id, kind.name, choices, offered=choices[0].value if choices else "")


def for_relation_attributes(kind: RelationType) -> list[Question]:
    """The value of each attribute of a relation."""
    asked = for_attributes(kind.attributes, {}, {})
    return [replace(question, mode="relation_attribute") for question in asked]


def for_article_label(kind: ArticleLabelType, given: Sequence[str]) -> Question:
    """Which value an article label has."""
    asked = Question(
        "article_label",
        kind.id,
        kind.name,
        numbered((value, value) for value in kind.values),
        kind.help,
        several=kind.multiple,
    )
    return asked.with_chosen(*given)


def numbered(choices: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Choices from pairs of value and name, numbered from 1 to 9 over and over."""
    return tuple(
        Choice(str(place % PAGE + 1), value, name) for place, (value, name) in enumerate(choices)
    )
