"""Commands that lead to the window: open it, try the sample, put it among a desktop's programs.

No command but these imports Qt.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.commands.acting import user
from workbench.commands.options import AsJson, among, place
from workbench.commands.printing import as_table, echo, say
from workbench.domain.scheme import LAYERS

app = typer.Typer()


@app.command(name="open")
def open_window(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="The project file.", parser=place, show_default=False
        ),
    ] = None,
    screenshot: Annotated[
        Path | None,
        typer.Option(help="Save a picture of the window here, and close it.", parser=place),
    ] = None,
    theme: Annotated[str, typer.Option(help="For the picture: light or dark.")] = "light",
) -> None:
    """Open the window on a project."""
    from workbench.commands.display import require_display

    if screenshot is None:
        show_window(file)
        return
    among(theme, "--theme", "light", "dark")
    require_display()
    from workbench.ui.screenshot import take_screenshot

    take_screenshot(file, screenshot, theme=theme)


@app.command()
def demo(
    directory: Annotated[
        Path | None, typer.Option("--dir", help="Where to keep the sample project.", parser=place)
    ] = None,
    no_window: Annotated[bool, typer.Option("--no-window", help="Stop before the window.")] = False,
    json_: AsJson = False,
) -> None:
    """Try a sample project: import, suggest, export, summary; then the window."""
    from workbench.operations import sample
    from workbench.settings.folders import find_folders

    folder = directory or find_folders().data / "sample"
    report = sample.prepare(folder, user=user(""))
    say(report, json_, _sample_summary(report))
    if no_window:
        return
    from workbench.commands.display import why_no_display

    reason = why_no_display()
    if reason is None:
        show_window(Path(report["project"]))
    elif not json_:
        echo(str(reason))


@app.command(name="install-desktop")
def install_desktop(
    remove: Annotated[bool, typer.Option("--remove", help="Take it away again.")] = False,
    json_: AsJson = False,
) -> None:
    """Put Workbench among the programs of a Linux desktop, with its icon and its file type."""
    from workbench.operations import desktop

    files = desktop.remove() if remove else desktop.install()
    say({"removed" if remove else "installed": files}, json_, "\n".join(files) or "None was there.")


def show_window(file: Path | None) -> None:
    """Open the window, or say in one sentence why there can be none."""
    from workbench.commands.display import require_display

    require_display()
    from workbench.ui.application import run

    raise typer.Exit(run(file))


def _sample_summary(report: dict[str, Any]) -> str:
    rows = [
        (row["title"], row["words"], *(row["suggestions"].get(layer, 0) for layer in LAYERS))
        for row in report["articles"]
    ]
    table = as_table(("article", "words", *LAYERS), rows)
    files = ", ".join(report["exported"])
    return f"{table}\nProject: {report['project']}\nExported: {files}"
