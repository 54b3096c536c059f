"""What is kept in order is what going through all of it would find, after any acts."""

from collections.abc import Sequence
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.scheme import LAYERS
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.in_order import InOrder

ALL = [
    Suggestion(
        id=f"{number:02}",
        article="a",
        layer=LAYERS[number % 4],
        label="label",
        fragments=(Span(number // 3, number // 3 + 5 - number % 3),),
        quote="quote",
        suggester="somebody",
        model="1",
        score=(7 * number % 10) / 10,
    )
    for number in range(30)
]
SOME = st.lists(st.sampled_from(ALL), unique_by=attrgetter("id"))
ACTS = st.lists(st.tuples(SOME, st.integers(0, 30)), max_size=8)
STRETCHES = st.tuples(st.integers(0, 12), st.integers(1, 12)).map(lambda at: Span(at[0], sum(at)))
ASKED = st.tuples(st.sets(st.sampled_from(LAYERS)), st.integers(0, 100), STRETCHES)


@given(ACTS, ASKED)
def test_acts_leave_in_order_and_counted_what_is_open(
    acts: Sequence[tuple[list[Suggestion], int]], asked: tuple[set[str], int, Span]
) -> None:
    layers, least, within = asked
    kept, free = InOrder(), set[str]()
    for about, number in acts:
        kept.drop(each.id for each in about)
        kept.put(about[:number])
        free -= {each.id for each in about}
        free |= {each.id for each in about[:number]}
    wanted = [
        each
        for each in sorted(ALL, key=lambda each: (each.span.start, each.span.end, each.id))
        if each.id in free and each.layer in layers and each.percent >= least
    ]
    assert kept.ids(layers, least) == [each.id for each in wanted]
    assert kept.number(layers, least) == len(wanted)
    here = [each.id for each in wanted if within.start <= each.span.start < within.end]
    assert kept.ids(layers, least, within=within) == here
    assert all((each.id in kept) == (each.id in free) for each in ALL)
