"""Suggesters by name."""

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.suggest.conftest import RESOURCES
from workbench.domain.errors import UserError
from workbench.domain.suggester_source import NEWS_EN, SuggesterSource
from workbench.operations.workers import Worker
from workbench.suggest import registry
from workbench.suggest.sums import FILE, write_sums


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UserError, match="news-en") as caught:
        registry.load(SuggesterSource("news-xx", "bundled"), RESOURCES)
    assert caught.value.key == "suggest.unknown_suggester"


def test_the_model_changes_with_a_word_list(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES / "models", tmp_path / "models")
    before = registry.load(NEWS_EN, tmp_path).model
    assert before == registry.load(NEWS_EN, RESOURCES).model
    events = tmp_path / "models" / "news-en" / "events.txt"
    events.write_text(events.read_text(encoding="utf-8") + "other noun: gala\n", encoding="utf-8")
    assert registry.load(NEWS_EN, tmp_path).model != before


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the shipped model, to be damaged."""
    return shutil.copytree(RESOURCES / "models" / "news-en", tmp_path / "models" / "news-en")


def needed(model: Path) -> list[Path]:
    """The files of a model without which it does not load, first the weights."""
    files = [path for path in model.rglob("*") if path.is_file()]
    needed = [path for path in files if path.name not in ("NOTICE.md", "scores.json")]
    return sorted(needed, key=lambda path: path.parent == model)


def refusal(model: Path) -> UserError:
    """Why the model cannot be loaded, by a path that it was never loaded by: lists are kept."""
    with tempfile.TemporaryDirectory() as folder:
        resources = Path(folder, "resources")
        resources.symlink_to(model.parents[1])
        with pytest.raises(UserError) as caught:
            registry.load(NEWS_EN, resources)
    assert "Install Workbench again" in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


def test_all_weights_that_travel_with_the_program_have_a_sum(model: Path) -> None:
    sums = (model / FILE).read_bytes()
    (model / FILE).unlink()
    write_sums(model)
    assert (model / FILE).read_bytes() == sums, "train with the program, which writes the sums"


def test_every_file_that_is_missing_is_named(model: Path) -> None:
    files = needed(model)
    assert len(files) > 20
    for path in files:
        held = path.read_bytes()
        path.unlink()
        error = refusal(model)
        assert error.key == "suggest.missing_resource"
        assert str(error.values["path"]).endswith(path.relative_to(model).as_posix())
        path.write_bytes(held)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_every_file_that_was_cut_short_is_told(model: Path, share: float) -> None:
    for path in needed(model):
        held = path.read_bytes()
        path.write_bytes(held[: int(len(held) * share)])
        if held:
            assert refusal(model).key == "suggest.damaged_resource"
        path.write_bytes(held)


def test_a_wrong_byte_in_the_weights_is_told(model: Path) -> None:
    for path in needed(model):
        held = path.read_bytes()
        if held and path.parent != model:
            path.write_bytes(held[:-1] + bytes([held[-1] ^ 1]))
            error = refusal(model)
            assert error.key == "suggest.damaged_resource"
            assert path.relative_to(model).as_posix() in str(error.values["reason"])
            path.write_bytes(held)


def test_a_list_that_is_no_text_is_told(model: Path) -> None:
    (model / "places.txt").write_bytes(b"town: \xff\xfe\n")
    assert refusal(model).key == "suggest.damaged_resource"


def test_a_damaged_model_is_told_through_a_worker_that_goes_on(model: Path) -> None:
    weights = model / "syntax" / "parser" / "model"
    weights.write_bytes(weights.read_bytes()[:1000])
    worker = Worker()
    with pytest.raises(UserError, match="everything else works") as caught:
        list(worker.run("workbench.operations.proposing:load", NEWS_EN, str(model.parents[1])))
    assert caught.value.key == "suggest.damaged_resource"
    pid = worker.pid
    (loaded,) = worker.run("workbench.operations.proposing:load", NEWS_EN, str(RESOURCES))
    assert isinstance(loaded, tuple)
    assert loaded[0] == "news-en"
    assert worker.pid == pid
    worker.close()
