"""Annotated articles on their way in or out: what formats read and write.

The same values serve both ways, so that every format can be proved by export → import → compare.
Here `annotator` fields hold names, not ids, since names are what files carry. On the way in, ids
and times are empty where the file has none, `structure` is None where it gives no zones, and
offsets already count code points of the canonical text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.article import Appearance, Article, ArticleLabel, Structure
from workbench.domain.errors import UserError
from workbench.domain.gold import Gold, GoldRelation, Ruling
from workbench.domain.scheme import Scheme
from workbench.domain.suggestion import Suggestion, SuggestionRelation


@dataclass(frozen=True, slots=True)
class CorpusArticle:
    """One article with all that people and suggesters said of it.

    `assignments` is None where a file says nothing of status (an empty tuple says: none), and
    `readers` where it does not tell who read the article, whether or not they marked anything.
    `format` names what it was read as, `place` where it stands in its file, `unit` what its offsets
    turned out to count where that is not what the format says, and `passed` how many things of
    which types in the file are not read; `unnamed` says that the file's name did not fit the
    pattern that it was read by. None of them is part of what it says.
    """

    article: Article
    text: str
    structure: Structure | None = None
    appearances: tuple[Appearance, ...] = ()
    labels: tuple[ArticleLabel, ...] = ()
    assignments: tuple[Assignment, ...] | None = None
    readers: tuple[str, ...] | None = field(default=None, compare=False)
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    suggestion_relations: tuple[SuggestionRelation, ...] = ()
    gold: tuple[Gold, ...] = ()
    gold_relations: tuple[GoldRelation, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    format: str = field(default="", compare=False)
    place: str = field(default="", compare=False)
    unit: str = field(default="", compare=False)
    passed: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    unnamed: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be taken: where it stands, and why, as a `UserError`'s key."""

    path: str
    key: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, path: str, error: UserError) -> "Refusal":
        """The refusal that an error means for an input."""
        return cls(path, error.key, tuple(error.values.items()))


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a format could not hold: its kind, the annotation, and what was done.

    `quote`, `start` and `end` (code points) say where, as it stood before; all may be empty where
    the loss is of no one span. `detail` holds values, such as the new borders, never a sentence.
    """

    kind: str
    article: str
    annotation: str
    detail: str
    quote: str = ""
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, kind: str, annotation: Annotation, detail: str = "") -> "Loss":
        """The loss of something of one annotation, with its place."""
        span = annotation.span
        return cls(
            kind, annotation.article, annotation.id, detail, annotation.quote, span.start, span.end
        )


Lose = Callable[[Loss], None]
OnLoss = Literal["split", "longest", "fail"]


@dataclass(frozen=True, slots=True)
class Order:
    """What a writer of a format is asked for.

    `file` names the file that it writes, or the one that others are named after. `on_loss` says
    what becomes of spans that overlap where the format cannot hold that: further files, or the
    longest alone; with `fail` whoever asked throws the result away. With `cut` tokens end where a
    span does.
    """

    file: str
    scheme: Scheme
    any_status: bool = False
    on_loss: OnLoss = "longest"
    cut: bool = False
