"""The suggester as a whole: sound spans, known labels, even cost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clock import costs_less
from tests.suggest.conftest import RESOURCES, Read, article
from workbench.domain.article import ArticleText
from workbench.domain.span import check_fragments
from workbench.domain.suggester_source import NEWS_EN
from workbench.domain.suggestion import Draft
from workbench.formats.scheme_yaml import read_scheme
from workbench.suggest import registry
from workbench.suggest.suggester import Suggester

PIECES = (
    "“ ” \" ' ‘ ’ , . ; : … — ( ) \n\n said says that told accused of for as to according "
    "Armenia Maria Zakharova President the The self-styled talks not will 😀 é 字 - -- NATO he who "
    "2020 May last December call called on urged and which denied 's \u00a0 \u2028 x@y.z US$ Mr. A."
)
WORDS = st.sampled_from(PIECES.split(" "))
TEXTS = st.lists(WORDS, max_size=60).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda blank: blank.join(words))
)


def _suggest(suggester: Suggester, text: str) -> list[Draft]:
    (drafts,) = suggester.suggest([article(text)])
    return drafts


LOADED = registry.load(NEWS_EN, RESOURCES)
SCHEME = read_scheme(RESOURCES / "schemes" / "news.yaml")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_draft_is_one_that_the_scheme_takes(text: str) -> None:
    drafts = _suggest(LOADED, text)
    for draft in drafts:
        check_fragments(len(text), draft.fragments)
        SCHEME.label(draft.layer, draft.label)
        SCHEME.check_attributes(draft.layer, draft.label, draft.attributes)
        assert 0 < draft.score <= 1
        assert draft.reason
        for relation in draft.relations:
            target = drafts[relation.target]
            SCHEME.check_relation(
                relation.type, (draft.layer, draft.label), (target.layer, target.label)
            )


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gets_the_same_drafts_and_none_twice(text: str) -> None:
    drafts = _suggest(LOADED, text)
    assert drafts == _suggest(LOADED, text)
    places = [(draft.layer, draft.label, draft.fragments) for draft in drafts]
    assert len(places) == len(set(places))


def test_articles_come_back_in_order(suggester: Suggester) -> None:
    texts = ["Armenia signed.", "", "Nothing.", "Turkey voted."]
    found = list(suggester.suggest([article(text) for text in texts]))
    names = [
        [Read(t, d).quote(x) for x in d if x.layer == "entity"]
        for t, d in zip(texts, found, strict=True)
    ]
    assert names == [["Armenia"], [], [], ["Turkey"]]


LONG = {
    "paragraphs": "Moscow has said “it is doing” everything, Maria Zakharova said.\n\n",
    "one paragraph": "Moscow has said it is doing everything, Maria Zakharova said. ",
    "no full stop": "Moscow has said that Maria Zakharova accused Armenia of breaking talks, ",
    "brackets": "((((((((((",
    "opening quotes": "“a ",
    "hyphens": "a-b-",
    "titles": "President Obama Minister General ",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_a_long_text_costs_about_as_much_as_the_same_in_eight_articles(
    suggester: Suggester, piece: str
) -> None:
    def of(length: int) -> ArticleText:
        return article((piece * (length // len(piece) + 1))[:length])

    long, short = of(80_000), of(10_000)
    assert costs_less(
        lambda: list(suggester.suggest([long])), 2.5, lambda: list(suggester.suggest([short] * 8))
    )


def test_a_text_beyond_a_million_characters_is_suggested_on(suggester: Suggester) -> None:
    text = f"Armenia signed a treaty.{' ' * 1_000}" * 1_000
    assert len(text) > 1_000_000
    drafts = _suggest(suggester, text)
    assert sum(draft.label == "place" for draft in drafts) == 1_000


def test_loading_takes_little_after_spacy() -> None:
    code = (
        "import sys; from pathlib import Path; from tests.clock import processor_seconds\n"
        "from workbench.domain.suggester_source import NEWS_EN\n"
        "from workbench.suggest import registry\n"
        "imported = processor_seconds(lambda: __import__('spacy'), runs=1)\n"
        "loaded = processor_seconds(lambda: registry.load(NEWS_EN, Path(sys.argv[1])), runs=1)\n"
        "print(loaded / imported)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(RESOURCES)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env=os.environ,
    )
    assert float(done.stdout) < 2
