"""Where the files that travel with the program are: schemes, models, samples, icons.

An installed wheel has them inside the package. A checkout has them beside it, and so has a frozen
program, for which PyInstaller lays out packages and data files the same way.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def resources_folder(*, package: Path = PACKAGE) -> Path:
    """The folder of the program's own files, which nobody writes to.

    Raises `FileNotFoundError` where there is none, since then the program itself is broken.
    """
    candidates = (package / "resources", package.parent / "resources")
    for folder in candidates:
        if (folder / "schemes").is_dir():
            return folder
    raise FileNotFoundError(f"no resources in {candidates[0]} or {candidates[1]}")
