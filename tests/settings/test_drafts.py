"""A draft comes back to the character, in whatever state it and its folder are."""

from pathlib import Path

import pytest

from workbench.settings.drafts import Drafts

TEXT = "One\r\u2028two\u00a0🙂\n\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "not" / "there" / "yet")


def test_a_draft_comes_back_to_the_character_and_goes(drafts: Drafts) -> None:
    assert drafts.find(of="a") is None
    drafts.keep("first", of="a")
    drafts.keep(TEXT, of="a")
    assert drafts.find(of="a") == TEXT
    assert drafts.find(of="b") is None
    drafts.drop(of="a")
    drafts.drop(of="a")
    assert drafts.find(of="a") is None


def test_names_lead_nowhere_else(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.keep("text", of="../../outside")
    assert [path.parent for path in tmp_path.rglob("*.txt")] == [tmp_path / "drafts"]
    assert drafts.find(of="../../outside") == "text"


def test_only_the_user_may_read_them(tmp_path: Path) -> None:
    Drafts(tmp_path / "drafts").keep("text", of="a")
    assert (tmp_path / "drafts").stat().st_mode & 0o077 == 0


def test_a_disk_that_refuses_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    drafts = Drafts(tmp_path / "file")
    drafts.keep("text", of="a")
    assert drafts.find(of="a") is None
    drafts.drop(of="a")
