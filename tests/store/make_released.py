"""Makes the file of the present schema version that `test_released` keeps for ever.

Run `python -m tests.store.make_released` once, when a version is released; afterwards the file is
never made again, since later programs must open what this one wrote.
"""

from pathlib import Path
from unittest import mock

from tests.store.conftest import TEXT, add_article, add_person, small_scheme
from workbench.domain.annotator import Annotator
from workbench.domain.span import Span
from workbench.domain.suggester_source import SuggesterSource
from workbench.domain.suggestion import Suggestion
from workbench.operations import accepting, annotating, compacting, statuses, suggesters
from workbench.operations.progress import finish
from workbench.store import annotations, full_text, recipes, splits, suggestions
from workbench.store.opening import create_project
from workbench.store.project import Project
from workbench.store.upgrading import CURRENT

RELEASED = Path(__file__).parent / "released"


def make(path: Path) -> None:
    """A project with work of two people, undo and redo, one of two texts in the index, a pack."""
    project = create_project(path, small_scheme())
    article = add_article(project)
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    mayor = _mark(project, article, ann, ("The mayor", "entity", "person"))
    claim = _mark(project, article, ann, ("The harbour is closed", "claim", "factual"))
    annotating.relate(project, annotator=ann, type="source", source=claim, target=mayor)
    _propose(project, article)
    (suggestion,) = suggestions.of_article(project, article)
    accepting.accept(project, annotator=ann, suggestion=suggestion)
    statuses.mark_done(project, annotator=ann, article=article, layers=["entity"])
    source = SuggesterSource("ports", "plugin", {}, ("entity",))
    suggesters.add(project, annotator=ann, source=source)
    with project.transaction("split", person=ann.id) as transaction:
        splits.insert_many(transaction, {article: "test"})
    with project.transaction("save_recipe", person=ann.id) as transaction:
        recipes.save(transaction, "all", {"format": "jsonl"})
    full_text.index(project, full_text.pending(project))
    add_article(project, "A second text, which waits for the index.\n")
    _mark(project, article, bo, ("Nobody", "entity", "person"))
    project.turn(bo.id, "undo")
    with mock.patch.multiple("workbench.store.compacting", LATEST=3, TOGETHER=1_000):
        finish(compacting.compact(project))
    project.close()


def _mark(project: Project, article: str, who: Annotator, what: tuple[str, ...]) -> str:
    words, layer, label = what
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    changes = annotating.annotate(
        project, annotator=who, article=article, span=span, layer=layer, label=label
    )
    (annotation,) = annotations.by_ids(project, changes.ids("annotation"))
    return annotation.id


def _propose(project: Project, article: str) -> None:
    nobody = (Span(TEXT.index("Nobody"), TEXT.index("Nobody") + 6),)
    proposed = Suggestion(
        "s", article, "entity", "person", nobody, "Nobody", "news-en", "1", score=0.9
    )
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, [proposed])


if __name__ == "__main__":
    make(RELEASED / f"v{CURRENT.version}.workbench")
