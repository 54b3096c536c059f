"""Every kind of damage that can be planted in a project file is found, and said in plain words."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import TEXT, add_article, add_person
from workbench.domain.annotation import Annotation, Relation
from workbench.domain.annotator import Assignment
from workbench.domain.errors import UserError
from workbench.domain.gold import Decision, Gold
from workbench.domain.ids import new_id
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.store import annotations, golds, people, suggestions
from workbench.store.checking import check, quick_check
from workbench.store.opening import open_project
from workbench.store.project import Project

MAYOR = Span(TEXT.index("mayor"), TEXT.index("mayor") + 5)


@pytest.fixture
def worked(project: Project) -> Path:
    """A closed project in which every kind of row with a place stands."""
    article, ann = add_article(project), add_person(project, "ann")
    parts = (Span(0, 7), Span(8, 14))
    marks = [
        Annotation("an1", article, ann.id, "entity", "person", (MAYOR,), "mayor"),
        Annotation("an2", article, ann.id, "claim", "factual", parts, "Harbour closed"),
    ]
    with project.transaction("annotate", person=ann.id) as transaction:
        annotations.insert_many(transaction, marks)
    with project.transaction("relate", person=ann.id) as transaction:
        relation = Relation("re1", article, ann.id, "source", "an2", "an1")
        annotations.insert_relations(transaction, [relation])
    with project.transaction("suggest", person="", kind="record") as transaction:
        ghost = Suggestion(
            "su1", article, "entity", "person", (MAYOR,), "mayor", "news-en", "1", 0.5
        )
        suggestions.insert_many(transaction, [ghost])
    with project.transaction("adjudicate", person=ann.id) as transaction:
        settled = Gold("go1", article, "entity", "person", (MAYOR,), "mayor", Decision("rev"))
        golds.insert_many(transaction, [settled])
    with project.transaction("mark_done", person=ann.id) as transaction:
        finished = Assignment(new_id(), article, ann.id, "entity", status="done")
        people.insert_assignments(transaction, [finished])
        people.freeze(transaction, finished, marks, ())
    project.close()
    return project.path


def plant(path: Path, *statements: str) -> None:
    """Change the file behind everybody's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def problems(path: Path) -> list[str]:
    project = open_project(path, backups=path.parent)
    try:
        return check(project)
    finally:
        project.close()


def said(path: Path, *words: str) -> bool:
    """Whether one of the problems holds all these words."""
    return any(all(word in line for word in words) for line in problems(path))


def test_a_project_that_was_worked_in_is_sound(worked: Path) -> None:
    assert problems(worked) == []


# --- spans


@pytest.mark.parametrize(
    ("table", "id"), [("annotation", "an1"), ("suggestion", "su1"), ("gold", "go1")]
)
def test_a_quote_that_is_not_what_stands_there_is_found(worked: Path, table: str, id: str) -> None:
    plant(worked, f"UPDATE {table} SET quote = 'major' WHERE id = '{id}'")  # noqa: S608
    assert said(worked, f"{table} {id}", "“major” is not what stands at", "“mayor”")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 10_000, "outside the text"),
        (-2, 3, "outside the text"),
        (5, 5, "is empty"),
        (9, 4, "outside the text"),
    ],
)
def test_a_span_that_the_text_cannot_hold_is_found(
    worked: Path, start: int, end: int, words: str
) -> None:
    plant(worked, f"UPDATE annotation SET start = {start}, \"end\" = {end} WHERE id = 'an1'")  # noqa: S608
    assert said(worked, "annotation an1", words)


@pytest.mark.parametrize(
    "fragments", ["[[0, 7], [8, 13]]", "[]", "[[0, 7]", "7", "[[0]]", "[[0, 7], [8, 14], 1]"]
)
def test_fragments_that_do_not_make_up_the_place_are_found(worked: Path, fragments: str) -> None:
    plant(worked, f"UPDATE annotation SET fragments = '{fragments}' WHERE id = 'an2'")  # noqa: S608
    assert said(worked, "annotation an2 has fragments that are not of its place")


def test_fragments_that_touch_are_found(worked: Path) -> None:
    plant(worked, "UPDATE annotation SET fragments = '[[0, 8], [8, 14]]' WHERE id = 'an2'")
    assert said(worked, "annotation an2", "must not overlap or touch")


def test_a_text_that_changed_under_its_annotations_is_found(worked: Path) -> None:
    plant(worked, "UPDATE article_text SET text = 'X' || text")
    assert said(worked, "annotation an1", "not what stands at")
    assert said(worked, "article_text", "is not what the journal says it became")


