"""The version resource of the Windows executables, as the file that PyInstaller reads."""

from __future__ import annotations

import re
from pathlib import Path

VIETNAMESE = "042A"  # Windows' number of the language
UNICODE = "04B0"

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0
  ),
  kids=[
    StringFileInfo([StringTable('{language}{charset}', [
{strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [0x{language}, 0x{charset}])])
  ]
)
"""


def write_version_info(version: str, name: str, description: str, to: Path) -> Path:
    """Writes what Windows shows under Properties, Details for the executable ``name``; returns ``to``."""
    told = {
        "CompanyName": "Thi đua Xã",
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": name,
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Thi đua Xã",
        "ProductVersion": version,
    }
    strings = ",\n".join(f"      StringStruct({key!r}, {value!r})" for key, value in told.items())
    text = _TEMPLATE.format(numbers=_numbers(version), language=VIETNAMESE, charset=UNICODE, strings=strings)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8")
    return to


def _numbers(version: str) -> tuple[int, ...]:
    """The version as Windows' four numbers: "0.3.1.dev2" is (0, 3, 1, 0)."""
    release = re.match(r"\d+(\.\d+)*", version)
    parts = [int(part) for part in release[0].split(".")] if release else []
    return tuple([*parts, 0, 0, 0, 0][:4])
