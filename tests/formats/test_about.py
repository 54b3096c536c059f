"""What is known of an article travels with other tools' files, and theirs becomes metadata."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from tests.formats.corpora import corpora, full
from workbench.domain.article import Appearance
from workbench.domain.corpus import CorpusArticle
from workbench.domain.errors import UserError
from workbench.formats.about import known_of, said_of


def back(article: CorpusArticle) -> CorpusArticle:
    """An article after its way through a file."""
    said = json.loads(json.dumps(said_of(article)))
    head, appearances = known_of(said, article.text, "data")
    return replace(article, article=head, appearances=appearances)


@given(article=corpora())
def test_all_of_it_comes_back(article: CorpusArticle) -> None:
    assert back(article) == article
    assert back(full()) == full()


def test_what_is_empty_is_not_written() -> None:
    bare = replace(full(), appearances=(), article=replace(full().article, meta={}, language=""))
    assert not {"appearances", "extra", "language"} & said_of(bare).keys()


def test_the_keys_of_strangers_become_metadata() -> None:
    said = {"title": 5, "url": "https://a.example", "source": None, "extra": [], "n": 1.5}
    head, appearances = known_of(said, "\nFirst line\nmore", "data")
    assert (head.title, head.id) == ("First line", "")
    assert head.meta == {"title": "5", "source": "null", "extra": "[]", "n": "1.5"}
    assert appearances == (Appearance(url="https://a.example"),)


@pytest.mark.parametrize(
    "said",
    [
        {"appearances": ["The Gull"]},
        {"appearances": [{"outlet": "The Gull"}]},
        {"appearances": [{"source": 1}]},
        {"extra": {"a": 1}},
    ],
)
def test_nonsense_under_our_own_keys_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(UserError, match="data"):
        known_of(said, "x", "data")
