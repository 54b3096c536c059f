"""Whatever becomes of the process that reads: the rest of the corpus is done, and nothing twice.

A plug-in goes wrong in a real worker, in every way that a model can.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.full_disk import full_disk
from tests.operations import moody
from tests.operations.conftest import news_scheme, refused
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.scheme import Scheme
from workbench.operations import asking
from workbench.operations.progress import LongVerb, finish
from workbench.operations.suggesting import SuggestReport, suggest
from workbench.operations.workers import AT_MOST, Worker
from workbench.store import schema, suggestions
from workbench.store.checking import check
from workbench.store.project import Project

MANY = 50  # articles, several times what a process is given at once


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@dataclass(frozen=True)
class Scene:
    """A project, who asks, the worker that is asked, and what the plug-in notes."""

    project: Project
    ann: Annotator
    worker: Worker
    notes: Path

    def corpus(self, mood: str = "", *, at: Collection[int] = (), many: int = MANY) -> list[str]:
        """Make articles, of which those at some places say what they do to who reads them."""
        words = (mood if number in at else "pleases" for number in range(many))
        return [
            add_article(self.project, f"Text {number} {word} its reader.\n")
            for number, word in enumerate(words)
        ]

    def running(self, *, jobs: int = 1) -> LongVerb[SuggestReport]:
        """A run that has begun."""
        begun = suggest(
            self.project, annotator=self.ann, suggester="moody", jobs=jobs, worker=self.worker
        )
        next(begun)
        return begun

    def run(self, *, jobs: int = 1) -> SuggestReport:
        """A whole run."""
        return finish(
            suggest(
                self.project, annotator=self.ann, suggester="moody", jobs=jobs, worker=self.worker
            )
        )

    def read(self) -> list[str]:
        """The articles that the plug-in began to read, in that order."""
        return self.notes.read_text(encoding="utf-8").split()

    def done(self) -> set[str]:
        """The articles that have suggestions: one each."""
        counts = suggestions.counts_by_article(self.project)
        assert set(counts.values()) <= {1}
        return set(counts)


@pytest.fixture
def scene(
    project: Project, ann: Annotator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Scene]:
    notes = moody.install(tmp_path, monkeypatch)
    worker = Worker()
    yield Scene(project, ann, worker, notes)
    worker.close()


def reasons(report: SuggestReport) -> dict[str, str]:
    """Why each article was not read."""
    return {failure["article"]: failure["reason"] for failure in report.failed}


@pytest.mark.parametrize(
    ("mood", "reason", "jobs"),
    [
        ("raises", "ValueError: this text is too much (moody.py, line", 1),
        ("overshoots", "The span 0–1000000 lies outside the text", 1),
        ("dies whenever", "the process that read it ended: signal 9", 1),
        ("dies whenever", "the process that read it ended: signal 9", 2),
        ("eats", "the process that read it ended: out of memory", 1),
    ],
)
def test_an_article_that_cannot_be_read_is_named_and_all_others_are_done(
    scene: Scene, mood: str, reason: str, jobs: int
) -> None:
    ids = scene.corpus(mood, at=(3, 27))
    bad = {ids[3], ids[27]}
    report = scene.run(jobs=jobs)
    assert reasons(report).keys() == bad
    assert all(told.startswith(reason) for told in reasons(report).values()), report.failed
    assert "\n" not in "".join(reasons(report).values())
    assert report.articles == MANY - 2
    assert scene.done() == {*ids} - bad
    assert check(scene.project) == []
    before = len(scene.read())
    again = scene.run()
    assert again.articles == 0
    assert {*scene.read()[before:]} == bad == {*reasons(again)}


def test_an_article_that_hangs_is_named_and_all_others_are_done(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "SILENCE", 5)
    ids = scene.corpus("hangs", at=(3,))
    report = scene.run()
    told = "the process that read it ended: no answer for 5 seconds"
    assert reasons(report) == {ids[3]: told}
    assert report.articles == MANY - 1


def test_a_process_that_is_killed_costs_nothing(scene: Scene) -> None:
    ids = scene.corpus()
    running = scene.running()
    os.kill(scene.worker.pid, signal.SIGKILL)
    report = finish(running)
    assert (report.articles, report.failed) == (MANY, [])
    assert scene.done() == {*ids}


def test_an_article_whose_reader_died_by_chance_is_read_after_all(scene: Scene) -> None:
    scene.corpus("dies once", at=(30,))
    report = scene.run(jobs=2)
    assert (report.articles, report.failed) == (MANY, [])


def test_where_every_article_ends_the_process_nothing_more_is_asked(scene: Scene) -> None:
    scene.corpus("dies whenever", at=range(MANY))
    with refused("operations.worker_died"):
        scene.run()
    assert len(scene.read()) <= 2 * AT_MOST


def test_a_disk_that_takes_no_more_is_told_once_and_the_next_run_goes_on_from_there(
    scene: Scene,
) -> None:
    ids = scene.corpus(many=400)
    path = scene.project.path
    log = path.with_name(f"{path.name}-wal")
    running = scene.running()
    with full_disk(log.stat().st_size + 100_000), refused("store.disk_error"):
        finish(running)
    kept = scene.done()
    assert 1 < len(kept) < len(ids)
    assert check(scene.project) == []
    assert scene.run().articles == len(ids) - len(kept)
    assert scene.done() == {*ids}


def test_a_stopped_run_is_not_repeated(scene: Scene) -> None:
    ids = scene.corpus()
    running = scene.running()
    next(running)
    running.close()
    kept, before = scene.done(), len(scene.read())
    assert scene.run().articles == len(ids) - len(kept)
    assert sorted(scene.read()[before:]) == sorted({*ids} - kept)


def test_what_was_read_meanwhile_is_not_read_again(scene: Scene) -> None:
    ids = scene.corpus(many=200)
    running = scene.running()
    finish(suggest(scene.project, annotator=scene.ann, suggester="moody", wanted=ids[-1:]))
    finish(running)
    assert sorted(scene.read()) == sorted(ids)


@pytest.mark.parametrize(
    ("sent", "jobs"), [(signal.SIGKILL, 2), (signal.SIGKILL, 1), (signal.SIGINT, 1)]
)
def test_a_program_that_is_ended_in_the_middle_keeps_what_it_has_and_goes_on_from_there(
    scene: Scene, sent: signal.Signals, jobs: int
) -> None:
    ids = scene.corpus("dawdles", at=range(300), many=300)
    told = ended_in_the_middle(scene, sent, jobs)
    assert "Traceback" not in told
    kept, before = scene.done(), len(scene.read())
    assert 0 < len(kept) < len(ids)
    assert check(scene.project) == []
    report = scene.run()
    assert (report.articles, report.failed) == (len(ids) - len(kept), [])
    assert sorted(scene.read()[before:]) == sorted({*ids} - kept)
    assert scene.done() == {*ids}
    (entries,) = scene.project.rows(
        select(func.count()).select_from(schema.journal).where(schema.journal.c.verb == "suggest")
    )
    assert entries == (len(ids),)  # each article was written once


def ended_in_the_middle(scene: Scene, sent: signal.Signals, jobs: int) -> str:
    """Suggest from the command line, and end it once some are committed; what it said."""
    command = [sys.executable, "-m", "workbench", "suggest", str(scene.project.path)]
    path = os.pathsep.join(sys.path)
    with subprocess.Popen(
        [*command, "--suggester", "moody", "--jobs", str(jobs)],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
        start_new_session=True,
    ) as program:
        end = time.monotonic() + 30
        while len(suggestions.counts_by_article(scene.project)) < MANY:
            assert time.monotonic() < end
            threading.Event().wait(0.01)
        program.send_signal(sent)
        _, told = program.communicate(timeout=30)
    assert program.returncode != 0
    assert gone(program.pid)
    return told


def gone(group: int) -> bool:
    """Whether all processes of a group end: the program's workers end with it."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        threading.Event().wait(0.01)
    return False
