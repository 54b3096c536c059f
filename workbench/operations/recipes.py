"""What goes out and how, saved in the project under a name, and run again when more is finished."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

from workbench.domain.annotator import Annotator
from workbench.domain.corpus import OnLoss
from workbench.domain.errors import UserError
from workbench.domain.piecing import Unit
from workbench.domain.splitting import Split, split_of
from workbench.formats import registry
from workbench.operations.carding import Telling
from workbench.operations.choosing import Choice, Which, Whose, known
from workbench.operations.exporting import export
from workbench.operations.progress import LongVerb
from workbench.operations.shaping import Shaper, Shaping, Tokens
from workbench.operations.workers import Worker
from workbench.store import recipes, schemes
from workbench.store.project import Project

T = TypeVar("T")
_AMONG = {
    "on_loss": get_args(OnLoss),
    "status": get_args(Which),
    "whose": get_args(Whose),
    "unit": get_args(Unit),
    "tokens": get_args(Tokens),
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that an export asks for but the place."""

    format: str = ""
    choice: Choice = field(default_factory=Choice)
    on_loss: OnLoss = "longest"
    split: Split | None = None
    shaping: Shaping = field(default_factory=Shaping)
    telling: Telling = field(default_factory=Telling)


def listing(project: Project) -> dict[str, Recipe]:
    """The recipes of a project by name; raises `UserError` where one says what none can."""
    return {name: _recipe(name, spec) for name, spec in recipes.specs(project).items()}


def find(project: Project, name: str) -> Recipe:
    """The recipe of that name; raises `UserError` where there is none."""
    specs = recipes.specs(project)
    if name not in specs:
        known_names = ", ".join(specs) or "none yet"
        raise UserError("operations.unknown_recipe", name=name, known=known_names)
    return _recipe(name, specs[name])


def save(project: Project, *, annotator: Annotator, name: str, recipe: Recipe) -> None:
    """Save a recipe that the project can run, in place of one of that name."""
    name = " ".join(name.split())
    if not name:
        raise UserError("operations.recipe_without_name")
    check(project, recipe)
    with project.transaction(
        "save_recipe", person=annotator.id, params={"name": name}
    ) as transaction:
        recipes.save(transaction, name, asdict(recipe))


def check(project: Project, recipe: Recipe) -> None:
    """Raise `UserError` where the project cannot run a recipe, before anything is done for it."""
    kind = registry.find_writable(recipe.format)
    known(project, recipe.choice)
    Shaper.of(recipe.shaping, schemes.read_scheme(project), kind, any_status=False)


def remove(project: Project, *, annotator: Annotator, name: str) -> None:
    """Remove a recipe; raises `UserError` where there is none of that name."""
    if name not in recipes.specs(project):
        find(project, name)
    with project.transaction(
        "remove_recipe", person=annotator.id, params={"name": name}
    ) as transaction:
        recipes.remove(transaction, name)


def run(
    project: Project,
    out: Path,
    *,
    recipe: Recipe,
    annotator: Annotator | None = None,
    worker: Worker | None = None,
) -> LongVerb[dict[str, Any]]:
    """Write the corpus that a recipe asks for; see `export`."""
    return export(
        *(project, out),
        format=recipe.format,
        choice=recipe.choice,
        on_loss=recipe.on_loss,
        split=recipe.split,
        shaping=recipe.shaping,
        telling=recipe.telling,
        annotator=annotator,
        worker=worker,
    )


def as_json(name: str, recipe: Recipe) -> dict[str, Any]:
    """A recipe as plain values."""
    return {"name": name, **asdict(recipe)}


# --- out of what was saved, which may come from a file that somebody else made


def _recipe(name: str, spec: Mapping[str, Any]) -> Recipe:
    try:
        said = _made(Recipe(split=Split()), spec)
        split = said.split
        if split is not None:
            shares = "/".join(map(str, split.shares))
            split_of(shares, group_by=split.group_by)
    except (TypeError, ValueError, UserError) as error:
        raise UserError("operations.bad_recipe", name=name) from error
    return said


def _made(default: T, said: Mapping[str, Any]) -> T:
    """What a mapping says, of the kind of a default, which holds where the mapping is silent."""
    unknown = said.keys() - {each.name for each in fields(default)}  # type: ignore[arg-type]
    if unknown:
        raise ValueError(unknown)
    values = {name: _value(name, getattr(default, name), value) for name, value in said.items()}
    return type(default)(**values)


def _value(name: str, default: Any, value: Any) -> Any:  # noqa: ANN401 - JSON, one kind or another
    if is_dataclass(default):
        if value is None and name == "split":
            return None
        return _made(default, dict(value))
    value = tuple(value) if isinstance(value, list) else value
    if type(value) is not type(default) or value not in _AMONG.get(name, (value,)):
        raise ValueError(name)
    if isinstance(value, tuple) and {type(each) for each in value} - {int, str}:
        raise ValueError(name)
    return value
