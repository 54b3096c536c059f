"""A long verb says how far it is, gives its report at the end, and can be left at any time."""

from workbench.operations.progress import LongVerb, Progress, finish


def counting(to: int, left: list[str]) -> LongVerb[str]:
    """A long verb that counts, and remembers that it was left."""
    try:
        for number in range(to):
            yield Progress(number + 1, to, f"article {number}")
        return "counted"
    finally:
        left.append("left")


def test_a_verb_runs_to_its_report_and_tells_every_step() -> None:
    told: list[Progress] = []
    left: list[str] = []
    assert finish(counting(3, left), told.append) == "counted"
    assert [(step.done, step.total) for step in told] == [(1, 3), (2, 3), (3, 3)]
    assert told[0].what == "article 0"
    assert left == ["left"]


def test_a_verb_without_a_step_has_a_report_as_well() -> None:
    assert finish(counting(0, [])) == "counted"


def test_a_verb_that_is_closed_tidies_up_and_gives_no_report() -> None:
    left: list[str] = []
    verb = counting(3, left)
    next(verb)
    verb.close()
    assert left == ["left"]
    assert next(verb, None) is None
