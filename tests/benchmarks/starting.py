"""From nothing to a window that can be used, on a project of many articles.

A fresh process imports the program, opens the project and paints its first article; the time counts
from before the process began. What is loaded then, and how much memory it takes, is asked there.

In turns with it a process shows an empty window of Qt's: less than that no program here can take.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.corpora import Corpus, project_of
from tests.benchmarks.measuring import Result, Scale, grown, seconds, spread

SCRIPT = """
import json, sys, time
from pathlib import Path
import workbench.__main__
from workbench.ui.application import make_window, tune_python
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Ready(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and program.window.session.article:
            QTimer.singleShot(0, lambda: app.exit(0))
        return False

tune_python()
app = QApplication(["workbench"])
program = make_window(app)
program.window.show()
program.projects.open_path(Path(sys.argv[1]))
ready = Ready()
program.window.workspace.pane.viewport().installEventFilter(ready)
app.exec()
now = time.monotonic()
status = Path("/proc/self/status").read_text().split()
print(json.dumps({
    "seconds": now - float(sys.argv[2]),
    "megabytes": int(status[status.index("VmRSS:") + 1]) / 1024,
    "spacy": sum(name.partition(".")[0] in {"spacy", "thinc"} for name in sys.modules),
}))
program.window.close()
"""


BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication(["bare"])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def measure(scale: Scale, folder: Path) -> Iterator[Result]:
    """Seconds, megabytes, whether spaCy was imported, and how the seconds grow."""
    sizes = scale.sizes(scale.project_articles)
    paths = [_project(folder, size) for size in sizes]
    rounds = [(start(paths[-1]), seconds(_bare)) for _ in range(scale.repetitions + 1)][1:]
    found = [start for start, _ in rounds]
    times = [start["seconds"] for start in found]
    name = f"start to a usable window, {sizes[-1]:,} articles"
    note = f"{spread(times)}; a bare window {spread([bare for _, bare in rounds])}"
    yield Result(name, median(times), "s", 1.0, note=note)
    costs = [min(start(path)["seconds"] for _ in range(scale.doubled)) for path in paths]
    yield grown("start", sizes, costs, budget=0.3)
    yield Result("interface process", median(s["megabytes"] for s in found), "MB", 250)
    yield Result(
        "modules of spaCy in the interface process",
        max(s["spacy"] for s in found),
        "modules of spaCy",
        0,
    )


def _project(folder: Path, articles: int) -> Path:
    """A project that the suggester has seen all of."""
    file = Corpus().write(folder / f"{articles}.jsonl", articles, spans=2)
    return project_of(folder / f"{articles}.workbench", file, seen=True)


def _bare() -> None:
    subprocess.run([sys.executable, "-c", BARE], check=True, capture_output=True)


def start(path: Path) -> dict[str, float]:
    """Start the window on a project: seconds, megabytes, modules of spaCy."""
    command = [sys.executable, "-c", SCRIPT, str(path), str(time.monotonic())]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
