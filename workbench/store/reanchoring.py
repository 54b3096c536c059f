"""Spans that were made on another text of their article than the one it now has.

A text may have been corrected on one copy while people marked the former one on another. Each span
is found on the text that whoever made it had before them, in which its words stand at its place,
and taken from there to the text of today, as a correction would have taken it. What finds no place
is let go, and told.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbench.domain.alignment import Alignment, align
from workbench.domain.errors import UserError
from workbench.domain.placing import LOST, place
from workbench.domain.span import Fragments, Span, check_fragments, quote_of
from workbench.domain.versions import Knowledge, Version
from workbench.store.anchors import ANCHORED, FrozenLayer, frozen_columns, realigned
from workbench.store.joint_work import JointWork
from workbench.store.spans import fragments_at, span_columns
from workbench.store.telling import Standing

Tied = dict[str, list[tuple[str, Standing]]]


@dataclass(slots=True)
class TextHistory:
    """The texts that an article was given, by the changes that gave them, and the one of today."""

    today: str
    given: Mapping[Version, str]
    knowledge: Knowledge
    _aligned: dict[str, Alignment] = field(default_factory=dict)

    def made_on(self, version: Version | None, fits: Callable[[str], bool]) -> str | None:
        """The text on which a change was made, in which what it made has to fit; None if in none.

        That is the last one that its maker knew, before any other, the newest first.
        """
        if len({self.today, *self.given.values()}) == 1:
            return self.today if fits(self.today) else None
        versions = sorted(self.given, reverse=True)
        known = version and self.knowledge.last_known(version, versions)
        first = self.given[known] if known else self.today
        several = dict.fromkeys((first, self.today, *(self.given[each] for each in versions)))
        return next((text for text in several if fits(text)), None)

    def to_today(self, text: str) -> Alignment:
        """How a former text lies on that of today."""
        if text not in self._aligned:
            self._aligned[text] = align(text, self.today)
        return self._aligned[text]


def by_article(work: JointWork) -> Mapping[str, Tied]:
    """All that is tied to places, by article and then by table, as (id, row)."""
    found: dict[str, Tied] = {}
    for table in (*ANCHORED, "frozen_layer", "gold_decision"):
        for id, one in work.living(table):
            found.setdefault(one.row["article"], {}).setdefault(table, []).append((id, one))
    return found


def reanchor(work: JointWork, article: str, tied: Tied, texts: TextHistory) -> None:
    """Take everything that is tied to places of an article to its text of today."""
    lost = set()
    for table in ANCHORED:
        for id, found in tied.get(table, ()):
            if not _carry(found, texts):
                work.lose("no_place", table, found, tell=found.new or _is_new(work, article))
                lost.add(id)
    for _, found in tied.get("frozen_layer", ()):
        _carry_frozen(found, texts, frozenset(lost))
    for _, found in tied.get("gold_decision", ()):
        gold = work.rows["gold"].get(found.row["gold"] or "")
        if gold is not None:
            found.row |= {"start": gold.row["start"], "end": gold.row["end"]}
        elif not _carry_hull(found, texts):
            work.lose("no_place", "gold_decision", found, tell=found.new)


def _is_new(work: JointWork, article: str) -> bool:
    """Whether the text itself came in just now."""
    return work.rows["article_text"][article].new


def _carry(found: Standing, texts: TextHistory) -> bool:
    """Take a span to the text of today; False where it has no place there."""
    row = found.row
    fragments, quote = fragments_at(row["start"], row["end"], row["fragments"]), row["quote"]
    text = texts.made_on(found.version, lambda text: _stands(text, fragments, quote))
    if text is None:
        return False
    if text == texts.today:
        return True
    placement = place(texts.to_today(text), fragments, quote)
    if placement.fate in LOST:
        return False
    found.row |= span_columns(placement.fragments, placement.quote)
    return True


def _stands(text: str, fragments: Fragments, quote: str) -> bool:
    try:
        check_fragments(len(text), fragments)
    except UserError:
        return False
    return quote_of(text, fragments) == quote


def _carry_frozen(found: Standing, texts: TextHistory, gone: frozenset[str]) -> None:
    """Take the frozen state of a layer along; spans that fit no text at all go from it."""
    kept = tuple(json.loads(found.row[name]) for name in ("annotations", "relations"))
    layer = FrozenLayer("", tuple(kept[0]), tuple(kept[1]))
    text = texts.made_on(found.version, layer.fits)
    if text is None:
        found.row |= frozen_columns(FrozenLayer("", (), ()))
    elif text != texts.today:
        found.row |= frozen_columns(realigned(layer, texts.to_today(text), gone))


def _carry_hull(found: Standing, texts: TextHistory) -> bool:
    """Take a decision without a span along, of which only the place is known."""
    span = Span(found.row["start"], found.row["end"])
    text = texts.made_on(found.version, lambda text: span.end <= len(text))
    if text is None or text == texts.today:
        return text is not None
    moved = place(texts.to_today(text), (span,), span.of(text)).fragments
    if moved:
        found.row |= {"start": moved[0].start, "end": moved[-1].end}
    return bool(moved)
