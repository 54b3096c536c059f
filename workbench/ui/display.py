"""Whether a window can open here, found out without Qt, which would abort instead of saying why.

This module imports nothing of Qt, so that the command line may ask before it imports the window.
"""

import ctypes
import os
import sys

from workbench.domain.errors import UserError

# What PySide6-Essentials links to and does not bring, with the Debian package that has it.
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
_FOR_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def why_no_display() -> UserError | None:
    """Why no window can open here, with the remedy; None where one can."""
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if not platform and not has_display:
        return UserError("ui.no_display")
    on_x = platform == "xcb" or (not platform and bool(os.environ.get("DISPLAY")))
    wanted = _ALWAYS | (_FOR_X if on_x else {})
    missing = [package for library, package in wanted.items() if not _loads(library)]
    return UserError("ui.missing_libraries", packages=" ".join(missing)) if missing else None


def require_display() -> None:
    """Raise a `UserError` that names the remedy where no window can open."""
    reason = why_no_display()
    if reason is not None:
        raise reason


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
