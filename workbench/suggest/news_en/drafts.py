"""From what the rules found to drafts: one list an article, relations by place in it."""

from collections.abc import Sequence

from workbench.domain.span import Span
from workbench.domain.suggestion import Draft, DraftRelation
from workbench.suggest.news_en.claims import Claim
from workbench.suggest.news_en.events import Event
from workbench.suggest.news_en.framing import Device
from workbench.suggest.news_en.names import Name
from workbench.suggest.news_en.reading import Reading
from workbench.suggest.news_en.sources import Source
from workbench.suggest.news_en.times import Time

_MENTION_SCORE = 0.6


def drafts_of(
    reading: Reading,
    *,
    names: Sequence[Name],
    times: Sequence[Time],
    claims: Sequence[Claim],
    events: Sequence[Event],
    devices: Sequence[Device],
) -> list[Draft]:
    """All drafts of an article: entities, mentions that speak, cues, claims, events, devices.

    Claims stand behind what they refer to, so that a relation's target is known when it is made.
    """
    drafts = [Draft("entity", n.label, (n.span,), n.score, reason=n.reason) for n in names]
    drafts += [
        Draft("entity", "time", (t.span,), t.score, t.attributes, (), t.reason) for t in times
    ]
    mentions: dict[Span, int] = {}
    cues: dict[Span, int] = {}
    for claim in claims:
        if claim.source is not None and claim.source.name is None:
            span = reading.span(claim.source.first, claim.source.after)
            _add_once(drafts, mentions, _mention(span, claim))
        if claim.cue is not None:
            _add_once(drafts, cues, _cue(claim.cue, claim))
    drafts += [_claim(reading, claim, mentions, cues) for claim in claims]
    drafts += [_event(event) for event in events]
    drafts += [_device(device) for device in devices]
    return drafts


def _add_once(drafts: list[Draft], known: dict[Span, int], draft: Draft) -> None:
    """Add a draft, unless one with its span is there already."""
    span = draft.fragments[0]
    if span not in known:
        known[span] = len(drafts)
        drafts.append(draft)


def _mention(span: Span, claim: Claim) -> Draft:
    """A pronoun or description that speaks."""
    return Draft(
        "entity", "mention", (span,), min(_MENTION_SCORE, claim.score), reason="source of a claim"
    )


def _cue(span: Span, claim: Claim) -> Draft:
    """The words that attribute a claim."""
    return Draft("claim", "cue", (span,), claim.score, reason=claim.reason)


def _claim(
    reading: Reading, claim: Claim, mentions: dict[Span, int], cues: dict[Span, int]
) -> Draft:
    """A claim with its relations to cue and source."""
    relations = []
    if claim.cue is not None:
        relations.append(DraftRelation("cue", cues[claim.cue]))
    if claim.source is not None:
        relations.append(DraftRelation("source", _target(reading, claim.source, mentions)))
    attributes = {"attribution": claim.attribution, "stance": claim.stance}
    return Draft(
        "claim",
        claim.label,
        claim.fragments,
        claim.score,
        attributes,
        tuple(relations),
        claim.reason,
    )


def _target(reading: Reading, source: Source, mentions: dict[Span, int]) -> int:
    """The place of a source among the drafts, of which names come first."""
    if source.name is not None:
        return source.name
    return mentions[reading.span(source.first, source.after)]


def _event(event: Event) -> Draft:
    """An event as a draft."""
    attributes = {"reality": event.reality}
    return Draft("event", event.label, (event.span,), event.score, attributes, reason=event.reason)


def _device(device: Device) -> Draft:
    """A framing device as a draft."""
    attributes = {"voice": device.voice}
    return Draft(
        "framing", device.label, (device.span,), device.score, attributes, reason=device.reason
    )
