"""Every occurrence is found with what is marked there, and marked as one act of the person."""

from collections.abc import Iterator

import pytest

from tests.operations.conftest import mark, place, refused
from tests.store.conftest import TEXT, add_article
from tests.store.test_undo import dump
from workbench.domain.annotation import Origin
from workbench.domain.annotator import Annotator
from workbench.domain.occurrences import Wanted
from workbench.operations import annotating, undoing
from workbench.operations.occurrences import (
    Occurrence,
    find_everywhere,
    find_in_article,
    mark_occurrences,
)
from workbench.operations.progress import Progress, finish
from workbench.operations.workers import Worker
from workbench.store import annotations, people, schema
from workbench.store.checking import check
from workbench.store.project import Project

PERSON = ("entity", "person")


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def others(project: Project, article: str) -> list[str]:
    """Articles beside the first, of which three hold the harbour."""
    assert article
    texts = ("The HARBOUR of Łódź", "Nothing here", "Harbours and a harbour", "harbour/harbour")
    return [add_article(project, f"{text}\n") for text in texts]


def everywhere(project: Project, who: Annotator, what: Wanted, worker: Worker) -> list[Occurrence]:
    return finish(find_everywhere(project, annotator=who, what=what, worker=worker)).found


def test_occurrences_in_one_article_stand_in_context(
    project: Project, article: str, ann: Annotator
) -> None:
    found = finish(
        find_in_article(project, annotator=ann, article=article, what=Wanted("harbour"))
    ).found
    assert [one.context.match for one in found] == ["Harbour", "harbour"]
    assert found[1].span.start == place("harbour is").start
    assert found[1].context.left.endswith("said: “The ")


def test_capitals_and_words_count_where_asked(
    project: Project, ann: Annotator, others: list[str], worker: Worker
) -> None:
    counts = {
        what: len(everywhere(project, ann, what, worker))
        for what in (
            Wanted("harbour"),
            Wanted("harbour", case=True),
            Wanted("arbour", whole=False),
            Wanted("harbour", whole=False),
            Wanted("a harb", whole=False),
            Wanted("lodz"),
            Wanted("ŁÓDŹ"),
            Wanted("…"),
        )
    }
    assert list(counts.values()) == [6, 4, 7, 7, 1, 0, 1, 0]
    assert others


def test_the_list_says_where_more_was_found_than_it_holds(
    project: Project, ann: Annotator, monkeypatch: pytest.MonkeyPatch, others: list[str]
) -> None:
    monkeypatch.setattr("workbench.operations.occurrences.MOST", 1)
    found = finish(
        find_in_article(project, annotator=ann, article=others[3], what=Wanted("harbour"))
    )
    assert (len(found.found), found.cut) == (1, True)


def test_what_is_marked_already_is_said_of_each_place(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    mark(project, ann, article, "Harbour", "entity")
    mark(project, ann, article, "The harbour is closed", "claim")
    mark(project, bo, article, "mayor", "entity")
    find = {
        words: finish(
            find_in_article(project, annotator=ann, article=article, what=Wanted(words))
        ).found
        for words in ("harbour", "mayor")
    }
    first, second = find["harbour"]
    assert [first.marked(*PERSON), second.marked(*PERSON)] == ["same", ""]
    assert second.marked("claim", "factual") == "overlap"
    assert find["mayor"][0].overlapping == frozenset()


def test_marking_is_one_act_over_many_articles(
    project: Project, article: str, ann: Annotator, others: list[str], worker: Worker
) -> None:
    before = dump(project)
    chosen = everywhere(project, ann, Wanted("harbour"), worker)
    report = finish(
        mark_occurrences(project, annotator=ann, chosen=chosen, layer="entity", label="person")
    )
    assert (report.marked, report.articles) == (6, 4)
    marked = annotations.of_articles(project, [article, *others])
    assert {(one.annotator, one.origin) for one in marked} == {(ann.id, Origin("hand"))}
    assert sorted({one.quote for one in marked}) == ["HARBOUR", "Harbour", "harbour"]
    assert {a.status for a in people.assignments(project)} == {"started"}
    assert check(project) == []
    undoing.undo(project, annotator=ann)
    assert dump(project) == before
    assert undoing.next_undo(project, ann) is None
    undoing.redo(project, annotator=ann)
    assert len(annotations.of_articles(project, [article, *others])) == 6


def test_attributes_are_copied_and_checked(project: Project, article: str, ann: Annotator) -> None:
    chosen = finish(
        find_in_article(project, annotator=ann, article=article, what=Wanted("harbour"))
    ).found

    def give(stance: str) -> None:
        verb = mark_occurrences(
            project,
            annotator=ann,
            chosen=chosen,
            layer="claim",
            label="factual",
            attributes={"stance": stance},
        )
        finish(verb)

    with refused("domain.bad_value"):
        give("wonders")
    assert annotations.of_article(project, article) == []
    give("denies")
    marked = annotations.of_article(project, article)
    assert [dict(one.attributes) for one in marked] == [{"stance": "denies"}] * 2


def test_places_that_have_the_label_are_passed_over(
    project: Project, article: str, ann: Annotator
) -> None:
    chosen = finish(
        find_in_article(project, annotator=ann, article=article, what=Wanted("harbour"))
    ).found
    mark(project, ann, article, "Harbour", "entity")
    report = finish(
        mark_occurrences(project, annotator=ann, chosen=chosen, layer="entity", label="person")
    )
    assert report.marked == 1
    assert len(annotations.of_article(project, article)) == 2


def test_stopped_half_way_what_was_marked_is_one_act(
    project: Project, article: str, ann: Annotator, others: list[str], worker: Worker
) -> None:
    before = dump(project)
    chosen = everywhere(project, ann, Wanted("harbour"), worker)
    verb = mark_occurrences(project, annotator=ann, chosen=chosen, layer="entity", label="person")
    assert [next(verb), next(verb)] == [Progress(2, 6), Progress(3, 6)]
    verb.close()
    assert len(annotations.of_articles(project, [article, *others])) == 3
    undoing.undo(project, annotator=ann)
    assert dump(project) == before


def test_a_text_that_changed_since_is_refused_rather_than_marked_wrongly(
    project: Project, article: str, ann: Annotator
) -> None:
    chosen = finish(
        find_in_article(project, annotator=ann, article=article, what=Wanted("mayor"))
    ).found
    with project.transaction("correct", person=ann.id) as transaction:
        transaction.update(schema.article_text, article, {"text": "x" + TEXT})
    with refused("operations.words_moved"):
        finish(
            mark_occurrences(project, annotator=ann, chosen=chosen, layer="entity", label="person")
        )


def test_the_lost_annotation_of_another_stays_theirs(
    project: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    theirs = mark(project, bo, article, "Harbour", "entity")
    chosen = finish(
        find_in_article(project, annotator=ann, article=article, what=Wanted("harbour"))
    ).found
    finish(mark_occurrences(project, annotator=ann, chosen=chosen, layer="entity", label="person"))
    with refused("operations.not_yours"):
        annotating.delete(project, annotator=ann, annotation=theirs)
    assert len(annotations.of_article(project, article, annotator=bo.id)) == 1
