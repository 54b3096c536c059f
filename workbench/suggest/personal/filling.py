"""A learned model's places first, and the gaps between them filled by the suggester under it.

Where a place of the model touches a draft of the base, the draft takes on its borders and its label
and keeps what else it says: attributes, cue and source. What a draft leads to comes along, so that
a claim arrives as the bundle that people accept with one key.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.domain.learning import Kind, Labelled, Maker
from workbench.domain.span import Span
from workbench.domain.suggestion import Draft
from workbench.suggest.personal.evidence import Evidence

_WHY: Mapping[str, str] = {
    "model": "learned from your annotations",
    "both": "learned from your annotations; {reason}",
    "base": "{reason}",
}


@dataclass(frozen=True, slots=True)
class Proposed:
    """A place with the kind of its evidence, and the draft of the base that stands there."""

    place: Labelled
    kind: Kind
    draft: int | None  # its index in the drafts of the base


def proposals(
    found: Sequence[Labelled], base: Sequence[Draft], layer: str, evidence: Evidence
) -> list[Proposed]:
    """What the model found, and what the base adds where it found nothing.

    `base` may hold drafts of other layers, which are passed over.
    """
    drafts = _Places(base, layer)
    chosen: list[Proposed] = []
    used: set[int] = set()
    for place in found:
        touched = drafts.at(place)
        used.update(touched)
        best = max(touched, key=lambda index: _shared(base[index], place), default=None)
        maker: Maker = "model" if best is None else "both"
        chosen.append(Proposed(place, (maker, place[2]), best))
    chosen += [
        Proposed((start, end, base[index].label), ("base", base[index].label), index)
        for start, end, index in drafts.all
        if index not in used
    ]
    worth = (each for each in chosen if evidence.is_worth(each.kind))
    return sorted(worth, key=lambda each: each.place)


def told_by(base: Iterable[Draft], layer: str) -> list[Labelled]:
    """What a network is told of the drafts of its layer."""
    return [
        (draft.fragments[0].start, draft.fragments[-1].end, draft.label)
        for draft in base
        if draft.layer == layer
    ]


def drafts_of(
    chosen: Sequence[Proposed], base: Sequence[Draft], layer: str, evidence: Evidence
) -> list[Draft]:
    """Proposals as drafts, with those that they lead to behind them."""
    made = [_draft(each, base, layer, evidence) for each in chosen]
    place = {each.draft: index for index, each in enumerate(chosen) if each.draft is not None}
    ahead = 0
    while ahead < len(made):  # what comes along may lead on
        for relation in made[ahead].relations:
            if relation.target not in place:
                place[relation.target] = len(made)
                made.append(base[relation.target])
        ahead += 1
    return [
        replace(
            draft,
            relations=tuple(replace(r, target=place[r.target]) for r in draft.relations),
        )
        for draft in made
    ]


def _draft(each: Proposed, base: Sequence[Draft], layer: str, evidence: Evidence) -> Draft:
    """One proposal as a draft; its relations still name drafts of the base."""
    start, end, label = each.place
    maker = each.kind[0]
    if each.draft is None:
        score = evidence.score(each.kind)
        return Draft(layer, label, (Span(start, end),), score, reason=_WHY[maker])
    draft = base[each.draft]
    score = evidence.score(each.kind) if each.kind in evidence.tally else draft.score
    reason = _WHY[maker].format(reason=draft.reason).rstrip("; ")
    if maker == "base":
        return replace(draft, score=score, reason=reason)
    return replace(draft, label=label, fragments=(Span(start, end),), score=score, reason=reason)


class _Places:
    """The drafts of a layer by where they begin; those at a place are found without a walk."""

    def __init__(self, base: Sequence[Draft], layer: str) -> None:
        places = sorted(
            (draft.fragments[0].start, draft.fragments[-1].end, index)
            for index, draft in enumerate(base)
            if draft.layer == layer
        )
        self.all = places
        self._starts = [start for start, _, _ in places]
        self._longest = max((end - start for start, end, _ in places), default=0)

    def at(self, place: Labelled) -> list[int]:
        """The drafts, by their index, that share characters with a place."""
        first = bisect_left(self._starts, place[0] - self._longest)
        last = bisect_left(self._starts, place[1])
        return [index for _, end, index in self.all[first:last] if place[0] < end]


def _shared(draft: Draft, place: Labelled) -> int:
    """How many characters a draft and a place share."""
    return min(draft.fragments[-1].end, place[1]) - max(draft.fragments[0].start, place[0])
