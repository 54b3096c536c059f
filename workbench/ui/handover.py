"""What one window hands over to another that takes its place."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Handover:
    """The project and the article that are open, if any."""

    project: Path | None = None
    article: str = ""
