"""Settings: kept from start to start, and never a reason not to start."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.settings.settings import (
    RECENT,
    THEMES,
    ZOOM,
    Settings,
    account,
    read_settings,
    settings_file,
    with_recent,
    write_settings,
)

texts = st.text(st.characters(codec="utf-8"))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
)
keys_of_others = texts.filter(lambda key: key not in Settings.__slots__)
any_settings = st.builds(
    Settings,
    user=texts,
    recent=st.lists(texts, max_size=RECENT).map(tuple),
    theme=st.sampled_from(THEMES),
    zoom=st.sampled_from(ZOOM),
    language=texts,
    window=texts,
    unknown=st.dictionaries(keys_of_others, json_values, max_size=3),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return settings_file(tmp_path / "config")


@given(settings=any_settings)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    path = settings_file(tmp_path_factory.getbasetemp() / "any-settings")
    write_settings(settings, path)
    assert read_settings(path) == settings


def test_no_file_yet_means_defaults_and_makes_nothing(path: Path) -> None:
    assert read_settings(path) == Settings()
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b'{"zoom": 1', b"[1, 2]", b'"text"', b"\xff\xfe\x00", b"\x00" * 900, b"[" * 99_999],
)
def test_a_damaged_or_foreign_file_yields_defaults_and_is_kept_aside(
    path: Path, damaged: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(damaged)
    assert read_settings(path) == Settings()
    assert path.with_name("settings.json.broken").read_bytes() == damaged
    assert not path.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("user", 7),
        ("recent", "one"),
        ("recent", [1, 2]),
        ("theme", "sepia"),
        ("theme", ["dark"]),
        ("zoom", "100"),
        ("zoom", True),
        ("zoom", 0),
        ("zoom", 1e9),
        ("language", None),
        ("window", {}),
    ],
)
def test_a_value_that_does_not_fit_is_unset_and_the_others_stay(
    path: Path, key: str, value: object
) -> None:
    path.parent.mkdir()
    good = {"user": "ann", "zoom": 125, "theme": "dark"}
    path.write_text(json.dumps({**good, key: value}))
    read = read_settings(path)
    for other, kept in good.items():
        assert getattr(read, other) == (getattr(Settings(), key) if other == key else kept)
    assert getattr(read, key) == getattr(Settings(), key)
    assert path.exists()


def test_settings_of_a_newer_program_survive_an_older_one(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"user": "ann", "hologram": {"depth": 3}}))
    write_settings(read_settings(path), path)
    assert json.loads(path.read_text())["hologram"] == {"depth": 3}


def test_a_path_where_no_file_can_be_yields_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    assert tmp_path.is_dir()


def test_a_failed_write_raises_and_leaves_the_place_as_it_was(tmp_path: Path) -> None:
    path = settings_file(tmp_path)
    path.mkdir()
    (path / "something").touch()
    with pytest.raises(OSError, match="settings"):
        write_settings(Settings(user="ann"), path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_the_folder_of_the_settings_is_made_for_the_user_alone(path: Path) -> None:
    write_settings(Settings(), path)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_the_latest_project_comes_first_and_stands_once(tmp_path: Path) -> None:
    settings = Settings()
    for name in ("one", "two", "one"):
        settings = with_recent(settings, tmp_path / name)
    assert settings.recent == (str(tmp_path / "one"), str(tmp_path / "two"))


def test_only_the_latest_projects_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT + 5):
        settings = with_recent(settings, tmp_path / str(number))
    assert len(settings.recent) == RECENT
    assert settings.recent[0] == str(tmp_path / str(RECENT + 4))


def test_an_account_without_a_name_gets_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    assert account() == "annotator"
    monkeypatch.setenv("USER", "ann")
    assert account() == "ann"