@pytest.mark.parametrize(
    "frozen",
    [
        '[{"id":"an1","label":"person","start":0,"end":5,"quote":"mayor"}]',
        '[{"id":"an1","label":"person","start":0,"end":9999,"quote":"mayor"}]',
        '[{"id":"an1","label":"person","start":0,"end":5,"quote":"mayor","fragments":"[]"}]',
        '[{"id":"an1"}]',
        "[",
        "7",
    ],
)
def test_a_frozen_layer_that_does_not_fit_its_text_is_found(worked: Path, frozen: str) -> None:
    assert problems(worked) == []
    plant(worked, f"UPDATE frozen_layer SET annotations = '{frozen}'")  # noqa: S608
    assert said(worked, "frozen_layer", "not what stands at their places")


# --- references


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM article", ("annotation row", "article that is not there")),
        ("DELETE FROM annotation WHERE id = 'an1'", ("relation row", "annotation that is not")),
        ("DELETE FROM annotator", ("annotation row", "annotator that is not there")),
        ("DELETE FROM label", ("annotation row", "label that is not there")),
        ("UPDATE relation SET type = 'x'", ("relation row", "relation_type that is not there")),
    ],
)
def test_what_refers_to_nothing_is_found(
    worked: Path, statement: str, words: tuple[str, str]
) -> None:
    plant(worked, statement)
    assert said(worked, *words)


# --- the journal


def test_a_row_changed_behind_the_journal_is_found(worked: Path) -> None:
    plant(worked, "UPDATE annotation SET note = 'planted' WHERE id = 'an1'")
    assert problems(worked) == ["annotation an1 is not what the journal says it became"]


def test_a_row_removed_behind_the_journal_is_found(worked: Path) -> None:
    plant(worked, "DELETE FROM relation")
    assert problems(worked) == ["relation re1 is in the journal and not in its table"]


def test_a_row_planted_behind_the_journal_is_found(worked: Path) -> None:
    plant(
        worked,
        "INSERT INTO annotation (id, article, annotator, layer, label, start, end, quote) "
        "SELECT 'planted', article, annotator, layer, label, start, end, quote FROM annotation "
        "WHERE id = 'an1'",
    )
    assert problems(worked) == ["annotation planted is in its table and not in the journal"]


def test_a_row_that_the_journal_says_is_gone_and_is_there_again_is_found(worked: Path) -> None:
    project = open_project(worked, backups=worked.parent)
    with project.transaction("unrelate", person="") as transaction:
        annotations.delete_relations(transaction, ["re1"])
    project.close()
    plant(
        worked,
        "INSERT INTO relation (id, article, annotator, type, source, target) "
        "SELECT 're1', article, annotator, 'source', 'an2', 'an1' FROM annotation LIMIT 1",
    )
    assert said(worked, "relation re1 is not what the journal says it became")


def test_an_entry_that_is_missing_is_found(worked: Path) -> None:
    plant(worked, "DELETE FROM journal WHERE verb = 'annotate'")
    assert said(worked, "journal: entry 3 of copy", "is missing")
    assert said(worked, "annotation an1 is in its table and not in the journal")


@pytest.mark.parametrize("rows", ["[[", "[1]", '{"a": 1}', '[["unheard_of", "1", null, {}]]'])
def test_an_entry_that_cannot_be_read_is_found(worked: Path, rows: str) -> None:
    plant(worked, f"UPDATE journal SET rows = '{rows}' WHERE verb = 'relate'")  # noqa: S608
    assert problems(worked) == ["journal: an entry cannot be read"]


# --- the file itself


def test_pages_that_are_overwritten_are_found_and_nothing_is_read_from_them(worked: Path) -> None:
    page = 4096
    content = bytearray(worked.read_bytes())
    root = _root_of(worked, "annotation")
    content[(root - 1) * page : root * page] = b"\xff" * page
    worked.write_bytes(content)
    project = open_project(worked, backups=worked.parent)
    for found in (check(project), quick_check(project)):
        assert found
        assert all(line.startswith("file: ") for line in found)
    project.close()


def test_an_index_that_lost_a_row_is_found(worked: Path) -> None:
    with closing(sqlite3.connect(worked, isolation_level=None)) as connection:
        name = "ix_annotation_layer_label"
        (text,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()
        connection.execute("PRAGMA writable_schema=ON")
        partial = f"{text} WHERE id = 'an1'"
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (partial, name))
        connection.execute("PRAGMA writable_schema=OFF")
    with closing(sqlite3.connect(worked, isolation_level=None)) as connection:
        connection.execute(f"REINDEX {name}")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (text, name))
    assert said(worked, "file: ", name)


def test_a_header_that_is_gone_is_refused(worked: Path) -> None:
    content = worked.read_bytes()
    worked.write_bytes(b"\0" * 100 + content[100:])
    with pytest.raises(UserError) as refused:
        problems(worked)
    assert refused.value.key == "store.not_a_project"


def _root_of(path: Path, table: str) -> int:
    """The number of the first page of a table."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(connection.execute(query, (table,)).fetchone()[0])
