"""Network drives, synchronised folders and the copies that these make are told, each once."""

import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workbench.operations import places, projects
from workbench.operations.places import set_aside

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /home/ann/at\\040work rw shared:2 master:1 - nfs4 server:/work rw,vers=4.2
41 40 8:2 / /home/ann/at\\040work/local rw - ext4 /dev/sdb1 rw
42 22 0:36 / /mnt/share rw - cifs //server/share rw
43 22 0:37 / /mnt/far rw,nosuid - fuse.sshfs ann@far:/ rw
44 22 0:38 / /mnt/plain rw - fuse.encfs encfs rw
"""
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ann)
//ann@old/at%20work on /Volumes/at work (2) (afpfs, nodev, nosuid)
/dev/disk4s1 on /Volumes/stick (msdos, local, nodev)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/p.workbench", ""),
        ("/home/ann/at work/p.workbench", "nfs4"),
        ("/home/ann/at work/local/p.workbench", ""),
        ("/mnt/share/a/b/p.workbench", "cifs"),
        ("/mnt/far/p.workbench", "fuse.sshfs"),
        ("/mnt/plain/p.workbench", ""),
        ("/mnt/shared/p.workbench", ""),
    ],
)
def test_the_innermost_mount_says_whether_a_drive_is_of_the_network(
    path: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "mountinfo"
    told.write_text(MOUNTS)
    monkeypatch.setattr(places, "MOUNTS", told)
    assert places._kind_at(Path(path), places._mounted()) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Users/ann/p.workbench", ""),
        ("/Volumes/share/p.workbench", "smbfs"),
        ("/Volumes/at work (2)/a/p.workbench", "afpfs"),
        ("/Volumes/stick/p.workbench", ""),
    ],
)
def test_what_macos_says_of_its_drives_is_understood(path: str, kind: str) -> None:
    assert places._kind_at(Path(path), places._kinds_said(MACOS)) == kind


def said(path: Path) -> list[str]:
    with closing(projects.open_(path)) as project:
        return [str(each) for each in places.concerns(project, places.set_aside(project.origin))]


@pytest.mark.parametrize(
    ("folder", "left", "service"),
    [
        ("work", ".dropbox.cache", "Dropbox"),
        ("work", ".stfolder", "Syncthing"),
        ("work", ".sync_0123abcd.db", "Nextcloud"),
        ("work", ".owncloudsync.log", "Nextcloud"),
        ("work", ".tmp.driveupload", "Google Drive"),
        ("OneDrive - University", "", "OneDrive"),
        ("Dropbox (Team)", "", "Dropbox"),
        ("Mobile Documents", "", "iCloud"),
    ],
)
def test_a_synchronised_folder_is_known_and_told_once(
    tmp_path: Path, folder: str, left: str, service: str
) -> None:
    inner = tmp_path / folder / "study" / "p.workbench"
    inner.parent.mkdir(parents=True)
    (tmp_path / folder / (left or "other")).mkdir()
    projects.create(inner).close()
    (told,) = said(inner)
    assert f"a folder that {service} keeps the same" in told
    assert said(inner) == []


def test_an_ordinary_folder_says_nothing(tmp_path: Path) -> None:
    projects.create(tmp_path / "p.workbench").close()
    assert said(tmp_path / "p.workbench") == []


def test_each_folder_around_a_project_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "p.workbench"
    read: list[str] = []

    def note(_frame: object, event: str, called: object) -> None:
        name = getattr(called, "__name__", "")
        if event == "c_call" and name in {"scandir", "listdir"}:
            read.append(name)

    with closing(projects.create(path)) as project:
        sys.setprofile(note)
        try:
            assert places.concerns(project, []) == []
        finally:
            sys.setprofile(None)
    assert len(read) == len(path.resolve().parents)


def test_copies_that_a_service_set_aside_are_named_and_a_new_one_again(tmp_path: Path) -> None:
    path = tmp_path / "p.workbench"
    projects.create(path).close()
    first = [
        "p (Ann's conflicted copy 2026-02-03).workbench",
        "p (In Konflikt stehende Kopie von Bo).workbench",
        "p.sync-conflict-20260203-101112-ABCDEFG.workbench",
    ]
    for name in (*first, "p (1).workbench", "pq (conflicted copy).workbench"):
        shutil.copy(path, tmp_path / name)
    assert [copy.name for copy in set_aside(path)] == sorted(first)
    (told,) = said(path)
    assert all(name in told for name in first)
    assert said(path) == []
    shutil.copy(path, tmp_path / "p (conflicted copy 2026-02-04 101112).workbench")
    (told,) = said(path)
    assert "2026-02-04" in told
