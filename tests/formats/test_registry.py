"""Formats are found by name, and only those that can read are asked to."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.domain.corpus import CorpusArticle
from workbench.domain.errors import UserError
from workbench.formats.registry import FORMATS, READABLE, WRITABLE, find_writable, reader


def test_a_reader_reads(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": "One."}))
    (found,) = reader("jsonl")(path)
    assert isinstance(found, CorpusArticle)


@pytest.mark.parametrize("name", ["spacy", "docx", ""])
def test_a_format_that_cannot_be_read_names_those_that_can(name: str) -> None:
    with pytest.raises(UserError, match="jsonl") as caught:
        reader(name)
    assert caught.value.values["known"] == ", ".join(READABLE)


def test_an_unknown_format_names_the_known_ones() -> None:
    assert find_writable("spacy").suffix == ".spacy"
    with pytest.raises(UserError) as caught:
        find_writable("docx")
    assert caught.value.values["known"] == ", ".join(WRITABLE)


def test_no_format_is_imported_before_it_is_asked_for() -> None:
    code = "import sys, workbench.formats.registry; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "workbench.formats.registry" in loaded
    assert loaded.isdisjoint({"yaml", "spacy", *(format.module for format in FORMATS)})
