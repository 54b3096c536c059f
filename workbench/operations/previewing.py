"""What a suggester would find in one article, before anything of it is kept."""

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from workbench.domain.errors import UserError
from workbench.domain.occurrences import Context, context_of
from workbench.domain.span import Span
from workbench.domain.suggester_source import SuggesterSource
from workbench.operations.progress import LongVerb, Progress
from workbench.operations.trusting import require_trust
from workbench.operations.workers import Worker
from workbench.settings.resources import resources_folder
from workbench.store import articles, schemes
from workbench.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.operations.proposing import Proposal

_PROPOSE = "workbench.operations.proposing:propose"
_WIDTH = 40  # characters on each side


@dataclass(frozen=True, slots=True)
class Preview:
    """How much is found and the first of it in context, or why nothing can be."""

    number: int = 0
    places: tuple[tuple[Span, Context], ...] = ()
    refusal: UserError | None = None


def preview(
    project: Project, *, source: SuggesterSource, article: str, worker: Worker, most: int = 50
) -> LongVerb[Preview]:
    """What a suggester would find in an article; what keeps it from that is part of the answer."""
    (row,) = articles.text_rows(project, [article])
    chunk = (schemes.read_scheme(project), [row])
    yield Progress(0, 1)
    try:
        require_trust(source)
        with closing(worker.run(_PROPOSE, source, str(resources_folder()), chunk)) as stream:
            (proposal,) = cast("Sequence[Proposal]", next(stream))
    except UserError as refusal:
        return Preview(refusal=refusal)
    if proposal.failure:
        return Preview(refusal=UserError("operations.preview_failed", reason=proposal.failure))
    *_, text = row
    spans = sorted(Span(row["start"], row["end"]) for row in proposal.suggestions)
    shown = tuple((span, context_of(text, span, width=_WIDTH)) for span in spans[:most])
    return Preview(len(spans), shown)
