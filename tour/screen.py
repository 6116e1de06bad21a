"""The screen that the window stands on when nobody looks: as large as the window, so that dialogs find their room."""

from __future__ import annotations

import json
import os
from pathlib import Path

_PLATFORM = "QT_QPA_PLATFORM"


def set_up(folder: Path, size: tuple[int, int]) -> None:
    """Tells Qt of such a screen, before there is an application; a platform that was chosen stays."""
    if os.environ.get(_PLATFORM, "offscreen") != "offscreen":
        return
    width, height = size
    screen = {"name": "tour", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    path = folder / "man-hinh.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ[_PLATFORM] = f"offscreen:configfile={path}"
