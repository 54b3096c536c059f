"""Options are read as their help says."""

import pytest

from workbench.commands.options import names_in


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("", ()),
        (" ann,, bo ", ("ann", "bo")),
        ('ann, "Quint, Zoe"', ("ann", "Quint, Zoe")),
        ('"Quint, ""Zoe""",Ben "B"', ('Quint, "Zoe"', 'Ben "B"')),
    ],
)
def test_names_are_parted_by_commas_outside_of_quotation_marks(
    said: str, names: tuple[str, ...]
) -> None:
    assert names_in(said) == names
