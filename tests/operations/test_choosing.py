"""What goes out: gold and suggestions as somebody's work, and of what was asked for alone."""

from dataclasses import replace

import pytest

from tests.operations.conftest import news_scheme
from tests.store.conftest import TEXT
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.operations import adjudicating, annotating, statuses
from workbench.operations.choosing import Choice, Whose, chosen_articles, known
from workbench.operations.comparing import differences
from workbench.store import suggestions
from workbench.store.project import Project


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def marked(project: Project, article: str, ann: Annotator, bo: Annotator) -> Project:
    """Two people agree on a person, and one alone marks a place."""
    for who, spans in ((ann, ((0, 7, "person"), (8, 13, "place"))), (bo, ((0, 7, "person"),))):
        for start, end, label in spans:
            annotating.annotate(
                *(project,), annotator=who, article=article, span=Span(start, end),
                layer="entity", label=label,
            )  # fmt: skip
        statuses.mark_done(project, annotator=who, article=article, layers=["entity"])
    return project


def test_gold_is_somebodys_work_and_done_once_nothing_is_open(
    marked: Project, article: str, ann: Annotator
) -> None:
    choice = Choice(whose="gold")
    found = differences(marked, [article])
    adjudicating.take_agreed(marked, reviewer=ann, differences=found)
    (before,) = chosen_articles(marked, choice)
    assert [(a.annotator, a.quote) for a in before.annotations] == [("gold", TEXT[:7])]
    assert [a.status for a in before.assignments or ()] == ["started"]
    open_ = next(d for d in differences(marked, [article]) if d.open)
    adjudicating.nothing_here(marked, reviewer=ann, difference=open_, reason="a street")
    (after,) = chosen_articles(marked, choice)
    assert [a.status for a in after.assignments or ()] == ["done"]
    assert (after.gold, after.rulings, after.labels) == ((), (), ())


def test_suggestions_are_the_work_of_their_suggester(project: Project, article: str) -> None:
    made = Suggestion(
        *(new_id(), article, "entity", "person", (Span(0, 7),), TEXT[:7], "news-en", "1", 0.75)
    )
    with project.transaction("suggest", person="", kind="record") as transaction:
        suggestions.insert_many(transaction, [made])
    (found,) = chosen_articles(project, Choice(whose="suggestions"))
    (mark,) = found.annotations
    assert (mark.annotator, mark.origin.score) == ("news-en", 0.75)
    assert {a.status for a in found.assignments or ()} == {"done"}


def test_only_some_labels_go_out(marked: Project) -> None:
    (found,) = chosen_articles(marked, Choice(labels=("entity/place",)))
    assert [a.label for a in found.annotations] == ["place"]


def test_people_are_called_by_numbers_wherever_they_are_named(
    marked: Project, article: str, ann: Annotator, bo: Annotator
) -> None:
    adjudicating.take_agreed(marked, reviewer=bo, differences=differences(marked, [article]))
    (found,) = chosen_articles(marked, Choice(pseudonyms=True))
    assert ann.name not in repr(replace(found, text="")).split("'")
    assert bo.name not in repr(replace(found, text="")).split("'")
    assert {a.annotator for a in found.annotations} == {"annotator-1", "annotator-2"}


def test_articles_are_chosen_by_where_and_when_they_appeared(
    project: Project, article: str
) -> None:
    assert article
    assert len(list(chosen_articles(project, Choice()))) == 1
    assert list(chosen_articles(project, Choice(source="The Gull"))) == []
    assert list(chosen_articles(project, Choice(since="2030"))) == []


@pytest.mark.parametrize(
    "choice",
    [
        Choice(("zed",)),
        Choice(layers=("mood",)),
        Choice(labels=("entity/mood",)),
        *(Choice(since=date) for date in ("yesterday", "2024-02-30", "31.01.2024", "2024-1-5")),
        *(Choice(until=date) for date in ("20240131", "2024-W05", "2024-", "２０２４")),
    ],
)
def test_what_the_project_has_not_is_refused(project: Project, choice: Choice) -> None:
    with pytest.raises(UserError):
        known(project, choice)


@pytest.mark.parametrize("date", ["", "2024", "2024-02", "2024-02-29"])
def test_dates_are_said_as_far_as_they_matter(project: Project, date: str) -> None:
    assert known(project, Choice(since=date, until=date))


@pytest.mark.parametrize("whose", ["gold", "suggestions"])
def test_what_is_nobodys_own_is_not_asked_of_people(
    project: Project, ann: Annotator, whose: Whose
) -> None:
    with pytest.raises(UserError, check=lambda error: error.key == "operations.work_of_nobody"):
        known(project, Choice((ann.name,), whose=whose))
