"""Small pipelines of spaCy, as other people have them: in a folder, or installed as a package."""

from pathlib import Path

import pytest
import spacy

BOAT = [{"label": "BOAT", "pattern": "ferry"}, {"label": "ORG", "pattern": "Harbour Office"}]
QUOTE = [{"label": "NOTE", "pattern": "the ferry left"}]


def make(folder: Path) -> Path:
    """A pipeline that marks entities and overlapping spans; returns its folder."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(BOAT)  # type: ignore[attr-defined]
    nlp.add_pipe("span_ruler").add_patterns(QUOTE)  # type: ignore[attr-defined]
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    return folder


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "harbour_sm") -> Path:
    """The same as an installed package while a test lasts; returns the folder of packages."""
    packages = folder / "packages"
    make(packages / name / "data")
    (packages / name / "meta.json").write_bytes(
        (packages / name / "data" / "meta.json").read_bytes()
    )
    (packages / name / "__init__.py").write_text(
        "from pathlib import Path\n"
        "from spacy.util import load_model_from_path\n\n"
        "def load(**overrides):\n"
        '    return load_model_from_path(Path(__file__).parent / "data", **overrides)\n',
        encoding="utf-8",
    )
    metadata = packages / f"{name}-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Name: {name}\nVersion: 1\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(
        f"[spacy_models]\n{name} = {name}\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(packages)
    return packages
