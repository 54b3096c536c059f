"""The log of the program on this machine: a few files of bounded size that nobody needs to read.

It is for the one question after something went wrong: what happened. Nothing is sent anywhere, and
texts, quotes and notes are not written to it: what people annotate stays in their projects.
"""

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from workbench.settings.folders import make_private, private

BYTES = 1_000_000
FILES = 4
FORMAT = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"


def start_log(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Write all that is logged from here on to `workbench.log` in the folder; returns the handler.

    At most four files of about a megabyte are kept. Where the folder cannot be written to, logging
    goes nowhere, since a full disk must not keep the program from starting.
    """
    handler = _file_handler(folder)
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.setLevel(level)
    root.addHandler(handler)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log that `start_log` began."""
    logging.getLogger().removeHandler(handler)
    handler.close()


class _PrivateFiles(RotatingFileHandler):
    """Log files that are made for the user alone."""

    def _open(self) -> TextIOWrapper:
        return open(  # type: ignore[return-value]
            self.baseFilename, self.mode, encoding=self.encoding, opener=private
        )


def _file_handler(folder: Path) -> logging.Handler:
    """A handler that writes to the folder, or one that writes nowhere where that is impossible."""
    try:
        make_private(folder)
        return _PrivateFiles(
            folder / "workbench.log", maxBytes=BYTES, backupCount=FILES - 1, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
