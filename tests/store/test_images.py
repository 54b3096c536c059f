"""An image of a row is read back with every column, whatever it left out."""

import pytest

from workbench.store.images import complete, defaults
from workbench.store.project import Project
from workbench.store.schema import JOURNALLED


@pytest.mark.parametrize("name", sorted(JOURNALLED))
def test_every_column_of_a_journalled_table_has_something_to_stand_for_it(name: str) -> None:
    table = JOURNALLED[name]
    assert defaults(table).keys() == set(table.columns.keys())


def test_an_image_is_completed_and_none_stays_none(project: Project) -> None:
    with project.transaction("join", person="") as transaction:
        transaction.insert(JOURNALLED["annotator"], {"id": "p", "name": "ann"})
    (stored,) = project.images(JOURNALLED["annotator"])
    assert complete("annotator", {"id": "p", "name": "ann"}) == stored
    assert complete("annotator", stored) == stored
    assert complete("annotator", None) is None
