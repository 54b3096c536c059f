"""Which articles somebody wants to see: all conditions must hold, and an empty one asks nothing."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.domain.errors import UserError

# Open is whatever is neither done nor skipped.
FilterStatus = Literal["", "new", "started", "done", "skipped", "open"]
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


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


def check_date(said: str) -> None:
    """Raise `UserError` for what is no year, month or day as ISO 8601 writes it.

    Dates are compared as they are written, so that any other would choose articles by chance.
    """
    try:
        date.fromisoformat(f"{said}-01-01"[:10])
    except ValueError:
        found = None
    else:
        found = _DATE.fullmatch(said)
    if not found:
        raise UserError("domain.no_date", date=said)
