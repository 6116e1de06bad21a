"""What an office file says of itself: when it was last saved."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import datetime

from ...domain.sheets.returned import NEVER_SAVED

_PART = "docProps/core.xml"
_MOST_BYTES = 2**20
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*([0-9T:.+\-Z]+)\s*<")


def saved_at(content: bytes) -> str:
    """The moment of the last saving, local time as ISO to the second; "" when the file does not say.

    A form of ours that nobody saved says :data:`~...domain.sheets.returned.NEVER_SAVED`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_PART) as part:
            found = _MODIFIED.search(part.read(_MOST_BYTES))
        moment = datetime.fromisoformat(found[1].decode()) if found else None
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        return ""
    if moment is None:
        return ""
    if moment.replace(tzinfo=None).isoformat() == NEVER_SAVED:
        return NEVER_SAVED
    return moment.astimezone().replace(tzinfo=None).isoformat(timespec="seconds")
