"""A project that may not be written to is open for reading: so it says, and what writes is off."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import CHECKOUT
from tests.store.test_sqlite import mounted
from workbench.operations import importing, people, projects
from workbench.operations.progress import finish

IN_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from workbench.store import articles
from workbench.ui.application import make_window
from workbench.ui.commands import COMMANDS, WRITING

app = QApplication(sys.argv[:1])
program = make_window(app, "light")
window = program.window
window.show()
program.projects.open_path(Path(sys.argv[1]))
assert window.notice.isVisible() and sys.argv[1] in window.notice.text()
assert window.workspace.pane.text().startswith("Harbour")
assert WRITING < {command.id for command in COMMANDS}
enabled = {action.text().partition(chr(9))[0] for menu in window.menuBar().actions()
           for action in menu.menu().actions() if action.isEnabled()}
assert enabled
for command in COMMANDS:
    if command.id in WRITING:
        window.message.clear()
        assert command.shown() not in enabled, command
        assert not window.dispatch.say(command.id)
        assert "for reading only" in window.message.text(), command
before = len(articles.list_articles(window.session.project))
program.corpus.take_files([Path(sys.argv[1]).with_name("a.txt")])
window.message.clear()
while window.jobs.busy():
    app.processEvents()
assert "for reading only" in window.message.text()
assert len(articles.list_articles(window.session.project)) == before
copy = window.session.project.path
window.close()
assert not copy.exists()
"""


@mounted
def test_what_writes_is_off_and_says_why(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "a.txt").write_text("Harbour closed\n\nThe mayor spoke.\n")
    project = projects.create(folder / "p.workbench")
    ann = people.annotator_named(project, "ann")
    finish(importing.import_paths(project, [folder / "a.txt"], annotator=ann))
    project.close()
    before = (folder / "p.workbench").read_bytes()
    script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" -c "$3" "$4"'
    named = [folder, sys.executable, IN_THE_WINDOW, folder / "p.workbench"]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", *map(str, named)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / "p.workbench").read_bytes() == before
    assert {path.name for path in folder.iterdir()} == {"a.txt", "p.workbench"}
