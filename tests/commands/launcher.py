"""A process that has loaded what commands need, and forks itself for each one that is asked for.

Each command is a process of its own all the same, with its own arguments, folder, variables,
streams and exit code. It is spared to load the libraries, which takes longer than what most do.
An order is a line of JSON on standard input; the exit code is a line on standard output.
"""

import gc
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Mapping
from typing import Any

import alembic.command  # noqa: F401  (loaded for those that come)
import typer._adapters  # noqa: F401

import workbench.__main__ as program
from workbench import operations

WAYS = ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY))


def serve() -> None:
    """Run one command after another, until nobody can ask for more."""
    for module in pkgutil.iter_modules(operations.__path__, "workbench.operations."):
        importlib.import_module(module.name)
    gc.freeze()  # nobody looks for garbage among what all of them share
    for line in sys.stdin:
        child = os.fork()
        if not child:
            become(json.loads(line))
            program.main()
            return
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{code}\n")
        sys.stdout.flush()


def become(order: Mapping[str, Any]) -> None:
    """Be the process that somebody asked for."""
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["folder"])
    for (number, way), path in zip(WAYS, (os.devnull, *order["streams"]), strict=True):
        os.dup2(os.open(path, way), number)
    sys.argv = [str(program.__file__), *order["arguments"]]
    sys.modules["__main__"] = program


if __name__ == "__main__":
    serve()
