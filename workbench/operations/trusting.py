"""Whether a pipeline in a folder may be loaded: it can run code, so that its user is asked first.

The answer is the user's, on this machine, and kept in the settings; a project that came from
elsewhere brings none along. It is looked up where a suggester is about to be loaded, so that no way
there can leave it out. Installed packages need none: who installed them has let them run.
"""

from dataclasses import replace
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.domain.suggester_source import SuggesterSource
from workbench.settings.folders import find_folders
from workbench.settings.settings import Settings, read_settings, settings_file, write_settings


def answer_for(source: SuggesterSource, settings: Settings | None = None) -> bool | None:
    """Whether it may be loaded; None where that has never been answered."""
    if not source.folder:
        return True
    answers = (settings or _settings()).pipelines
    return answers.get(str(resolved(source.folder)))


def require_trust(source: SuggesterSource) -> None:
    """Raise `UserError`, with how to allow it, unless a source may be loaded."""
    if not answer_for(source):
        raise UserError("operations.untrusted_folder", name=source.name, path=source.folder)


def with_answer(settings: Settings, source: SuggesterSource, *, allowed: bool) -> Settings:
    """The settings with an answer for a source's folder."""
    if not source.folder:
        return settings
    answers = {**settings.pipelines, str(resolved(source.folder)): allowed}
    return replace(settings, pipelines=answers)


def trust(source: SuggesterSource) -> None:
    """Allow a source's folder from now on; raises `OSError` where settings cannot be written."""
    path = settings_file(find_folders().config)
    write_settings(with_answer(read_settings(path), source, allowed=True), path)


def resolved(folder: str) -> Path:
    """The folder itself, wherever links lead."""
    return Path(folder).expanduser().resolve()


def _settings() -> Settings:
    return read_settings(settings_file(find_folders().config))
