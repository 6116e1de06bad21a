"""What an office file says of itself: when it was last saved."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import datetime

_PART = "docProps/core.xml"
_MOST_BYTES = 2**20
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*([0-9T:.+\-Z]+)\s*<")
_NEVER = "2020-01-01"  # what a form of ours says until somebody saves it


def saved_at(content: bytes) -> str:
    """The moment of the last saving, local time as ISO to the second; "" when the file does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_PART) as part:
            found = _MODIFIED.search(part.read(_MOST_BYTES))
        moment = datetime.fromisoformat(found[1].decode()) if found else None
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        return ""
    if moment is None or moment.date().isoformat() == _NEVER:
        return ""
    return moment.astimezone().replace(tzinfo=None).isoformat(timespec="seconds")
