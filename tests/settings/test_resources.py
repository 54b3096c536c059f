"""The program's own files are found in a checkout, an installed wheel and a frozen program."""

from pathlib import Path

import pytest

from workbench.settings.resources import resources_folder


def test_in_a_checkout_they_lie_beside_the_package() -> None:
    assert (resources_folder() / "schemes" / "news.yaml").is_file()


@pytest.mark.parametrize("inside", ["workbench/resources", "resources"])
def test_in_a_wheel_they_lie_inside_it_and_in_a_frozen_program_beside_it(
    tmp_path: Path, inside: str
) -> None:
    (tmp_path / inside / "schemes").mkdir(parents=True)
    assert resources_folder(package=tmp_path / "workbench") == tmp_path / inside


def test_a_stranger_called_resources_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    with pytest.raises(FileNotFoundError, match="no resources in"):
        resources_folder(package=tmp_path / "workbench")
