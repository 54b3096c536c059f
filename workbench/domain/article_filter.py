"""Which articles somebody wants to see: all conditions must hold, and an empty one asks nothing."""

from dataclasses import dataclass
from typing import Literal

# Open is whatever is neither done nor skipped.
FilterStatus = Literal["", "new", "started", "done", "skipped", "open"]


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """What an article must be; status and open suggestions are those of the `person`, by id.

    Without a layer, a status is asked of any layer, but *done* of all of them. `label` is (layer,
    label); it, and `unsure`, are asked of anybody's annotations, or of those of `annotator` where
    given. `since` and `until` are ISO dates as far as known, both included, of an appearance in
    `source`. With `twins` it has near-duplicates.
    """

    person: str
    layer: str = ""
    status: FilterStatus = ""
    source: str = ""
    since: str = ""
    until: str = ""
    annotator: str = ""
    label: tuple[str, str] | None = None
    unsure: bool = False
    open_suggestions: bool = False
    twins: bool = False

    def conditions(self) -> int:
        """How many conditions there are; a label with its annotator counts as two."""
        asked = (self.status, self.source, self.since or self.until, self.annotator, self.label)
        return sum(map(bool, (*asked, self.unsure, self.open_suggestions, self.twins)))
