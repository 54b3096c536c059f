"""Old entries are packed, all of them are read as before, and nothing is lost on the way."""

import sqlite3
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

import pytest

from tests.beside import copied_beside
from tests.clock import processor_seconds
from tests.store.conftest import add_article, add_person
from tests.store.test_undo import mark
from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.store import annotations, compacting, history, journal, packs
from workbench.store.checking import check
from workbench.store.compacting import Packed, pack_next
from workbench.store.journal import Entry
from workbench.store.merging import plan
from workbench.store.opening import borrowed, open_project
from workbench.store.project import Project


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs that a few acts fill."""
    monkeypatch.setattr(compacting, "LATEST", 4)
    monkeypatch.setattr(compacting, "TOGETHER", 1_000)


def work(project: Project, acts: int = 30) -> str:
    """Let somebody mark one letter after another; returns the article."""
    article, ann = add_article(project), add_person(project, "ann")
    for number in range(acts):
        mark(project, ann, article, Span(number, number + 1))
    return article


def pack_all(project: Project) -> Packed:
    """Pack as long as there is enough to pack."""
    found = Packed()
    while (packed := pack_next(project)).entries:
        found += packed
    return found


def entries(project: Project) -> list[Entry]:
    with project.reading() as connection:
        return list(journal.every_entry(connection))


def raw_rows(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row for (row,) in connection.execute("SELECT rows FROM journal ORDER BY seq")]


def spoil(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def test_the_oldest_are_packed_and_the_latest_stay(project: Project) -> None:
    work(project)
    before = raw_rows(project.path)
    packed = pack_all(project)
    after = raw_rows(project.path)
    assert after[: packed.entries] == [""] * packed.entries
    assert after[packed.entries :] == before[packed.entries :]
    assert len(after) - packed.entries >= compacting.LATEST
    assert packed.before == sum(len(rows.encode()) for rows in before[: packed.entries])
    assert packed.after < packed.before
    assert pack_next(project) == Packed()


def test_every_entry_is_read_as_before(project: Project) -> None:
    article = work(project)
    before, lines = entries(project), history.page(project)
    packed = pack_all(project)
    assert packed.entries > 10
    assert entries(project) == before
    assert history.page(project) == lines
    with project.reading() as connection:
        assert journal.entries_of_article(connection, article) == [
            entry for entry in before if entry.article == article
        ]
        assert journal.entry_at(connection, before[5].seq) == before[5]
    assert check(project) == []


def test_news_that_were_packed_already_are_told(project: Project) -> None:
    other = open_project(project.path, backups=project.path.parent)
    other.news()
    article = work(project)
    pack_all(project)
    told = other.news()
    other.close()
    assert [changes.verb for changes in told][:2] == ["import", "add_annotator"]
    assert sum(article in changes.articles() for changes in told) == 31


def test_a_moment_before_is_shown_out_of_a_pack(project: Project) -> None:
    article = work(project)
    seqs = [entry.seq for entry in entries(project)]
    with project.reading() as connection:
        before = [history.state_at(connection, article, seq) for seq in seqs[2:]]
    pack_all(project)
    with project.reading() as connection:
        assert [history.state_at(connection, article, seq) for seq in seqs[2:]] == before


def test_undo_reaches_what_was_packed(project: Project) -> None:
    article = work(project)
    pack_all(project)
    ann = next(entry.person for entry in entries(project) if entry.person)
    for _ in range(30):
        project.turn(ann, "undo")
    assert annotations.of_article(project, article) == []
    for _ in range(30):
        project.turn(ann, "redo")
    assert len(annotations.of_article(project, article)) == 30
    assert check(project) == []


def test_who_stands_in_the_way_of_an_undo_is_found_in_a_pack(project: Project) -> None:
    article = add_article(project)
    ann, bo = add_person(project, "ann"), add_person(project, "bo")
    mine = mark(project, ann, article, Span(0, 1))
    with project.transaction("set_note", person=bo.id) as transaction:
        annotations.update(transaction, mine.id, {"note": "no"})
    for number in range(1, 20):
        mark(project, bo, article, Span(number, number + 1))
    pack_all(project)
    with pytest.raises(UserError) as refused:
        project.turn(ann.id, "undo")
    assert refused.value.values == {"who": "bo", "verb": "set_note"}


def test_copies_merge_as_before(project: Project, tmp_path: Path) -> None:
    work(project)
    project.checkpoint()
    copied_beside(project.path, tmp_path / "copy.workbench")
    copy = open_project(tmp_path / "copy.workbench", backups=tmp_path)
    bo = add_person(copy, "bo")
    for number in range(20):
        mark(copy, bo, annotations_article(copy), Span(number, number + 1))
    copy.close()
    with borrowed(project.path) as own, borrowed(copy.path) as other:
        before = plan(own, [other])
    copy = open_project(copy.path, backups=tmp_path)
    assert pack_all(copy).entries
    copy.close()
    assert pack_all(project).entries
    with borrowed(project.path) as own, borrowed(copy.path) as other:
        after = plan(own, [other])
    assert after == before


def annotations_article(project: Project) -> str:
    return next(entry.article for entry in entries(project) if entry.article)


def test_an_entry_too_large_for_a_pack_stays_where_it_is(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    work(project)
    before = entries(project)
    largest = max(raw_rows(project.path), key=len)
    monkeypatch.setattr(packs, "LARGEST", len(largest) - 1)
    assert pack_all(project).entries
    assert largest in raw_rows(project.path)
    assert entries(project) == before


def test_packing_that_is_broken_off_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    work(project)
    before = raw_rows(project.path)

    def break_off(_texts: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(packs, "pack", break_off)
    with pytest.raises(MemoryError):
        pack_next(project)
    assert raw_rows(project.path) == before


def test_the_file_gives_its_free_room_back(project: Project) -> None:
    work(project, 60)
    pack_all(project)
    project.checkpoint()
    size = project.path.stat().st_size
    before = entries(project)
    compacting.give_back(project)
    assert project.path.stat().st_size < size
    assert entries(project) == before


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE journal_pack SET data = ?", b"no pack"),
        ("UPDATE journal_pack SET data = ?", packs.pack({1: "[]"})),
        ("DELETE FROM journal_pack WHERE last > ?", 0),
    ],
)
def test_a_damaged_pack_is_found_by_the_check_said_plainly_and_not_merged(
    project: Project, statement: str, value: object
) -> None:
    work(project)
    pack_all(project)
    project.checkpoint()
    spoil(project.path, statement, value)
    assert "journal: an entry cannot be read" in check(project)
    with pytest.raises(UserError, match="part of the history"):
        history.page(project)
    with borrowed(project.path) as own, pytest.raises(UserError) as refused:
        plan(own, [own])
    assert refused.value.key == "store.journal_unsound"


def test_an_articles_history_out_of_packs_is_read_at_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting, "TOGETHER", 64_000)
    article = work(project, 60)

    def seconds() -> float:
        return processor_seconds(lambda: history.page(project, article=article), runs=5)

    plain = seconds()
    pack_all(project)
    assert seconds() < 4 * plain + 0.01


def test_figures_add_up() -> None:
    assert astuple(Packed(1, 20, 3) + Packed(4, 50, 6)) == (5, 70, 9)
