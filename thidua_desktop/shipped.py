"""Where the files lie that ship with the program: ``resources/``, ``forms/`` and the guide for the clerk."""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
RESOURCES = _ROOT / "resources"
FORMS = _ROOT / "forms"
GUIDE = _ROOT / "docs" / "huong-dan"


def resource(name: str) -> Path:
    """The shipped file or folder of that name, e.g. "blank.docx"."""
    return RESOURCES / name
