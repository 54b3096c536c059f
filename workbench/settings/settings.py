"""What the user prefers, and what the program remembers from one start to the next.

Settings are convenience, never data: a file that is damaged, foreign or from a newer program must
not keep anybody from work. Values that do not fit count as unset, a file that cannot be read as a
whole is kept aside for its owner, and keys that this version does not know are written back as
they came, so that an older program does not wipe the settings of a newer one.
"""

import getpass
import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from workbench.settings.folders import make_private, private

log = logging.getLogger(__name__)

Theme = Literal["system", "light", "dark"]
Typeface = Literal["serif", "sans", "system"]
Measure = Literal["narrow", "normal", "wide"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark")
TYPEFACES: tuple[Typeface, ...] = ("serif", "sans", "system")
MEASURES: tuple[Measure, ...] = ("narrow", "normal", "wide")
ZOOM = range(50, 301)
PERCENT = range(101)
RECENT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `zoom` is in percent, and an empty `language` is the system's.

    `typeface` and `measure` are those of the reading pane, and `tags` says whether it shows the
    label of every mark. `ghosts` are the layers whose suggestions are shown, and `ghosts_from` the
    least score of those, in percent; framing is often wrong, so that it is not among them at first.

    `user` is the name of the person who acted last, `recent` holds paths of projects, the latest
    first, and `window` its place and panels in Qt's own form as text. `keys` are the keys that the
    user changed, by command. `pipelines` says of folders with pipelines whether the user lets them
    be loaded, since they can run code: an answer of the user on this machine, and never a
    project's. `unknown` keeps what another version of the program has written.
    """

    user: str = ""
    recent: tuple[str, ...] = ()
    theme: Theme = "system"
    zoom: int = 100
    typeface: Typeface = "serif"
    measure: Measure = "normal"
    tags: bool = False
    ghosts: tuple[str, ...] = ("claim", "entity", "event")
    ghosts_from: int = 0
    language: str = ""
    window: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pipelines: Mapping[str, bool] = field(default_factory=dict)
    unknown: Mapping[str, Any] = field(default_factory=dict)


def _is_text(value: object) -> bool:
    """Whether it is a text."""
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    """Whether it is a list of texts."""
    return isinstance(value, list) and all(map(_is_text, value))


def _is_zoom(value: object) -> bool:
    """Whether it is a zoom in percent; JSON's `true` would count as 1."""
    return type(value) is int and value in ZOOM


def _is_percent(value: object) -> bool:
    """Whether it is a whole number from 0 to 100."""
    return type(value) is int and value in PERCENT


def _is_keys(value: object) -> bool:
    """Whether it is a list of texts for each of some names."""
    return isinstance(value, dict) and all(map(_is_texts, value.values()))


def _is_answers(value: object) -> bool:
    """Whether it is a yes or no to each of some questions."""
    return isinstance(value, dict) and all(isinstance(answer, bool) for answer in value.values())


FITS: dict[str, Callable[[object], bool]] = {
    "user": _is_text,
    "recent": _is_texts,
    "theme": lambda value: _is_text(value) and value in THEMES,
    "zoom": _is_zoom,
    "typeface": lambda value: _is_text(value) and value in TYPEFACES,
    "measure": lambda value: _is_text(value) and value in MEASURES,
    "tags": lambda value: isinstance(value, bool),
    "ghosts": _is_texts,
    "ghosts_from": _is_percent,
    "language": _is_text,
    "window": _is_text,
    "keys": _is_keys,
    "pipelines": _is_answers,
}


def settings_file(config: Path) -> Path:
    """The file in the configuration folder that holds the settings."""
    return config / "settings.json"


def account() -> str:
    """The name of the account on this machine; some name where the account has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number that no name belongs to
        return "annotator"


def with_recent(settings: Settings, project: Path) -> Settings:
    """The settings with this project's file as the latest that was open."""
    latest = str(project.absolute())
    others = [known for known in settings.recent if known != latest]
    return replace(settings, recent=(latest, *others)[:RECENT])


def read_settings(path: Path) -> Settings:
    """The settings in a file, or the defaults where it is missing or cannot be read.

    A damaged or foreign file is moved aside, to the same name with `.broken` added.
    """
    try:
        raw = path.read_bytes()
    except OSError:  # no settings yet, or none that this user may read
        return Settings()
    found = _parsed(raw)
    if found is None:
        _keep_aside(path)
        return Settings()
    return _settings_of(found)


def write_settings(settings: Settings, path: Path) -> None:
    """Write the settings beside their place and put them there in one step.

    Raises `OSError` where that cannot be done; the file that was there is whole then.
    """
    make_private(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _replace(path, beside, _text_of(settings))
    finally:
        beside.unlink(missing_ok=True)


def _parsed(raw: bytes) -> dict[str, Any] | None:
    """The JSON object in the bytes, if that is what they are."""
    try:
        found = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _keep_aside(path: Path) -> None:
    """Move a file that is no settings file out of the way without losing it."""
    try:
        path.replace(path.with_name(f"{path.name}.broken"))
    except OSError as error:
        log.warning("The damaged settings %s cannot be moved aside: %s", path, error)


def _settings_of(found: Mapping[str, Any]) -> Settings:
    """The settings in a JSON object; what does not fit is left at its default."""
    fitting = {key: found[key] for key in FITS if key in found and FITS[key](found[key])}
    if "recent" in fitting:
        fitting["recent"] = tuple(fitting["recent"][:RECENT])
    if "ghosts" in fitting:
        fitting["ghosts"] = tuple(fitting["ghosts"])
    if "keys" in fitting:
        fitting["keys"] = {id: tuple(keys) for id, keys in fitting["keys"].items()}
    return Settings(**fitting, unknown={key: found[key] for key in found if key not in FITS})


def _text_of(settings: Settings) -> str:
    """The settings as the text of a JSON file."""
    known = {key: getattr(settings, key) for key in FITS}
    return json.dumps({**settings.unknown, **known}, ensure_ascii=True, indent=2) + "\n"


def _replace(path: Path, beside: Path, text: str) -> None:
    """Write a text to one path, down to the disk, and move it to another."""
    with open(beside, "w", encoding="utf-8", opener=private) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
