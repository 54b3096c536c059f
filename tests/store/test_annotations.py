"""Annotations come back as they were written, and one place among many is found at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Row, text

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation, Origin
from workbench.domain.ids import new_id
from workbench.domain.span import Span, quote_of
from workbench.store import annotations
from workbench.store.project import Project


def test_every_field_comes_back(project: Project) -> None:
    article, ann = add_article(project), add_person(project, "ann")
    fragments = (Span(0, 7), Span(8, 14))
    written = Annotation(
        *(new_id(), article, ann.id, "entity", "person", fragments, quote_of(TEXT, fragments)),
        attributes={"b": "2", "a": "1"},
        note="a note",
        unsure="who?",
        answer="she",
        created="2026-01-01",
        modified="2026-01-02",
        scheme_version=3,
        origin=Origin("suggestion", "news-en", "s-1", 0.5),
    )
    bare = Annotation(
        *(new_id(), article, ann.id, "entity", "person", (Span(3, 5),), TEXT[3:5]),
    )
    with project.transaction("annotate", person=ann.id) as transaction:
        annotations.insert_many(transaction, [bare, written])
    assert annotations.of_article(project, article) == [written, bare]
    assert annotations.by_ids_in_order(project, [bare.id, written.id]) == [bare, written]


class Explained:
    """A reader that keeps how the database would go about each query."""

    def __init__(self, project: Project) -> None:
        self.plans: list[str] = []
        self.engine = project.engine
        self._project = project

    def rows(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        given = statement.params(parameters or {})  # type: ignore[attr-defined]
        said = str(given.compile(compile_kwargs={"literal_binds": True}))
        plan = self._project.rows(text(f"EXPLAIN QUERY PLAN {said}"))
        self.plans += [row.detail for row in plan]
        return self._project.rows(statement, parameters)


def test_what_begins_at_a_place_is_found_by_an_index(project: Project) -> None:
    reader = Explained(project)
    annotations.at_place(reader, article="a", annotator="b", start=3)
    (plan,) = reader.plans
    assert "article=? AND annotator=? AND start=?" in plan
