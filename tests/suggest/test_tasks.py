"""Suggesting as a task, in this process and in a worker's."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.suggest.conftest import RESOURCES, article
from workbench.domain.article import ArticleText
from workbench.domain.errors import UserError
from workbench.domain.span import Span
from workbench.domain.suggester_source import NEWS_EN, SuggesterSource
from workbench.domain.suggestion import Draft
from workbench.operations.workers import Worker
from workbench.suggest import registry, tasks
from workbench.suggest.suggester import Suggester

TASK = "workbench.suggest.tasks:suggest"


class Picky:
    """A suggester that fails on some articles."""

    name = "picky"
    model = "1"

    def suggest(self, articles: Iterable[ArticleText]) -> Iterator[list[Draft]]:
        for each in articles:
            if "bad" in each.text:
                raise ZeroDivisionError("planted failure")
            yield [Draft("entity", "other", (Span(0, 1),), 0.5)]


@pytest.fixture
def picky(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(source: SuggesterSource, resources: Path) -> Suggester:  # noqa: ARG001
        return Picky()

    monkeypatch.setattr(registry, "_LOADERS", {"plugin": load})


@pytest.mark.usefixtures("picky")
def test_one_failing_article_costs_itself_alone() -> None:
    articles = [article("bad" if n == 5 else "good", str(n)) for n in range(20)]
    ready, *outcomes = tasks.suggest(SuggesterSource("picky", "plugin"), "nowhere", articles)
    assert ready == ("ready", "picky", "1")
    assert [outcome[0] for outcome in outcomes] == [str(n) for n in range(20)]
    failed = [outcome for outcome in outcomes if isinstance(outcome[1], str)]
    assert [outcome[0] for outcome in failed] == ["5"]
    assert "planted failure" in failed[0][1]


def test_a_worker_suggests_and_keeps_the_model_loaded() -> None:
    worker = Worker()
    articles = [article("Armenia signed a ceasefire, the minister said.", "1")]
    ready, outcome = worker.run(TASK, NEWS_EN, str(RESOURCES), articles)
    assert isinstance(ready, tuple)
    assert isinstance(outcome, tuple)
    assert ready[:2] == ("ready", "news-en")
    assert outcome[0] == "1"
    assert {draft.layer for draft in outcome[1]} == {"entity", "claim", "event"}
    pid = worker.pid
    list(worker.run(TASK, NEWS_EN, str(RESOURCES), articles))
    assert worker.pid == pid
    worker.close()


def test_an_unknown_suggester_is_refused_through_the_worker() -> None:
    worker = Worker()
    with pytest.raises(UserError, match="no suggester “news-xx”"):
        list(worker.run(TASK, SuggesterSource("news-xx", "bundled"), str(RESOURCES), []))
    worker.close()
