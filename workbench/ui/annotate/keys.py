"""What a digit means next: a small machine without Qt, so that it can be tested by itself.

A layer's letter waits for the digit of a label; `A` waits for the digits of one attribute after the
other. Anything else lets go. There are no time limits.
"""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.scheme import Attribute, Layer

Mode = Literal["idle", "label", "attribute"]


@dataclass(frozen=True, slots=True)
class Pending:
    """What the next digit decides: a label of `layer`, or a value of the first of `attributes`."""

    mode: Mode = "idle"
    layer: Layer | None = None
    attributes: tuple[Attribute, ...] = ()


IDLE = Pending()


def for_label(layer: Layer) -> Pending:
    """The next digit picks a label of the layer."""
    return Pending("label", layer)


def for_attributes(attributes: tuple[Attribute, ...]) -> Pending:
    """The next digits pick values of these attributes, one after the other."""
    choices = tuple(a for a in attributes if a.type == "choice" and not a.folded)
    return Pending("attribute", None, choices) if choices else IDLE


def label_of(layer: Layer, digit: str) -> str:
    """The label with that key in a layer; empty where there is none."""
    return next((label.id for label in layer.labels if label.key == digit), "")


def value_of(attribute: Attribute, digit: str) -> str:
    """The value at that place in an attribute's list, counted from 1; empty where there is none."""
    place = int(digit) - 1
    return attribute.values[place] if 0 <= place < len(attribute.values) else ""


def after_value(pending: Pending) -> Pending:
    """What is waited for once the first attribute has its value."""
    left = pending.attributes[1:]
    return Pending("attribute", None, left) if left else IDLE
