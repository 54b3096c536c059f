"""The receipt of an export: what the format could not hold, counted by kind and listed.

Nothing is dropped in silence: whoever trains on a corpus must know what is not in it, and where.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from workbench.domain.corpus import Loss

# What was done about each kind of loss.
DONE = {
    "article_label": "The label of the whole article was left out.",
    "article_unfinished": (
        "Nobody has finished a layer of the article, so it was left out; "
        "`--status any` keeps what is begun."
    ),
    "article_untouched": "Nobody has worked on the article, so it was left out.",
    "attribute": "The attribute was left out.",
    "discontinuous": "The span covers its fragments and what lies between.",
    "entity_overlap": "The entity is in the span group only, since it overlaps a longer one.",
    "formula": "An apostrophe stands before what a spreadsheet would take for a formula.",
    "flattened": "Line breaks and tabs in the words became blanks.",
    "finished_empty": "That a layer is finished and holds nothing was left out.",
    "id": "The id was left out; an import gives a new one.",
    "journal": "The history of changes stays in the project.",
    "layer_unfinished": "The layer is not finished, so its spans were left out.",
    "line_end_cut": "The line end at the border of the span was left out.",
    "metadata": "What is known of the article beside its text was left out.",
    "no_token": "The span covers nothing but blanks, so it was left out.",
    "not_in_xml": "It holds a character that XML has no place for, so the article was left out.",
    "no_name_elsewhere": "Its label has no name in the scheme that was asked for: it was left out.",
    "note": "The note was left out.",
    "overlap_to_allow": "Spans overlap: doccano drops such spans unless its project allows them.",
    "overlap": "The span shares a token with a longer one, so it was left out.",
    "provenance": "Who or what made the annotation, and when, was left out.",
    "relation": "The relation was left out.",
    "relation_apart": "Its ends stand in two pieces of the article, so the relation was left out.",
    "relation_attribute": "The attribute of the relation was left out.",
    "relation_cut": "One end of the relation was left out, and so was the relation.",
    "relation_note": "The note on the relation was left out.",
    "respaced": "The text is there as its tokens, without the blanks and line ends between them.",
    "span_widened": "The span was moved to the borders of the tokens that it touches.",
    "tags_differ": (
        "Tags hold whole tokens, and one span on each; the table of spans has it as it is."
    ),
    "text": "The text of the article was left out.",
    "text_repeated": "Several people finished the article: its text is there once for each.",
    "unfinished_included": "The layer is not finished; its spans went along as asked.",
    "unsure": "The question and its answer were left out.",
    "zones": "The parts of the article, such as its headline, were left out.",
}

# Losses of what a person marked: a span, its borders, its attributes, a relation. Others are of
# what stands about it, such as ids and times.
OF_MARKS = frozenset(
    {
        "attribute", "discontinuous", "entity_overlap", "line_end_cut", "no_name_elsewhere",
        "no_token", "not_in_xml", "overlap", "relation", "relation_apart", "relation_attribute",
        "relation_cut", "span_widened",
    }
)  # fmt: skip

MOST = 1_000
"""So many losses of a kind are kept with their place, and all of them counted."""


class Receipt:
    """Losses by kind: how many, and where the first of them stand.

    They are what someone will look for, so most receipts name every one; those of a large corpus
    must not fill the memory.
    """

    def __init__(self, losses: Iterable[Loss] = ()) -> None:
        self.counts: Counter[str] = Counter()
        self._losses: dict[str, list[Loss]] = {}
        for loss in losses:
            self.add(loss)

    def add(self, loss: Loss) -> None:
        """Count a loss, and keep it where few are kept yet."""
        self.counts[loss.kind] += 1
        kept = self._losses.setdefault(loss.kind, [])
        if len(kept) < MOST:
            kept.append(loss)

    def examples(self, kind: str, *, most: int = 5) -> tuple[Loss, ...]:
        """The first losses of a kind."""
        return tuple(self._losses.get(kind, ())[:most])

    def as_json(self) -> dict[str, Any]:
        """By kind: how many there are, what was done about them, and the first with their places.

        `start` and `end` count code points; with an empty `quote` they say nothing.
        """
        return {
            kind: {
                "count": number,
                "done": DONE[kind],
                "examples": [_said(loss) for loss in self._losses[kind]],
            }
            for kind, number in sorted(self.counts.items())
        }


def _said(loss: Loss) -> dict[str, Any]:
    """One loss as plain values."""
    return {
        "article": loss.article,
        "annotation": loss.annotation,
        "quote": loss.quote,
        "start": loss.start,
        "end": loss.end,
        "detail": loss.detail,
    }
