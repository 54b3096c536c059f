"""Pipelines of spaCy that others made, from real folders and packages."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.operations.conftest import refused
from tests.suggest import pipelines_made
from tests.suggest.conftest import RESOURCES, article
from workbench.domain.suggester_source import SuggesterSource, pipeline_source
from workbench.suggest import pipelines, registry

LABELS = {"BOAT": "entity/other", "ORG": "entity/organization", "NOTE": "event/statement"}
TEXT = "The Harbour Office said the ferry left at noon.\n"


def found(source: SuggesterSource) -> list[tuple[str, str, str]]:
    (drafts,) = registry.load(source, RESOURCES).suggest([article(TEXT)])
    return [(each.layer, each.label, each.fragments[0].of(TEXT)) for each in drafts]


def test_a_folder_is_asked_for_entities_and_spans_under_the_given_labels(tmp_path: Path) -> None:
    folder = pipelines_made.make(tmp_path / "boats")
    assert pipelines.labels_in(folder) == ["BOAT", "NOTE", "ORG"]
    assert found(pipeline_source("boats", labels=LABELS, folder=str(folder))) == [
        ("entity", "organization", "Harbour Office"),
        ("entity", "other", "ferry"),
        ("event", "statement", "the ferry left"),
    ]
    fewer = pipeline_source("boats", labels={"BOAT": "entity/other"}, folder=str(folder))
    assert found(fewer) == [("entity", "other", "ferry")]
    assert fewer.layers == ("entity",)


def test_other_files_or_labels_are_another_model(tmp_path: Path) -> None:
    folder = pipelines_made.make(tmp_path / "boats")
    source = pipeline_source("boats", labels=LABELS, folder=str(folder))
    first = registry.load(source, RESOURCES).model
    assert registry.load(source, RESOURCES).model == first
    fewer = pipeline_source("boats", labels={"BOAT": "entity/other"}, folder=str(folder))
    assert registry.load(fewer, RESOURCES).model != first
    rules = folder / "entity_ruler" / "patterns.jsonl"
    rules.write_text(rules.read_text(encoding="utf-8").replace("ferry", "barge"), encoding="utf-8")
    assert registry.load(source, RESOURCES).model != first


def test_installed_ones_are_found_without_importing_them_or_spacy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = pipelines_made.install(tmp_path, monkeypatch)
    assert pipelines.installed() == {"harbour_sm": packages / "harbour_sm"}
    program = (
        "import sys; from workbench.suggest import pipelines; "
        "assert [pipelines.labels_in(each) for each in pipelines.installed().values()]; "
        "assert not {'spacy', 'harbour_sm'} & set(sys.modules)"
    )
    path = f"{packages}:{Path(__file__).parents[2]}"
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": path})
    source = pipeline_source("h", labels=LABELS, package="harbour_sm")
    assert ("entity", "other", "ferry") in found(source)


def test_no_package_name_leads_to_a_folder(tmp_path: Path) -> None:
    folder = pipelines_made.make(tmp_path / "boats")
    with refused("suggest.pipeline_missing"):
        found(pipeline_source("boats", labels=LABELS, package=str(folder)))


@pytest.mark.parametrize(
    "damage", ["config.cfg", "entity_ruler/patterns.jsonl", "vocab/strings.json"]
)
def test_a_broken_folder_says_why_in_a_sentence(tmp_path: Path, damage: str) -> None:
    folder = pipelines_made.make(tmp_path / "boats")
    (folder / damage).write_bytes(b"\xff{")
    with refused("suggest.pipeline_broken") as refusal:
        found(pipeline_source("boats", labels=LABELS, folder=str(folder)))
    said = str(refusal.value)
    assert "\n" not in said
    assert "Error" in said


def test_what_is_no_pipeline_says_so(tmp_path: Path) -> None:
    with refused("suggest.pipeline_gone"):
        found(pipeline_source("boats", labels=LABELS, folder=str(tmp_path / "none")))
    with refused("suggest.pipeline_broken"):
        pipelines.labels_in(tmp_path)
    for written in ("[1]", "[" * 100_000):
        (tmp_path / "meta.json").write_text(written, encoding="utf-8")
        with refused("suggest.pipeline_broken"):
            pipelines.labels_in(tmp_path)
