"""What several acts changed is told as what one did."""

from workbench.domain.changes import Changes, RowChange, joined


def test_several_acts_are_told_as_one_that_left_each_row_as_the_last_did() -> None:
    first = Changes("mark", (RowChange("annotation", "a", "x"), RowChange("annotation", "b", "x")))
    then = Changes("delete", (RowChange("annotation", "a", "x", gone=True),), "s-2")
    both = joined([first, then])
    assert (both.verb, both.step) == ("delete", "s-2")
    assert both.ids("annotation") == {"b"}
    assert both.gone("annotation") == {"a"}
    back = joined([first, then, first])
    assert back.ids("annotation") == {"a", "b"}
    assert not back.gone("annotation")
