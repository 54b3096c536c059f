"""Drive the frozen program on an X display: xvfb-run -a python -m tests.frozen dist/workbench

From the start screen to the sample, a mark by keys, a suggestion taken, and out; then the command
line of the same program exports, checks, and says what it made. Nothing of the checkout's program
is used to act, only to read the project afterwards. Needs xdotool.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from workbench.domain.annotation import Annotation
from workbench.operations import projects
from workbench.store import annotations, articles

PATIENCE = 120.0  # seconds for a step; the machine may be busy
LARGEST = 450  # megabytes
QT = {
    *("Core", "DBus", "Gui", "OpenGL", "Svg", "WaylandClient", "Widgets"),
    *("WlShellIntegration", "XcbQpa"),
}


def until(true: Callable[[], bool], what: str) -> None:
    """Wait until something holds; ends the program where it never does."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            sys.exit(f"Waited in vain: {what}")
        time.sleep(0.1)


def tell(what: str) -> None:
    """Print a line at once."""
    sys.stdout.write(what + "\n")
    sys.stdout.flush()


def xdotool(*arguments: str) -> str:
    """What xdotool says."""
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def at_home(home: Path) -> dict[str, str]:
    """An environment in which the program keeps all it has in a folder, and knows no checkout."""
    environment = {**os.environ, "WORKBENCH_HOME": str(home), "LC_ALL": "C.UTF-8"}
    environment.pop("PYTHONPATH", None)
    return environment


class Person:
    """Someone at the keyboard of the program's window."""

    def __init__(self, program: Path, home: Path) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen([str(program)], env=at_home(home))
        self.window = ""
        self.look_for("Workbench")

    def look_for(self, title: str) -> None:
        """Wait for a window of this title, and take it in hand."""
        found = ("search", "--onlyvisible", "--name", title)
        until(lambda: bool(xdotool(*found)), f"a window {title}")
        self.window = xdotool(*found).splitlines()[-1]
        xdotool("windowfocus", "--sync", self.window)

    def press(self, *keys: str) -> None:
        """Press keys, each as in "ctrl+k"."""
        xdotool("key", "--delay", "60", *keys)

    def say(self, command: str) -> None:
        """Say a command by the palette."""
        self.press("ctrl+k")
        xdotool("type", "--delay", "30", command)
        self.press("Return")


def marked(file: Path) -> list[Annotation]:
    """All annotations in a project."""
    project = projects.open_(file)
    try:
        known = articles.list_articles(project)
        return [mark for each in known for mark in annotations.of_article(project, each.id)]
    finally:
        project.close()


def drive(program: Path, folder: Path) -> None:
    """Work with the program; ends the program where something does not hold."""
    person = Person(program, folder / "home")
    tell(f"a window after {time.monotonic() - person.started:.1f} s")
    person.say("Try the sample")
    person.look_for("sample – Workbench")
    (file,) = (folder / "home").rglob("sample.workbench")
    tell(f"the sample open after {time.monotonic() - person.started:.1f} s")
    person.press("shift+Right", "shift+Right", "e", "1", "Escape")
    until(lambda: len(marked(file)) == 1, "a mark made by keys")
    person.press("Tab", "Return")
    until(lambda: len(marked(file)) > 1, "a suggestion taken by a key")
    person.press("ctrl+q")
    if person.process.wait(PATIENCE) != 0:
        sys.exit("The program ended with an error.")
    origins = [mark.origin.by for mark in marked(file)]
    tell(f"marked by {origins}")
    ask(program, folder, "export", str(file), str(folder / "out.jsonl"), "--format", "jsonl")
    for format in ("html", "spacy", "cas-json"):
        asked = (str(folder / f"out-{format}"), "--format", format, "--status", "any")
        report = ask(program, folder, "export", str(file), *asked)
        if report["articles"] != 1:
            sys.exit(f"Exported as {format}: {report}")
    if not ask(program, folder, "check", str(file))["ok"]:
        sys.exit("The project is damaged.")


def ask(program: Path, folder: Path, *arguments: str) -> dict[str, object]:
    """What the program says on its command line."""
    command = [str(program), *arguments, "--json"]
    done = subprocess.run(command, env=at_home(folder / "home"), capture_output=True, check=True)
    said: dict[str, object] = json.loads(done.stdout)
    return said


def main() -> None:
    """Measure the folder, and drive the program in it."""
    folder = Path(sys.argv[1]).resolve()
    size = sum(path.lstat().st_size for path in folder.rglob("*")) / 1e6
    tell(f"{size:.0f} MB")
    if size > LARGEST:
        sys.exit(f"The folder is larger than {LARGEST} MB.")
    libraries = folder.rglob("libQt6*.so.6")
    modules = {path.name.removeprefix("libQt6").partition(".")[0] for path in libraries}
    if not modules <= QT:
        sys.exit(f"Modules of Qt that nothing here uses: {sorted(modules - QT)}")
    with tempfile.TemporaryDirectory() as place:
        drive(folder / "workbench", Path(place))
    tell("driven")


if __name__ == "__main__":
    main()
