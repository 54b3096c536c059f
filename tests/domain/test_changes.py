"""Changes tell each view whether it is concerned, and with which rows."""

from workbench.domain.changes import Changes, RowChange

CHANGES = Changes(
    "delete",
    (
        RowChange("annotation", "a1", "one"),
        RowChange("annotation", "a2", "two", gone=True),
        RowChange("relation", "r1", "one", gone=True),
        RowChange("annotator", "p1", ""),
    ),
    "step",
)


def test_changes_are_known_by_table() -> None:
    assert CHANGES.touches("annotation")
    assert CHANGES.touches("gold", "relation")
    assert not CHANGES.touches("gold", "suggestion")
    assert not CHANGES.touches()


def test_rows_of_no_article_concern_none() -> None:
    assert CHANGES.articles() == {"one", "two"}


def test_what_is_there_and_what_went_are_told_apart() -> None:
    assert CHANGES.ids("annotation") == {"a1"}
    assert CHANGES.gone("annotation") == {"a2"}
    assert CHANGES.ids("relation") == set()
    assert CHANGES.gone("relation") == {"r1"}


def test_an_article_is_asked_for_alone() -> None:
    assert CHANGES.ids("annotation", article="one") == {"a1"}
    assert CHANGES.ids("annotation", article="two") == set()
    assert CHANGES.gone("annotation", article="two") == {"a2"}


def test_changes_of_no_row_are_none() -> None:
    assert CHANGES
    assert not Changes("move", ())
