"""A ranking gives what going through all its places would give, also after decisions."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.differences import KINDS, Kind, Mark
from workbench.domain.gold import Decision, Gold, Ruling
from workbench.domain.span import Span
from workbench.operations.adjudicating import is_agreed
from workbench.operations.comparing import Difference
from workbench.operations.ranking import Ranking, Settled
from workbench.ui.review.places import AGREED, Wanted

PEOPLE = ("ann", "bo", "cleo")
LABELS = ("person", "place")
Found = dict[str, list[Difference]]


@st.composite
def places(draw: st.DrawFn, article: str) -> Difference:
    """A place with the marks of some people, and perhaps with a decision."""
    start = draw(st.integers(0, 20))
    borders = [(Span(start, start + 4),), (Span(start, start + 5),)]
    marks = tuple(
        Mark(who, f"{article} {start} {who}", draw(labels), draw(st.sampled_from(borders)))
        for who in draw(st.sets(st.sampled_from(PEOPLE), min_size=1))
    )
    kinds: tuple[Kind, ...] = tuple(draw(st.sets(st.sampled_from(KINDS))))
    decided = draw(st.sampled_from(["", "gold", "ruling"]))
    decision = Decision("rev")
    return Difference(
        article=article,
        layer=draw(st.sampled_from(["entity", "claim"])),
        span=borders[0][0],
        readers=PEOPLE,
        marks=marks,
        kinds=kinds,
        cost=draw(st.sampled_from([0.0, 0.5, 1.0])),
        gold=Gold("g", article, "entity", "person", borders[0], "", decision)
        if decided == "gold"
        else None,
        ruling=Ruling("r", article, "entity", borders[0][0], decision)
        if decided == "ruling"
        else None,
    )


labels = st.sampled_from(LABELS)
ARTICLES = ("a", "b", "c")
several = st.fixed_dictionaries({id: st.lists(places(id), max_size=5) for id in ARTICLES})
wanted = st.builds(
    Wanted,
    kind=st.sampled_from(["", AGREED, *KINDS]),
    open_only=st.booleans(),
    layer=st.sampled_from(["", "entity", "claim"]),
    pair=st.sampled_from([(), ("ann", "bo"), ("bo", "cleo")]),
    label=st.sampled_from(["", *LABELS]),
)


def in_order(found: Found) -> list[Difference]:
    """All places, those that cost most first, then by article."""
    every = [place for article in sorted(found) for place in found[article]]
    return sorted(every, key=lambda place: -place.cost)


def standing(found: Found) -> Settled:
    """How far it is, counted place by place."""
    every, marked = in_order(found), [several for several in found.values() if several]
    return Settled(
        places=len(every),
        settled=sum(not place.open for place in every),
        articles=len(marked),
        articles_settled=sum(not any(place.open for place in several) for several in marked),
    )


@given(before=several, after=several, decided=st.sets(st.sampled_from(ARTICLES)), wanted=wanted)
def test_a_ranking_gives_what_going_through_all_places_would_give(
    before: Found, after: Found, decided: set[str], wanted: Wanted
) -> None:
    ranking = Ranking(place for article in reversed(ARTICLES) for place in before[article])
    for article in decided:
        ranking.replace(article, after[article])
    found = {id: after[id] if id in decided else before[id] for id in ARTICLES}
    every = in_order(found)
    kept = [place for place in every if wanted.takes(place)]
    assert ranking.places() == every
    assert ranking.places(wanted.takes) == kept
    assert ranking.number(wanted.takes) == len(kept)
    assert ranking.kinds(wanted.takes) == Counter(kind for place in kept for kind in place.kinds)
    assert ranking.places(is_agreed) == [place for place in every if is_agreed(place)]
    assert ranking.settled() == standing(found)
    for article in ARTICLES:
        assert list(ranking.of_article(article) or ()) == found[article]


def test_places_that_cost_the_same_stand_in_the_order_of_the_text_after_a_decision() -> None:
    here = [Difference("a", "entity", Span(n, n + 1), PEOPLE, (), (), 1.0) for n in range(3)]
    other = Difference("b", "entity", Span(0, 1), PEOPLE, (), (), 1.0)
    ranking = Ranking([other, *here])
    ranking.replace("a", here[1:])
    ranking.replace("a", here)
    assert ranking.places() == [*here, other]


def test_among_half_a_million_places_nothing_is_asked_for_each_of_them() -> None:
    place = Difference("a", "entity", Span(0, 1), PEOPLE, (), ("missed",), 1.0)
    ranking, asked = Ranking([place] * 1_000), 0

    def takes(_: Difference) -> bool:
        nonlocal asked
        asked += 1
        return True

    assert len(ranking.places(takes)) == ranking.number(takes) == 1_000
    assert asked == 2
