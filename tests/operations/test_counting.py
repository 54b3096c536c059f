"""Counting a project: of everybody or of one person, with what models were worth."""

import json

from tests.operations.conftest import mark
from workbench.domain.annotator import Annotator
from workbench.domain.counts import LabelCount, PersonCount, Score
from workbench.domain.suggester_source import SuggesterSource
from workbench.operations import counting, statuses, suggesters
from workbench.operations.progress import finish
from workbench.operations.training import Taught
from workbench.store.project import Project


def keep(project: Project, who: Annotator, name: str, **spec: object) -> None:
    said = {"layer": "claim", "taught": ["a"] * 12, **spec}
    teacher = "" if name == "gold" else who.id
    source = SuggesterSource(name, "personal", said, ("claim",), teacher)
    suggesters.add(project, annotator=who, source=source)


def figures(before: float, after: float, error: float) -> str:
    return Taught("claim", 12, before, after, error, "x").figures()


def test_everybody_is_counted_or_one_person(
    project: Project, ann: Annotator, bo: Annotator, article: str
) -> None:
    mark(project, ann, article, "mayor", "entity")
    mark(project, bo, article, "mayor", "entity")
    statuses.mark_done(project, annotator=bo, article=article, layers=["entity"])
    everyone = finish(counting.count(project))
    assert everyone.labels == (LabelCount("entity", "person", 2),)
    assert (everyone.articles, everyone.annotations, everyone.finished) == (1, 2, 1)
    alone = finish(counting.count(project, annotator=ann))
    assert alone.people == (PersonCount("ann", "entity", 1, 0),)
    assert [source.annotations for source in alone.sources] == [1]


def test_scores_are_those_that_were_written_when_a_model_was_kept(
    project: Project, ann: Annotator, bo: Annotator
) -> None:
    keep(project, ann, "ann · claim 1", figures=figures(0.27, 0.38, 0.031))
    keep(project, ann, "gold", figures=figures(0.3, 0.4, 0.02))
    keep(project, ann, "ann · claim 2")
    keep(project, ann, "ann · claim 3", figures={"any": "thing"})
    of_ann = Score("ann", "claim", 12, 0.27, 0.38, 0.03)
    of_gold = Score("gold", "claim", 12, 0.3, 0.4, 0.02)
    assert set(finish(counting.count(project)).scores) == {of_ann, of_gold}
    assert finish(counting.count(project, annotator=bo)).scores == (of_gold,)


def test_counts_are_plain_values_with_scores_in_per_cent(
    project: Project, ann: Annotator, article: str
) -> None:
    mark(project, ann, article, "mayor", "entity")
    keep(project, ann, "ann · claim 1", figures=figures(0.27, 0.38, 0.031))
    said = json.loads(json.dumps(counting.as_json(finish(counting.count(project)))))
    assert said["annotations"] == 1
    assert said["labels"] == [{"layer": "entity", "label": "person", "annotations": 1, "gold": 0}]
    assert [(s["before"], s["after"], s["error"]) for s in said["scores"]] == [(27, 38, 3)]
