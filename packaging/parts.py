"""Which of the collected files the frozen program takes along. Pure functions over PyInstaller's lists of files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TypeAlias

Entry: TypeAlias = tuple[str, str, str]
"""As PyInstaller lists a file: its place in the program, its place on this machine, its kind."""

# Qt brings what a widgets program without a network never opens. Qt6Network stays: QtPdf links it. On Linux Qt6DBus and
# Qt6OpenGL stay: the platform's own plugins link them.
UNUSED_LIBRARIES = (
    *("opengl32sw", "d3dcompiler", "Qt6Designer", "Qt6Help", "Qt6Lottie", "Qt6Labs", "Qt6PdfQuick", "Qt6Qml"),
    *("Qt6Quick", "Qt6Sql", "Qt6Test", "Qt6UiTools", "Qt6VirtualKeyboard", "Qt6WaylandCompositor", "Qt6Egl"),
)
# Folder of plugins → the plugins that stay; a folder that is not named here stays out whole.
PLUGINS: dict[str, tuple[str, ...]] = {
    "generic": (),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platforms": ("qwindows", "qoffscreen", "qxcb", "qwayland"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport",),
    "styles": ("qmodernwindowsstyle",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
    "wayland-shell-integration": ("xdg-shell",),
    "xcbglintegrations": ("qxcb-egl-integration", "qxcb-glx-integration"),
}


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """What the program needs of the collected files. Qt's own texts go: the window's Vietnamese ones are ours."""
    return [entry for entry in entries if _is_needed(PurePosixPath(entry[0].replace("\\", "/")))]


def _is_needed(place: PurePosixPath) -> bool:
    if "translations" in place.parts and "PySide6" in place.parts:
        return False
    if "plugins" in place.parts and "PySide6" in place.parts:
        folder, plugin = place.parts[-2], _bare(place)
        return plugin in PLUGINS.get(folder, ())
    return not _bare(place).startswith(UNUSED_LIBRARIES)


def _bare(place: PurePosixPath) -> str:
    """The name of a library without "lib" before it and its endings: "libqsvg.so" and "qsvg.dll" are both "qsvg"."""
    return place.name.removeprefix("lib").split(".")[0]
