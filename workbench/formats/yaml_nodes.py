"""YAML read as a tree of entries that know their line.

A scheme is written by hand, so every refusal must name its line: the text is only composed into
nodes, never constructed into objects. That is also what makes it safe, and what lets `on, off, yes,
no` be the text that people mean by them. Anchors and aliases are refused, since a few of them can
unfold into gigabytes; so are tags, keys that stand twice, and deep nesting. The events come from
libyaml, which every wheel of PyYAML brings; its own scanner takes ten times as long.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.composer import Composer

from workbench.domain.errors import UserError
from workbench.domain.scheme import is_id

LONGEST = 1_000_000
DEEPEST = 20
_TOO_DEEP = "maximum nesting depth"  # of libyaml, which looks ahead
_NOTHING = ("", "~", "null", "Null", "NULL")


class _Refused(yaml.YAMLError):
    """What the composer may not read, with the key of its sentence and its line."""

    def __init__(self, key: str, line: int) -> None:
        self.key = key
        self.line = line
        super().__init__(key)


class _Composer(Composer, yaml.CSafeLoader):
    """Composes plain trees only: no anchors, no aliases, no tags, no deep nesting."""

    def __init__(self, text: str) -> None:
        yaml.CSafeLoader.__init__(self, text)
        Composer.__init__(self)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:  # noqa: ANN401 - stubs know numbers alone
        """Compose what comes next; the index of a mapping's value is the node of its key."""
        event: Any = self.peek_event()  # which composing asks for while there is one
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Refused("formats.yaml_alias", line)
        if event.tag:
            raise _Refused("formats.yaml_tag", line)
        if self.depth >= DEEPEST:
            raise _Refused("formats.yaml_deep", line)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        if isinstance(index, yaml.Node) and isinstance(node, yaml.ScalarNode) and not node.value:
            node.start_mark = index.end_mark  # an empty value: libyaml names what comes after it
        return node


@dataclass(frozen=True, slots=True)
class Entry:
    """One node of a YAML file, with the path of keys that leads to it, for refusals."""

    node: yaml.Node
    place: str
    file: str

    @property
    def line(self) -> int:
        """The line it begins on, counted from 1."""
        return int(self.node.start_mark.line) + 1

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def is_mapping(self) -> bool:
        """Whether it is a mapping."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_nothing(self) -> bool:
        """Whether it is empty or a plain `null`."""
        return self._plain in _NOTHING

    def refusal(self, key: str, **values: object) -> UserError:
        """A refusal of this entry, naming its file, line and place."""
        return UserError(
            key, file=self.file, line=self.line, place=self.place or self.file, **values
        )

    def text(self) -> str:
        """Its text; `on`, `no`, `1` and the like are text too, only `null` is none."""
        if not isinstance(self.node, yaml.ScalarNode) or self.is_nothing:
            raise self.refusal("formats.yaml_not_text")
        return str(self.node.value)

    def filled(self) -> str:
        """Its text, which must not be blank."""
        if not (text := self.text()).strip():
            raise self.refusal("formats.yaml_not_text")
        return text

    def identifier(self) -> str:
        """Its text as an id: lower-case letters, digits and low lines, a letter first."""
        if not is_id(text := self.text()):
            raise self.refusal("formats.yaml_bad_id", found=text)
        return text

    def choice(self, known: Collection[str]) -> str:
        """Its text, which must be one of those known."""
        if (text := self.text()) not in known:
            raise self.refusal("formats.yaml_not_known", found=text, known=", ".join(known))
        return text

    def flag(self) -> bool:
        """Whether it is `true`; only a plain `true` or `false` is taken."""
        if self._plain not in ("true", "false"):
            raise self.refusal("formats.yaml_not_flag")
        return self._plain == "true"

    def number(self) -> int:
        """Its whole number, from 1 to nine digits."""
        if not re.fullmatch("[1-9][0-9]{0,8}", self._plain or ""):
            raise self.refusal("formats.yaml_not_number")
        return int(self._plain or "")

    def items(self) -> tuple["Entry", ...]:
        """The entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.refusal("formats.yaml_not_list")
        return tuple(
            Entry(node, f"{self.place}[{index}]", self.file)
            for index, node in enumerate(self.node.value)
        )

    def texts(self) -> tuple[str, ...]:
        """The texts of a list; none may stand twice."""
        found: list[str] = []
        for item in self.items():
            if (text := item.filled()) in found:
                raise item.refusal("formats.yaml_twice", name=text)
            found.append(text)
        return tuple(found)

    def mapping(
        self, known: Collection[str] | None = None, *, required: Collection[str] = ()
    ) -> dict[str, "Entry"]:
        """The entries of a mapping; `known` are the only keys that it may have, if given."""
        found: dict[str, Entry] = {}
        for key, value in self._pairs():
            name = key.text()
            if known is not None and name not in known:
                raise key.refusal("formats.yaml_unknown_key", name=name, known=", ".join(known))
            if name in found:
                raise key.refusal("formats.yaml_twice", name=name)
            found[name] = value
        for name in required:
            if name not in found:
                raise self.refusal("formats.yaml_missing", name=name)
        return found

    def identified(self) -> dict[str, "Entry"]:
        """The entries of a mapping whose keys are ids."""
        for key, _value in self._pairs():
            key.identifier()
        return self.mapping()

    @property
    def _plain(self) -> str | None:
        """The text of an unquoted scalar."""
        if isinstance(self.node, yaml.ScalarNode) and not self.node.style:
            return str(self.node.value)
        return None

    def _pairs(self) -> Iterator[tuple["Entry", "Entry"]]:
        """The keys and values of a mapping, as they stand."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.refusal("formats.yaml_not_mapping")
        for key, value in self.node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            yield (
                Entry(key, self.place, self.file),
                Entry(value, f"{self.place}.{name}".lstrip("."), self.file),
            )


def compose(text: str, *, file: str) -> Entry:
    """The root entry of a YAML text; `file` is what refusals call it."""
    if len(text) > LONGEST:
        raise UserError("formats.yaml_long", file=file, longest=LONGEST)
    try:
        node = _Composer(text).get_single_node()
    except _Refused as refused:
        raise UserError(refused.key, file=file, line=refused.line) from refused
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        key = "formats.yaml_deep" if _TOO_DEEP in str(error) else "formats.yaml_syntax"
        raise UserError(key, file=file, line=_line(text, error)) from error
    if node is None:
        raise UserError("formats.yaml_empty", file=file)
    return Entry(node, "", file)


def _line(text: str, error: Exception) -> int:
    """The line, counted from 1, on which YAML found its error."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    return text.count("\n", 0, getattr(error, "position", 0)) + 1
