"""Differences after a decision are those that comparing everything again would give."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.annotation import Annotation
from workbench.domain.gold import Decision, Gold, Ruling
from workbench.domain.span import Span
from workbench.operations.comparing import Difference, Sides, differences_in, settled_anew

LAYERS = ("entity", "claim")
PEOPLE = ("ann", "bo", "cleo")

spans = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda p: (Span(p[0], p[0] + p[1]),))
labels = st.sampled_from(["person", "place"])


@st.composite
def marks(draw: st.DrawFn) -> list[Annotation]:
    """Marks of several people, which may overlap in any way, but none twice."""
    found = {
        (draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(LAYERS)), draw(labels), draw(spans))
        for _ in range(draw(st.integers(0, 12)))
    }
    return [
        Annotation(f"a-{n}", "x", who, layer, label, place, "")
        for n, (who, layer, label, place) in enumerate(sorted(found))
    ]


@st.composite
def golds(draw: st.DrawFn, prefix: str) -> list[Gold]:
    """Gold spans at any places, of which none says what another says."""
    found = {
        (draw(st.sampled_from(LAYERS)), draw(labels), draw(spans))
        for _ in range(draw(st.integers(0, 4)))
    }
    return [
        Gold(f"{prefix}-{n}", "x", layer, label, place, "", Decision("rev"))
        for n, (layer, label, place) in enumerate(sorted(found))
    ]


def compared(
    mine: list[Annotation], gold: list[Gold], rulings: list[Ruling] | None = None
) -> list[Difference]:
    """The differences of an article, everything compared."""
    readers = dict.fromkeys(LAYERS, PEOPLE)
    return differences_in(Sides("x", readers, tuple(mine), (), tuple(gold), tuple(rulings or ())))


def said(found: list[Difference]) -> list[tuple[object, ...]]:
    """What differences say, whatever the order of those at one place."""
    return sorted(
        (
            difference.span,
            difference.layer,
            sorted(mark.id for mark in difference.marks),
            difference.kinds,
            difference.gold.id if difference.gold else "",
            difference.ruling.id if difference.ruling else "",
        )
        for difference in found
    )


@given(mine=marks(), before=golds("b"), after=golds("c"), data=st.data())
def test_a_decision_compares_again_only_what_it_must(
    mine: list[Annotation], before: list[Gold], after: list[Gold], data: st.DataObject
) -> None:
    found = compared(mine, before)
    if {each.layer for each in found} != set(LAYERS):
        return
    gone = (
        data.draw(st.lists(st.sampled_from([g.id for g in before]), unique=True)) if before else []
    )
    same = {(g.layer, g.label, g.fragments) for g in before if g.id not in gone}
    new = [g for g in after if (g.layer, g.label, g.fragments) not in same]
    left = [g for g in before if g.id not in gone] + new
    assert said(settled_anew(found, gold=new, gone=gone)) == said(compared(mine, left))


def test_a_decision_without_a_span_is_found_and_taken_back() -> None:
    mine = [Annotation("a", "x", "ann", "entity", "person", (Span(3, 8),), "")]
    found = compared(mine, [])
    ruling = Ruling("r", "x", "entity", Span(3, 8), Decision("rev", change="nothing"))
    (ruled,) = settled_anew(found, rulings=[ruling])
    assert ruled.ruling == ruling
    (again,) = settled_anew([ruled], gone=["r"])
    assert again == found[0]
