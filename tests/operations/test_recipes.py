"""A recipe asks for the same again, and one that nobody here wrote is not taken at its word."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.operations.conftest import news_scheme
from tests.operations.test_exporting import mark
from tests.store.conftest import add_article
from workbench.domain.annotator import Annotator
from workbench.domain.errors import UserError
from workbench.domain.scheme import Scheme
from workbench.domain.span import Span
from workbench.domain.splitting import Split
from workbench.operations import recipes
from workbench.operations.carding import Telling
from workbench.operations.choosing import Choice
from workbench.operations.progress import finish
from workbench.operations.recipes import Recipe
from workbench.operations.shaping import Shaping
from workbench.operations.workers import Worker
from workbench.store import recipes as stored
from workbench.store.project import Project

RECIPE = Recipe(
    format="spacy",
    choice=Choice(("ann",), ("entity",), labels=("entity/person",), since="2024", pseudonyms=True),
    on_loss="split",
    split=Split((70, 30), 5, "meta.desk", by_date=True),
    shaping=Shaping("sentence", ("claim={label}.{attribution}",), "conll", "cut"),
    telling=Telling("CC0", named=True),
)


@pytest.fixture
def scheme() -> Scheme:
    return news_scheme()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    assert list(worker.run("workbench.operations.export_work:begin", "spacy", "", {})) == [(0, [])]
    yield worker
    worker.close()


def test_a_recipe_says_what_it_said_when_it_was_saved(project: Project, ann: Annotator) -> None:
    for name, recipe in (("all", Recipe("jsonl")), ("mine", RECIPE)):
        recipes.save(project, annotator=ann, name=f" {name} ", recipe=recipe)
    assert recipes.listing(project) == {"all": Recipe("jsonl"), "mine": RECIPE}
    assert recipes.find(project, "mine") == RECIPE


def test_a_recipe_takes_the_place_of_one_of_its_name_and_is_taken_back(
    project: Project, ann: Annotator
) -> None:
    recipes.save(project, annotator=ann, name="r", recipe=Recipe("jsonl"))
    recipes.save(project, annotator=ann, name="r", recipe=Recipe("csv"))
    assert recipes.find(project, "r").format == "csv"
    recipes.remove(project, annotator=ann, name="r")
    assert recipes.listing(project) == {}
    for _ in range(2):
        project.turn(ann.id, "undo")
    assert recipes.find(project, "r").format == "jsonl"


def test_what_cannot_be_run_is_not_saved(project: Project, ann: Annotator) -> None:
    for recipe in (
        Recipe("x"),
        Recipe("csv", Choice(("nobody",))),
        Recipe("csv", Choice((), ("x",))),
        Recipe("jsonl", shaping=Shaping("sentence")),
    ):
        with pytest.raises(UserError):
            recipes.save(project, annotator=ann, name="r", recipe=recipe)
    with pytest.raises(UserError, check=lambda e: e.key == "operations.recipe_without_name"):
        recipes.save(project, annotator=ann, name=" ", recipe=Recipe("csv"))
    assert recipes.listing(project) == {}
    with pytest.raises(UserError, check=lambda e: e.key == "operations.unknown_recipe"):
        recipes.remove(project, annotator=ann, name="r")


@pytest.mark.parametrize(
    "spec",
    [
        {"format": 1},
        {"on_loss": "delete everything"},
        {"choice": {"whose": "mine"}},
        {"choice": {"annotators": [["a"]]}},
        {"choice": [1]},
        {"split": {"shares": [1, 2, 3, 4]}},
        {"split": {"shares": [80, -10, 30]}},
        {"split": {"shares": [80, 20], "seed": "x"}},
        {"telling": {"named": 1}},
        {"shaping": {"unit": "word"}},
        {"shaping": {"label_as": "claim={label}"}},
        {"run": "this"},
    ],
)
def test_a_recipe_that_nobody_here_wrote_is_refused(
    project: Project, ann: Annotator, spec: dict[str, Any]
) -> None:
    with project.transaction("save_recipe", person=ann.id) as transaction:
        stored.save(transaction, "r", spec)
    with pytest.raises(UserError, check=lambda e: e.key == "operations.bad_recipe"):
        recipes.find(project, "r")


def test_what_a_recipe_does_not_say_yet_is_as_it_always_was(
    project: Project, ann: Annotator
) -> None:
    with project.transaction("save_recipe", person=ann.id) as transaction:
        stored.save(transaction, "r", {"format": "csv"})
    assert recipes.find(project, "r") == Recipe("csv")


def test_a_recipe_gives_the_same_bytes_again(
    project: Project, ann: Annotator, tmp_path: Path, worker: Worker
) -> None:
    for n in range(4):
        mark(project, ann, add_article(project, f"Harbour {n} of {n * 7}"), Span(0, 7), "entity")
    recipe = Recipe("spacy", split=Split((50, 50)))
    recipes.save(project, annotator=ann, name="r", recipe=recipe)
    for name in ("one", "two"):
        found = recipes.find(project, "r")
        finish(recipes.run(project, tmp_path / name, recipe=found, annotator=ann, worker=worker))
    one, two = ((tmp_path / name / "SHA256SUMS").read_text() for name in ("one", "two"))
    assert one == two
    assert "train.spacy" in one
