"""Whatever is wrong from outside gets one plain sentence, exit 1, and loses nothing.

Every case goes through the real command line. Full and read-only disks are real ones, mounted in a
namespace that only the tested commands see, which needs no rights beyond those of any user.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.line import ARTICLE, answer, run
from workbench.operations import projects

TEXT = "Ann met Bo. 🙂 Yes."
HUGE = 200_000_000  # bytes
_NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the project that all start from stays, once a test has asked for it."""
    return tmp_path_factory.mktemp("project")


@pytest.fixture
def project(shelf: Path, tmp_path: Path) -> Path:
    """A project with one article."""
    made, path = shelf / "p.workbench", tmp_path / "p.workbench"
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    if not made.exists():
        projects.create(made).close()
        run("import", made, tmp_path / "a.txt")
    shutil.copy(made, path)
    return path


def refusal(*arguments: object) -> str:
    """The one sentence with which a command refuses."""
    done = run(*arguments, code=1)
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.rstrip().endswith((".", "…"))
    return done.stderr


# --- project files


def missing(path: Path) -> None:
    path.unlink()


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")


def no_database(path: Path) -> None:
    path.write_text("Dear diary\n" * 50)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (missing, "There is no project"),
        (foreign, "is not a Workbench project"),
        (no_database, "is not a Workbench project"),
        (truncated, "is cut short"),
        (newer, "newer Workbench"),
        (folder, "is not a Workbench project"),
        (pipe, "is not a Workbench project"),
    ],
)
def test_a_wrong_project_file_is_refused_and_left_alone(
    project: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(project)
    before = project.read_bytes() if project.is_file() else b""
    assert words in refusal("suggest", project)
    assert words in refusal("import", project, project.with_name("a.txt"))
    assert words in refusal("check", project)
    assert (project.read_bytes() if project.is_file() else b"") == before


# --- incoming files


def line(**place: object) -> bytes:
    """A line of our own form with one annotation."""
    annotation = {"annotator": "ann", "layer": "entity", "label": "person", "start": 0, "end": 3}
    return json.dumps({"text": TEXT, "annotations": [annotation | place]}).encode() + b"\n"


WRONG = [
    ("a.xyz", b"text", "Files of this kind (.xyz) cannot be read"),
    ("a", b"text", "without an ending"),
    ("binary.txt", b"\x7fELF\x00\x01\x02\xff" * 9, "no text but a binary file"),
    ("empty.txt", b"", "no text in it"),
    ("blank.txt", b" \n\t\n", "no text in it"),
    ("a.pdf", b"%PDF-1.4 and no more", "damaged"),
    ("a.docx", b"PK\x03\x04 and no more", "damaged"),
    ("a.csv", b"a,b\n1,2\n", "No column holds the text"),
    ("blank.jsonl", b'{"text": ""}\n', "is empty"),
    ("cut.jsonl", b'{"text":\n', "not JSON"),
    ("list.jsonl", b"[1]\n", "no object"),
    ("beyond.jsonl", line(end=99), "lies outside the text, which has 18 characters"),
    ("before.jsonl", line(start=-1), "lies outside the text"),
    ("nothing.jsonl", line(start=2, end=2), "is empty"),
    ("quote.jsonl", line(quote="Bob"), "is not what stands at 0–3"),
    ("label.jsonl", line(label="planet"), "no label “planet”"),
    ("type.jsonl", line(start="0"), "whole number"),
]


def test_every_wrong_file_is_refused_by_its_name(project: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name, content, _ in WRONG:
        (inbox / name).write_bytes(content)
    before = answer("articles", project)
    done = run("import", project, inbox, "--json", code=1)
    told = {
        Path(item["path"]).name.split(",")[0]: item["reason"]
        for item in json.loads(done.stdout)["refused"]
    }
    assert told.keys() == {name for name, _, _ in WRONG}
    assert [(name, told[name]) for name, _, words in WRONG if words not in told[name]] == []
    assert done.stderr.count("\n") == len(WRONG)
    assert answer("articles", project) == before


def test_a_pipe_among_the_files_is_refused_at_once(project: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    os.mkfifo(inbox / "a.jsonl")
    assert "no plain file" in refusal("import", project, inbox)
    assert "no plain file" in refusal("import", project, inbox / "a.jsonl", "--format", "jsonl")


def test_an_empty_folder_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    assert "no files in this folder" in refusal("import", project, tmp_path / "inbox")


# The system counts what a process held before it became another: pytest's own megabytes.
_MEASURED = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(usage.ru_maxrss // 1024)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak(*arguments: object) -> tuple[str, int]:
    """What a command that refuses says, and the most megabytes that it or a worker held."""
    command = [sys.executable, "-m", "workbench", *map(str, arguments)]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    return done.stderr, int(done.stdout)


def test_huge_files_are_refused_without_being_read(project: Path, tmp_path: Path) -> None:
    huge = [tmp_path / f"huge{suffix}" for suffix in (".txt", ".html", ".pdf", ".docx", ".jsonl")]
    for path in huge:
        with path.open("wb") as file:
            file.truncate(HUGE)
    told, megabytes = peak("import", project, *huge)
    assert told.count("It has 200.0 MB") == len(huge)
    assert megabytes < 150


def test_a_huge_scheme_is_refused_without_being_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(HUGE)
    told, megabytes = peak("new", tmp_path / "q.workbench", "--scheme", huge)
    assert "longer than a scheme can be" in told
    assert megabytes < 150


def test_files_are_read_as_the_format_that_is_named(project: Path, tmp_path: Path) -> None:
    (tmp_path / "note.xyz").write_text("A note about the harbour.")
    report = answer("import", project, tmp_path / "note.xyz", "--format", "txt")
    assert (report["articles"], report["refused"]) == (1, [])
    assert "no format “tarot”" in refusal("import", project, tmp_path, "--format", "tarot")


# --- choices


def test_an_export_writes_over_no_project(project: Path) -> None:
    before = answer("articles", project)
    for format in ("jsonl", "spacy"):
        told = refusal("export", project, project, "--format", format, "--status", "any")
        assert "would lose all work in it" in told
    assert "would lose all work in it" in refusal("scheme", project, "--export", project)
    assert "is a folder" in refusal("export", project, project.parent, "--format", "jsonl")
    assert answer("articles", project) == before


def test_a_layer_or_a_person_that_is_not_there_is_named(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    export = ("export", project, out, "--format", "jsonl")
    assert "no layer “planet”" in refusal(*export, "--layer", "planet")
    assert "no annotator “nobody”" in refusal(*export, "--annotators", "nobody")
    assert "no layer “planet”" in refusal(
        "accept", project, "--annotator", "a", "--layer", "planet"
    )
    assert not out.exists()


# --- names


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--annotators", "cy,dee", "--per-article", "3"), "2 named"),
        (("--annotators", " , ", "--per-article", "1"), "at least one annotator"),
        (("--annotators", "cy", "--per-article", "1", "--layer", "weather"), "weather"),
    ],
)
def test_work_that_cannot_be_divided_is_refused_and_makes_nobody(
    project: Path, options: tuple[str, ...], said: str
) -> None:
    assert said in refusal("assign", project, *options)
    known = refusal("agreement", project, "--annotators", "nobody,else")
    assert "cy" not in known.split("There are:")[1]


def test_what_one_alone_has_finished_is_neither_compared_nor_settled(
    project: Path, tmp_path: Path
) -> None:
    done = {"annotator": "ann", "layer": "entity", "status": "done"}
    mark = {"annotator": "ann", "layer": "entity", "label": "person", "start": 0, "end": 3}
    file = tmp_path / "one.jsonl"
    line = {"text": TEXT, "annotations": [mark], "assignments": [done]}
    file.write_text(json.dumps(line), encoding="utf-8")
    run("import", project, file)
    for names in ((), ("--annotators", "ann"), ("--annotators", "ann,ann")):
        assert "found 1" in refusal("agreement", project, *names)
        assert "two of these" in refusal("adjudicate", project, "--auto", "majority", *names)
    report = tmp_path / "r.html"
    refusal("agreement", project, "--html", report)
    assert not report.exists()
    for bad in ("--annotators=ann,zed", "--layer=weather"):
        refusal("agreement", project, bad)
        refusal("adjudicate", project, "--auto", "unanimous", bad)


def test_an_agreement_of_nothing_is_said_to_be_undefined_everywhere(
    project: Path, tmp_path: Path
) -> None:
    file, page, units = (tmp_path / name for name in ("two.jsonl", "r.html", "u.csv"))
    work = [{"annotator": who, "layer": "claim", "status": "done"} for who in ("ann", "bo")]
    file.write_text(json.dumps({"text": TEXT, "annotations": [], "assignments": work}))
    run("import", project, file)
    options = ("--layer", "claim", "--html", page, "--units", units)
    claim = answer("agreement", project, *options)["layers"]["claim"]
    figures = {name for name in claim["undefined"] if claim[name] is None}
    assert figures == set(claim["undefined"]) >= {"mean_f1", "u_alpha", "cu_alpha", "gamma"}
    assert claim["pairs"][0]["exact"]["f1"] is None
    assert "undefined, because nobody marked a span" in page.read_text(encoding="utf-8")
    assert len(units.read_text(encoding="utf-8").splitlines()) == 3
    for kind in ("csv", "latex"):
        said = run("agreement", project, "--layer", "claim", "--table", kind).stdout
        assert "nobody marked a span" in said
        assert "nan" not in said.lower().split()
    assert answer("adjudicate", project, "--auto", "majority")["open"] == {}


def test_a_name_that_is_too_long_is_refused(project: Path, tmp_path: Path) -> None:
    long = tmp_path / ("a" * 300)
    assert "too long" in refusal("articles", long)
    assert "too long" in refusal("new", long)
    assert "too long" in refusal("import", project, long)
    assert "too long" in refusal("import", project, long, "--format", "jsonl")
    assert "too long" in refusal("export", project, long, "--format", "jsonl")
    assert "no folder" in refusal("export", project, long / "o.jsonl", "--format", "jsonl")
    assert "no scheme" in refusal("new", tmp_path / "q.workbench", "--scheme", "a" * 300)


def test_names_in_any_bytes_are_taken(tmp_path: Path) -> None:
    folder = tmp_path / "-a folder, “ünïcödé” 🙂?#%20"
    folder.mkdir()
    project = folder / "prö\nject.workbench"
    run("new", project)
    for name in (b"bad\xff.txt", b"bad\xff.xyz"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(ARTICLE)
    report = json.loads(run("import", project, folder, "--json").stdout)
    assert report["articles"] == 1
    assert {Path(item["path"]).suffix for item in report["refused"]} == {".xyz"}
    assert answer("check", project)["ok"]
    (article,) = answer("articles", project)
    assert article["title"] == "Harbour stays closed"


def test_a_terminal_without_every_letter_stops_nothing(project: Path) -> None:
    plain = run("import", project, "🙂.txt", code=1, PYTHONIOENCODING="ascii")
    assert "no such file" in plain.stderr
    told = run("import", project, "🙂.txt", "--json", code=1, PYTHONIOENCODING="ascii")
    assert json.loads(told.stdout)["refused"][0]["path"] == "🙂.txt"


# --- disks

# Each `try` notes the exit code and the standard error of a command.
_BEGIN = """
python=$1 disk=$2 told=$3 number=0
try() {
  local code=0
  number=$((number + 1))
  "$python" -m workbench "$@" >"$told/$number.out" 2>"$told/$number" || code=$?
  echo "$code" >"$told/$number.code"
}
"""


def on_a_disk(folder: Path, script: str) -> list[tuple[int, str]]:
    """Exit code and standard error of each `try` in a script that mounts a disk of its own."""
    if shutil.which("unshare") is None or _in_namespace("true").returncode != 0:
        pytest.skip("needs unshare, and a system that lets users have namespaces")
    disk, told = folder / "disk", folder / "told"
    for made in (disk, told):
        made.mkdir(exist_ok=True)
    done = _in_namespace("bash", "-euc", _BEGIN + script, "bash", sys.executable, disk, told)
    assert done.returncode == 0, done.stderr
    numbers = range(1, 1 + len(list(told.glob("*.code"))))
    return [(int((told / f"{n}.code").read_text()), (told / str(n)).read_text()) for n in numbers]


def _in_namespace(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_NAMESPACE, *map(str, command)], capture_output=True, text=True, check=False
    )


def test_a_full_disk_loses_nothing_and_the_act_can_be_repeated(tmp_path: Path) -> None:
    projects.create(tmp_path / "q.workbench").close()
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in range(100):
        (inbox / f"{number}.txt").write_text(f"{number} " + "All words are new words. " * 400)
    outcomes = on_a_disk(
        tmp_path,
        f"""
        mount -t tmpfs -o size=4m tmpfs "$disk"; cd "$disk"
        fill() {{ dd if=/dev/zero of=filled bs=4k "$@" 2>/dev/null || true; }}
        echo "{TEXT}" >a.txt
        try new p.workbench
        try import p.workbench a.txt
        fill
        try articles p.workbench
        try new q.workbench
        rm filled
        try check p.workbench
        fill count=750
        try import p.workbench {inbox}
        fill
        try export {tmp_path}/q.workbench "$disk/o.jsonl" --format jsonl
        try export {tmp_path}/q.workbench "$disk/o.spacy" --format spacy
        ls >"$told/files"
        rm filled; mount -o remount,size=64m "$disk"
        try check p.workbench
        try import p.workbench {inbox}
        try check p.workbench
        cp p.workbench "$told"
        """,
    )
    codes = [code for code, _ in outcomes]
    assert codes == [0, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0], outcomes
    refused = [told for code, told in outcomes if code]
    assert all(told.count("\n") == 1 for told in refused)
    assert all("is full" in told or "No space left" in told for told in refused)
    files = (tmp_path / "told" / "files").read_text().split()
    assert {name.partition("-")[0] for name in files} == {"a.txt", "filled", "p.workbench"}
    assert len(answer("articles", tmp_path / "told" / "p.workbench")) == 101


def test_a_read_only_folder_is_read_and_all_else_is_refused_in_one_sentence(
    project: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    shutil.copy(project, disk)
    before = (disk / "p.workbench").read_bytes()
    outcomes = on_a_disk(
        tmp_path,
        f"""
        mount --bind "$disk" "$disk"; mount -o remount,bind,ro "$disk"; cd "$disk"
        try articles p.workbench
        try check p.workbench
        try search p.workbench harbour
        try counts p.workbench
        try twins p.workbench
        try export p.workbench "$told/o.jsonl" --format jsonl
        try people p.workbench --add Bertha
        try import p.workbench {project.with_name("a.txt")}
        try suggest p.workbench
        try new q.workbench
        try demo --dir "$disk/demo" --no-window
        try export {project} "$disk/o.jsonl" --format jsonl
        try export {project} "$disk/o.spacy" --format spacy
        """,
    )
    assert [code for code, _ in outcomes] == [0] * 6 + [1] * 7, outcomes
    assert all(told.count("\n") == 1 for _, told in outcomes[6:]), outcomes
    assert "open for reading only" in outcomes[6][1]
    assert [path.name for path in disk.iterdir()] == ["p.workbench"]
    assert (disk / "p.workbench").read_bytes() == before


def test_a_read_only_file_leaves_nothing_in_the_way_once_it_may_be_written(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    projects.create(disk / "p.workbench").close()
    (disk / "a.txt").write_text(ARTICLE, encoding="utf-8")
    outcomes = on_a_disk(
        tmp_path,
        """
        cd "$disk"
        mount --bind p.workbench p.workbench; mount -o remount,bind,ro "$disk/p.workbench"
        try import p.workbench a.txt
        try articles p.workbench
        umount "$disk/p.workbench"
        try import p.workbench a.txt
        """,
    )
    assert [code for code, _ in outcomes] == [1, 0, 0], outcomes
    assert all("may not be written to" in told for code, told in outcomes if code)
    assert {path.name for path in disk.iterdir()} == {"a.txt", "p.workbench"}
