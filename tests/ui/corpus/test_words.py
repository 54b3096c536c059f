"""Every text that a chart says can be said in another language."""

from tests.operations.charts.test_corpus import FULL
from tests.operations.conftest import news_scheme
from workbench.domain.counts import Counts, SourceCount
from workbench.operations.charts.chart import Speech
from workbench.operations.charts.corpus import SHOWN, corpus_charts
from workbench.ui.corpus.words import TEXTS


def test_the_charts_say_these_texts_and_no_others() -> None:
    asked: set[str] = set()

    def say(text: str) -> str:
        asked.add(text)
        return text

    many = Counts(sources=(SourceCount("a", 1, 1),) * (SHOWN + 1))
    for counts in (FULL, many):
        corpus_charts(counts, news_scheme(), Speech(say=say))
    assert asked == set(TEXTS)
