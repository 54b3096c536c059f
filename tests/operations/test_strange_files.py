"""Whatever stands in a file of JSON where something else belongs, it is taken or refused, no more.

Each value of a sound article is put out of its place in turn by one of every kind; what comes of it
is an article for the project or a refusal with a sentence, and never a failure.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.formats.corpora import SCHEME, write
from tests.formats.round_trip import awkward
from workbench.domain.corpus import Refusal
from workbench.domain.errors import UserError
from workbench.domain.label_names import LabelNames
from workbench.formats import registry
from workbench.operations import incoming
from workbench.operations.packing import Terms

STRANGE: tuple[object, ...] = (
    *(None, True, -1, 0, 10**30, 1.5, "", "x", "m1", [], {}, [[]], [None], ["x", "x"]),
    *([1, 2, 3], {"x": None}, {"id": []}, {"text": [3]}, {"type": {}}),
)
TERMS = Terms(LabelNames(SCHEME), "ann", "done", "2026-01-01")


def sound(name: str, folder: Path) -> Any:  # noqa: ANN401 - any JSON value
    """What a format writes of the awkward article: the first value of its first file."""
    kind = registry.find_writable(name)
    write(registry.writer(name), [awkward()], folder / f"x{kind.suffix}")
    path, *_ = sorted(folder.glob(f"*{kind.suffix}"))
    lines = path.read_bytes().splitlines()
    return json.loads(lines[1] if lines[0] == b"[" else lines[0])


def variants(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """The value as JSON, with every place in it taken by every strange thing in turn."""
    for container, key in places(value):
        before = container[key]
        for strange in STRANGE:
            container[key] = strange
            yield json.dumps(value)
        container[key] = before


def places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any JSON value
    """Every place in a value that something can be put into: its container and its key."""
    keys = range(len(value)) if isinstance(value, list) else value
    for key in list(keys) if isinstance(value, list | dict) else ():
        yield value, key
        yield from places(value[key])


@pytest.mark.parametrize("name", ["jsonl", "label-studio", "doccano", "prodigy"])
def test_no_value_out_of_place_is_more_than_a_refusal(name: str, tmp_path: Path) -> None:
    value = sound(name, tmp_path / "sound")
    if "tokens" in value:
        del value["tokens"][3:]  # they are many, and all alike
    strange = list(variants(value))
    path = tmp_path / "strange"
    array = name == "label-studio"
    path.write_text(f"[{','.join(strange)}]" if array else "\n".join(strange), encoding="utf-8")
    found = [item for batch in incoming.read([str(path)], name, TERMS) for item in batch]
    assert len(found) == len(strange)
    refused = [item for item in found if isinstance(item, Refusal)]
    assert 0 < len(refused) < len(found)
    for refusal in refused:
        assert str(UserError(refusal.key, **dict(refusal.values)))
