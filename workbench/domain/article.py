"""Articles: one text each, with everything that is known about it.

The same text may have appeared in many outlets: appearances are counted by outlet, annotations by
text. Zones and sentences are made once, at intake, by the versioned rule in `structure`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbench.domain.span import Span

ZoneKind = Literal["headline", "lead", "heading", "paragraph", "byline", "caption"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text with a part to play in the article; zones do not overlap."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Structure:
    """Zones and sentences of a text, both in its order, and the version of their rule."""

    zones: tuple[Zone, ...]
    sentences: tuple[Span, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """One publication of a text; `published` is ISO 8601 as far as known, empty is unknown."""

    source: str = ""
    url: str = ""
    author: str = ""
    published: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What intake makes of one incoming text, before it is an article of a project.

    `text` is canonical; `file_hash` is the sha256 of the file's bytes, empty for pasted text;
    `encoding` is the one found in a file, and `notes` say what was changed or guessed on the way.
    `id` is empty unless a person said where in the file it stands.
    """

    text: str
    title: str
    structure: Structure
    appearance: Appearance = field(default_factory=Appearance)
    id: str = ""
    language: str = ""
    file: str = ""
    file_hash: str = ""
    encoding: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a project, without its text, which may be a megabyte: see `ArticleText`."""

    id: str
    title: str
    length: int
    text_hash: str
    language: str
    file: str
    file_hash: str
    meta: Mapping[str, str]
    created: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article's canonical text with its structure: what reading and suggesting need."""

    id: str
    text: str
    structure: Structure


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """One annotator's value of one label of the whole article; several values where it allows."""

    id: str
    article: str
    annotator: str
    name: str
    value: str | tuple[str, ...]
