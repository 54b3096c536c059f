"""The law of packing: whatever two people did, all is read as before, and undo goes as it went.

The same acts are told before and after old entries were packed: in the journal, in the history of
everyone and of each article, at every moment of it, and as news. Then everything is undone and
done again, out of packs.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.operations.conftest import news_scheme
from tests.operations.test_law_of_undo import crew_of, seeds, turns
from tests.store.test_undo import dump
from workbench.domain.ids import new_id
from workbench.operations import compacting, undoing
from workbench.operations.progress import finish
from workbench.store import compacting as packing
from workbench.store import history, journal
from workbench.store.checking import check
from workbench.store.opening import create_project
from workbench.store.project import Project


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the projects of all examples lie, whose packs are small."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "LATEST", 1)
        patch.setattr(packing, "TOGETHER", 1_200)
        yield tmp_path_factory.mktemp("law")


def told(project: Project) -> list[object]:
    """All that the journal says, in every way that somebody may ask it."""
    with project.reading() as connection:
        entries = list(journal.every_entry(connection))
        people = {entry.person for entry in entries}
        moments = [(e.article, e.seq) for e in entries if e.article]
        return [
            entries,
            [journal.entries_of_step(connection, entry.step) for entry in entries],
            [list(journal.entries_of_person(connection, person)) for person in people],
            [history.page(project, person=person) for person in people],
            [history.page(project, article=article) for article, _ in moments],
            [history.state_at(connection, article, seq) for article, seq in moments],
            journal.news_after(connection, 0),
        ]


@settings(max_examples=12)
@given(seed=seeds, turns=turns, packed_at=st.integers(0, 30))
def test_what_was_packed_is_told_and_undone_as_before(
    folder: Path, seed: int, turns: list[int], packed_at: int
) -> None:
    with closing(create_project(folder / f"{new_id()}.workbench", news_scheme())) as project:
        crew, stood = crew_of(project, seed, free=False)
        empty = dump(project)
        for number, turn in enumerate(turns):
            crew[turn].act()
            if number == packed_at:
                finish(compacting.compact(project))
        full, before = dump(project), told(project)
        assert finish(compacting.compact(project)).entries or packed_at < len(turns)
        assert told(project) == before
        assert check(project) == []
        for who, _ in reversed(stood):
            undoing.undo(project, annotator=who)
        assert dump(project) == empty
        finish(compacting.compact(project))
        for who, _ in stood:
            undoing.redo(project, annotator=who)
        assert dump(project) == full
        assert check(project) == []
