"""A file whose schema is ours and whose rows are not is refused where it comes to a new place."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT
from workbench.domain.errors import UserError
from workbench.store.articles import list_articles
from workbench.store.corpus import read_corpus
from workbench.store.merging import plan
from workbench.store.opening import borrowed, open_project

NEWEST = max((CHECKOUT / "tests" / "store" / "released").glob("*.workbench"))
KEPT = '[{"id": "a", "label": "b", "start": 0, "end": 1, "quote": "c"}]'
WRONG = [
    ("annotation", "start", "first"),
    ("annotation", "start", -1),
    ("annotation", "end", -1),
    ("annotation", "quote", b"\xff\x00"),
    ("annotation", "fragments", "[[0, 1], [2]]"),
    ("annotation", "fragments", '[["a", "b"]]'),
    ("annotation", "attributes", '{"stance": ["denies"]}'),
    ("annotation", "attributes", "{"),
    ("annotation", "origin", "[1]"),
    ("annotation", "origin", '{"by": "suggestion", "suggestiAn": "1"}'),
    ("article", "meta", "null"),
    ("article", "length", 1.5),
    ("article_text", "zones", '[["headline", 0]]'),
    ("article_text", "sentences", '{"a": [0, 1]}'),
    ("annotator", "role", "emperor"),
    ("assignment", "status", "perhaps"),
    ("journal", "params", "x"),
    ("scheme", "spec", '{"flags": [{"no": "flag"}]}'),
    ("label", "spec", '{"nobody": "knows"}'),
    ("relation_type", "spec", "{}"),
    ("frozen_layer", "annotations", "{}x"),
    ("frozen_layer", "annotations", '{"a": 1}'),
    ("frozen_layer", "annotations", "[1]"),
    ("frozen_layer", "annotations", '[{"id": "a", "label": "b", "start": 0, "end": 1}]'),
    ("frozen_layer", "annotations", KEPT.replace("}", ', "nobody": "knows"}')),
    ("frozen_layer", "annotations", KEPT.replace("}", ', "start": "0"}')),
    ("frozen_layer", "annotations", KEPT.replace("0", "-1")),
    ("frozen_layer", "annotations", KEPT.replace("}", ', "fragments": "[[0]]"}')),
    ("frozen_layer", "annotations", KEPT.replace("}", ', "fragments": [[0, 1]]}')),
    ("frozen_layer", "annotations", KEPT.replace("}", ', "attributes": "[]x"}')),
    ("frozen_layer", "annotations", KEPT.replace("}", ', "note": null}')),
    ("frozen_layer", "relations", '[{"id": "a", "type": "b", "source": "c"}]'),
    ("frozen_layer", "relations", '[{"id": "a", "type": "b", "source": "c", "target": 1}]'),
    ("annotation", "annotator", "nobody"),
    ("assignment", "article", "nowhere"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with something in every table, at a new place."""
    known = Path(shutil.copy(NEWEST, tmp_path / "known.workbench"))
    open_project(known, backups=tmp_path).close()
    return Path(shutil.copy(known, tmp_path / "a.workbench"))


def put(path: Path, table: str, column: str, value: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        changed = connection.execute(f'UPDATE "{table}" SET "{column}" = ?', (value,))  # noqa: S608
        assert changed.rowcount > 0
        connection.commit()


def test_what_we_write_is_sound(path: Path) -> None:
    open_project(path, backups=path.parent).close()
    with borrowed(path):
        pass


@pytest.mark.parametrize(("table", "column", "value"), WRONG)
def test_a_row_that_nobody_could_read_is_found_on_opening_and_on_merging(
    path: Path, table: str, column: str, value: object
) -> None:
    put(path, table, column, value)
    before = path.read_bytes()
    with pytest.raises(UserError) as refused:
        open_project(path, backups=path.parent)
    assert refused.value.key == "store.unsound"
    assert path.read_bytes() == before
    with pytest.raises(UserError) as refused, borrowed(path):
        pass
    assert refused.value.key == "store.unsound"


def test_a_person_whose_id_is_damaged_anywhere_is_found_or_read_by_nobody(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (id,) = connection.execute("SELECT id FROM annotator").fetchone()
    whole, keys = path.read_bytes(), set()
    for place in re.finditer(id.encode(), whole):
        path.write_bytes(whole[: place.end() - 4] + b"\t" + whole[place.end() - 3 :])
        try:
            with closing(open_project(path, backups=path.parent)) as project:
                list(read_corpus(project, [head.id for head in list_articles(project)]))
        except UserError as error:
            keys.add(error.key)
    assert keys == {"store.damaged"}


@pytest.mark.parametrize(
    "kept",
    [
        "[]",
        KEPT,
        KEPT.replace("}", ', "fragments": "[[0, 1], [2, 3]]", "attributes": "{\\"a\\": \\"b\\"}"}'),
        KEPT.replace("}", ', "fragments": null, "origin": "{}", "scheme_version": 2}'),
    ],
)
def test_a_frozen_row_may_leave_out_what_is_empty(path: Path, kept: str) -> None:
    put(path, "frozen_layer", "annotations", kept)
    open_project(path, backups=path.parent).close()


@pytest.mark.parametrize(
    "statement",
    ["INSERT INTO project (id) VALUES ('b')", "DELETE FROM project", "DELETE FROM article_text"],
)
def test_a_file_in_which_rows_are_missing_or_too_many_is_refused(
    path: Path, statement: str
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(UserError) as refused:
        open_project(path, backups=path.parent)
    assert refused.value.key == "store.unsound"


def test_a_file_that_stayed_where_it_was_is_not_gone_through_again(path: Path) -> None:
    open_project(path, backups=path.parent).close()
    put(path, "annotation", "origin", "[1]")
    open_project(path, backups=path.parent).close()


def test_a_schema_that_is_no_text_is_refused(path: Path) -> None:
    data = path.read_bytes()
    at = data.index(b"CREATE TABLE annotation (") + len("CREATE TABLE annotation (")
    path.write_bytes(data[:at] + b"\xfe" + data[at + 1 :])
    with pytest.raises(UserError) as refused:
        open_project(path, backups=path.parent)
    assert refused.value.key in ("store.altered", "store.damaged")


def test_a_journal_that_cannot_be_read_is_not_merged(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "b.workbench")
    put(path, "journal", "rows", "x")
    with borrowed(path) as one, borrowed(tmp_path / "b.workbench") as other:
        for own, others in ((one, [other]), (other, [one])):
            with pytest.raises(UserError) as refused:
                plan(own, others)
            assert refused.value.key == "store.journal_unsound"
