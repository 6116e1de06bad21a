"""Icons from ``resources/icons``: one grey that reads on light and dark grounds alike."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QIcon

from .sheet import ICONS


@cache
def icon(name: str) -> QIcon:
    """The icon of that name, e.g. "search"; raises ``FileNotFoundError`` for one that does not exist."""
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        raise FileNotFoundError(path)
    return QIcon(str(path))


def app_icon() -> QIcon:
    """The program's own icon."""
    return icon("thidua")
