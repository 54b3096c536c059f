"""A share of a project: one person's articles and words and nobody else's, and it merges back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.operations.conftest import mark, place, propose, refused
from tests.store.conftest import TEXT, add_article
from workbench.domain.annotator import Annotator
from workbench.operations import (
    adjudicating,
    agreeing,
    annotating,
    assigning,
    handing_out,
    merging,
    people,
    questions,
    statuses,
)
from workbench.operations.progress import finish
from workbench.operations.workers import Worker
from workbench.store import annotations, articles, golds, schema, schemes
from workbench.store.checking import check
from workbench.store.opening import open_project
from workbench.store.people import annotators, assignments
from workbench.store.project import Project


@pytest.fixture
def worker() -> Iterator[Worker]:
    with closing(Worker()) as worker:
        yield worker


def given(project: Project, lead: Annotator, *team: Annotator, per_article: int) -> None:
    assigning.assign(project, annotator=lead, wish=assigning.Wish(team, per_article))


def handed(project: Project, who: Annotator, worker: Worker) -> Project:
    """A person's share, open."""
    out = project.path.with_name(f"{who.name}.workbench")
    finish(handing_out.hand_out(project, annotator=who, out=out, worker=worker))
    share = open_project(out, backups=out.parent)
    assert check(share) == []
    return share


def test_a_share_holds_the_person_s_articles_and_work(
    project: Project, article: str, ann: Annotator, bo: Annotator, worker: Worker
) -> None:
    other = add_article(project, f"{TEXT}Not for ann.\n")
    given(project, bo, ann, bo, per_article=2)
    with project.transaction("unassign", person=bo.id) as transaction:
        ids = [one.id for one in assignments(project, annotator=ann.id, articles=[other])]
        transaction.delete_many(schema.assignment, ids)
    mark(project, ann, article, "Nobody", "entity")
    propose(project, article, "The mayor", "entity", "person")
    with closing(handed(project, ann, worker)) as share:
        assert share.id == project.id
        assert share.copy not in {project.copy, ""}
        assert [one.id for one in articles.list_articles(share)] == [article]
        assert [one.quote for one in annotations.of_article(share, article)] == ["Nobody"]
        assert {row["quote"] for row in share.images(schema.suggestion)} == {"The mayor"}
        assert schemes.read_scheme(share) == schemes.read_scheme(project)
        assert [one.name for one in annotators(share)] == ["ann"]
        persons = share.rows(select(schema.journal.c.person).distinct())
        assert {row.person for row in persons} == {ann.id}


def test_no_byte_of_the_file_tells_of_others(
    project: Project, article: str, ann: Annotator, worker: Worker
) -> None:
    eve = people.annotator_named(project, "Evelyn Zzyx", role="reviewer")
    given(project, eve, ann, eve, per_article=2)
    theirs = mark(project, eve, article, "disagreed", "claim")
    annotating.set_note(project, annotator=eve, annotation=theirs, note="Secretnote")
    annotating.set_unsure(project, annotator=eve, annotation=theirs, question="Secretquestion?")
    statuses.skip(project, annotator=eve, article=article, layers=["entity"], reason="Secretreason")
    adjudicating.write_own(
        project,
        reviewer=eve,
        article=article,
        layer="entity",
        label="person",
        fragments=(place("The mayor"),),
        reason="Secretgold",
    )
    add_article(project, "Elsewhere, a Secretarticle.\n")
    mark(project, ann, article, "Nobody", "entity")
    with closing(handed(project, ann, worker)) as share:
        path = share.path
    data = path.read_bytes()
    assert not list(path.parent.glob(f"{path.name}-*"))
    for secret in ("Secret", "Zzyx", eve.id, theirs.id, theirs.quote, project.path.name):
        found = data.count(secret.encode())
        # The words stand in the text itself, once in its row.
        assert found == (1 if secret in TEXT else 0), secret
    assert b"Nobody" in data


def test_a_share_is_never_written_over_a_file(
    project: Project, ann: Annotator, worker: Worker, tmp_path: Path
) -> None:
    add_article(project)
    given(project, ann, ann, per_article=1)
    (tmp_path / "there.workbench").write_text("something", encoding="utf-8")
    verb = handing_out.hand_out(
        project, annotator=ann, out=tmp_path / "there.workbench", worker=worker
    )
    with refused("store.exists"):
        finish(verb)
    assert (tmp_path / "there.workbench").read_text(encoding="utf-8") == "something"


def test_nobody_without_articles_gets_a_share(
    project: Project, ann: Annotator, tmp_path: Path
) -> None:
    verb = handing_out.hand_out(project, annotator=ann, out=tmp_path / "b.workbench")
    with refused("operations.nothing_assigned"):
        finish(verb)


def test_from_assigning_to_agreement_and_back_by_way_of_two_files(
    project: Project, article: str, ann: Annotator, bo: Annotator, worker: Worker
) -> None:
    given(project, ann, ann, bo, per_article=2)
    before = mark(project, ann, article, "Nobody", "entity")
    shares = [handed(project, who, worker) for who in (ann, bo)]
    (again,) = annotations.by_ids(shares[0], [before.id])
    annotating.delete(shares[0], annotator=ann, annotation=again)
    for share, who in zip(shares, (ann, bo), strict=True):
        mark(share, who, article, "The mayor", "entity")
        statuses.mark_done(share, annotator=who, article=article, layers=["entity"])
    for share in shares:
        share.close()
    paths = [share.path for share in shares]
    merged = finish(merging.merge(project, paths, annotator=ann, worker=worker))
    assert (merged.preview.lost, check(project)) == ((), [])
    marks = [(one.annotator, one.quote) for one in annotations.of_article(project, article)]
    assert sorted(marks) == sorted([(ann.id, "The mayor"), (bo.id, "The mayor")])
    assert golds.of_articles(project, [article]) == []
    report = finish(agreeing.agreement(project, worker=worker))
    assert report["layers"]["entity"]["mean_f1"] == 1
    assert finish(merging.preview(project, paths, worker=worker)).nothing


def test_what_was_done_meanwhile_in_the_project_stands_beside_what_comes_back(
    project: Project, article: str, ann: Annotator, bo: Annotator, worker: Worker
) -> None:
    given(project, bo, ann, bo, per_article=2)
    marked = mark(project, ann, article, "Nobody", "claim")
    share = handed(project, ann, worker)
    rev = people.annotator_named(project, "rev", role="reviewer")
    annotating.set_unsure(project, annotator=ann, annotation=marked, question="Is it?")
    questions.answer(project, annotator=rev, annotation=marked, answer="Yes.")
    mark(project, bo, article, "The mayor", "entity")
    annotating.set_note(share, annotator=ann, annotation=marked, note="mine")
    share.close()
    merged = finish(merging.merge(project, [share.path], annotator=bo, worker=worker))
    assert {one.quote for one in annotations.of_article(project, article)} == {
        "Nobody",
        "The mayor",
    }
    assert [lost.why for lost in merged.preview.lost] == ["later"]
    assert check(project) == []
