"""What is the user's own stays it: files for the user alone, no names, no network."""

import os
import shutil
import stat
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pyarrow import parquet

from tests.commands.line import ARTICLE, answer, run
from workbench.domain.span import Span
from workbench.formats.registry import WRITABLE
from workbench.operations import annotating, importing, people, projects, statuses, voting
from workbench.operations.choosing import Choice, Whose
from workbench.operations.exporting import export
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import annotations, articles
from workbench.store.project import Project

NAMES = ("Quillon Zzyxa", "Berit Vvokk")


def test_every_file_that_is_made_is_for_the_user_alone(
    tmp_path: Path, workbench_home: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    project = tmp_path / "made" / "p.workbench"
    project.parent.mkdir()
    before = os.umask(0)
    try:
        run("new", project)
        run("import", project, tmp_path / "a.txt")
        run("suggest", project)
        run("merge", project, shutil.copy(project, tmp_path / "q.workbench"))
    finally:
        os.umask(before)
    made = [*project.parent.glob("*"), *workbench_home.rglob("*")]
    assert project in made
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_the_demo_needs_no_network_at_all(tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    alone = [str(unshare), "-rn"]
    if unshare is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("needs unshare, and a system that lets users have networks of their own")
    reach = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    lost = subprocess.run(
        [*alone, sys.executable, "-c", reach], capture_output=True, text=True, check=False
    )
    assert "unreachable" in lost.stderr  # not even this machine itself
    demo = [sys.executable, "-m", "workbench", "demo", "--no-window", "--dir", str(tmp_path / "d")]
    done = subprocess.run([*alone, *demo], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert any((tmp_path / "d").iterdir())


@pytest.fixture
def worked(tmp_path: Path) -> Iterator[Project]:
    """A project that two people with rare names have worked on in every way."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    with closing(projects.create(tmp_path / "p.workbench")) as project:
        one, other = (people.annotator_named(project, name) for name in NAMES)
        finish(importing.import_paths(project, [tmp_path / "a.txt"], annotator=one))
        (article,) = (each.id for each in articles.list_articles(project))
        text = articles.text_of(project, article).text
        for who in (one, other):
            start = text.index("Maria Zakharova")
            changes = annotating.annotate(
                project,
                annotator=who,
                article=article,
                span=Span(start, start + 15),
                layer="entity",
                label="person",
            )
            (marked,) = annotations.by_ids(project, changes.ids("annotation"))
            annotating.set_unsure(project, annotator=who, annotation=marked, question="Why?")
            statuses.mark_done(project, annotator=who, article=article, layers=["entity"])
        finish(voting.adjudicate(project, reviewer=other, rule="unanimous"))
        yield project


@pytest.mark.parametrize("whose", ["people", "gold"])
def test_no_byte_of_an_export_with_pseudonyms_names_anybody(
    worked: Project, tmp_path: Path, whose: Whose
) -> None:
    with closing(Worker()) as worker:
        for format in WRITABLE:
            out = tmp_path / format
            out.mkdir()
            choice = Choice(pseudonyms=True, whose=whose, status="any")
            finish(export(worked, out / "c", format=format, choice=choice, worker=worker))
            assert named(out) == []


def test_the_search_for_names_sees_them(worked: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    finish(export(worked, out / "c", format="jsonl", choice=Choice(status="any")))
    assert named(out) != []


def named(folder: Path) -> list[str]:
    """The files of a folder that hold a part of a name, in their bytes or as their own name."""
    parts = [part.encode() for name in NAMES for part in name.split()]
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if any(part in str(path.relative_to(folder)).encode() for part in parts)
        or (path.is_file() and any(part in content(path) for part in parts))
    ]


def content(path: Path) -> bytes:
    """The bytes of a file, unpacked where its format packs them."""
    if path.suffix == ".parquet":
        return str(parquet.read_table(path).to_pylist()).encode()
    packed = path.read_bytes()
    return zlib.decompress(packed) if packed[:1] == b"\x78" else packed


def test_nothing_that_is_printed_steers_the_terminal(tmp_path: Path) -> None:
    project, article = tmp_path / "p.workbench", tmp_path / "a.txt"
    article.write_text(f"Title \x1b]0;evil\x07 \x9b2J here\n\n{ARTICLE}", encoding="utf-8")
    run("new", project)
    done = run("import", project, article, tmp_path / "no\x1b[2Jfile.txt")
    printed = [done, run("articles", project), run("search", project, "evil")]
    for each in printed:
        assert not {"\x1b", "\x9b", "\x07"} & {*each.stdout, *each.stderr}
    assert r"no\u001b[2Jfile.txt" in done.stderr
    (told,) = answer("articles", project)
    assert "\x1b]0;evil" in told["title"]
