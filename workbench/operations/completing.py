"""What an attribute says elsewhere in the project, so that one name is spelled one way."""

from collections import Counter

from workbench.operations.progress import LongVerb, Progress
from workbench.store import annotations
from workbench.store.project import Project

MOST = 2_000  # values offered


def values_of(project: Project, *, layer: str, attribute: str) -> LongVerb[list[str]]:
    """The values that annotations of a layer have for an attribute, the commonest first."""
    counted: Counter[str] = Counter()
    for number, attributes in enumerate(annotations.attributes_of_layer(project, layer, attribute)):
        if number % 1_000 == 0:
            yield Progress(number, 0, attribute)
        counted[attributes[attribute]] += 1
    return [value for value, _ in counted.most_common(MOST)]
