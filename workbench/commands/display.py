"""Whether a window can open here, found out without Qt, which would abort instead of saying why.

So it is asked before the window is imported. It goes Qt's own way: the platforms that
QT_QPA_PLATFORM names, or those with a display at hand, of which one must have its system libraries
and a display that answers.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.domain.errors import UserError

# What PySide6-Essentials links to and does not bring, with the Debian package that has it.
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
_FOR_X = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names lets this user in."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers() -> bool:
    """Whether the compositor that WAYLAND_DISPLAY names lets this user in."""
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is not None:
        wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return display is not None


@dataclass(frozen=True, slots=True)
class _Platform:
    """A way to show windows: its libraries, the variable of its display, how to ask for an answer.

    Without a variable it needs no display.
    """

    libraries: dict[str, str] = field(default_factory=dict)
    variable: str = ""
    answers: Callable[[], bool] = lambda: True


_PLATFORMS = {
    "xcb": _Platform(_FOR_X, "DISPLAY", _x_answers),
    "wayland": _Platform(_FOR_WAYLAND, "WAYLAND_DISPLAY", _wayland_answers),
    "offscreen": _Platform(),
    "minimal": _Platform(),
}


def why_no_display() -> UserError | None:
    """Why no window can open here, with the remedy; None where one can."""
    if not sys.platform.startswith("linux"):
        return None
    reasons = [_why_not_on(name) for name in _wanted()]
    return None if None in reasons else reasons[0]


def require_display() -> None:
    """Raise a `UserError` that names the remedy where no window can open."""
    reason = why_no_display()
    if reason is not None:
        raise reason


def _wanted() -> list[str]:
    """The platforms that Qt will try: those named, else those with a display, else X."""
    named = os.environ.get("QT_QPA_PLATFORM", "")
    if named:
        return [part.partition(":")[0] for part in named.split(";")]
    shown = [name for name, platform in _PLATFORMS.items() if os.environ.get(platform.variable)]
    return shown or ["xcb"]


def _why_not_on(name: str) -> UserError | None:
    """Why Qt cannot show a window on a platform; None where it can."""
    platform = _PLATFORMS.get(name)
    if platform is None:
        return UserError("commands.unknown_platform", platform=name, known=", ".join(_PLATFORMS))
    if platform.variable and not os.environ.get(platform.variable):
        return UserError("commands.no_display")
    missing = {
        package
        for library, package in (_ALWAYS | platform.libraries).items()
        if not _loads(library)
    }
    if missing:
        return UserError("commands.missing_libraries", packages=" ".join(sorted(missing)))
    if not platform.answers():
        display = os.environ[platform.variable]
        return UserError("commands.display_silent", display=display, variable=platform.variable)
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
