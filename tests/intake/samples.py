"""Invented articles, and short ways to bring one in."""

from pathlib import Path

from workbench.domain.article import Document
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.intake.reading import IntakeOptions, read

HEADLINE = "Harbour town votes on new bridge"
LEAD = "The council of Port Ellery will vote on a second bridge across the harbour next week."
BODY = (
    "Opponents of the plan speak of a gift to the shipping lobby. “We were never asked,” said Tom "
    "Reed, who lives beside the old bridge and has collected four hundred names against it."
)
LAST = "The mayor has denied that the decision was made long ago, and has asked for patience."
ARTICLE = f"{HEADLINE}\n\n{LEAD}\n\n{BODY}\n\n{LAST}\n"


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content, text in UTF-8."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def documents(path: Path, *, options: IntakeOptions | None = None) -> list[Document]:
    """The articles of a path that must hold no bad ones."""
    results = list(read(path, options=options or IntakeOptions()))
    bad = [why(result) for result in results if isinstance(result, Refusal)]
    assert not bad
    return [result for result in results if isinstance(result, Document)]


def document(path: Path, *, options: IntakeOptions | None = None) -> Document:
    """The one article of a path."""
    (only,) = documents(path, options=options)
    return only


def refusal(path: Path, *, options: IntakeOptions | None = None) -> Refusal:
    """The refusal that a path gives and nothing else."""
    (only,) = read(path, options=options or IntakeOptions())
    assert isinstance(only, Refusal)
    assert why(only)
    return only


def why(refused: Refusal) -> str:
    """The sentence of a refusal."""
    return str(UserError(refused.key, **dict(refused.values)))
