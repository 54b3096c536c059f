"""What we write is read by programs that others wrote.

They live in an environment of their own, as those that agreement is held against.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.agreement.test_clients import CLIENTS
from tests.conftest import CHECKOUT
from tests.formats.corpora import write
from tests.formats.round_trip import awkward
from workbench.formats import label_studio, w3c

SAMPLES = CHECKOUT.parent / "shared" / "interchange" / "samples"
CONTEXT = SAMPLES / "w3c-anno" / "jsonld" / "anno.jsonld"

pytestmark = pytest.mark.skipif(
    not CLIENTS.exists(), reason="Needs the other programs' environment, which .ci/run makes."
)


def asked(*words: object) -> dict[str, Any]:
    """What a program says of files."""
    script = Path(__file__).with_name("clients.py")
    done = subprocess.run(
        [CLIENTS, script, *map(str, words)], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def test_label_studio_takes_the_configuration_and_every_task(tmp_path: Path) -> None:
    write(label_studio.writer, [awkward()], tmp_path / "x.json")
    said = asked("label_studio", tmp_path / "x.json", tmp_path / "x.config.xml")
    assert said == {"tasks": [True], "annotations": [True, True]}


def test_nothing_is_lost_where_web_annotations_are_expanded(tmp_path: Path) -> None:
    if not CONTEXT.is_file():
        pytest.skip("The context of web annotations is not beside this checkout.")
    write(w3c.writer, [awkward()], tmp_path / "x.jsonld")
    assert asked("w3c", tmp_path / "x.jsonld", CONTEXT) == {
        "annotations": 15,  # the article, its label, eleven marks and two relations
        "positions": 12,  # one mark has two fragments
        "quotes": 12,
        "attributes": 2,
    }
