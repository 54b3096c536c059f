"""Where Workbench starts: all commands in one, or the window where none is named.

Every command exits 0 on success, 1 on refusal with one plain sentence on standard error, 2 on wrong
usage. With `--json` it prints one JSON document on standard output and nothing else there. Rooms
are imported by the command that needs them, so that `workbench --help` and the window start fast,
and no command but those that open a window imports Qt.
"""

import gc
import io
import logging
import multiprocessing
import sys
import traceback

import typer

from workbench.commands import (
    articles,
    counting,
    exporting,
    importing,
    learning,
    people,
    projects,
    reviewing,
    schemes,
    sharing,
    suggesters,
    suggesting,
    window,
)
from workbench.commands.printing import Warnings, echo
from workbench.domain.errors import UserError

app = typer.Typer(
    help="Mark entities, claims, events and framing in news text on your own machine.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for room in (  # in the order in which a project meets them, which is that of the help
    window,
    projects,
    importing,
    articles,
    counting,
    schemes,
    suggesting,
    suggesters,
    learning,
    people,
    sharing,
    reviewing,
    exporting,
):
    app.add_typer(room.app)


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Open the window where no command is named."""
    if context.invoked_subcommand is None:
        window.show_window(None)


def main() -> None:
    """Run the command line; what the user can mend is said in one sentence."""
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a name may hold what a terminal cannot show
            stream.reconfigure(errors="replace")
    logging.lastResort = Warnings(logging.WARNING)
    try:
        app(standalone_mode=True)
    except UserError as error:
        echo(str(error), err=True)
        sys.exit(1)
    except Exception:  # noqa: BLE001  (a bug: said plainly, with what helps to mend it)
        echo(traceback.format_exc(), err=True)
        echo("Workbench met a fault of its own; nothing half-done was saved.", err=True)
        sys.exit(1)
    finally:
        gc.freeze()  # a last look for garbage would take a tenth of a second


if __name__ == "__main__":
    main()
