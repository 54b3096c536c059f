"""Open suggestions are what going through all of them would find, after any acts."""

from collections.abc import Sequence
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.scheme import LAYERS
from workbench.domain.span import Span
from workbench.domain.suggestion import Suggestion
from workbench.ui.annotate.open_suggestions import OpenSuggestions

ALL = [
    Suggestion(
        id=f"{number:02}",
        article="a",
        layer=LAYERS[number % 4],
        label="label",
        fragments=(Span(number // 3, number // 3 + 5),),
        quote="quote",
        suggester="somebody",
        model="1",
        score=(7 * number % 10) / 10,
    )
    for number in range(30)
]
SOME = st.lists(st.sampled_from(ALL), unique_by=attrgetter("id"))
ACTS = st.lists(st.tuples(SOME, st.integers(0, 30)), max_size=8)
ASKED = st.tuples(st.sets(st.sampled_from(LAYERS)), st.integers(0, 100))


@given(ACTS, ASKED)
def test_acts_leave_in_order_and_counted_what_is_open(
    acts: Sequence[tuple[list[Suggestion], int]], asked: tuple[set[str], int]
) -> None:
    layers, least = asked
    kept, free = OpenSuggestions(), set[str]()
    for about, number in acts:
        kept.change([each.id for each in about], about[:number])
        free -= {each.id for each in about}
        free |= {each.id for each in about[:number]}
    wanted = [
        each.id
        for each in sorted(ALL, key=lambda each: (each.span.start, each.id))
        if each.id in free and each.layer in layers and each.percent >= least
    ]
    assert kept.ids(layers, least) == wanted
    assert kept.number(layers, least) == len(wanted)
    assert all((each.id in kept) == (each.id in free) for each in ALL)
