"""Where a project lies: on a network drive, in a folder that is synchronised, beside copies of it.

SQLite relies on locks that network drives keep badly, and a service that copies a file while it is
written makes two of one. Neither is refused: each is said once for every project and place. What a
service set aside because it was changed at two places is named, to be merged.

The system says of what kind a drive is; folders are known by what their service leaves in them, or
by their names.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from workbench.domain.errors import UserError
from workbench.settings.folders import find_folders
from workbench.settings.told import Told
from workbench.store.project import Project

MOUNTS = Path("/proc/self/mountinfo")
_MOUNT = "/sbin/mount"
_SAID = re.compile(r"^.+? on (.+) \(([\w.]+)[,)]", re.MULTILINE)
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|afpfs|webdav|9p|ceph|lustre|davfs|"
    r"fuse\.(sshfs|rclone|davfs2?|glusterfs|gvfsd-fuse|smbnetfs|s3fs|cephfs|.*drive.*)"
)
# Of each service: what it leaves in a folder, and how its folder is called.
_SERVICES = {
    "Dropbox": (r"\.dropbox(\.cache)?", r"Dropbox( \(.*\))?"),
    "OneDrive": (r"\.849C9593-D756-4E56-8D6E-42412F2A707B", r"OneDrive( ?- ?.*)?"),
    "Google Drive": (r"\.tmp\.drive(down|up)load", r"Google ?Drive(-.*)?|My Drive"),
    "iCloud": (r"\.iCloud", r"iCloud ?Drive|Mobile Documents"),
    "Nextcloud": (
        r"\.owncloudsync\.log|\.nextcloudsync\.log|\._?sync_[0-9a-f]+\.db",
        r"(Next|own)cloud",
    ),
    "Syncthing": (r"\.stfolder", r"Syncthing"),
    "Resilio Sync": (r"\.sync", r"Resilio Sync"),
}
_SET_ASIDE = re.compile(r"[._](sync-)?conflict-\d| ?\(.*(conflict|konflikt).*\)", re.IGNORECASE)


def concerns(project: Project, copies: Sequence[Path]) -> list[UserError]:
    """What there is to say of a project's place that was not said before on this machine.

    That are the copies which were set aside beside it as well.
    """
    told = Told(find_folders().config)
    path = project.origin
    found = [*_of_place(path), *_of_copies(path, copies)]
    return [each for each in found if told.first(f"{project.id} {each}")]


def set_aside(path: Path) -> list[Path]:
    """The copies beside a project that a service made where it was changed at two places."""
    return sorted(
        each
        for each in path.resolve().parent.glob(f"*{path.suffix}")
        if each.name.startswith(path.stem) and _SET_ASIDE.match(each.name[len(path.stem) :])
    )


def named(path: Path, copies: Iterable[Path]) -> UserError:
    """What is to be said of copies that were set aside beside a project."""
    names = ", ".join(f"“{copy.name}”" for copy in copies)
    return UserError("operations.copies_set_aside", path=path, copies=names)


def _of_place(path: Path) -> Iterator[UserError]:
    real = path.resolve()
    if kind := _network_drive(real):
        yield UserError("operations.on_network", path=path, kind=kind)
    elif service := _service(real):
        yield UserError("operations.synchronised", path=path, service=service)


def _of_copies(path: Path, copies: Sequence[Path]) -> Iterator[UserError]:
    if copies:
        yield named(path, copies)


def _network_drive(path: Path) -> str:
    """Of what kind the network drive is on which a file lies, empty where it lies on none.

    Windows itself resolves the letter of such a drive to the server's name.
    """
    if path.drive.startswith("\\\\"):
        return path.drive
    return _kind_at(path, _mounted_on_macos() if sys.platform == "darwin" else _mounted())


def _mounted() -> dict[Path, str]:
    """The places of all drives with their kinds, as Linux tells them; none on other systems."""
    try:
        lines = MOUNTS.read_text(errors="replace").splitlines()
    except OSError:
        return {}
    parts = (line.partition(" - ") for line in lines)
    return {_unescaped(before.split()[4]): after.split()[0] for before, _, after in parts}


def _mounted_on_macos() -> dict[Path, str]:
    """The places of all drives with their kinds, as a program of macOS tells them."""
    try:
        said = subprocess.run(  # noqa: S603  (a program of the system, told nothing)
            [_MOUNT], capture_output=True, text=True, timeout=5, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    return _kinds_said(said.stdout)


def _kinds_said(lines: str) -> dict[Path, str]:
    """What is said in lines such as `//ann@server/share on /Volumes/share (smbfs, nodev)`."""
    return {Path(place): kind for place, kind in _SAID.findall(lines)}


def _kind_at(path: Path, kinds: Mapping[Path, str]) -> str:
    """The kind of the network drive among mounts that holds a path; the innermost counts."""
    innermost = next((kinds[each] for each in (path, *path.parents) if each in kinds), "")
    return innermost if _NETWORK.fullmatch(innermost) else ""


def _unescaped(name: str) -> Path:
    """A path in which the system wrote blanks as numbers."""
    return Path(re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), name))


def _service(path: Path) -> str:
    """The service that keeps a folder around a file the same on several machines; or empty."""
    for folder in path.parents:
        hidden = _hidden(folder)
        for service, (left, called) in _SERVICES.items():
            if re.fullmatch(called, folder.name, re.IGNORECASE) or _is_among(left, hidden):
                return service
    return ""


def _hidden(folder: Path) -> list[str]:
    """The hidden names in a folder, which may have very many others: it is read once for all."""
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.name.startswith(".")]
    except OSError:
        return []


def _is_among(left: str, names: Iterable[str]) -> bool:
    """Whether what a service leaves is among some names."""
    return any(re.fullmatch(left, name) for name in names)
