"""What the frozen program takes along, and how its executables look to Windows."""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]


def of_packaging(name: str) -> ModuleType:
    """packaging/ is no package of Python's: the name belongs to a library that PyInstaller needs."""
    spec = importlib.util.spec_from_file_location(f"of_packaging_{name}", ROOT / "packaging" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qdirect2d.dll", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/plugins/imageformats/qsvg.dll", True),
        ("PySide6/plugins/imageformats/qtiff.dll", False),
        ("PySide6/plugins/tls/qopensslbackend.dll", False),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/Qt6Network.dll", True),
        ("PySide6\\Qt6Quick.dll", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", True),
        ("resources/qtbase_vi.qm", True),
        ("forms/plan.toml", True),
        ("typst/_typst.pyd", True),
    ],
)
def test_what_goes_along(place, stays):
    entry = (place, "here", "BINARY")
    assert of_packaging("parts").kept([entry]) == ([entry] if stays else [])


def test_the_icon_is_drawn_in_every_size(tmp_path):
    icon = of_packaging("icon")
    data = icon.write_icon(ROOT / "resources" / "icons" / "thidua.svg", tmp_path / "made" / "thidua.ico").read_bytes()
    count = struct.unpack_from("<HHH", data)[2]
    for number, size in zip(range(count), icon.SIZES, strict=True):
        side, *_, length, start = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        image = QImage.fromData(data[start : start + length], "PNG")
        assert (side, image.width(), image.height()) == (size % 256, size, size)
        assert image.pixelColor(0, 0).alpha() == 0 and image.pixelColor(size // 2, size // 2).alpha() == 255


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0.1.dev3", (2, 0, 1, 0))]
)
def test_windows_shows_the_version(tmp_path, version, numbers):
    path = of_packaging("version_info").write_version_info(version, "ThiDuaXa", "Thi đua Xã", tmp_path / "version.txt")
    told = {}
    words = {
        "StringStruct": lambda name, value: told.__setitem__(name, value),
        **dict.fromkeys(("VSVersionInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct"), _nothing),
        "FixedFileInfo": lambda **fields: told.__setitem__("numbers", SimpleNamespace(**fields)),
    }
    eval(path.read_text(encoding="utf-8"), words)
    assert (told["numbers"].filevers, told["numbers"].prodvers) == (numbers, numbers)
    assert (told["FileVersion"], told["FileDescription"]) == (version, "Thi đua Xã")
    assert told["OriginalFilename"] == "ThiDuaXa.exe"


def _nothing(*_arguments, **_options):
    return None
