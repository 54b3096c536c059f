"""Articles on their way in or out say nothing of what their file did not say."""

from workbench.domain.article import Article
from workbench.domain.corpus import CorpusArticle

ARTICLE = Article("a", "t", 4, "h", "en", "", "", {}, "")


def test_a_file_that_says_nothing_of_status_is_told_from_one_that_says_none() -> None:
    silent = CorpusArticle(ARTICLE, "text")
    assert silent.assignments is None
    assert silent != CorpusArticle(ARTICLE, "text", assignments=())
    assert silent.structure is None
