"""Commands that make a project, prove it sound, keep copies of it, and make it smaller."""

from typing import Annotated

import typer

from workbench.commands.acting import finish, opened
from workbench.commands.options import AsJson, File
from workbench.commands.printing import say

app = typer.Typer()


@app.command()
def new(
    file: File,
    scheme: Annotated[
        str, typer.Option(help="A shipped scheme (news, minimal), or a YAML file.")
    ] = "news",
    json_: AsJson = False,
) -> None:
    """Make a new project; its name gets the ending .workbench where it has none."""
    from workbench.operations import projects

    file = projects.with_suffix(file)
    projects.create(file, scheme=scheme).close()
    say({"project": str(file), "scheme": scheme}, json_, f"Made {file}.")


@app.command()
def check(file: File, json_: AsJson = False) -> None:
    """Prove a project sound: the file, offsets, quotes, journal."""
    from workbench.operations import projects

    with opened(file) as project:
        problems = projects.check(project)
    say({"ok": not problems, "problems": problems}, json_, "\n".join(problems) or "All is well.")
    if problems:
        raise typer.Exit(1)


@app.command()
def compact(file: File, json_: AsJson = False) -> None:
    """Pack the old entries of the journal, all of which stay readable; the file gets smaller."""
    from workbench.operations import compacting

    with opened(file) as project:
        packed = finish(compacting.compact(project), json_)
        sizes = file.stat().st_size, compacting.give_back(project)
    told = {"entries": packed.entries, "before": packed.before, "after": packed.after}
    each = max(packed.entries, 1)
    text = (
        f"{packed.entries:,} old entries packed: {packed.before // each:,} bytes each before,"
        f" {packed.after // each:,} now. The file has {sizes[1]:,} bytes, and had {sizes[0]:,}."
    )
    say({**told, "file": {"before": sizes[0], "after": sizes[1]}}, json_, text)


@app.command()
def backups(
    file: File,
    restore: Annotated[
        int, typer.Option(metavar="N", help="Put this one back; the present state is kept first.")
    ] = 0,
    json_: AsJson = False,
) -> None:
    """Back a project up where it changed and list its backups, newest first, or put one back."""
    from workbench.operations import backups as keeping

    if restore:
        put_back = keeping.restore(file, restore)
        told = {"restored": str(put_back.path), "time": put_back.time.isoformat()}
        say(told, json_, f"{file} is as it was on {put_back.time:%Y-%m-%d %H:%M:%S} UTC.")
        return
    with opened(file) as project:
        keeping.keep(project)
        kept = keeping.kept(project)
    rows = [
        {"number": number, "time": one.time.isoformat(), "path": str(one.path)}
        for number, one in enumerate(kept, start=1)
    ]
    lines = [f"{number}  {one.time:%Y-%m-%d %H:%M:%S}" for number, one in enumerate(kept, start=1)]
    say(rows, json_, "\n".join(lines))
