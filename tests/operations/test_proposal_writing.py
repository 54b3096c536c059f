"""Proposals are written part by part, and what leads to what is whole however often it stops."""

from collections.abc import Callable
from itertools import islice

import pytest

from tests.operations.conftest import news_scheme
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.ids import new_id
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion, SuggestionRelation
from workbench.domain.text import text_hash
from workbench.operations.proposal_writing import AT_ONCE, Writing
from workbench.operations.proposing import Proposal
from workbench.store import articles, schemes, suggestions
from workbench.store.checking import check
from workbench.store.project import Project
from workbench.store.rows import suggestion_relation_row, suggestion_row

NUMBER = 2 * AT_ONCE + 100
SHAPES: dict[str, Callable[[int], list[int]]] = {
    "forward": lambda at: [at + 1] if at + 1 < NUMBER else [],
    "backward": lambda at: [at - 1] if at else [],
    "a circle": lambda at: [(at + 1) % NUMBER],
    "pairs": lambda at: [(at + NUMBER // 2) % NUMBER],
    "to one in the middle": lambda at: [NUMBER // 2 + at % 2],
    "to several": lambda at: [(at * 7) % NUMBER, (at + 300) % NUMBER],
}


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture
def article(project: Project) -> str:
    return add_article(project, "word " * NUMBER)


def writing(
    project: Project, who: Annotator, article: str, leads: Callable[[int], list[int]]
) -> Writing:
    """What somebody proposes for each word under new ids, with what each leads to."""
    made = [
        Suggestion(
            id=new_id(),
            article=article,
            layer="claim",
            label="factual",
            fragments=(Span(5 * at, 5 * at + 4),),
            quote="word",
            suggester="somebody",
            model="1",
            score=0.5,
        )
        for at in range(NUMBER)
    ]
    relations = [
        SuggestionRelation(new_id(), each.id, "responds_to", made[target].id)
        for at, each in enumerate(made)
        for target in leads(at)
    ]
    text = articles.text_of(project, article).text
    proposal = Proposal(
        article,
        text_hash(text),
        schemes.read_scheme(project).version,
        tuple(map(suggestion_row, made)),
        tuple(suggestion_relation_row(article, relation) for relation in relations),
    )
    return Writing(project, who, [proposal], ("somebody", "1"))


def joined(project: Project, article: str) -> list[tuple[int, int]]:
    """Which word leads to which; fails where one leads to nothing."""
    at = {each.id: each.span.start // 5 for each in suggestions.of_article(project, article)}
    carried = suggestions.relations_of_articles(project, [article]).get(article, [])
    return sorted((at[relation.source], at[relation.target]) for relation in carried)


@pytest.mark.parametrize("parts", [1, 2, 3])
@pytest.mark.parametrize("leads", SHAPES.values(), ids=SHAPES.keys())
def test_a_run_that_is_broken_off_is_made_whole_by_the_next(
    project: Project, ann: Annotator, article: str, leads: Callable[[int], list[int]], parts: int
) -> None:
    wanted = sorted((at, target) for at in range(NUMBER) for target in leads(at))
    torn = writing(project, ann, article, leads)
    for _ in islice(torn.parts(), parts):
        pass
    assert set(joined(project, article)) <= set(wanted)
    whole = writing(project, ann, article, leads)
    list(whole.parts())
    assert joined(project, article) == wanted
    assert whole.read == [article]
    assert len(torn.written) + len(whole.written) == NUMBER
    assert check(project) == []
