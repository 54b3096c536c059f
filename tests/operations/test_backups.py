"""Acts that change much begin with a backup of what stood before, and nobody waits for it."""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from tests.operations.conftest import mark, news_scheme, propose
from tests.operations.test_adjudicating import done
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.occurrences import Wanted
from workbench.domain.scheme import Scheme
from workbench.domain.scheme_editing import Merge
from workbench.domain.scheme_places import labels_of
from workbench.operations import (
    accepting_many,
    backups,
    importing,
    occurrences,
    scheme_editing,
    voting,
)
from workbench.operations.progress import LongVerb, finish
from workbench.store import checking, opening, schema
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


def import_(project: Project, ann: Annotator) -> LongVerb[Any]:
    file = project.path.with_name("a.txt")
    file.write_text("A harbour.\n")
    return importing.import_paths(project, [file], annotator=ann)


def accept(project: Project, ann: Annotator) -> LongVerb[Any]:
    wanted = accepting_many.Wanted("event")
    return accepting_many.accept_above(project, annotator=ann, wanted=wanted)


def adjudicate(project: Project, ann: Annotator) -> LongVerb[Any]:
    return voting.adjudicate(project, reviewer=ann, rule="majority")


def mark_all(project: Project, ann: Annotator) -> LongVerb[Any]:
    found = yield from occurrences.find_everywhere(project, annotator=ann, what=Wanted("harbour"))
    yield from occurrences.mark_occurrences(
        project, annotator=ann, chosen=found.found, layer="entity", label="place"
    )


def merge_labels(project: Project, ann: Annotator) -> LongVerb[Any]:
    edit = Merge(labels_of("entity"), "person", "organization")
    scheme_editing.edit_scheme(project, annotator=ann, edit=edit, losing=True)
    yield from ()


@pytest.mark.parametrize("act", [import_, accept, adjudicate, mark_all, merge_labels])
def test_what_stood_before_is_kept(
    project: Project,
    article: str,
    ann: Annotator,
    bo: Annotator,
    act: Callable[[Project, Annotator], LongVerb[Any]],
) -> None:
    add_article(project, "Another harbour.\n")
    for who in (ann, bo):
        mark(project, who, article, "The mayor", "entity")
    propose(project, article, "closed", "event", "other")
    done(project, article, ann, bo)
    before = counted(project)
    finish(act(project, ann))
    assert counted(project) != before
    project.wait()
    (kept,) = backups.kept(project)
    with closing(opening.open_project(kept.path, backups=kept.path.parent)) as copy:
        assert counted(copy) == before
        assert checking.check(copy) == []


def counted(project: Project) -> list[int]:
    """How many rows each table with people's work has."""
    tables = schema.JOURNALLED.values()
    return [sum(1 for _ in project.images(table)) for table in (*tables, schema.journal)]
