"""The anniversaries and holidays (ngày kỷ niệm) that a phase is held for."""

from __future__ import annotations

import re

from ...domain.vietnamese import fold
from .phase_days import without_span

_WORDS = re.compile(r"\b(chao mung|ky niem|nhan dip|huong toi|lap thanh tich)\b")
_BREAK = re.compile(
    r";|,\s+(?=(?:chào mừng|kỷ niệm|ngày|tiến tới|\d+ năm|lập thành tích|quốc khánh|quốc tế))"
    r"|(?<=\d/\d),\s+|(?<=\d/\d\d),\s+|(?<=\)),\s+|\s+và\s+(?=\d+ năm|ngày\s|kỷ niệm)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:.*?\b(?:chào mừng|kỷ niệm|nhân dịp)\s+)+", re.IGNORECASE)
_DATED = re.compile(
    r"\(\s*\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s*[-–]\s*\d{1,2}/\d{1,2}/\d{4})?\s*\)|^\D{6,60}(?<![/\d])\d{1,2}/\d{1,2}(?!/)\W*$"
)
_NONE = re.compile(r"^cac (?:ngay|su kien|dip)\b[^:]*$|\b(?:bao cao|gui|nop|han|truoc ngay)\b")


def occasions(text: str) -> list[str]:
    """The occasions in the text of a phase, each as written, without "chào mừng kỷ niệm"."""
    out = []
    for line in text.split("\n"):
        for sentence in re.split(r"(?<=[.:])\s+(?=[A-ZĐ])", without_span(line)):
            for piece in _BREAK.split(sentence):
                words = _LEAD.sub("", piece.strip(" .,;:-–+"))
                if (_WORDS.search(fold(piece)) or _DATED.search(piece)) and 3 <= len(words) <= 200:
                    closed = ")" if "(" in words and words.rstrip(" .,;:-").endswith(")") else ""
                    words = words.strip(" .,;:-()") + closed
                    out += [] if _NONE.search(fold(words)) else [words]
    return out
